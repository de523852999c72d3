import { expect, test } from 'vitest';
import type { LeadDetail, WindowView } from '../api/types';
import { Times } from '../format';
import { binding, recommend } from './recommend';

const TIMES = new Times('America/New_York');

const WINDOW: WindowView = {
  start: '2026-11-24T13:00:00Z', end: '2026-11-24T15:00:00Z', label: 'Tue 24 Nov 8:00–10:00', drive_minutes: 6, value_cents: 61200,
  technicians: 4, wished: true, because: '',
};

const LEAD: LeadDetail = {
  summary: {
    id: '1', reference: 'L1', channel: 'form', state: 'recommended', why: '', received: '', last_contact: '', contacts: 1, who: 'Ann', problem: '',
    hazards: [],
  },
  contacts: [], readings: [], hazards: [], gaps: [], person_only: [], reasons: [], windows: [WINDOW], messages: [], timeline: [],
};

const verdict = (action: string, authority: string) => ({
  action, authority, rule_version: 7, trace: [
    { code: 'company', rule: 1, most: 'auto', words: '' },
    { code: 'channel', rule: 4, most: authority, words: '' },
  ],
});

function check(change: Partial<LeadDetail>, expected: string, window: WindowView | null = WINDOW) {
  const { step, words, authority } = recommend({ ...LEAD, ...change }, window, TIMES);
  expect([step.does, words, authority].filter((part) => part !== '').join(' | ')).toBe(expected);
}

test('approve reserves and asks', () =>
  check({ verdict: verdict('reserve', 'approve') }, 'reserve | Reserve Tue 8–10 and ask for approval | The rules ask a person to approve · rule 4'));

test('auto books by its rule', () => check({ verdict: verdict('book', 'auto') }, 'book | Book Tue 8–10 | The rules let it be booked without asking · rule 1'));

test('assist leaves the booking to a person', () => check({ verdict: verdict('draft', 'assist') }, 'book | Book Tue 8–10 | The rules leave the booking to a person'));

test('a question comes before a window that nobody allowed', () =>
  check({ verdict: verdict('ask', 'approve'), gaps: ['phone'], question: 'Which number?' }, 'ask | Copy the question | Something is missing for a booking'));

test('an open escalation comes before everything', () =>
  check(
    {
      verdict: verdict('reserve', 'approve'),
      escalation: { id: 'e', reason: '', life_safety: true, raised: '', due: '', state: 'open' },
    },
    'take_escalation | Take it now | Only a person may answer this',
  ));

test('a kept window waits for its approval', () =>
  check(
    {
      summary: { ...LEAD.summary, state: 'awaiting_approval' },
      verdict: verdict('reserve', 'approve'),
      reservation: { id: 'r', start: WINDOW.start, end: WINDOW.end, label: '', state: 'held', technician: 'Ana', planned_start: WINDOW.start },
    },
    'approve | Approve Tue 8–10 and book | The rules ask a person to approve · rule 4',
  ));

test('a booked lead leads to its job', () =>
  check({ job: { id: 'j', reference: 'J114', appointment_id: 'a', date: '2026-11-24' } }, 'show_job | Show J114 on the board'));

test('a lead without a window is taken by a person, once', () => {
  check({ windows: [] }, 'take | Take this lead | Nothing can be recommended yet', null);
  check({ windows: [], summary: { ...LEAD.summary, owner: 'Dana' } }, 'nothing', null);
});

test('the least limit decides, the first one of equals', () => {
  const trace = [
    { code: 'a', rule: 1, most: 'auto', words: '' },
    { code: 'b', rule: 2, most: 'assist', words: '' },
    { code: 'c', rule: 3, most: 'assist', words: '' },
    { code: 'd', words: '' },
  ];
  expect(binding(trace)?.rule).toBe(2);
  expect(binding([])).toBeNull();
});
