// What is being carried, by pointer, finger or keys: where it would land, and what that would cost.

import * as calls from '../api/calls';
import type { EventView, MoveInput, MovesPreview, SpanView, VisitView } from '../api/types';
import { MINUTE } from './axis';
import type { Place } from './drag';
import { Pace } from './pace';
import { endOf, type Row } from './rows';

/** At most eight questions a second go to the server while something is carried. Milliseconds. */
const GAP = 125;

export type Over = 'rows' | 'tray' | 'nowhere';

/** A visit, or an event that may shift within its technician's day. */
export type Thing = {
  id: string;
  /** `J114`, `Lunch`. */
  name: string;
  /** What more is written on it. */
  words: string;
  /** Milliseconds. */
  duration: number;
  /** When it ends where it is now. */
  end: number;
  /** The arrival window it has to begin in. */
  promise: SpanView | null;
} & ({ kind: 'visit'; visit: VisitView } | { kind: 'event'; event: EventView });

export function thingOfVisit(visit: VisitView): Thing {
  const { id, reference, job_type, duration_minutes, window } = visit;
  return { kind: 'visit', visit, id, name: reference, words: job_type, duration: duration_minutes * MINUTE, end: endOf(visit), promise: window };
}

export function thingOfEvent(event: EventView): Thing {
  const end = Date.parse(event.end);
  return { kind: 'event', event, id: event.id, name: event.title, words: '', duration: end - Date.parse(event.start), end, promise: null };
}

export interface Carried {
  thing: Thing;
  by: 'pointer' | 'touch' | 'keys';
  over: Over;
  /** Where it would land; only over the rows. */
  place: Place | null;
  /** The row and start it came from, when it was on the schedule. */
  from: Place | null;
}

export class Carry {
  now = $state.raw<Carried | null>(null);
  /** What the server says of the place; nothing while it is asked. */
  verdict = $state.raw<MovesPreview | null>(null);
  /** Where the pointer is, in the window. */
  pointer = $state.raw<{ x: number; y: number }>({ x: 0, y: 0 });

  readonly unmoved: boolean = $derived(
    this.now !== null && this.now.from !== null && this.now.place !== null && same(this.now.place, this.now.from),
  );

  #rows: () => Row[];
  #pace = new Pace<MoveInput>(GAP, async (move, signal) => {
    const answer = await calls.previewMoves({ moves: [move] }, signal);
    if (!signal.aborted && answer.ok) this.verdict = answer.value;
  });

  constructor(rows: () => Row[]) {
    this.#rows = rows;
  }

  take(carried: Carried): void {
    this.verdict = null;
    this.now = carried;
  }

  /** Over another place: the old verdict is worth nothing, so it goes, and the server is asked again. */
  to(over: Over, place: Place | null): void {
    const now = this.now;
    if (now === null || (now.over === over && same(now.place, place))) return;
    this.now = { ...now, over, place };
    this.verdict = null;
    const move = this.move();
    if (move && !this.unmoved) this.#pace.put(move);
    else this.#pace.stop();
  }

  /** The change that dropping here makes; nothing where it cannot be dropped, and for the tray, which asks for a reason. */
  move(): MoveInput | null {
    const now = this.now;
    const row = now?.place ? this.#rows()[now.place.row] : undefined;
    if (!now?.place || !row) return null;
    const start = new Date(now.place.start).toISOString();
    if (now.thing.kind === 'event') return { move: 'shift_event', event_id: now.thing.id, start };
    return { move: 'assign', appointment_id: now.thing.id, technician_id: row.technician.id, start };
  }

  /** Puts it down without a change. */
  end(): void {
    this.#pace.stop();
    this.now = null;
    this.verdict = null;
  }
}

function same(a: Place | null, b: Place | null): boolean {
  return a === b || (a !== null && b !== null && a.row === b.row && a.start === b.start);
}
