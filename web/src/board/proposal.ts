// A suggestion, drawn on the board: where each visit would go, and from where.

import type { AlternativeView, MoveView } from '../api/types';
import { MINUTE } from './axis';

export interface Spot {
  technician: string;
  start: number;
  end: number;
}

export interface Proposed {
  /** The visit or the event. */
  id: string;
  reference: string;
  words: string;
  from: Spot | null;
  /** Nothing when it would go back to the tray. */
  to: Spot | null;
}

/** The ticked moves of an alternative. Nothing ticked draws nothing. */
export function proposedBy(alternative: AlternativeView, ticked: ReadonlySet<number>): Proposed[] {
  return alternative.moves.flatMap((move, index) => (ticked.has(index) ? [proposed(move)] : []));
}

function proposed(move: MoveView): Proposed {
  const start = move.start ? Date.parse(move.start) : null;
  const end = move.end ? Date.parse(move.end) : null;
  const length = start !== null && end !== null ? end - start : 60 * MINUTE;
  const fromStart = move.from_start ? Date.parse(move.from_start) : null;
  return {
    id: move.appointment_id ?? move.event_id ?? '',
    reference: move.reference,
    words: move.words,
    from: move.from_technician_id && fromStart !== null ? { technician: move.from_technician_id, start: fromStart, end: fromStart + length } : null,
    to: move.technician_id && start !== null ? { technician: move.technician_id, start, end: end ?? start + length } : null,
  };
}

const TERMS: Record<string, string> = {
  value: 'Predicted value',
  driving: 'Driving',
  disturbance: 'Moving visits that have a place',
};

/** What the money of an alternative is made of; terms in which no money changes hands are left out. */
export function ledgerLines(alternative: AlternativeView): { words: string; cents: number }[] {
  return alternative.ledger
    .filter((line) => line.money_cents !== 0)
    .map((line) => ({ words: TERMS[line.term] ?? line.term, cents: line.money_cents }));
}

/** Ticks by move index; the visit that was asked for is always the first move. */
export function toggled(ticked: ReadonlySet<number>, index: number): Set<number> {
  const next = new Set(ticked);
  if (!next.delete(index)) next.add(index);
  return next;
}

/** What the server wants to know: the ticked indexes in order, or nothing when all are ticked. */
export function chosen(alternative: AlternativeView, ticked: ReadonlySet<number>): number[] | null {
  if (alternative.moves.every((_, index) => ticked.has(index))) return null;
  return [...ticked].sort((a, b) => a - b);
}

/** A soft arrow from the old place to the new one. Points are in pixels of the canvas. */
export function arrow(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const bend = Math.max(24, Math.abs(to.x - from.x) * 0.35);
  return `M${from.x} ${from.y} C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
