import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../api/client';
import type { BoardView, MoveInput, MovesResult } from '../api/types';
import { live } from '../live.svelte';
import { at, board, iso, technician, visit } from './fixture.test-data';
import { OpenBoard } from './open-board.svelte';

const server = vi.hoisted(() => ({ board: vi.fn(), makeMoves: vi.fn(), undo: vi.fn(), standing: vi.fn() }));
vi.mock('../api/calls', () => server);

const day = (where: string, position: number) => board([technician('ana'), technician('ben')], [visit('J1', where)], { position });
const toBen: MoveInput = { move: 'assign', appointment_id: 'J1', technician_id: 'ben', start: iso(at('13:00')) };
const no = { code: 'refused', title: 'No', detail: '', status: 409, errors: [], refusals: [], notice: null, fresh: null, incident: null };

beforeEach(() => {
  vi.useFakeTimers();
  server.standing.mockResolvedValue({ ok: false, problem: no });
});

async function opened(view: BoardView): Promise<OpenBoard> {
  server.board.mockReset().mockResolvedValue({ ok: true, value: view });
  const open = new OpenBoard();
  await open.open(null);
  return open;
}

const who = (open: OpenBoard) => open.visits.get('J1')?.technician_id;

test('a move is drawn before the server answers', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  server.makeMoves.mockReturnValue(new Promise(() => {}));
  void open.make([toBen]);
  expect(who(open)).toBe('ben');
});

test('a refused move goes back', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  server.makeMoves.mockResolvedValue({ ok: false, problem: no });
  await open.make([toBen]);
  expect(who(open)).toBe('ana');
});

test('a board that was read before our own change does not take it back', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  const result: Answer<MovesResult> = { ok: true, value: { position: 7, undoable: true, overridden: [], became: [], visits: [visit('J1', 'ben 13:00-14:00')] } };
  server.makeMoves.mockResolvedValue(result);
  await open.make([toBen]);
  server.board.mockResolvedValue({ ok: true, value: day('ana 9:00-10:00', 6) });
  await open.read();
  expect(who(open)).toBe('ben');
  server.board.mockResolvedValue({ ok: true, value: day('ben 13:00-14:00', 7) });
  await vi.runAllTimersAsync();
  expect(who(open)).toBe('ben');
  expect(open.board?.position).toBe(7);
});

test('what somebody else moved is marked, and then no longer', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  server.board.mockResolvedValue({ ok: true, value: day('ben 9:00-10:00', 2) });
  await open.read();
  expect([...open.flashing]).toEqual(['J1']);
  await vi.runAllTimersAsync();
  expect(open.flashing.size).toBe(0);
});

test('a failed reading keeps the board that is shown', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  server.board.mockResolvedValue({ ok: false, problem: no });
  await open.read();
  expect(who(open)).toBe('ana');
  expect(open.problem).toBeNull();
});

test('a board that was read before the stream of changes began is read again', async () => {
  live.since = 5;
  const open = await opened(day('ana 9:00-10:00', 4));
  server.board.mockResolvedValue({ ok: true, value: day('ben 9:00-10:00', 5) });
  await vi.runAllTimersAsync();
  expect(who(open)).toBe('ben');
  expect(server.board).toHaveBeenCalledTimes(2);
  live.since = 0;
});

test('a storm of changes is answered by one reading more', async () => {
  const open = await opened(day('ana 9:00-10:00', 1));
  server.board.mockClear();
  for (let change = 0; change < 20; change++) void open.read();
  await vi.runAllTimersAsync();
  expect(server.board).toHaveBeenCalledTimes(2);
});
