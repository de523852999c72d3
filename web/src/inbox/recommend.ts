import type { FindingView, LeadDetail, WindowView } from '../api/types';
import { sentence, words, type Times } from '../format';

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
  const authority = verdict ? authorityWords(verdict.authority, binding(verdict.trace)) : '';
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
    const hand = verdict.action === 'draft' ? (BY['assist'] ?? '') : authority;
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

/** What a finding says, in words for whoever works by it and not for whoever wrote the rules. */
export function findingWords(finding: FindingView): string {
  return finding.code === 'base' ? (STARTS[finding.most ?? ''] ?? sentence(finding.words)) : sentence(finding.words);
}

const STARTS: Record<string, string> = {
  assist: 'Unless a rule says otherwise, a person books',
  approve: 'Unless a rule says otherwise, a person approves',
  auto: 'Unless a rule says otherwise, it is booked without asking',
};

const BY: Record<string, string> = {
  assist: 'The rules leave the booking to a person',
  approve: 'The rules ask a person to approve',
  auto: 'The rules let it be booked without asking',
};

function authorityWords(authority: string, finding: FindingView | null): string {
  const by = BY[authority] ?? words(authority);
  return finding?.rule != null ? `${by} · rule ${finding.rule}` : by;
}
