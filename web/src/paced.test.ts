import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Calls at these milliseconds; says when it ran. */
function check(calls: number[], expected: number[], stopAt = Infinity) {
  const began = Date.now();
  const ran: number[] = [];
  const pace = paced(() => ran.push(Date.now() - began), 100, 1000);
  for (let now = 0; now <= 5000; now += 10) {
    if (calls.includes(now)) pace.call();
    if (now === stopAt) pace.stop();
    vi.advanceTimersByTime(10);
  }
  expect(ran).toEqual(expected);
}

test('one call runs once, soon after', () => check([0], [100]));
test('a burst runs once', () => check([0, 30, 60, 90], [100]));
test('the next burst waits its distance', () => check([0, 150, 300], [100, 1100]));
test('after a rest it is quick again', () => check([0, 3000], [100, 3100]));
test('a storm without end is answered at its pace', () =>
  check(Array.from({ length: 300 }, (_, at) => at * 10), [100, 1100, 2100, 3100]));
test('nothing runs after the end', () => check([0], [], 50));
