// What the board will look like once the server has agreed, and what differs once it has answered.

import type { BoardView, MoveInput, VisitView } from '../api/types';
import { MINUTE } from './axis';

const AFTER_STEP: Record<string, string> = {
  dispatch: 'dispatched',
  cancel_dispatch: 'assigned',
  arrive: 'working',
  pause: 'paused',
  continue: 'working',
  finish: 'done',
};

/** The board with `moves` made, as far as they can be foreseen: drives, loads and alerts follow with the server's answer. */
export function foresee(board: BoardView, moves: MoveInput[]): BoardView {
  let next = board;
  for (const move of moves) {
    if (move.move === 'shift_event') {
      const events = next.events.map((event) =>
        event.id === move.event_id
          ? { ...event, start: move.start, end: later(move.start, Date.parse(event.end) - Date.parse(event.start)) }
          : event,
      );
      next = { ...next, events };
    } else {
      const visits = next.visits.map((visit) => (visit.id === move.appointment_id ? { ...visit, ...after(visit, move) } : visit));
      next = { ...next, visits };
    }
  }
  return next;
}

function after(visit: VisitView, move: Exclude<MoveInput, { move: 'shift_event' }>): Partial<VisitView> {
  switch (move.move) {
    case 'assign':
      return {
        state: visit.state === 'unassigned' ? 'assigned' : visit.state,
        technician_id: move.technician_id,
        start: move.start,
        end: later(move.start, visit.duration_minutes * MINUTE),
        drive_minutes: null,
      };
    case 'unassign':
      return { state: 'unassigned', lock: null, drive_minutes: null };
    case 'lock':
      return { lock: move.kind };
    case 'unlock':
      return { lock: null };
    case 'advance':
      return { state: AFTER_STEP[move.step] ?? visit.state };
    case 'hold':
      return { state: 'on_hold', note: move.reason };
    case 'cancel':
      return { state: 'canceled', note: move.reason };
    case 'resume':
      return { state: 'unassigned', window: move.window, note: null };
    case 'reopen':
      return { state: 'unassigned', note: null };
  }
}

function later(instant: string, by: number): string {
  return new Date(Date.parse(instant) + by).toISOString();
}

/** The board with the visits that the server sent back in place of its own. */
export function withVisits(board: BoardView, visits: VisitView[]): BoardView {
  if (visits.length === 0) return board;
  const fresh = new Map(visits.map((visit) => [visit.id, visit]));
  return { ...board, visits: board.visits.map((visit) => fresh.get(visit.id) ?? visit) };
}

/**
 * The fresh board, with the old object for everything that is equal, so that only what changed is drawn again;
 * and the ids of visits that moved, came or changed their state, to show where somebody else was at work.
 */
export function reconcile(old: BoardView, fresh: BoardView): { board: BoardView; moved: Set<string> } {
  const before = new Map(old.visits.map((visit) => [visit.id, visit]));
  const moved = new Set<string>();
  const visits = fresh.visits.map((visit) => {
    const known = before.get(visit.id);
    if (known && same(known, visit)) return known;
    if (!known || ['technician_id', 'start', 'state', 'lock'].some((field) => differs(known, visit, field as keyof VisitView))) moved.add(visit.id);
    return visit;
  });
  const technicians = kept(old.technicians, fresh.technicians);
  return { board: { ...fresh, visits, technicians, events: kept(old.events, fresh.events), reservations: kept(old.reservations, fresh.reservations) }, moved };
}

function kept<T extends { id: string }>(old: T[], fresh: T[]): T[] {
  const before = new Map(old.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const known = before.get(one.id);
    return known && same(known, one) ? known : one;
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function differs(a: VisitView, b: VisitView, field: keyof VisitView): boolean {
  return (a[field] ?? null) !== (b[field] ?? null);
}
