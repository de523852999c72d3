// The way back from what a person did to a lead.
import * as calls from '../api/calls';
import type { LeadDetail, MovesResult } from '../api/types';
import { phoneNumber, sentence } from '../format';
import { toasts } from '../ui/toasts.svelte';

/** What can be taken back right after it was done. */
const BACK = new Set(['job_booked', 'booking_rejected', 'lead_closed', 'slot_reserved', 'slot_released']);

/** Takes back the newest change of a lead, when the server says that it can be; `then` hears whether it was. */
export function wayBack(lead: LeadDetail, then: (back: boolean) => void = () => {}): (() => void) | null {
  const entry = lead.timeline.find((one) => !one.kind.startsWith('message_'));
  if (entry === undefined || !entry.undoable || !BACK.has(entry.kind)) return null;
  return () => void takeBack(entry.position, then);
}

async function takeBack(position: number, then: (back: boolean) => void) {
  const answer = await calls.undo(position);
  if (answer.ok) toasts.say('Taken back', became(answer.value));
  else toasts.fail(answer.problem);
  then(answer.ok);
}

/** What became of messages when something was taken back. */
export function became(result: MovesResult): string {
  return result.became.map((words) => sentence(words.replace(/\+\d{8,15}/g, phoneNumber))).join('. ');
}
