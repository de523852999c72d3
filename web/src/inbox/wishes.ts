// When the customer asked for, in their words, and whether they got it.
import type { FindingView, LeadDetail, WindowView } from '../api/types';

/** The times they asked for, as they said it: `today before 3`. Null when they asked for none. */
export function asked(lead: Pick<LeadDetail, 'readings' | 'contacts'>): string | null {
  const typed = lead.contacts.flatMap((contact) => contact.fields).filter((field) => field.field === 'preferred_time').map((field) => field.value);
  const said = lead.readings
    .filter((reading) => reading.field === 'want')
    .flatMap((reading) => (reading.from === 'field' ? typed : [reading.words]));
  const once = [...new Set(said.map((words) => words.trim()).filter((words) => words !== ''))];
  return once.length === 0 ? null : once.join(', ');
}

/** Whether the rules found no window among those they asked for. */
export const noneFits = (trace: FindingView[] | undefined) => trace?.some((finding) => finding.code === 'wish_not_met') ?? false;

/** Whether a window is not one they asked for. A window that is not offered any more is judged by what the rules found. */
export function missed(window: { start: string; end: string }, offered: WindowView[], trace: FindingView[] | undefined): boolean {
  const same = offered.find((one) => one.start === window.start && one.end === window.end);
  return same === undefined ? noneFits(trace) : !same.wished && (noneFits(trace) || offered.some((one) => one.wished));
}
