import { afterEach, expect, test, vi } from 'vitest';
import { get, problemFrom } from './client';

afterEach(() => vi.unstubAllGlobals());

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

test('what was asked for before the program was there is handed over once', async () => {
  const begun = { '/board': Promise.resolve({ status: 200, json: 'begun' }), '/company': Promise.resolve({ status: 401, json: 'no' }), '/session': Promise.resolve(null) };
  vi.stubGlobal('window', { begun });
  vi.stubGlobal('fetch', async () => new Response('"asked"'));
  expect(await get('/board')).toEqual({ ok: true, value: 'begun' });
  expect(await get('/board')).toEqual({ ok: true, value: 'asked' });
  // A "no", or nothing at all, is asked for again.
  expect(await get('/company')).toEqual({ ok: true, value: 'asked' });
  expect(await get('/session')).toEqual({ ok: true, value: 'asked' });
});

test('what was asked for long ago is asked for again', async () => {
  vi.stubGlobal('window', { begun: { '/board': Promise.resolve({ status: 200, json: 'begun' }) } });
  vi.stubGlobal('fetch', async () => new Response('"asked"'));
  vi.stubGlobal('performance', { now: () => 60_000 });
  expect(await get('/board')).toEqual({ ok: true, value: 'asked' });
});

test('an answer that breaks off is dropped like a question that was', async () => {
  const breaking = (error: Error) => new Response(new ReadableStream({ start: (body) => body.error(error) }));
  const stop = new AbortController();
  vi.stubGlobal('fetch', async () => breaking(new TypeError('network error')));
  expect(await get('/board')).toMatchObject({ ok: false, problem: { code: 'offline' } });
  stop.abort();
  expect(await get('/board', {}, stop.signal)).toMatchObject({ ok: false, problem: { code: 'aborted' } });
});

test('the name of an HTTP status is no headline', () => {
  const titled = (code: string, title: string) => problemFrom(409, { code, title }).title;
  expect(titled('already_decided', 'Conflict')).toBe('Somebody was quicker');
  expect(titled('something_new', 'Unprocessable Entity')).toBe('That did not work');
  expect(titled('stale', 'The board has changed')).toBe('The board has changed');
});
