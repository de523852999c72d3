import { expect, test } from 'vitest';
import { read, write, type Route } from './router.svelte';

function check(address: string, route: Route) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  expect(read(pathname, searchParams)).toEqual(route);
  if (address !== '/') expect(write(route)).toBe(address);
}

test('an address is read and written the same', () => {
  check('/', { page: 'inbox', lead: null, show: 'open' });
  check('/inbox', { page: 'inbox', lead: null, show: 'open' });
  check('/inbox/17?show=booked', { page: 'inbox', lead: '17', show: 'booked' });
  check('/board', { page: 'board', date: null, visit: null });
  check('/board?date=2026-11-21&visit=9', { page: 'board', date: '2026-11-21', visit: '9' });
  check('/approvals/17', { page: 'approvals', lead: '17' });
  check('/settings/password', { page: 'settings', tab: 'password' });
  check('/sign-in', { page: 'sign-in' });
});

test('an unknown address is missing, not guessed', () => {
  check('/boards', { page: 'missing', path: '/boards' });
  check('/settings/doors', { page: 'missing', path: '/settings/doors' });
  check('/inbox/1/2', { page: 'missing', path: '/inbox/1/2' });
});

test('a broken escape is an unknown address', () => check('/inbox/%E0%A4%A', { page: 'missing', path: '/inbox/%E0%A4%A' }));
