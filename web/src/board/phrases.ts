// What is said of a visit to people who listen, hover or drag.

import type { MovesPreview, RefusalView, VisitView } from '../api/types';
import { countDelta, dollars, minutesDelta, moneyDelta, type Times } from '../format';
import { endOf } from './rows';
import { alertWords, LOCK_WORDS, LOOK_NAMES, lookOf, sentence } from './status';

/** `J114 No heat, Ana Ruiz, 9:40 to 10:55, dispatched`, then what stands out. */
export function spoken(visit: VisitView, times: Times): string {
  const parts = [`${visit.reference} ${visit.job_type}`, visit.customer];
  if (visit.start && visit.state !== 'unassigned') parts.push(`${times.time(visit.start)} to ${times.time(endOf(visit))}`);
  else parts.push(`window ${times.span(visit.window.start, visit.window.end)}`);
  parts.push(LOOK_NAMES[lookOf(visit)]);
  for (const alert of visit.alerts) parts.push(alertWords(alert).toLowerCase());
  if (visit.lock) parts.push(LOCK_WORDS[visit.lock] ?? 'locked');
  return parts.join(', ');
}

/** The tooltip of a bubble: everything that its one line has no room for. */
export function tooltip(visit: VisitView, times: Times): string {
  const lines = [
    `${visit.reference} ${visit.job_type} · ${visit.customer}`,
    `${visit.start ? `${times.time(visit.start)}–${times.time(endOf(visit))} · ` : ''}window ${times.span(visit.window.start, visit.window.end)} · ${dollars(visit.value_cents)}`,
    sentence(LOOK_NAMES[lookOf(visit)]) + (visit.lock ? ` · ${LOCK_WORDS[visit.lock] ?? 'locked'}` : ''),
  ];
  if (visit.drive_minutes) lines.push(`${visit.drive_minutes} min drive before`);
  for (const alert of visit.alerts) lines.push(alertWords(alert));
  if (visit.kept_because) lines.push(`Not planned: ${visit.kept_because}`);
  return lines.join('\n');
}

/** `+6 min, −$12`: what a place costs. A change of nothing is said in words. */
export function cost(preview: MovesPreview): string {
  const parts: string[] = [];
  if (preview.jobs !== 0) parts.push(countDelta(preview.jobs, 'job'));
  if (preview.drive_minutes !== 0) parts.push(minutesDelta(preview.drive_minutes));
  if (Math.round(preview.value_cents / 100) !== 0) parts.push(moneyDelta(preview.value_cents));
  return parts.length > 0 ? parts.join('  ') : 'costs nothing';
}

/** Whether a person may go on with a reason. Nothing refused is nothing to override. */
export function canOverride(refusals: RefusalView[]): boolean {
  return refusals.length > 0 && refusals.every((refusal) => refusal.can_override);
}

/** A refusal as a sentence. Words that begin with their verb speak of the technician it was asked for. */
export function refused(refusal: RefusalView, technician: string | undefined): string {
  const lacksSubject = /^(does|is|has|works|cannot|would|keeps)\b/.test(refusal.words);
  return sentence(technician && lacksSubject ? `${technician} ${refusal.words}` : refusal.words);
}
