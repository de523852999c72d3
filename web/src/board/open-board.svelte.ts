// The open board: one company date as the server has it, changes of our own that it has not answered yet, and what is selected.

import type { Answer, Problem } from '../api/client';
import * as calls from '../api/calls';
import type { BoardView, MoveInput, MovesResult, StandingView, VisitView } from '../api/types';
import { live } from '../live.svelte';
import { foresee, reconcile, withVisits } from './change';
import type { Proposed } from './proposal';
import { rowsOf, type Filter, type Row } from './rows';

/** How long a visit that somebody else moved stays marked. Milliseconds. */
const FLASH = 2_500;

/** Live entries come in bursts (one move, many subjects); one reading answers them all. Milliseconds. */
const SETTLE = 200;

/** What stands ready costs the planner a search over the whole board, so it is not asked after each change. Milliseconds. */
const STANDING = 2_000;

/** How long the board has the machine for itself before that is asked for the first time. Milliseconds. */
const FIRST = 600;

const EMPTY: Filter = { units: new Set(), zones: new Set() };

export class OpenBoard {
  /** As the server has it; nothing until the first answer. */
  #known = $state.raw<BoardView | null>(null);
  /** Sets of moves that the server has not answered yet. */
  #pending = $state.raw<readonly MoveInput[][]>([]);
  /** Why there is no board; nothing while it loads or when it is there. */
  problem = $state.raw<Problem | null>(null);
  filter = $state.raw<Filter>(EMPTY);
  /** The visit whose flyout is open or whose bubble has the keyboard. */
  selected = $state<string | null>(null);
  /** Visits that somebody else has just moved. */
  flashing = $state.raw<ReadonlySet<string>>(new Set());
  /** The suggestion that is previewed. */
  proposal = $state.raw<Proposed[]>([]);
  standing = $state.raw<StandingView | null>(null);
  /** An unassigned visit that is pointed at in the tray: its provisional place is hinted at. */
  hinted = $state<string | null>(null);
  /** What a screen reader says next. */
  said = $state('');

  readonly board: BoardView | null = $derived(this.#known && this.#pending.reduce(foresee, this.#known));
  readonly rows: Row[] = $derived(this.board ? rowsOf(this.board, this.filter) : []);
  readonly visits: Map<string, VisitView> = $derived(new Map(this.board?.visits.map((visit) => [visit.id, visit])));

  #date: string | null = null;
  #reading: { date: string | null; again: boolean; stop: AbortController } | null = null;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #fade: ReturnType<typeof setTimeout> | undefined;
  #ready: ReturnType<typeof setTimeout> | undefined;
  #asked = -Infinity;

  /** Opens a date, or company today. Another date starts from a skeleton; the same one is read again in place. */
  async open(date: string | null): Promise<void> {
    if (this.#known && date !== this.#date && date !== this.#known.date) {
      this.#known = null;
      this.proposal = [];
      this.standing = null;
    }
    this.#date = date;
    this.problem = null;
    await this.read();
  }

  /** Reads the date again. What somebody else moved is marked for a moment. */
  async read(): Promise<void> {
    // A reading under way is finished first: in a storm of changes, starting over each time would never show any.
    if (this.#reading !== null && this.#reading.date === this.#date) {
      this.#reading.again = true;
      return;
    }
    this.#reading?.stop.abort();
    const reading = { date: this.#date, again: false, stop: new AbortController() };
    this.#reading = reading;
    const answer = await calls.board(reading.date, reading.stop.signal);
    if (reading.stop.signal.aborted) return;
    this.#reading = null;
    if (answer.ok) {
      this.problem = null;
      this.#take(answer.value);
      this.#askStanding(answer.value.date);
    } else if (!this.#known) {
      this.problem = answer.problem;
    }
    if (reading.again) this.stir();
  }

  #take(fresh: BoardView) {
    const old = this.#known;
    if (old && old.date === fresh.date) {
      // An answer from before our own change came late: the next one is on its way.
      if (fresh.position < old.position) return this.stir();
      const { board, moved } = reconcile(old, fresh);
      this.#known = board;
      if (moved.size > 0) this.#flash(moved);
    } else {
      this.#known = fresh;
    }
    // Read before the stream of changes began: something may have fallen between the two.
    if (fresh.position < live.since) this.stir();
    if (this.selected !== null && !this.visits.has(this.selected)) this.selected = null;
  }

  /** Asks what stands ready, now or when the last asking is long enough ago. */
  #askStanding(date: string) {
    clearTimeout(this.#ready);
    const wait = Math.max(0, this.#asked + STANDING - performance.now());
    // The first time the board is still to be drawn.
    this.#ready = setTimeout(() => void this.#readStanding(date), this.standing === null ? FIRST : wait);
  }

  async #readStanding(date: string) {
    this.#asked = performance.now();
    const answer = await calls.standing(date);
    if (answer.ok && this.#known?.date === date) this.standing = answer.value;
  }

  /** Something on the server changed: reads again once it has settled. */
  stir(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.read(), SETTLE);
  }

  close(): void {
    clearTimeout(this.#settle);
    clearTimeout(this.#fade);
    clearTimeout(this.#ready);
    this.#reading?.stop.abort();
    this.#reading = null;
  }

  #flash(moved: Set<string>) {
    clearTimeout(this.#fade);
    this.flashing = moved;
    this.#fade = setTimeout(() => (this.flashing = new Set()), FLASH);
  }

  /** Makes moves: drawn at once, taken back when the server refuses. */
  async make(moves: MoveInput[], reason: string | null = null): Promise<Answer<MovesResult>> {
    this.#pending = [...this.#pending, moves];
    const answer = await calls.makeMoves(reason === null ? { moves } : { moves, override_reason: reason });
    this.#settled(moves, answer);
    return answer;
  }

  /** Takes back the change at a journal position. */
  async undo(position: number): Promise<Answer<MovesResult>> {
    const answer = await calls.undo(position);
    if (answer.ok) this.#merge(answer.value);
    return answer;
  }

  #settled(moves: MoveInput[], answer: Answer<MovesResult>) {
    if (answer.ok) this.#merge(answer.value);
    this.#pending = this.#pending.filter((one) => one !== moves);
  }

  #merge(result: MovesResult) {
    if (this.#known) this.#known = { ...withVisits(this.#known, result.visits), position: Math.max(this.#known.position, result.position) };
    this.stir();
  }
}
