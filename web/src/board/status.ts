// How a visit looks and is called by its state. Each state has a shape of its own, so that none hangs on colour alone.

import type { VisitView } from '../api/types';

export type Look = 'scheduled' | 'confirmed' | 'dispatched' | 'working' | 'paused' | 'done' | 'hold' | 'unassigned' | 'canceled';

export function lookOf(visit: VisitView): Look {
  switch (visit.state) {
    case 'assigned':
      return visit.told ? 'confirmed' : 'scheduled';
    case 'dispatched':
    case 'working':
    case 'paused':
    case 'done':
    case 'unassigned':
    case 'canceled':
      return visit.state;
    case 'on_hold':
      return 'hold';
    default:
      return 'scheduled';
  }
}

export const LOOK_NAMES: Record<Look, string> = {
  scheduled: 'scheduled, customer not told',
  confirmed: 'confirmed',
  dispatched: 'dispatched',
  working: 'working',
  paused: 'paused',
  done: 'done',
  hold: 'on hold',
  unassigned: 'unassigned',
  canceled: 'canceled',
};

/** Paths on a 12 × 12 grid: ring, ring with tick, arrow, play, bars, tick, bars, diamond, cross. */
export const GLYPHS: Record<Look, { d: string; filled: boolean }> = {
  scheduled: { d: 'M6 2a4 4 0 1 1 0 8a4 4 0 0 1 0-8z', filled: false },
  confirmed: { d: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM4 6.2l1.5 1.5L8.2 4.6', filled: false },
  dispatched: { d: 'M1.5 6h8M6.5 2.8L9.8 6L6.5 9.2', filled: false },
  working: { d: 'M3.5 2v8l6-4z', filled: true },
  paused: { d: 'M3 2.5h2.2v7H3zM6.8 2.5H9v7H6.8z', filled: true },
  done: { d: 'M2 6.4l2.7 2.7L10 3.4', filled: false },
  hold: { d: 'M3 2.5h2.2v7H3zM6.8 2.5H9v7H6.8z', filled: true },
  unassigned: { d: 'M6 1.8L10.2 6L6 10.2L1.8 6z', filled: false },
  canceled: { d: 'M3 3l6 6M9 3l-6 6', filled: false },
};

export const ALERT_WORDS: Record<string, string> = {
  late: 'Will be late',
  running_over: 'Runs over',
  no_plan: 'No plan keeps the promise',
  outside_window: 'Outside the arrival window',
};

export function alertWords(alert: string): string {
  return ALERT_WORDS[alert] ?? sentence(alert.replaceAll('_', ' '));
}

export const LOCK_WORDS: Record<string, string> = {
  technician: 'technician locked',
  start: 'start locked',
  technician_and_start: 'technician and start locked',
  range: 'locked to a range',
};

/** Steps that follow from a state, the usual one first. */
export function stepsFrom(state: string): { step: string; words: string }[] {
  switch (state) {
    case 'assigned':
      return [{ step: 'dispatch', words: 'Dispatch' }];
    case 'dispatched':
      return [
        { step: 'arrive', words: 'Arrived' },
        { step: 'cancel_dispatch', words: 'Call back' },
      ];
    case 'working':
      return [
        { step: 'finish', words: 'Finish' },
        { step: 'pause', words: 'Pause' },
      ];
    case 'paused':
      return [
        { step: 'continue', words: 'Continue' },
        { step: 'finish', words: 'Finish' },
      ];
    default:
      return [];
  }
}

/** Only visits that wait may be moved by hand; the server has the last word. */
export function canMove(visit: VisitView): boolean {
  return visit.state === 'assigned' || visit.state === 'unassigned';
}

/** A trade as it is written: most are plain words, one is an abbreviation. */
export function tradeName(trade: string): string {
  return trade === 'hvac' ? 'HVAC' : sentence(trade.replaceAll('_', ' '));
}

/** A capital in front and no code marks: words of the server, ready to show. */
export function sentence(words: string): string {
  const plain = words.replaceAll('`', '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
