import type { TimelineEntry } from './api/types';
import { company } from './company.svelte';
import { paced } from './paced';

type Listener = { entry: (entry: TimelineEntry) => void; reload: () => void };

/** The live stream: journal entries as they are written, by anyone, in order and without gaps. */
class Live {
  /** `lost` after a break longer than a moment: what is shown may be old. */
  state = $state<'connecting' | 'live' | 'lost'>('connecting');
  /** When the connection was lost, by the clock of the company. */
  lostAt = $state(0);
  /** The journal position that the stream began after: what was read before it is read again. */
  since = 0;
  #last = 0;
  #listeners = new Set<Listener>();
  #source: EventSource | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #doubt: ReturnType<typeof setTimeout> | undefined;

  /** Follows what is written after a journal position. */
  start(position: number) {
    this.since = position;
    this.#last = position;
    this.#open();
  }

  #open() {
    this.stop();
    const source = new EventSource(`/api/v1/events?after=${this.#last}`);
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => this.#failed(source));
    source.addEventListener('entry', (event) => {
      const entry = JSON.parse(event.data) as TimelineEntry;
      this.#last = entry.position;
      for (const listener of this.#listeners) listener.entry(entry);
    });
    source.addEventListener('clock', (event) => {
      const { now, speed } = JSON.parse(event.data) as { now: string; speed: number };
      company.clock.set(now, speed);
    });
    source.addEventListener('reload', (event) => {
      this.#last = Number(event.lastEventId) || this.#last;
      for (const listener of this.#listeners) listener.reload();
    });
  }

  stop() {
    clearTimeout(this.#retry);
    clearTimeout(this.#doubt);
    this.#source?.close();
    this.#source = null;
  }

  /** Hears every entry from now on; returns how to stop. */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #opened() {
    clearTimeout(this.#doubt);
    this.state = 'live';
  }

  #failed(source: EventSource) {
    // The browser resumes by itself, with the id of the last event; a blink is not worth a warning.
    clearTimeout(this.#doubt);
    this.#doubt = setTimeout(() => this.#lose(), 2000);
    // A refusal ends it for the browser: a new source goes on after the last entry that came.
    if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(() => this.#open(), 3000);
  }

  #lose() {
    if (this.state !== 'lost') this.lostAt = company.clock.read();
    this.state = 'lost';
  }
}

export const live = new Live();

/** Milliseconds from an entry to the reading, and between two readings of a storm. */
const SOON = 120;
const APART = 800;

/**
 * Calls `refetch` soon after an entry that `touches` what is shown, once for a burst of entries, and after every gap in
 * the stream. Call it while a component is set up; it ends with the component.
 */
export function refetchOn(touches: (entry: TimelineEntry) => boolean, refetch: () => void, soon = SOON) {
  $effect(() => {
    const pace = paced(refetch, soon, APART);
    const off = live.on({ entry: (entry) => touches(entry) && pace.call(), reload: pace.call });
    return () => {
      off();
      pace.stop();
    };
  });
}

/** Whether an entry is about a noun, or about this one of them. */
export function about(entry: TimelineEntry, noun: string, id?: string): boolean {
  return entry.subjects.some((subject) => subject.noun === noun && (id === undefined || subject.id === id));
}
