import type { FindingView, LeadDetail, WindowView } from '../api/types';
import type { Times } from '../format';

/** What a person can do next about a lead. */
export type Step =
  | { does: 'take_escalation'; escalation: string }
  | { does: 'close_escalation'; escalation: string }
  | { does: 'approve' }
  | { does: 'reserve'; window: WindowView }
  | { does: 'book'; window: WindowView }
  | { does: 'ask'; question: string }
  | { does: 'show_job'; date: string; appointment: string }
  | { does: 'take' }
  | { does: 'nothing' };

/** The one primary button: what it does, in words that name the action, and the authority it goes by. */
export interface Recommended {
  step: Step;
  words: string;
  authority: string;
}

const SET_ASIDE = new Set(['lost', 'dismissed', 'duplicate_of', 'not_a_lead', 'opted_out', 'closed']);

/** The recommended action for a lead, with the window that a person chose from the list. */
export function recommend(lead: LeadDetail, window: WindowView | null, times: Times): Recommended {
  const { escalation, reservation, job, verdict, summary } = lead;
  const authority = verdict ? authorityWords(verdict.authority, verdict.rule_version, binding(verdict.trace)) : '';
  if (escalation?.state === 'open') {
    return { step: { does: 'take_escalation', escalation: escalation.id }, words: 'Take it now', authority: 'Only a person may answer this' };
  }
  if (escalation?.state === 'taken') {
    return { step: { does: 'close_escalation', escalation: escalation.id }, words: 'Say what was done…', authority: 'A person is on it' };
  }
  if (job) {
    return { step: { does: 'show_job', date: job.date, appointment: job.appointment_id }, words: `Show ${job.reference} on the board`, authority };
  }
  if (SET_ASIDE.has(summary.state)) return { step: { does: 'nothing' }, words: '', authority: '' };
  if (reservation?.state === 'held' && summary.state === 'awaiting_approval') {
    return { step: { does: 'approve' }, words: `Approve ${times.window(reservation.start, reservation.end)} and book`, authority };
  }
  if (verdict?.action === 'reserve' && window) {
    return { step: { does: 'reserve', window }, words: `Reserve ${times.window(window.start, window.end)} and ask for approval`, authority };
  }
  if ((verdict?.action === 'book' || verdict?.action === 'draft') && window) {
    const hand = verdict.action === 'draft' ? 'Assist: a person books' : authority;
    return { step: { does: 'book', window }, words: `Book ${times.window(window.start, window.end)}`, authority: hand };
  }
  if (lead.question && lead.gaps.length > 0) {
    return { step: { does: 'ask', question: lead.question }, words: 'Copy the question', authority: 'Something is missing for a booking' };
  }
  if (window) return { step: { does: 'book', window }, words: `Book ${times.window(window.start, window.end)}`, authority };
  if (!summary.owner) return { step: { does: 'take' }, words: 'Take this lead', authority: 'Nothing can be recommended yet' };
  return { step: { does: 'nothing' }, words: '', authority: '' };
}

const ORDER = ['assist', 'approve', 'auto'];

/** The finding that decided: the least that any rule allows. Absent when no rule had a limit. */
export function binding(trace: FindingView[]): FindingView | null {
  const limits = trace.filter((finding) => finding.most != null);
  return limits.reduce<FindingView | null>((least, finding) => (least === null || rank(finding) < rank(least) ? finding : least), null);
}

const rank = (finding: FindingView) => ORDER.indexOf(finding.most ?? 'auto');

function authorityWords(authority: string, version: number, finding: FindingView | null): string {
  const name = authority.charAt(0).toUpperCase() + authority.slice(1);
  return finding?.rule != null ? `${name} · rule ${finding.rule} of version ${version}` : `${name} · rule version ${version}`;
}
