import { expect, test } from 'vitest';
import type { AlternativeView } from '../api/types';
import { at, iso } from './fixture.test-data';
import { chosen, ledgerLines, proposedBy, toggled } from './proposal';

const alternative: AlternativeView = {
  moves: [
    { kind: 'assign', appointment_id: 'J151', reference: 'J151', technician_id: 'ana', start: iso(at('10:40')), end: iso(at('11:40')), words: 'J151 → Ana 10:40' },
    { kind: 'assign', appointment_id: 'J131', reference: 'J131', technician_id: 'cam', start: iso(at('13:10')), end: iso(at('14:10')), from_technician_id: 'ana', from_start: iso(at('10:30')), words: 'J131 → Cam 1:10' },
  ],
  gain: { jobs: 1, drive_seconds: 840, value_cents: 64_000, moves: 2 },
  ledger: [],
  reasons: [],
};

test('a visit from the tray comes from nowhere, a moved one from its old place', () => {
  const [first, second] = proposedBy(alternative, new Set([0, 1]));
  expect(first?.from).toBeNull();
  expect(first?.to).toEqual({ technician: 'ana', start: at('10:40'), end: at('11:40') });
  expect(second?.from).toEqual({ technician: 'ana', start: at('10:30'), end: at('11:30') });
});

test('moves that are ticked off are not drawn', () => {
  expect(proposedBy(alternative, new Set([1])).map((one) => one.id)).toEqual(['J131']);
});

test('all ticks are said as nothing, some by index', () => {
  expect(chosen(alternative, new Set([1, 0]))).toBeNull();
  expect(chosen(alternative, toggled(new Set([0, 1]), 1))).toEqual([0]);
});

test('the ledger says where the money comes from and leaves out what is not money', () => {
  const ledger = [
    { term: 'value', money_cents: 67_200, weighed_cents: 67_200 },
    { term: 'driving', money_cents: -2_400, weighed_cents: -1_200 },
    { term: 'service', money_cents: 0, weighed_cents: 5_000 },
  ];
  expect(ledgerLines({ ...alternative, ledger })).toEqual([
    { words: 'Predicted value', cents: 67_200 },
    { words: 'Driving', cents: -2_400 },
  ]);
});
