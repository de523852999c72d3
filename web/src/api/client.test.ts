import { expect, test } from 'vitest';
import { problemFrom } from './client';

test('a problem keeps its code and speaks in sentences', () => {
  const problem = problemFrom(409, {
    type: 'about:blank', title: 'refused', detail: 'the visit is locked by `Dana`', code: 'refused', unknown: 1,
    refusals: [{ code: 'locked', words: 'J114 is locked', about: '7', can_override: true }], notice: null,
  });
  expect(problem).toMatchObject({ status: 409, code: 'refused', title: 'Refused', detail: 'The visit is locked by “Dana”', notice: null, errors: [] });
  expect(problem.refusals.map((refusal) => refusal.words)).toEqual(['J114 is locked']);
  expect('unknown' in problem).toBe(false);
});

test('an answer that is no problem is one all the same', () => {
  expect(problemFrom(502, null)).toMatchObject({ status: 502, code: 'internal', title: 'The server answered with 502' });
  expect(problemFrom(500, '<html>')).toMatchObject({ status: 500, code: 'internal', refusals: [] });
});
