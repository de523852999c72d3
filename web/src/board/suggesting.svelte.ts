// The suggestions for one visit: asked for, looked at, ticked, previewed and accepted.

import type { Problem } from '../api/client';
import * as calls from '../api/calls';
import type { AcceptedView, AlternativeView, GainView, Notice, RefusalView, SuggestionView } from '../api/types';
import { chosen, proposedBy, toggled, type Proposed } from './proposal';

export type Stage =
  | { is: 'none' }
  | { is: 'asking' }
  | { is: 'shown'; view: SuggestionView }
  | { is: 'failed'; problem: Problem };

/** What was different when an acceptance was refused: the old figures beside the fresh ones. */
export interface Difference {
  notice: Notice | null;
  title: string;
  refusals: RefusalView[];
  before: GainView | null;
  after: GainView | null;
}

export class Suggesting {
  stage = $state.raw<Stage>({ is: 'none' });
  /** Which alternative, from 0. */
  at = $state(0);
  ticked = $state.raw<ReadonlySet<number>>(new Set());
  previewing = $state(false);
  accepting = $state(false);
  /** Figures of the ticked moves, when not all are; they follow with each tick. */
  partly = $state.raw<{ gain: GainView; refusals: RefusalView[] } | null>(null);
  figuring = $state(false);
  difference = $state.raw<Difference | null>(null);
  applied = $state.raw<AcceptedView | null>(null);
  /** Whether a person has just asked for what is shown: then the keyboard goes there. */
  asked = $state(false);

  readonly alternative: AlternativeView | null = $derived(this.stage.is === 'shown' ? (this.stage.view.alternatives[this.at] ?? null) : null);
  readonly gain: GainView | null = $derived(this.partly?.gain ?? this.alternative?.gain ?? null);
  readonly proposal: Proposed[] = $derived(this.previewing && this.alternative ? proposedBy(this.alternative, this.ticked) : []);
  readonly acceptable: boolean = $derived(
    this.alternative !== null && this.ticked.size > 0 && !this.accepting && (this.partly?.refusals.length ?? 0) === 0 &&
      this.stage.is === 'shown' && this.stage.view.state === 'open',
  );

  /** The visit it is about; answers for another one come too late. */
  #visit: string | null = null;
  #figuring: AbortController | undefined;

  /** Another visit: nothing is asked until a person asks, but an open suggestion is shown again. */
  async about(visit: string, open: string | null): Promise<void> {
    if (this.#visit !== visit) {
      this.#visit = visit;
      this.#clear();
      this.stage = { is: 'none' };
      this.previewing = false;
      this.asked = false;
    }
    // What was just applied stays in sight; another one is shown when asked for.
    const free = () => this.#visit === visit && this.stage.is === 'none' && this.applied === null;
    if (open !== null && free()) {
      const answer = await calls.suggestion(open);
      if (answer.ok && free()) this.#show(answer.value);
    }
  }

  async ask(): Promise<void> {
    const visit = this.#visit;
    if (visit === null || this.stage.is === 'asking') return;
    this.#clear();
    this.stage = { is: 'asking' };
    this.asked = true;
    const answer = await calls.suggest(visit);
    if (this.#visit !== visit) return;
    if (answer.ok) this.#show(answer.value);
    else this.stage = { is: 'failed', problem: answer.problem };
  }

  choose(at: number): void {
    if (this.stage.is !== 'shown' || this.stage.view.alternatives[at] === undefined) return;
    this.at = at;
    this.#tickAll();
  }

  /** Ticks a move on or off; the figures follow. */
  async tick(index: number): Promise<void> {
    const { stage, alternative } = this;
    if (stage.is !== 'shown' || alternative === null) return;
    this.ticked = toggled(this.ticked, index);
    this.#figuring?.abort();
    const moves = chosen(alternative, this.ticked);
    if (moves === null || moves.length === 0) {
      this.partly = null;
      this.figuring = false;
      return;
    }
    const figuring = (this.#figuring = new AbortController());
    this.figuring = true;
    const answer = await calls.figures(stage.view.id, { alternative: this.at, moves }, figuring.signal);
    if (figuring.signal.aborted) return;
    this.figuring = false;
    if (answer.ok) this.partly = answer.value;
  }

  /** Accepts the ticked moves. Refused with a fresh suggestion, it shows what is different and that one instead. */
  async accept(): Promise<AcceptedView | null> {
    const { stage, alternative } = this;
    if (!this.acceptable || stage.is !== 'shown' || alternative === null) return null;
    this.accepting = true;
    const before = this.gain;
    const visit = this.#visit;
    const answer = await calls.acceptSuggestion(stage.view.id, { alternative: this.at, moves: chosen(alternative, this.ticked) });
    this.accepting = false;
    if (answer.ok) {
      if (this.#visit === visit) {
        this.#clear();
        this.previewing = false;
        this.applied = answer.value;
        this.stage = { is: 'none' };
      }
      return answer.value;
    }
    if (this.#visit !== visit) return null;
    const { notice, refusals, fresh, title } = answer.problem;
    if (fresh) this.#show(fresh);
    else if (!notice && refusals.length === 0) this.stage = { is: 'failed', problem: answer.problem };
    this.difference = { notice, title, refusals, before: fresh ? before : null, after: fresh?.alternatives[0]?.gain ?? null };
    return null;
  }

  /** The change at a journal position was taken back: it is applied no more. */
  undone(position: number): void {
    if (this.applied?.position === position) this.applied = null;
  }

  #show(view: SuggestionView) {
    this.#clear();
    this.stage = { is: 'shown', view };
    this.at = 0;
    this.#tickAll();
  }

  #tickAll() {
    this.#figuring?.abort();
    this.figuring = false;
    this.partly = null;
    this.ticked = new Set(this.alternative?.moves.keys() ?? []);
  }

  #clear() {
    this.#figuring?.abort();
    this.figuring = false;
    this.partly = null;
    this.difference = null;
    this.applied = null;
    this.at = 0;
    this.ticked = new Set();
  }
}
