import { expect, test } from 'vitest';
import { HOUR, MINUTE, toX, type Axis } from './axis';
import { edgePull, placeUnder, snap, step } from './drag';
import { at, DAY } from './fixture.test-data';

const axis: Axis = { start: DAY, end: DAY + 24 * HOUR, scale: 2 };
const hour = 60 * MINUTE;
const rows = { height: 44, count: 3 };

test('starts snap to five minutes', () => {
  expect(snap(axis, at('9:42'), hour)).toBe(at('9:40'));
  expect(snap(axis, at('9:43'), hour)).toBe(at('9:45'));
});

test('a visit is kept within the day', () => {
  expect(snap(axis, at('0:00') - hour, hour)).toBe(at('0:00'));
  expect(snap(axis, at('23:50'), hour)).toBe(at('23:00'));
});

test('the place under the pointer counts from where the bubble was taken', () => {
  const point = { x: toX(axis, at('9:40')) + 30, y: 50 };
  expect(placeUnder(axis, point, 30, hour, rows)).toEqual({ row: 1, start: at('9:40') });
});

test('beside the rows there is no place', () => {
  expect(placeUnder(axis, { x: 500, y: -1 }, 0, hour, rows)).toBeNull();
  expect(placeUnder(axis, { x: 500, y: 132 }, 0, hour, rows)).toBeNull();
  expect(placeUnder(axis, { x: -1, y: 50 }, 0, hour, rows)).toBeNull();
});

test('arrows step through time and rows, farther with shift', () => {
  const place = { row: 1, start: at('9:40') };
  const check = (key: string, far: boolean) => step(axis, place, key, far, hour, 3);
  expect(check('ArrowRight', false)).toEqual({ row: 1, start: at('9:45') });
  expect(check('ArrowLeft', true)).toEqual({ row: 1, start: at('9:10') });
  expect(check('ArrowDown', false)).toEqual({ row: 2, start: at('9:40') });
  expect(check('ArrowDown', true)).toEqual({ row: 2, start: at('9:40') });
  expect(check('ArrowUp', true)).toEqual({ row: 0, start: at('9:40') });
  expect(check('x', false)).toBeNull();
});

test('near an edge the board scrolls that way, in the middle it rests', () => {
  expect(edgePull(5, 0, 400)).toBeLessThan(0);
  expect(edgePull(395, 0, 400)).toBeGreaterThan(0);
  expect(edgePull(200, 0, 400)).toBe(0);
});
