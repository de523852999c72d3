// Where a dragged or keyed visit would land. Pixels are those of the canvas: the origin is where row 0 and the day begin.

import { MINUTE, toTime, toX, type Axis } from './axis';

/** Starts are planned in steps of five minutes. */
export const SNAP = 5 * MINUTE;

/** A press becomes a drag after this many pixels, so that a shaky click stays a click. */
export const SLACK = 4;

/** A finger rests this long before it carries, in milliseconds, and may tremble by so many pixels. */
export const HOLD = 350;
export const WOBBLE = 9;

export interface Place {
  /** Index of the row. */
  row: number;
  /** Start of service. */
  start: number;
}

/** The nearest planned start, kept so that the visit begins and ends within the day. */
export function snap(axis: Axis, at: number, duration: number): number {
  const stepped = axis.start + Math.round((at - axis.start) / SNAP) * SNAP;
  const last = axis.start + Math.floor((axis.end - axis.start - duration) / SNAP) * SNAP;
  return Math.max(axis.start, Math.min(stepped, last));
}

/**
 * The place under the pointer. `grab` is how far right of the bubble's left edge it was taken up.
 * Nothing when the pointer is above, below or beside the rows.
 */
export function placeUnder(
  axis: Axis,
  point: { x: number; y: number },
  grab: number,
  duration: number,
  rows: { height: number; count: number },
): Place | null {
  const row = Math.floor(point.y / rows.height);
  if (point.y < 0 || row >= rows.count) return null;
  if (point.x < 0 || point.x > toX(axis, axis.end)) return null;
  return { row, start: snap(axis, toTime(axis, point.x - grab), duration) };
}

/** Keyboard move: arrows step five minutes or one row; with shift, half an hour or five rows. */
export function step(axis: Axis, place: Place, key: string, far: boolean, duration: number, count: number): Place | null {
  const time = far ? 6 * SNAP : SNAP;
  const rows = far ? 5 : 1;
  switch (key) {
    case 'ArrowLeft':
      return { ...place, start: snap(axis, place.start - time, duration) };
    case 'ArrowRight':
      return { ...place, start: snap(axis, place.start + time, duration) };
    case 'ArrowUp':
      return { ...place, row: Math.max(0, place.row - rows) };
    case 'ArrowDown':
      return { ...place, row: Math.min(count - 1, place.row + rows) };
    default:
      return null;
  }
}

/** How far to scroll this frame when the pointer is near an edge; 0 in the middle. Pixels. */
export function edgePull(at: number, from: number, to: number, reach = 44): number {
  if (at < from + reach) return -Math.ceil(Math.min(1, (from + reach - at) / reach) * 14);
  if (at > to - reach) return Math.ceil(Math.min(1, (at - to + reach) / reach) * 14);
  return 0;
}
