// Small boards for the tests, drawn from few words.

import type { BoardView, TechnicianView, VisitView } from '../api/types';
import { MINUTE } from './axis';

export const DAY = Date.parse('2026-11-21T05:00:00Z');

/** `9:40` of the test's day, five hours behind UTC. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return DAY + (hours * 60 + minutes) * MINUTE;
}

export const iso = (ms: number) => new Date(ms).toISOString();

export function technician(id: string, some: Partial<TechnicianView> = {}): TechnicianView {
  const shifts = [{ kind: 'normal', start: iso(at('8:00')), end: iso(at('17:00')), reason: null }];
  return { id, name: id, unit_ids: [], zone_ids: [], skills: [], managed: true, shifts, load: 0.5, ...some };
}

/** `ana 9:40-10:55`, or `tray` for a visit that nobody has. */
export function visit(reference: string, where: string, some: Partial<VisitView> = {}): VisitView {
  const [who = 'tray', span] = where.split(' ');
  const [from = '9:00', to = '10:00'] = span?.split('-') ?? [];
  const placed = who !== 'tray';
  return {
    id: reference, job_id: reference, reference, job_type: 'No heat', trade: 'hvac', unit_id: 'hvac', customer: 'Ana Ruiz', address: '12 Neil Ave',
    zip: '43201', zone: 'North', summary: 'no heat', urgency: 'routine', value_cents: 10_000, state: placed ? 'assigned' : 'unassigned',
    technician_id: placed ? who : null, start: placed ? iso(at(from)) : null, end: placed ? iso(at(to)) : null,
    window: { start: iso(at('8:00')), end: iso(at('12:00')) }, duration_minutes: (at(to) - at(from)) / MINUTE, drive_minutes: null, lock: null,
    planned: true, kept_because: null, told: true, alerts: [], alert_reasons: [], days_open: 0, note: null, ...some,
  };
}

export function board(technicians: TechnicianView[], visits: VisitView[], some: Partial<BoardView> = {}): BoardView {
  return {
    date: '2026-11-21', day_start: iso(DAY), day_end: iso(DAY + 1440 * MINUTE), open: { start: iso(at('8:00')), end: iso(at('17:00')) },
    now: iso(at('9:40')), position: 1, technicians, visits, events: [], reservations: [], carried: [], alert_ids: [], drive_minutes: 0, value_cents: 0, ...some,
  };
}
