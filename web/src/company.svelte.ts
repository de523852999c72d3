import * as calls from './api/calls';
import type { Problem } from './api/client';
import type { CompanyView } from './api/types';
import { Times } from './format';

/** The clock of the company: the server's, carried on here second by second, `speed` times as fast as the machine's. */
class CompanyClock {
  /** Milliseconds since 1970, moved every second. */
  now = $state(Date.now());
  speed = $state(1);
  #shown = Date.now();
  #at = performance.now();

  /** Sets the clock by what the server says. */
  set(now: string, speed: number) {
    this.#shown = Date.parse(now);
    this.#at = performance.now();
    this.speed = speed;
    this.now = this.#shown;
  }

  /** The exact time, not only of the last tick. */
  read(): number {
    return this.#shown + (performance.now() - this.#at) * this.speed;
  }

  /** Starts to tick; returns how to stop. */
  start(): () => void {
    const ticking = setInterval(() => (this.now = this.read()), 1000);
    return () => clearInterval(ticking);
  }
}

class Company {
  view = $state.raw<CompanyView | null>(null);
  problem = $state.raw<Problem | null>(null);
  clock = new CompanyClock();
  /** Times as people of this company read them. */
  times = $derived(new Times(this.view?.time_zone ?? 'UTC'));

  async load() {
    const answer = await calls.company();
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    this.set(answer.value);
  }

  set(view: CompanyView) {
    this.problem = null;
    this.view = view;
    this.clock.set(view.now, view.speed);
  }

  /** Today in company time, `YYYY-MM-DD`. */
  get today(): string {
    return this.times.date(this.clock.now);
  }

  jobType(id: string) {
    return this.view?.job_types.find((type) => type.id === id) ?? null;
  }

  unit(id: string) {
    return this.view?.units.find((unit) => unit.id === id) ?? null;
  }
}

export const company = new Company();
