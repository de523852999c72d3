import { expect, test } from 'vitest';
import { board, at, iso, technician, visit } from './fixture.test-data';
import { endOf, find, notWorked, rowsOf, type Filter, type Row } from './rows';

const everyone: Filter = { units: new Set(), zones: new Set() };

/** `ana: J1@0/1 J2@0/1` is lane and lanes of each item, by row. */
function check(rows: Row[], drawn: string) {
  const words = rows.map((row) => `${row.technician.id}: ${row.items.map((item) => `${item.key}@${item.lane}/${item.lanes}`).join(' ')}`.trim());
  expect(words.join('\n')).toBe(drawn);
}

test('each technician is a row, and visits lie in it by start', () => {
  const day = board([technician('ana'), technician('ben')], [visit('J2', 'ana 11:00-12:00'), visit('J1', 'ana 9:00-10:00'), visit('J3', 'ben 9:00-10:00')]);
  check(rowsOf(day, everyone), 'ana: J1@0/1 J2@0/1\nben: J3@0/1');
});

test('a provisional placement of an unassigned visit is not drawn', () => {
  const day = board([technician('ana')], [visit('J1', 'ana 9:00-10:00', { state: 'unassigned' })]);
  check(rowsOf(day, everyone), 'ana:');
});

test('held and cancelled visits are not drawn either', () => {
  const day = board([technician('ana')], [visit('J1', 'ana 9:00-10:00', { state: 'on_hold' }), visit('J2', 'ana 9:00-10:00', { state: 'canceled' })]);
  check(rowsOf(day, everyone), 'ana:');
});

test('a visit that runs over shares its height with the next one', () => {
  const day = board([technician('ana')], [visit('J1', 'ana 9:00-10:20'), visit('J2', 'ana 10:00-11:00'), visit('J3', 'ana 11:00-12:00')]);
  check(rowsOf(day, everyone), 'ana: J1@0/2 J2@1/2 J3@0/1');
});

test('a lane that is free again is used again', () => {
  const day = board([technician('ana')], [visit('J1', 'ana 9:00-12:00'), visit('J2', 'ana 9:30-10:00'), visit('J3', 'ana 10:00-11:00')]);
  check(rowsOf(day, everyone), 'ana: J1@0/2 J2@1/2 J3@1/2');
});

test('events and reservations take their place', () => {
  const day = board([technician('ana')], [visit('J1', 'ana 9:00-10:00')], {
    events: [{ id: 'lunch', technician_id: 'ana', title: 'Lunch', start: iso(at('12:00')), end: iso(at('12:30')), movable: true }],
    reservations: [{ id: 'kept', lead_id: '1', technician_id: 'ana', start: iso(at('14:00')), end: iso(at('15:00')), window: { start: iso(at('14:00')), end: iso(at('16:00')) } }],
  });
  check(rowsOf(day, everyone), 'ana: J1@0/1 lunch@0/1 kept@0/1');
});

test('filters keep who works there, and who works everywhere', () => {
  const day = board([technician('ana', { unit_ids: ['hvac'] }), technician('ben', { unit_ids: ['plumbing'] }), technician('cam')], []);
  check(rowsOf(day, { units: new Set(['hvac']), zones: new Set() }), 'ana:\ncam:');
});

test('without an expected end the planned one counts', () => {
  expect(endOf(visit('J1', 'ana 9:00-10:15', { end: null }))).toBe(at('10:15'));
});

test('hours without a shift are known', () => {
  const [row] = rowsOf(board([technician('ana')], []), everyone);
  expect(notWorked(row as Row, at('7:00'), at('18:00'))).toEqual([
    { start: at('7:00'), end: at('8:00') },
    { start: at('17:00'), end: at('18:00') },
  ]);
});

test('a visit is found in its row', () => {
  const rows = rowsOf(board([technician('ana'), technician('ben')], [visit('J1', 'ben 9:00-10:00')]), everyone);
  expect(find(rows, 'J1')?.row).toBe(1);
  expect(find(rows, 'J9')).toBeNull();
});
