import type { Answer, Problem } from './api/client';

/** What a page shows: nothing yet, the thing, or why not. */
export type Load<T> = { is: 'loading' } | { is: 'ready'; value: T } | { is: 'failed'; problem: Problem };

/** Something that is read from the server and read again when it changes. What is shown stays until the newer is there. */
export class Loaded<T> {
  state = $state.raw<Load<T>>({ is: 'loading' });
  #turn = 0;
  /** The turn of what is shown: what was asked for earlier comes too late. */
  #shown = 0;

  constructor(readonly read: () => Promise<Answer<T>>) {}

  get value(): T | null {
    return this.state.is === 'ready' ? this.state.value : null;
  }

  /** Shows the skeleton, then the thing: for a new address. */
  load(): Promise<void> {
    this.state = { is: 'loading' };
    this.#shown = this.#turn;
    return this.refresh();
  }

  /**
   * Reads again behind what is shown. An older answer never replaces a newer one; but it is shown until the newer is there,
   * or a storm of changes, each read again, would never show anything.
   */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const answer = await this.read();
    if (turn <= this.#shown) return;
    this.#shown = turn;
    if (answer.ok) this.state = { is: 'ready', value: answer.value };
    else if (this.state.is !== 'ready') this.state = { is: 'failed', problem: answer.problem };
  }

  /** Takes what an action answered, or what it is going to answer. */
  set(value: T) {
    this.#shown = ++this.#turn;
    this.state = { is: 'ready', value };
  }
}
