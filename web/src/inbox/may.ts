// Why a button cannot be pressed, in words beside it.
import { session } from '../session.svelte';

const ROLES: Record<string, string> = {
  owner: 'an owner', manager: 'a manager', dispatcher: 'a dispatcher', csr: 'a CSR', technician: 'a technician', read_only: 'only looking on', 'read-only': 'only looking on',
};
const DOERS: Record<string, string> = {
  work_inbox: 'a CSR, a dispatcher, a manager or an owner',
  approve: 'a dispatcher, a manager or an owner',
  edit_board: 'a dispatcher, a manager or an owner',
};

/** Who can, when this account cannot: `You are a CSR: a dispatcher, a manager or an owner has to approve this.` */
export function whyNot(permission: string, doing: string): string {
  const role = session.user?.role ?? '';
  return `You are ${ROLES[role] ?? role}: ${DOERS[permission] ?? 'somebody else'} has to ${doing}.`;
}
