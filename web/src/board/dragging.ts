// The pointer's part of carrying: a press that moves becomes a drag. One set of listeners for all bubbles and tray lines.

import type { VisitView } from '../api/types';
import { MINUTE } from './axis';
import type { Carry } from './carry.svelte';
import { SLACK, type Place } from './drag';
import { find, type Row } from './rows';
import { canMove } from './status';

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
  visit: (id: string) => VisitView | undefined;
  /** Whether this person may edit the board. */
  may: () => boolean;
  /** Something was taken up that stays where it is. */
  refuse: (visit: VisitView, at: { x: number; y: number }) => void;
  drop: (at: { x: number; y: number }) => void;
}

type State =
  | { is: 'idle' }
  | { is: 'pressed'; x: number; y: number; pointer: number; id: string; grab: number }
  | { is: 'dragging'; pointer: number; grab: number; duration: number; tray: DOMRect | null };

/** Attach to the element that holds the timeline and the tray. */
export function dragging(node: HTMLElement, hooks: Hooks) {
  let state: State = { is: 'idle' };
  let at = { x: 0, y: 0 };
  let frame = 0;
  let swallowClick = false;

  function down(event: PointerEvent) {
    swallowClick = false;
    if (event.button !== 0 || event.pointerType === 'touch' || hooks.carry.now || !hooks.may()) return;
    const element = (event.target as Element).closest<HTMLElement>('[data-visit]');
    const id = element?.dataset.visit;
    if (!element || !id) return;
    const grab = element.closest('[data-surface=rows]') ? event.clientX - element.getBoundingClientRect().left : 12;
    state = { is: 'pressed', x: event.clientX, y: event.clientY, pointer: event.pointerId, id, grab };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
  }

  function move(event: PointerEvent) {
    at = { x: event.clientX, y: event.clientY };
    if (state.is === 'pressed') {
      if (event.pointerId !== state.pointer || Math.hypot(at.x - state.x, at.y - state.y) < SLACK) return;
      begin(state.id, state.grab, state.pointer);
    }
    if (state.is === 'dragging' && frame === 0) frame = requestAnimationFrame(follow);
  }

  function begin(id: string, grab: number, pointer: number) {
    const visit = hooks.visit(id);
    if (!visit) return stop();
    swallowClick = true;
    if (!canMove(visit)) {
      hooks.refuse(visit, at);
      return stop();
    }
    hooks.surface()?.measure();
    const found = find(hooks.rows(), id);
    const from = found && visit.state !== 'unassigned' ? { row: found.row, start: found.item.start } : null;
    state = { is: 'dragging', pointer, grab, duration: visit.duration_minutes * MINUTE, tray: hooks.tray() };
    document.documentElement.classList.add('carrying');
    hooks.carry.take({ visit, by: 'pointer', over: 'nowhere', place: null, from });
  }

  function follow() {
    frame = 0;
    if (state.is !== 'dragging') return;
    // Escape may have put it down in the meantime.
    if (hooks.carry.now === null) return stop();
    const { tray, grab, duration } = state;
    const surface = hooks.surface();
    hooks.carry.pointer = at;
    if (surface?.contains(at.x, at.y)) {
      const pulled = surface.pull(at.x, at.y);
      const place = surface.placeAt(at.x, at.y, grab, duration);
      hooks.carry.to(place ? 'rows' : 'nowhere', place);
      if (pulled) frame = requestAnimationFrame(follow);
    } else if (tray && at.y >= tray.top && at.y <= tray.bottom && at.x >= tray.left && at.x <= tray.right) {
      hooks.carry.to('tray', null);
    } else {
      hooks.carry.to('nowhere', null);
    }
  }

  function up() {
    const dropped = state.is === 'dragging' && hooks.carry.now !== null;
    if (dropped) {
      cancelAnimationFrame(frame);
      follow();
      hooks.drop(at);
    }
    stop();
  }

  function cancel() {
    hooks.carry.end();
    stop();
  }

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    state = { is: 'idle' };
    document.documentElement.classList.remove('carrying');
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

  node.addEventListener('pointerdown', down);
  node.addEventListener('click', click, true);
  return {
    destroy() {
      stop();
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('click', click, true);
    },
  };
}
