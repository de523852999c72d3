import { expect, test } from 'vitest';
import { age, countDelta, dollars, hours, length, minutesDelta, money, moneyDelta, phoneNumber, sentence, Times, words } from './format';

const columbus = new Times('America/New_York');

test('times are those of the company', () => {
  expect(columbus.time('2026-11-21T14:40:00Z')).toBe('9:40');
  expect(columbus.time('2026-11-21T05:05:00Z')).toBe('0:05');
  expect(columbus.day('2026-11-22T03:00:00Z')).toBe('Sat 21 Nov');
  expect(columbus.date('2026-11-22T03:00:00Z')).toBe('2026-11-21');
  expect(columbus.day('2026-09-01T16:00:00Z')).toBe('Tue 1 Sep');
});

test('windows lose the zeros of whole hours, also where the clock is set back', () => {
  expect(columbus.span('2026-11-24T13:00:00Z', '2026-11-24T15:30:00Z')).toBe('8–10:30');
  expect(columbus.window('2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z')).toBe('Tue 8–10');
  expect(columbus.span('2026-11-01T05:00:00Z', '2026-11-01T07:00:00Z')).toBe('1–2');
});

test('a time of another day is told with its day', () => {
  const now = '2026-11-21T14:40:00Z';
  expect(columbus.when('2026-11-21T13:00:00Z', now)).toBe('8:00');
  expect(columbus.when('2026-11-20T13:00:00Z', now)).toBe('Fri 20 Nov 8:00');
});

test('the clock on the wall is right in every quarter of a year, also where zones are odd', () => {
  for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Kathmandu', 'UTC']) {
    const [ours, theirs] = [new Times(zone), new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })];
    const wrong: string[] = [];
    for (let at = Date.parse('2026-01-01T00:07:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 15 * 60_000) {
      const [, day, month, year, hour, minute] = /(\d+)\/(\d+)\/(\d+), 0?(\d+):(\d+)/.exec(theirs.format(at)) ?? [];
      if (`${ours.date(at)} ${ours.time(at)}` !== `${year}-${month}-${day} ${hour}:${minute}`) wrong.push(`${new Date(at).toISOString()} in ${zone}`);
    }
    expect(wrong).toEqual([]);
  }
});

test('money shows cents only when there are some', () => {
  expect([money(124000), money(124050), money(-4000), dollars(124050), money(123456789), money(5)]).toEqual(['$1,240', '$1,240.50', '−$40', '$1,241', '$1,234,567.89', '$0.05']);
});

test('differences carry their sign, and zero has none', () => {
  expect([minutesDelta(12), minutesDelta(-46), minutesDelta(0.2)]).toEqual(['+12 min', '−46 min', '0 min']);
  expect([countDelta(3, 'job'), countDelta(-1, 'job'), countDelta(0, 'job')]).toEqual(['+3 jobs', '−1 job', '0 jobs']);
  expect([moneyDelta(231040), moneyDelta(-30), moneyDelta(-6000)]).toEqual(['+$2,310', '$0', '−$60']);
});

test('lengths and ages keep to what matters', () => {
  expect([length(0), length(59.6), length(80), length(3000)]).toEqual(['0 min', '1 h', '1 h 20 min', '2 d']);
  expect([hours(48), hours(1177), hours(1445)]).toEqual(['48 min', '19 h 37 min', '24 h 5 min']);
  const now = Date.parse('2026-11-21T14:40:00Z');
  expect([age(now - 20_000, now), age(now - 240_000, now), age(now - 7_300_000, now), age(now - 2 * 864e5, now)]).toEqual(['0 min', '4 min', '2 h', '2 d']);
});

test('a phone number is written as people here write it', () => {
  expect(['+16145550142', ' +16145550142 ', '+493012345', '614-555-0142', '+1614555014'].map(phoneNumber)).toEqual(
    ['(614) 555-0142', '(614) 555-0142', '+493012345', '614-555-0142', '+1614555014'],
  );
});

test('names without better words are told in sentence case', () => expect(words('awaiting_approval')).toBe('Awaiting approval'));

test('a message of the server becomes a sentence', () => {
  expect(sentence('there is no lead `17`')).toBe('There is no lead “17”');
  expect(sentence('')).toBe('');
});
