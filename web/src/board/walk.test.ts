import { expect, test } from 'vitest';
import { board, technician, visit } from './fixture.test-data';
import { rowsOf } from './rows';
import { walk } from './walk';

const rows = rowsOf(
  board(
    [technician('ana'), technician('ben'), technician('cam')],
    [visit('J1', 'ana 8:00-9:00'), visit('J2', 'ana 10:00-11:00'), visit('J3', 'cam 8:30-9:30'), visit('J4', 'cam 10:30-12:00')],
  ),
  { units: new Set(), zones: new Set() },
);

test('the first key selects the first bubble', () => {
  expect(walk(rows, null, 'ArrowDown')).toBe('J1');
  expect(walk([], null, 'ArrowDown')).toBeNull();
});

test('left and right stay in the row and stop at its ends', () => {
  expect(walk(rows, 'J1', 'ArrowRight')).toBe('J2');
  expect(walk(rows, 'J2', 'ArrowRight')).toBe('J2');
  expect(walk(rows, 'J2', 'Home')).toBe('J1');
});

test('up and down skip empty rows and take the nearest in time', () => {
  expect(walk(rows, 'J2', 'ArrowDown')).toBe('J4');
  expect(walk(rows, 'J3', 'ArrowUp')).toBe('J1');
  expect(walk(rows, 'J4', 'ArrowDown')).toBe('J4');
});
