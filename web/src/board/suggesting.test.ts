import { expect, test, vi } from 'vitest';
import type { GainView, SuggestionView } from '../api/types';
import { at, iso } from './fixture.test-data';
import { Suggesting } from './suggesting.svelte';

const server = vi.hoisted(() => ({ suggest: vi.fn(), suggestion: vi.fn(), figures: vi.fn(), acceptSuggestion: vi.fn() }));
vi.mock('../api/calls', () => server);

const gain = (drive_seconds: number): GainView => ({ jobs: 1, drive_seconds, value_cents: 64_000, moves: 2 });
const move = (reference: string) => ({
  kind: 'assign', appointment_id: reference, reference, technician_id: 'ana', start: iso(at('10:40')), end: iso(at('11:40')), words: `${reference} → Ana 10:40`,
});
const made = (id: string, drive_seconds: number): SuggestionView => ({
  id, appointment_id: 'J1', state: 'open', message: { code: 'better_found', title: 'better', evidence: [], next: '' },
  alternatives: [{ moves: [move('J1'), move('J2')], gain: gain(drive_seconds), ledger: [], reasons: [] }, { moves: [move('J1')], gain: gain(60), ledger: [], reasons: [] }],
  made: iso(at('9:40')), took_ms: 18, based_on: 1, new_jobs_since: 0,
});
const problem = { code: 'stale', title: 'The board changed', detail: '', status: 409, errors: [], refusals: [], notice: null, fresh: null, incident: null };

async function asked(): Promise<Suggesting> {
  const suggesting = new Suggesting();
  server.suggest.mockResolvedValue({ ok: true, value: made('s1', 840) });
  await suggesting.about('J1', null);
  await suggesting.ask();
  return suggesting;
}

test('all moves of the best alternative are ticked, and nothing is drawn until it is previewed', async () => {
  const suggesting = await asked();
  expect([...suggesting.ticked]).toEqual([0, 1]);
  expect(suggesting.proposal).toEqual([]);
  suggesting.previewing = true;
  expect(suggesting.proposal.map((one) => one.id)).toEqual(['J1', 'J2']);
});

test('figures follow the ticks, and moves that do not fit alone cannot be accepted', async () => {
  const suggesting = await asked();
  server.figures.mockResolvedValue({ ok: true, value: { gain: gain(300), refusals: [{ code: 'visit_in_the_way', words: 'has J2 then', about: null, can_override: false }] } });
  await suggesting.tick(1);
  expect(server.figures).toHaveBeenLastCalledWith('s1', { alternative: 0, moves: [0] }, expect.anything());
  expect(suggesting.gain?.drive_seconds).toBe(300);
  expect(suggesting.acceptable).toBe(false);
  await suggesting.tick(1);
  expect(suggesting.gain?.drive_seconds).toBe(840);
  expect(suggesting.acceptable).toBe(true);
});

test('a stale acceptance shows the difference and the fresh suggestion', async () => {
  const suggesting = await asked();
  server.acceptSuggestion.mockResolvedValue({ ok: false, problem: { ...problem, fresh: made('s2', 1380) } });
  expect(await suggesting.accept()).toBeNull();
  expect(suggesting.stage).toMatchObject({ is: 'shown', view: { id: 's2' } });
  expect(suggesting.difference).toMatchObject({ before: gain(840), after: gain(1380) });
});

test('what was applied stays in sight until it is taken back, whatever another person asked for meanwhile', async () => {
  const suggesting = await asked();
  server.acceptSuggestion.mockResolvedValue({ ok: true, value: { position: 7, gain: gain(840), message: { code: 'applied', title: 'Applied', evidence: [], next: '' } } });
  await suggesting.accept();
  server.suggestion.mockResolvedValue({ ok: true, value: made('s9', 60) });
  await suggesting.about('J1', 's9');
  expect(suggesting.applied?.position).toBe(7);
  expect(suggesting.stage.is).toBe('none');
  suggesting.undone(6);
  expect(suggesting.applied?.position).toBe(7);
  suggesting.undone(7);
  expect(suggesting.applied).toBeNull();
});

test('another visit starts with a clean sheet', async () => {
  const suggesting = await asked();
  suggesting.previewing = true;
  await suggesting.about('J9', null);
  expect(suggesting.stage.is).toBe('none');
  expect(suggesting.previewing).toBe(false);
});

test('an accepted suggestion is put away and can be named for undo', async () => {
  const suggesting = await asked();
  const answer = { position: 12, message: { code: 'applied', title: '2 moves made', evidence: [], next: '' }, gain: gain(840) };
  server.acceptSuggestion.mockResolvedValue({ ok: true, value: answer });
  expect((await suggesting.accept())?.position).toBe(12);
  expect(server.acceptSuggestion).toHaveBeenLastCalledWith('s1', { alternative: 0, moves: null });
  expect(suggesting.stage.is).toBe('none');
  expect(suggesting.applied?.position).toBe(12);
});
