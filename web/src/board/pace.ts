// Asks at most once per gap and always ends on the newest question.

/** Answers that were overtaken by a newer question are dropped, and their requests are aborted. */
export class Pace<Question> {
  #gap: number;
  #ask: (question: Question, signal: AbortSignal) => Promise<void>;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: AbortController | undefined;

  constructor(gap: number, ask: (question: Question, signal: AbortSignal) => Promise<void>) {
    this.#gap = gap;
    this.#ask = ask;
  }

  put(question: Question): void {
    clearTimeout(this.#timer);
    // Overtaken at once, not only when the new question is asked: its answer would be taken for that of the new one.
    this.#flight?.abort();
    const wait = this.#last + this.#gap - performance.now();
    if (wait <= 0) this.#go(question);
    else this.#timer = setTimeout(() => this.#go(question), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#flight?.abort();
    this.#flight = undefined;
  }

  #go(question: Question): void {
    this.#flight = new AbortController();
    this.#last = performance.now();
    void this.#ask(question, this.#flight.signal);
  }
}
