import { expect, test } from 'vitest';
import { daysLater, isDate, read, write, type Address } from './address';

const usual: Address = { date: null, visit: null, unit: null, zone: null, span: 'day' };

test('an address comes back as it was written', () => {
  const check = (address: Address) => expect(read(new URL(write(address), 'http://x').searchParams)).toEqual(address);
  check(usual);
  check({ date: '2026-11-22', visit: '77', unit: '3', zone: '9', span: 'week' });
});

test('the usual board has the shortest address', () => expect(write(usual)).toBe('/board'));

test('days follow the calendar over months, years and clock changes', () => {
  expect(daysLater('2026-10-31', 1)).toBe('2026-11-01');
  expect(daysLater('2026-11-01', 1)).toBe('2026-11-02');
  expect(daysLater('2027-01-01', -1)).toBe('2026-12-31');
});

test('only a day of the calendar is a date', () => {
  expect(isDate('2026-11-21')).toBe(true);
  expect(isDate('2026-02-30')).toBe(false);
  expect(isDate('tomorrow')).toBe(false);
});
