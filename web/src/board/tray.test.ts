import { expect, test } from 'vitest';
import { at, iso, visit } from './fixture.test-data';
import { counts, FIRST_ORDER, linesOf, type Order, type Tab } from './tray';

const visits = [
  visit('J2', 'tray', { value_cents: 64_000, zip: '43215', urgency: 'urgent' }),
  visit('J10', 'tray', { value_cents: 18_900, alerts: ['no_plan'], customer: 'Priya Shah' }),
  visit('J1', 'tray', { value_cents: 42_000, window: { start: iso(at('7:00')), end: iso(at('9:00')) } }),
  visit('J4', 'ana 9:00-10:00', { told: false, alerts: ['late'] }),
  visit('J5', 'ana 9:00-10:00', { state: 'working', told: false }),
  visit('J6', 'tray', { state: 'on_hold', note: 'parts' }),
  visit('J7', 'tray', { state: 'canceled' }),
];

function check(tab: Tab, words: string, order: Order, drawn: string) {
  expect(linesOf(visits, tab, words, order).map((line) => line.reference).join(' ')).toBe(drawn);
}

test('a late, unconfirmed visit counts in two tabs', () => {
  expect(counts(visits)).toEqual({ unassigned: 3, alerts: 2, hold: 1, unconfirmed: 1, canceled: 1 });
});

test('what needs a person stands first, then what is urgent', () => check('unassigned', '', FIRST_ORDER, 'J10 J2 J1'));

test('references sort as numbers', () => check('unassigned', '', { column: 'reference', down: false }, 'J1 J2 J10'));

test('value sorts both ways', () => {
  check('unassigned', '', { column: 'value', down: true }, 'J2 J1 J10');
  check('unassigned', '', { column: 'value', down: false }, 'J10 J1 J2');
});

test('every word of the filter must be there', () => {
  check('unassigned', 'shah', FIRST_ORDER, 'J10');
  check('unassigned', ' 43215  heat ', FIRST_ORDER, 'J2');
  check('unassigned', 'shah 43215', FIRST_ORDER, '');
});

test('work that has begun needs no confirmation', () => check('unconfirmed', '', FIRST_ORDER, 'J4'));
