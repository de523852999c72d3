// The job tray: which visits lie in which tab, and in what order.

import type { VisitView } from '../api/types';

export const TABS = ['unassigned', 'alerts', 'hold', 'unconfirmed', 'canceled'] as const;
export type Tab = (typeof TABS)[number];

export const TAB_NAMES: Record<Tab, string> = {
  unassigned: 'Unassigned',
  alerts: 'Alerts',
  hold: 'Hold',
  unconfirmed: 'Unconfirmed',
  canceled: 'Canceled',
};

/** A visit may lie in more than one tab: a late, unconfirmed visit is in two. */
export function isIn(tab: Tab, visit: VisitView): boolean {
  switch (tab) {
    case 'unassigned':
      return visit.state === 'unassigned';
    case 'alerts':
      return visit.alerts.length > 0;
    case 'hold':
      return visit.state === 'on_hold';
    case 'unconfirmed':
      return visit.state === 'assigned' && !visit.told;
    case 'canceled':
      return visit.state === 'canceled';
  }
}

export const COLUMNS = ['alert', 'reference', 'what', 'place', 'window', 'value', 'need'] as const;
export type Column = (typeof COLUMNS)[number];
export interface Order {
  column: Column;
  down: boolean;
}

/** What needs a person first, then what is promised soonest, then what brings most. */
export const FIRST_ORDER: Order = { column: 'alert', down: true };

const URGENCY: Record<string, number> = { emergency: 3, urgent: 2, routine: 1 };

export function urgencyRank(visit: VisitView): number {
  return URGENCY[visit.urgency] ?? 0;
}

const collator = new Intl.Collator('en', { numeric: true });

const COMPARE: Record<Column, (a: VisitView, b: VisitView) => number> = {
  alert: (a, b) => a.alerts.length - b.alerts.length || urgencyRank(a) - urgencyRank(b),
  reference: (a, b) => collator.compare(a.reference, b.reference),
  what: (a, b) => collator.compare(a.job_type, b.job_type),
  place: (a, b) => collator.compare(a.zip, b.zip) || collator.compare(a.zone ?? '', b.zone ?? ''),
  window: (a, b) => Date.parse(a.window.start) - Date.parse(b.window.start) || Date.parse(a.window.end) - Date.parse(b.window.end),
  value: (a, b) => a.value_cents - b.value_cents,
  need: (a, b) => collator.compare(a.trade, b.trade),
};

/** Words are looked for in everything a dispatcher may have heard on the phone; all of them must be there. */
export function matches(visit: VisitView, words: string): boolean {
  const text = [visit.reference, visit.job_type, visit.customer, visit.address, visit.zip, visit.zone ?? '', visit.summary, visit.trade, visit.note ?? '']
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function linesOf(visits: VisitView[], tab: Tab, words: string, order: Order): VisitView[] {
  const compare = COMPARE[order.column];
  const sign = order.down ? -1 : 1;
  return visits
    .filter((visit) => isIn(tab, visit) && matches(visit, words.trim()))
    .sort((a, b) => sign * compare(a, b) || COMPARE.window(a, b) || b.value_cents - a.value_cents || COMPARE.reference(a, b));
}

export function counts(visits: VisitView[]): Record<Tab, number> {
  const sums: Record<Tab, number> = { unassigned: 0, alerts: 0, hold: 0, unconfirmed: 0, canceled: 0 };
  for (const visit of visits) for (const tab of TABS) if (isIn(tab, visit)) sums[tab] += 1;
  return sums;
}
