// The pointer's part of carrying: a press that moves becomes a drag, and so does a finger that rests. A finger that moves at
// once scrolls. One set of listeners for all bubbles, events and tray lines.

import type { Carry, Thing } from './carry.svelte';
import { HOLD, SLACK, WOBBLE, type Place } from './drag';
import type { Row } from './rows';

/** What the timeline can tell a drag. */
export interface Surface {
  measure(): void;
  contains(x: number, y: number): boolean;
  placeAt(x: number, y: number, grab: number, duration: number): Place | null;
  pull(x: number, y: number): boolean;
}

interface Hooks {
  carry: Carry;
  surface: () => Surface | null;
  /** The tray's place in the window. */
  tray: () => DOMRect | null;
  rows: () => Row[];
  thing: (kind: Thing['kind'], id: string) => Thing | null;
  /** Why it stays where it is; nothing when it may be carried. */
  stuck: (thing: Thing) => string | null;
  /** Whether this person may edit the board. */
  may: () => boolean;
  /** Something was taken up that stays where it is. */
  refuse: (words: string, at: { x: number; y: number }) => void;
  drop: (at: { x: number; y: number }) => void;
}

type State =
  | { is: 'idle' }
  /** A finger rests; `timer` ends it. */
  | { is: 'held'; x: number; y: number; pointer: number; timer: ReturnType<typeof setTimeout> }
  | { is: 'pressed'; x: number; y: number; pointer: number; thing: Thing; grab: number }
  | { is: 'dragging'; pointer: number; grab: number; thing: Thing; row: number | null; tray: DOMRect | null };

/** Attach to the element that holds the timeline and the tray. */
export function dragging(node: HTMLElement, hooks: Hooks) {
  let state: State = { is: 'idle' };
  let at = { x: 0, y: 0 };
  let frame = 0;
  let swallowClick = false;

  function down(event: PointerEvent) {
    swallowClick = false;
    // A second finger pinches or scrolls; it carries nothing.
    if (state.is === 'held') stop();
    if (event.button !== 0 || state.is !== 'idle' || hooks.carry.now || !hooks.may()) return;
    const element = (event.target as Element).closest<HTMLElement>('[data-visit], [data-event]');
    const kind = element?.dataset.visit === undefined ? 'event' : 'visit';
    const thing = element && hooks.thing(kind, element.dataset[kind] ?? '');
    if (!element || !thing) return;
    const grab = element.closest('[data-surface=rows]') ? event.clientX - element.getBoundingClientRect().left : 12;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    at = { x, y };
    if (event.pointerType === 'touch') state = { is: 'held', x, y, pointer, timer: setTimeout(() => begin(thing, grab, pointer, 'touch'), HOLD) };
    else state = { is: 'pressed', x, y, pointer, thing, grab };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
  }

  function move(event: PointerEvent) {
    if (state.is === 'idle' || event.pointerId !== state.pointer) return;
    at = { x: event.clientX, y: event.clientY };
    if (state.is === 'held') {
      if (Math.hypot(at.x - state.x, at.y - state.y) > WOBBLE) stop();
      return;
    }
    if (state.is === 'pressed') {
      if (Math.hypot(at.x - state.x, at.y - state.y) < SLACK) return;
      begin(state.thing, state.grab, state.pointer, 'pointer');
    }
    if (state.is === 'dragging' && frame === 0) frame = requestAnimationFrame(follow);
  }

  function begin(thing: Thing, grab: number, pointer: number, by: 'pointer' | 'touch') {
    swallowClick = true;
    const stuck = hooks.stuck(thing);
    if (stuck !== null) {
      hooks.refuse(stuck, at);
      return stop();
    }
    hooks.surface()?.measure();
    const from = placeOf(thing);
    // An event is its technician's own: it moves along the row.
    const row = thing.kind === 'event' ? (from?.row ?? null) : null;
    state = { is: 'dragging', pointer, grab, thing, row, tray: thing.kind === 'visit' ? hooks.tray() : null };
    hooks.carry.take({ thing, by, over: 'nowhere', place: null, from });
    if (by === 'touch') {
      navigator.vibrate?.(12);
      frame = requestAnimationFrame(follow);
    }
  }

  /** Where it lies now, when it lies in a row. */
  function placeOf(thing: Thing): Place | null {
    if (thing.kind === 'visit' && thing.visit.state === 'unassigned') return null;
    const rows = hooks.rows();
    for (let row = 0; row < rows.length; row++) {
      const item = rows[row]?.items.find((one) => one.kind === thing.kind && one.key === thing.id);
      if (item) return { row, start: item.start };
    }
    return null;
  }

  function follow() {
    frame = 0;
    if (state.is !== 'dragging') return;
    // Escape may have put it down in the meantime.
    if (hooks.carry.now === null) return stop();
    const { tray, grab, thing, row } = state;
    const surface = hooks.surface();
    hooks.carry.pointer = at;
    if (surface?.contains(at.x, at.y)) {
      const pulled = surface.pull(at.x, at.y);
      const under = surface.placeAt(at.x, at.y, grab, thing.duration);
      const place = under && row !== null ? { ...under, row } : under;
      hooks.carry.to(place ? 'rows' : 'nowhere', place);
      if (pulled) frame = requestAnimationFrame(follow);
    } else if (tray && at.y >= tray.top && at.y <= tray.bottom && at.x >= tray.left && at.x <= tray.right) {
      hooks.carry.to('tray', null);
    } else {
      hooks.carry.to('nowhere', null);
    }
  }

  function up(event: PointerEvent) {
    if (state.is !== 'idle' && event.pointerId !== state.pointer) return;
    const dropped = state.is === 'dragging' && hooks.carry.now !== null;
    if (dropped) {
      cancelAnimationFrame(frame);
      follow();
      hooks.drop(at);
    }
    stop();
  }

  function cancel(event: PointerEvent) {
    if (state.is !== 'idle' && event.pointerId !== state.pointer) return;
    if (state.is === 'dragging') hooks.carry.end();
    stop();
  }

  function stop() {
    if (state.is === 'held') clearTimeout(state.timer);
    cancelAnimationFrame(frame);
    frame = 0;
    state = { is: 'idle' };
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', cancel);
  }

  /** The click that ends a drag is no click on what lies there. */
  function click(event: MouseEvent) {
    if (!swallowClick) return;
    swallowClick = false;
    event.stopPropagation();
    event.preventDefault();
  }

  /** What a finger carries must not scroll the board as well. */
  function hold(event: TouchEvent) {
    if (state.is === 'dragging' && event.cancelable) event.preventDefault();
  }

  /** A finger that rests on a bubble takes it up, and asks for no menu. */
  function menu(event: Event) {
    if (state.is === 'held' || (state.is === 'dragging' && hooks.carry.now?.by === 'touch')) event.preventDefault();
  }

  node.addEventListener('pointerdown', down);
  node.addEventListener('touchmove', hold, { passive: false });
  node.addEventListener('contextmenu', menu);
  node.addEventListener('click', click, true);
  return {
    destroy() {
      stop();
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('touchmove', hold);
      node.removeEventListener('contextmenu', menu);
      node.removeEventListener('click', click, true);
    },
  };
}
