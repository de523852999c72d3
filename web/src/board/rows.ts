// From the board of a date to rows of placed things: who is shown, what lies in each row, and in which lane.

import type { BoardView, EventView, HeldView, TechnicianView, VisitView } from '../api/types';
import { MINUTE } from './axis';

/** What lies in a row. Times are milliseconds; `end` is the expected one, which may run into what follows. */
export interface Placed {
  key: string;
  start: number;
  end: number;
  /** Counted from the top; 0 unless something overlaps. */
  lane: number;
  /** How many lanes the overlapping group needs. */
  lanes: number;
}

export interface PlacedVisit extends Placed {
  kind: 'visit';
  visit: VisitView;
}
export interface PlacedEvent extends Placed {
  kind: 'event';
  event: EventView;
}
export interface PlacedHold extends Placed {
  kind: 'reservation';
  held: HeldView;
}
export type Item = PlacedVisit | PlacedEvent | PlacedHold;

export interface Row {
  technician: TechnicianView;
  /** By start. */
  items: Item[];
  /** Shifts of the day as spans, time off and on-call among them. */
  shifts: { start: number; end: number; kind: string; reason: string | null }[];
}

/** Ids of units and zones; empty sets let everything through. */
export interface Filter {
  units: ReadonlySet<string>;
  zones: ReadonlySet<string>;
}

/** Whether something is drawn while a span is in view: also what ended up to three hours before it, for its arrival window. */
export function touches(item: { start: number; end: number }, span: { start: number; end: number }): boolean {
  return item.end > span.start - 3 * 60 * MINUTE && item.start < span.end;
}

const ON_SCHEDULE = new Set(['assigned', 'dispatched', 'working', 'paused', 'done']);

export function onSchedule(visit: VisitView): boolean {
  return ON_SCHEDULE.has(visit.state) && visit.technician_id !== null && visit.technician_id !== undefined && !!visit.start;
}

/** When it is expected to end; the plan when nothing better is known. */
export function endOf(visit: VisitView): number {
  if (visit.end) return Date.parse(visit.end);
  return Date.parse(visit.start ?? visit.window.start) + visit.duration_minutes * MINUTE;
}

/** A technician who is bound to no unit or zone works in all of them. */
export function isShown(technician: TechnicianView, filter: Filter): boolean {
  const within = (bound: string[], wanted: ReadonlySet<string>) =>
    wanted.size === 0 || bound.length === 0 || bound.some((id) => wanted.has(id));
  return within(technician.unit_ids, filter.units) && within(technician.zone_ids, filter.zones);
}

/** Rows in the order of the board. Unassigned, held and cancelled visits are people's tray, not rows. */
export function rowsOf(board: BoardView, filter: Filter): Row[] {
  const byTechnician = new Map<string, Item[]>();
  const put = (technician: string, item: Item) => {
    const items = byTechnician.get(technician);
    if (items) items.push(item);
    else byTechnician.set(technician, [item]);
  };
  for (const visit of board.visits) {
    if (!onSchedule(visit)) continue;
    const start = Date.parse(visit.start as string);
    put(visit.technician_id as string, { kind: 'visit', key: visit.id, start, end: Math.max(endOf(visit), start + 5 * MINUTE), lane: 0, lanes: 1, visit });
  }
  for (const event of board.events) {
    put(event.technician_id, { kind: 'event', key: event.id, start: Date.parse(event.start), end: Date.parse(event.end), lane: 0, lanes: 1, event });
  }
  for (const held of board.reservations) {
    put(held.technician_id, { kind: 'reservation', key: held.id, start: Date.parse(held.start), end: Date.parse(held.end), lane: 0, lanes: 1, held });
  }
  return board.technicians
    .filter((technician) => isShown(technician, filter))
    .map((technician) => ({
      technician,
      items: inLanes(byTechnician.get(technician.id) ?? []),
      shifts: technician.shifts.map((shift) => ({
        kind: shift.kind,
        reason: shift.reason ?? null,
        start: Date.parse(shift.start),
        end: Date.parse(shift.end),
      })),
    }));
}

/** Sorts by start and gives overlapping items lanes: the first lane that is free again takes the next item. */
export function inLanes<T extends Placed>(items: T[]): T[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
  let group: T[] = [];
  let free: number[] = [];
  const close = () => {
    for (const item of group) item.lanes = free.length;
    group = [];
    free = [];
  };
  for (const item of sorted) {
    if (free.length > 0 && free.every((end) => end <= item.start)) close();
    const lane = free.findIndex((end) => end <= item.start);
    item.lane = lane >= 0 ? lane : free.length;
    free[item.lane] = item.end;
    group.push(item);
  }
  close();
  return sorted;
}

/** The parts of `[start, end)` that no working shift covers, for shading. */
export function notWorked(row: Row, start: number, end: number): { start: number; end: number }[] {
  const worked = row.shifts.filter((shift) => shift.kind !== 'time_off').sort((a, b) => a.start - b.start);
  const gaps: { start: number; end: number }[] = [];
  let from = start;
  for (const shift of worked) {
    if (shift.start > from) gaps.push({ start: from, end: Math.min(shift.start, end) });
    from = Math.max(from, shift.end);
  }
  if (from < end) gaps.push({ start: from, end });
  return gaps;
}

/** Where a visit is, when it is in a row. */
export function find(rows: Row[], id: string): { row: number; item: PlacedVisit } | null {
  for (let row = 0; row < rows.length; row++) {
    for (const item of rows[row]?.items ?? []) {
      if (item.kind === 'visit' && item.key === id) return { row, item };
    }
  }
  return null;
}
