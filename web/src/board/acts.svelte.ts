// What a person does to the board: each act is made at once, said in words with its way back, or refused where it happened.

import type { Problem } from '../api/client';
import type { EventView, MoveInput, RefusalView, SpanView, VisitView } from '../api/types';
import { company } from '../company.svelte';
import { toasts } from '../ui/toasts.svelte';
import type { OpenBoard } from './open-board.svelte';
import { canOverride, refused } from './phrases';
import { onSchedule } from './rows';

/** A question for a reason in words, before something that people will ask about later. */
export interface Question {
  title: string;
  /** Why it is asked: the rules that would be overridden. */
  because: string[];
  /** Reasons that are usual; one press takes one. */
  usual: string[];
  /** What the button says. */
  act: string;
  answer: (reason: string) => void;
}

/** A "no" shown where it happened. Pixels of the window. */
export interface Shown {
  words: string[];
  x: number;
  y: number;
}

export class Acts {
  question = $state.raw<Question | null>(null);
  refusal = $state.raw<Shown | null>(null);
  #open: OpenBoard;
  #fade: ReturnType<typeof setTimeout> | undefined;

  constructor(open: OpenBoard) {
    this.#open = open;
  }

  /** Name of a technician. */
  name(id: string): string | undefined {
    return this.#open.board?.technicians.find((one) => one.id === id)?.name;
  }

  /** Gives a visit to a technician from a start on. `known`: refusals that the person has already seen. */
  assign(visit: VisitView, technician: string, start: string, at: { x: number; y: number } | null, known: RefusalView[] = []): void {
    const move: MoveInput = { move: 'assign', appointment_id: visit.id, technician_id: technician, start };
    const words = `${visit.reference} → ${this.name(technician) ?? 'technician'} ${company.times.time(start)}`;
    if (known.length > 0) this.#refused([move], words, known, at);
    else void this.#make([move], words, at);
  }

  /** Shifts an event within its technician's day. */
  shift(event: EventView, start: string, at: { x: number; y: number } | null, known: RefusalView[] = []): void {
    const move: MoveInput = { move: 'shift_event', event_id: event.id, start };
    const words = `${event.title} → ${company.times.time(start)}`;
    if (known.length > 0) this.#refused([move], words, known, at);
    else void this.#make([move], words, at);
  }

  unassign(visit: VisitView): void {
    if (!onSchedule(visit)) return;
    this.question = {
      title: `Take ${visit.reference} back to the tray`,
      because: [],
      usual: ['Customer asked for another time', 'Technician is out', 'Parts are missing', 'Needs another skill'],
      act: 'Back to the tray',
      answer: (reason) => void this.#make([{ move: 'unassign', appointment_id: visit.id, reason }], `${visit.reference} is back in the tray`, null),
    };
  }

  toggleLock(visit: VisitView): void {
    if (visit.lock) void this.#make([{ move: 'unlock', appointment_id: visit.id }], `${visit.reference} unlocked`, null);
    else this.lock(visit, 'technician_and_start');
  }

  lock(visit: VisitView, kind: string): void {
    const what = kind === 'technician' ? 'technician' : kind === 'start' ? 'start' : 'technician and start';
    void this.#make([{ move: 'lock', appointment_id: visit.id, kind }], `${visit.reference} locked: ${what}`, null);
  }

  advance(visit: VisitView, step: string, words: string): void {
    void this.#make([{ move: 'advance', appointment_id: visit.id, step }], `${visit.reference}: ${words.toLowerCase()}`, null);
  }

  hold(visit: VisitView): void {
    this.question = {
      title: `Put ${visit.reference} on hold`,
      because: [],
      usual: ['parts', 'customer', 'permit', 'payment'],
      act: 'Put on hold',
      answer: (reason) => void this.#make([{ move: 'hold', appointment_id: visit.id, reason }], `${visit.reference} is on hold`, null),
    };
  }

  resume(visit: VisitView, window: SpanView): void {
    void this.#make([{ move: 'resume', appointment_id: visit.id, window }], `${visit.reference} is off hold`, null);
  }

  cancel(visit: VisitView): void {
    this.question = {
      title: `Cancel ${visit.reference}`,
      because: [],
      usual: ['Customer canceled', 'Booked twice', 'Not our work'],
      act: `Cancel ${visit.reference}`,
      answer: (reason) => void this.#make([{ move: 'cancel', appointment_id: visit.id, reason }], `${visit.reference} is canceled`, null),
    };
  }

  /** Takes back a change by its journal position; whether it was. */
  async undo(position: number): Promise<boolean> {
    const answer = await this.#open.undo(position);
    if (answer.ok) {
      this.#open.said = 'Undone';
      toasts.say('Undone', answer.value.visits.map((visit) => visit.reference).join(', '));
    } else {
      toasts.fail(said(answer.problem));
    }
    return answer.ok;
  }

  dismiss(): void {
    clearTimeout(this.#fade);
    this.refusal = null;
  }

  async #make(moves: MoveInput[], words: string, at: { x: number; y: number } | null, reason: string | null = null): Promise<void> {
    const answer = await this.#open.make(moves, reason);
    if (answer.ok) {
      const { position, undoable } = answer.value;
      this.#open.said = words;
      toasts.done(words, undoable ? () => void this.undo(position) : null);
    } else if (answer.problem.refusals.length > 0) {
      this.#refused(moves, words, answer.problem.refusals, at);
    } else {
      toasts.fail(said(answer.problem));
    }
  }

  #refused(moves: MoveInput[], words: string, refusals: RefusalView[], at: { x: number; y: number } | null): void {
    const to = moves[0]?.move === 'assign' ? this.name(moves[0].technician_id) : undefined;
    const because = refusals.map((refusal) => refused(refusal, to));
    this.#open.said = `Refused: ${because.join('; ')}`;
    if (canOverride(refusals)) {
      this.question = {
        title: `Override: ${words}`,
        because,
        usual: ['Customer agreed', 'Technician agreed', 'Emergency'],
        act: 'Override with this reason',
        answer: (reason) => void this.#make(moves, words, at, reason),
      };
    } else {
      clearTimeout(this.#fade);
      this.refusal = { words: because, x: at?.x ?? innerWidth / 2, y: at?.y ?? innerHeight / 2 };
      this.#fade = setTimeout(() => this.dismiss(), 7_000);
    }
  }
}

/** A problem in two lines: its refusals say more than its title. */
export function said(problem: Problem): { title: string; detail: string } {
  const why = problem.refusals.map((refusal) => refusal.words).join('; ') || problem.notice?.evidence.join(' ') || problem.detail;
  return { title: problem.notice?.title ?? problem.title, detail: problem.incident ? `${why} Incident ${problem.incident}` : why };
}
