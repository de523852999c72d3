import { expect, test } from 'vitest';
import { newPassword, LONG_ENOUGH, roleName } from './roles';

test('a password that was made is long enough, can be told, and is never the same', () => {
  const made = Array.from({ length: 200 }, newPassword);
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  expect(made[0]?.length).toBeGreaterThan(LONG_ENOUGH);
  expect(new Set(made).size).toBe(made.length);
});

test('a role that is not known yet is shown by its name', () => expect([roleName('csr'), roleName('auditor')]).toEqual(['CSR', 'auditor']));
