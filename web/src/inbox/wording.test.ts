import { expect, test } from 'vitest';
import { follow, named } from './wording';

const ZONE = 'America/New_York';
const SUNDAY = { start: '2026-11-22T13:00:00Z', end: '2026-11-22T15:00:00Z' };
const MONDAY = { start: '2026-11-23T17:00:00Z', end: '2026-11-23T19:00:00Z' };
const LATE = { start: '2026-12-01T16:00:00Z', end: '2026-12-01T18:00:00Z' };

function check(text: string, to: { start: string; end: string }, expected: string) {
  expect(follow(text, SUNDAY, to, ZONE)).toBe(expected);
}

test('a text follows the window in the style it is written in', () => {
  check('We arrive Sun 22 Nov 8:00–10:00 at 2 Elm St.', MONDAY, 'We arrive Mon 23 Nov 12:00–14:00 at 2 Elm St.');
  check('We arrive Sunday, Nov 22, 8–10 am.', MONDAY, 'We arrive Monday, Nov 23, 12–2 pm.');
  check('We arrive Sunday, November 22, between 8:00 and 10:00 am.', LATE, 'We arrive Tuesday, December 1, between 11:00 am and 1:00 pm.');
  check('Llegamos el domingo 22 de noviembre, de 8 a 10 a.m.', MONDAY, 'Llegamos el lunes 23 de noviembre, de 12 a 2 p.m.');
});

test('what names no window or another one stays as it is', () => {
  for (const text of ['We come tomorrow.', 'Call 614-555-0100.', 'We arrive Tue 24 Nov 8:00–10:00.', 'Sun 22 Nov 9:00–10:00']) check(text, MONDAY, text);
});

test('there and back is the same text', () => {
  const text = 'Hello Ann. A technician will arrive Sunday, Nov 22, 8–10 am at 2 Elm St.';
  expect(follow(follow(text, SUNDAY, LATE, ZONE), LATE, SUNDAY, ZONE)).toBe(text);
});

function wrong(text: string, expected: string[]) {
  expect(named(text, SUNDAY, ZONE).filter((one) => !one.right).map((one) => one.words)).toEqual(expected);
}

test('another day or other hours are found, the right ones are not', () => {
  wrong('See you Sunday, Nov 22, 8–10 am.', []);
  wrong('See you Sun 22 Nov 8:00–12:00.', ['Sun 22 Nov 8:00–12:00']);
  wrong('See you Monday! We arrive Sun 22 Nov 8:00–10:00.', ['Monday']);
  wrong('Nos vemos el sábado.', ['sábado']);
  wrong('We call before we come. Reply STOP to opt out, or call 614-555-0100.', []);
});
