import { expect, test } from 'vitest';
import { Times } from '../format';
import { visit } from './fixture.test-data';
import { canOverride, cost, refused, spoken } from './phrases';

const times = new Times('America/New_York');
const no = { code: 'x', words: 'does not hold `gas`', about: 'ana', can_override: false };

test('a bubble says what, who, when and how it stands', () => {
  const dispatched = visit('J114', 'ana 9:40-10:55', { state: 'dispatched' });
  expect(spoken(dispatched, times)).toBe('J114 No heat, Ana Ruiz, 9:40 to 10:55, dispatched');
});

test('a provisional start is not said to people', () => {
  const waiting = visit('J7', 'ana 9:40-10:55', { state: 'unassigned', alerts: ['no_plan'] });
  expect(spoken(waiting, times)).toBe('J7 No heat, Ana Ruiz, window 8–12, unassigned, no plan keeps the promise');
});

test('a cost shows its signs and leaves out what does not change', () => {
  const check = (jobs: number, drive_minutes: number, value_cents: number) => cost({ refusals: [], jobs, drive_minutes, value_cents });
  expect(check(0, 6, -1200)).toBe('+6 min  −$12');
  expect(check(1, -4, 64_000)).toBe('+1 job  −4 min  +$640');
  expect(check(0, 0, 20)).toBe('costs nothing');
});

test('a refusal names whom it was asked for, when its words lack their subject', () => {
  const check = (words: string, sentence: string) => expect(refused({ ...no, words }, 'Ana Ruiz')).toBe(sentence);
  check('does not hold `gas` at level 2 (holds 0)', 'Ana Ruiz does not hold gas at level 2 (holds 0)');
  check('has J121 then', 'Ana Ruiz has J121 then');
  check('J114 is locked', 'J114 is locked');
  check('the start is in the past', 'The start is in the past');
});

test('one firm no is enough to forbid an override', () => {
  expect(canOverride([])).toBe(false);
  expect(canOverride([{ ...no, can_override: true }])).toBe(true);
  expect(canOverride([{ ...no, can_override: true }, no])).toBe(false);
});
