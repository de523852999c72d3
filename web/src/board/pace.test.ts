import { expect, test, vi } from 'vitest';
import { Pace } from './pace';

test('it asks at once, then at most once per gap, and ends on the newest question', () => {
  vi.useFakeTimers();
  const asked: number[] = [];
  const dropped: number[] = [];
  const pace = new Pace<number>(125, async (question, signal) => {
    asked.push(question);
    signal.addEventListener('abort', () => dropped.push(question));
  });
  for (let question = 0; question < 20; question++) {
    pace.put(question);
    vi.advanceTimersByTime(25);
  }
  vi.advanceTimersByTime(500);
  expect(asked[0]).toBe(0);
  expect(asked.at(-1)).toBe(19);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(dropped).toEqual(asked.slice(0, -1));
  vi.useRealTimers();
});

test('an answer that comes after a newer question is dropped, also while that one waits for its turn', () => {
  vi.useFakeTimers();
  const signals: AbortSignal[] = [];
  const pace = new Pace<number>(125, async (_, signal) => void signals.push(signal));
  pace.put(1);
  pace.put(2);
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  vi.advanceTimersByTime(125);
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  vi.useRealTimers();
});

test('once stopped it asks no more', () => {
  vi.useFakeTimers();
  const asked: number[] = [];
  const pace = new Pace<number>(125, async (question) => void asked.push(question));
  pace.put(1);
  pace.put(2);
  pace.stop();
  vi.advanceTimersByTime(500);
  expect(asked).toEqual([1]);
  vi.useRealTimers();
});
