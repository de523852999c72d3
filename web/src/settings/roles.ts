// Roles as people speak of them. What a role may do is decided by the server; this says it in a sentence.

export const ROLES = ['owner', 'manager', 'dispatcher', 'csr', 'technician', 'read_only'] as const;

const WORDS: Record<string, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Everything, and signs what Dispatch Assist may do by itself' },
  manager: { name: 'Manager', may: 'Everything but signing the rules and changing owners' },
  dispatcher: { name: 'Dispatcher', may: 'Inbox, approvals, suggestions and the board' },
  csr: { name: 'CSR', may: 'Inbox and bookings; sees the board' },
  technician: { name: 'Technician', may: 'Nothing yet: pages for technicians come later' },
  read_only: { name: 'Read only', may: 'Sees everything, changes nothing' },
};

export const roleName = (role: string) => WORDS[role]?.name ?? role;
export const roleMay = (role: string) => WORDS[role]?.may ?? '';

/** Passwords are at least this long; the server has the last word. */
export const LONG_ENOUGH = 12;

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be told on the phone, as `krv7-m2pd-hq9x-tbn4`: 16 signs of 31, none like another, 79 bits. */
export function newPassword(): string {
  const signs: string[] = [];
  // Numbers above the last whole multiple of 31 would make the first letters likelier.
  while (signs.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < 248 && signs.length < 16) signs.push(LETTERS.charAt(byte % LETTERS.length));
    }
  }
  return (signs.join('').match(/.{4}/g) ?? []).join('-');
}
