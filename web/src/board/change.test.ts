import { expect, test } from 'vitest';
import { foresee, reconcile, withVisits } from './change';
import { at, board, iso, technician, visit } from './fixture.test-data';

const day = board([technician('ana'), technician('ben')], [visit('J1', 'ana 9:00-10:00'), visit('J2', 'tray', { duration_minutes: 90 })]);
const named = (reference: string, from = day) => from.visits.find((one) => one.reference === reference);

test('an assigned visit moves at once and keeps its length', () => {
  const next = foresee(day, [{ move: 'assign', appointment_id: 'J2', technician_id: 'ben', start: iso(at('13:00')) }]);
  expect(named('J2', next)).toMatchObject({ state: 'assigned', technician_id: 'ben', start: iso(at('13:00')), end: iso(at('14:30')) });
});

test('what is not moved stays the same object', () => {
  const next = foresee(day, [{ move: 'unassign', appointment_id: 'J1', reason: 'customer' }]);
  expect(named('J1', next)?.state).toBe('unassigned');
  expect(named('J2', next)).toBe(named('J2'));
  expect(named('J1')?.state).toBe('assigned');
});

test('the answer of the server replaces what was foreseen', () => {
  const next = withVisits(day, [visit('J1', 'ben 11:00-12:00')]);
  expect(named('J1', next)?.technician_id).toBe('ben');
});

test('a fresh board keeps the objects that are equal and names what moved', () => {
  const fresh = structuredClone(day);
  fresh.visits[0] = visit('J1', 'ben 9:00-10:00');
  const { board: next, moved } = reconcile(day, fresh);
  expect([...moved]).toEqual(['J1']);
  expect(next.visits[1]).toBe(day.visits[1]);
  expect(next.technicians[0]).toBe(day.technicians[0]);
});

test('a new figure alone is no movement', () => {
  const fresh = structuredClone(day);
  fresh.visits[0] = visit('J1', 'ana 9:00-10:00', { drive_minutes: 12 });
  const { board: next, moved } = reconcile(day, fresh);
  expect(moved.size).toBe(0);
  expect(next.visits[0]?.drive_minutes).toBe(12);
});
