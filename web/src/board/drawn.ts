// What lies in a row, ready to be drawn: every figure and word is worked out here at once, because a thousand small reactive
// expressions take longer than the drawing itself.

import type { EventView, HeldView, VisitView } from '../api/types';
import type { Times } from '../format';
import { MINUTE, toX, type Axis } from './axis';
import { spoken } from './phrases';
import { notWorked, touches, type Item, type PlacedVisit, type Row } from './rows';
import { lookOf, type Look } from './status';

export interface DrawnVisit {
  kind: 'visit';
  key: string;
  visit: VisitView;
  look: Look;
  classes: string;
  style: string;
  /** Band of the arrival window; nothing once the promise is kept. */
  window: { classes: string; style: string } | null;
  /** Bar of the drive before it. */
  drive: string | null;
  /** What a screen reader says of it. */
  spoken: string;
  /** At its right: `pin` where there is no room for more. */
  mark: 'lock' | 'spark' | 'pin' | null;
  two: boolean;
}
export interface DrawnEvent {
  kind: 'event';
  key: string;
  event: EventView;
  classes: string;
  style: string;
  words: string;
}
export interface DrawnHold {
  kind: 'reservation';
  key: string;
  held: HeldView;
  style: string;
  words: string;
}
export type Drawn = DrawnVisit | DrawnEvent | DrawnHold;

/** Where a row is drawn. */
export interface Paper {
  axis: Axis;
  /** Only what touches this span is drawn. */
  span: { start: number; end: number };
  /** Height of the row, in pixels. */
  height: number;
}

/** Air above and below what lies in a row of a height, in pixels. */
export function padOf(height: number): number {
  return height >= 56 ? 6 : height >= 44 ? 5 : 3;
}

export function drawn(row: Row, paper: Paper, times: Times): Drawn[] {
  const shown: Drawn[] = [];
  row.items.forEach((item, nth) => {
    if (!touches(item, paper.span)) return;
    if (item.kind === 'visit') shown.push(drawnVisit(item, nth, paper, times));
    else if (item.kind === 'event') shown.push(drawnEvent(item.event, item, paper, times));
    else shown.push(drawnHold(item.held, item, paper, times));
  });
  return shown;
}

function drawnVisit(item: PlacedVisit, nth: number, paper: Paper, times: Times): DrawnVisit {
  const { visit } = item;
  const look = lookOf(visit);
  const room = toX(paper.axis, item.end) - toX(paper.axis, item.start);
  const box = boxOf(item, paper.height);
  const two = paper.height >= 56 && item.lanes === 1;
  const classes = ['visit', look];
  if (visit.alerts.length > 0) classes.push('alert');
  if (two) classes.push('two');
  if (box.height < 20) classes.push('low');
  if (room < 120) classes.push('short');
  if (room < 66) classes.push('tiny');
  return {
    kind: 'visit', key: item.key, visit, look, two, classes: classes.join(' '), spoken: spoken(visit, times),
    style: `left:${Math.round(toX(paper.axis, item.start))}px;width:${Math.max(24, Math.round(room) - 1)}px;top:${box.top}px;height:${box.height}px`,
    window: look === 'done' || look === 'working' ? null : {
      // Above and below by turns: windows of neighbours overlap in time, and are still told apart.
      classes: `window ${look}${nth % 2 === 1 ? ' above' : ''}`,
      style: across(paper.axis, Date.parse(visit.window.start), Date.parse(visit.window.end)),
    },
    drive: visit.drive_minutes
      ? `${across(paper.axis, item.start - visit.drive_minutes * MINUTE, item.start)};top:${box.top + box.height / 2 - 1.5}px`
      : null,
    mark: room >= 84 ? (visit.lock ? 'lock' : visit.planned ? 'spark' : null) : visit.lock ? 'pin' : null,
  };
}

function drawnEvent(event: EventView, item: Item, paper: Paper, times: Times): DrawnEvent {
  const words = `${event.title}, ${times.time(item.start)}–${times.time(item.end)}${event.movable ? ', may shift' : ''}`;
  return { kind: 'event', key: item.key, event, words, classes: event.movable ? 'event movable' : 'event', style: placed(item, paper) };
}

function drawnHold(held: HeldView, item: Item, paper: Paper, times: Times): DrawnHold {
  const words = `Kept for a request, window ${times.span(held.window.start, held.window.end)}`;
  return { kind: 'reservation', key: item.key, held, words, style: placed(item, paper) };
}

/** What stands out now: `selected`, on the way elsewhere, just moved by somebody. */
export interface Standing {
  selected: string | null;
  /** Visits that a previewed suggestion moves away. */
  leaving: ReadonlySet<string>;
  /** What is being carried. */
  carried: { kind: string; id: string } | null;
  flashing: ReadonlySet<string>;
}

/** The same list with what stands out marked; the very same when nothing does, so that other rows are not drawn again. */
export function marked(list: Drawn[], standing: Standing): Drawn[] {
  const { selected, leaving, carried, flashing } = standing;
  const taken = ({ kind, key }: Drawn) => carried !== null && carried.kind === kind && carried.id === key;
  const stands = (one: Drawn) => taken(one) || (one.kind === 'visit' && (one.key === selected || leaving.has(one.key) || flashing.has(one.key)));
  if (!list.some(stands)) return list;
  return list.map((one) => {
    if (one.kind === 'reservation' || !stands(one)) return one;
    if (one.kind === 'event') return { ...one, classes: `${one.classes} leaving` };
    let classes = one.classes;
    if (one.key === selected) classes += ' selected';
    if (taken(one) || leaving.has(one.key)) classes += ' leaving';
    if (flashing.has(one.key)) classes += ' flash';
    const window = one.window && one.key === selected ? { ...one.window, classes: `${one.window.classes} shown` } : one.window;
    return { ...one, classes, window };
  });
}

export interface DrawnShift {
  key: string;
  kind: 'gap' | 'time_off' | 'on_call';
  style: string;
  words: string;
}

/** What lies under the work: hours outside shifts, time off, on call. */
export function drawnShifts(row: Row, paper: Paper): DrawnShift[] {
  const bounds = { start: Math.max(paper.axis.start, paper.span.start), end: Math.min(paper.axis.end, paper.span.end) };
  const shown: DrawnShift[] = notWorked(row, bounds.start, bounds.end).map((gap) => ({
    key: `gap${gap.start}`, kind: 'gap', style: across(paper.axis, gap.start, gap.end), words: '',
  }));
  for (const shift of row.shifts) {
    const style = across(paper.axis, shift.start, shift.end);
    if (shift.kind === 'time_off') shown.push({ key: `off${shift.start}`, kind: 'time_off', style, words: shift.reason ? `Time off, ${shift.reason}` : 'Time off' });
    else if (shift.kind === 'on_call') shown.push({ key: `call${shift.start}`, kind: 'on_call', style, words: 'On call' });
  }
  return shown;
}

/** From left to right. */
function across(axis: Axis, start: number, end: number): string {
  const left = Math.round(toX(axis, start));
  return `left:${left}px;width:${Math.max(2, Math.round(toX(axis, end)) - left)}px`;
}

function placed(item: Item, paper: Paper): string {
  const box = boxOf(item, paper.height);
  return `${across(paper.axis, item.start, item.end)};top:${box.top}px;height:${box.height}px`;
}

/** Top and height of an item in its lane, in pixels. */
function boxOf(item: Item, height: number): { top: number; height: number } {
  const pad = padOf(height);
  const gap = item.lanes > 1 ? 1 : 0;
  const each = (height - 1 - 2 * pad - gap * (item.lanes - 1)) / item.lanes;
  return { top: pad + item.lane * (each + gap), height: each };
}
