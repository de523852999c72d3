// The time axis: instants to pixels and back, ticks, and zoom. Instants are milliseconds since 1970 (UTC).

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Below this a quarter of an hour is too narrow to read; above it a whole screen is one visit. Pixels per minute. */
export const ZOOM = { least: 0.9, most: 8, step: 1.25 } as const;

/** One company date laid out from left to right. `end - start` is 23 or 25 hours when clocks change. */
export interface Axis {
  start: number;
  end: number;
  /** Pixels per minute. */
  scale: number;
}

export interface Tick {
  at: number;
  x: number;
  kind: 'hour' | 'half' | 'quarter';
}

export function widthOf(axis: Axis): number {
  return toX(axis, axis.end);
}

export function toX(axis: Axis, at: number): number {
  return ((at - axis.start) / MINUTE) * axis.scale;
}

export function toTime(axis: Axis, x: number): number {
  return axis.start + (x / axis.scale) * MINUTE;
}

/** Ticks as dense as the scale allows: hours always, halves from 1.5 px a minute, quarters from 4. */
export function ticks(axis: Axis): Tick[] {
  const step = axis.scale >= 4 ? 15 : axis.scale >= 1.5 ? 30 : 60;
  const marks: Tick[] = [];
  for (let at = axis.start; at < axis.end; at += step * MINUTE) {
    const minute = ((at - axis.start) / MINUTE) % 60;
    marks.push({ at, x: toX(axis, at), kind: minute === 0 ? 'hour' : minute === 30 ? 'half' : 'quarter' });
  }
  return marks;
}

/** How many hours lie between two written hours, so that labels never touch. */
export function labelEvery(scale: number): number {
  return scale * 60 >= 52 ? 1 : scale * 60 >= 30 ? 2 : 3;
}

export function clampScale(scale: number): number {
  return Math.min(ZOOM.most, Math.max(ZOOM.least, scale));
}

/** The scale at which business hours, with half an hour of air on both sides, fill `width` pixels. */
export function fittingScale(open: { start: number; end: number }, width: number): number {
  return clampScale(width / ((open.end - open.start) / MINUTE + 60));
}

/** Zooms so that the instant under `anchor` (pixels from the left edge of the view) stays under it. */
export function zoomAround(axis: Axis, scale: number, anchor: number, scrollLeft: number): { axis: Axis; scrollLeft: number } {
  const zoomed = { ...axis, scale: clampScale(scale) };
  const held = toTime(axis, scrollLeft + anchor);
  return { axis: zoomed, scrollLeft: Math.max(0, toX(zoomed, held) - anchor) };
}

/** The span of time in view, widened to whole steps so that small scrolls change nothing. */
export function spanInView(axis: Axis, scrollLeft: number, width: number): { start: number; end: number } {
  const step = 2 * HOUR;
  const from = toTime(axis, scrollLeft) - step;
  const to = toTime(axis, scrollLeft + width) + step;
  return {
    start: axis.start + Math.floor((from - axis.start) / step) * step,
    end: axis.start + Math.ceil((to - axis.start) / step) * step,
  };
}

/** Rows `[first, last)` that touch the view, with `extra` rows on both sides. */
export function rowsInView(scrollTop: number, height: number, rowHeight: number, count: number, extra = 4): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - extra);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + extra);
  return { first: Math.min(first, count), last: Math.max(last, Math.min(first, count)) };
}
