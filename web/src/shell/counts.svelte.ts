import * as calls from '../api/calls';
import type { LeadList } from '../api/types';

/** How much waits, for the rail: asked once for the whole program, kept by whoever reads a newer list. */
class Counts {
  open = $state(0);
  approvals = $state(0);
  /** Emergencies and escalations that nobody took: the only red number. */
  unattended = $state(0);

  take(list: LeadList) {
    this.open = list.open;
    this.approvals = list.awaiting_approval;
    this.unattended = list.unattended;
  }

  async refresh() {
    const answer = await calls.leads('open');
    if (answer.ok) this.take(answer.value);
  }
}

export const counts = new Counts();
