// The keys of the board, as the help sheet lists them.

import type { VisitView } from '../api/types';
import { shortcuts } from '../keys.svelte';
import { session } from '../session.svelte';
import type { Acts } from './acts.svelte';
import { daysLater, type Address } from './address';
import { ZOOM } from './axis';
import type { Carry } from './carry.svelte';
import type { OpenBoard } from './open-board.svelte';
import { canMove } from './status';
import type { Suggesting } from './suggesting.svelte';

interface Hands {
  open: OpenBoard;
  carry: Carry;
  acts: Acts;
  suggesting: Suggesting;
  address: () => Address;
  /** The date that is shown. */
  date: () => string;
  /** The visit whose flyout is open. */
  shown: () => VisitView | null;
  go: (change: Partial<Address>) => void;
  show: (id: string | null) => void;
  takeUp: () => void;
  accept: () => void;
  suggest: () => void;
  why: () => void;
  zoom: (factor: number | null) => void;
  focus: () => void;
}

/** Registers the keys for as long as the board is open. */
export function boardKeys(hands: Hands) {
  const { open, carry, acts, suggesting } = hands;
  const group = 'Board';
  const selected = () => (open.selected === null ? undefined : open.visits.get(open.selected));
  const carrying = () => carry.now !== null;
  const chosen = () => selected() !== undefined && !carrying();
  const mayEdit = () => chosen() && session.may('edit_board');
  const drawn = () => hands.address().span === 'day';
  const movable = () => {
    const visit = selected();
    return mayEdit() && visit !== undefined && canMove(visit);
  };
  const lockable = () => {
    const visit = selected();
    return mayEdit() && visit !== undefined && (visit.lock || ['assigned', 'dispatched'].includes(visit.state)) ? visit : undefined;
  };

  shortcuts(() => [
    { keys: ['ArrowDown', 'ArrowRight'], label: 'Go to the bubbles', group, quiet: true, when: () => !carrying() && selected() === undefined, run: hands.focus },
    { keys: ['Enter'], label: 'Open the selected visit', group, quiet: true, when: () => chosen() && hands.shown()?.id !== open.selected, run: () => hands.show(open.selected) },
    { keys: ['s'], label: 'Generate suggestions', group, when: chosen, run: hands.suggest },
    { keys: ['w'], label: 'Why: rank the technicians', group, when: chosen, run: hands.why },
    { keys: ['p'], label: 'Preview the suggestion', group, when: () => suggesting.alternative !== null && hands.shown() !== null, run: () => (suggesting.previewing = !suggesting.previewing) },
    { keys: ['Enter'], label: 'Accept the suggestion', group, when: () => suggesting.acceptable && hands.shown()?.id === open.selected && !carrying() && session.may('accept_suggestion'), run: hands.accept },
    { keys: ['m'], label: 'Move with the arrow keys', group, when: movable, run: hands.takeUp },
    { keys: ['l'], label: 'Lock or unlock', group, when: () => lockable() !== undefined, run: () => { const visit = lockable(); if (visit) acts.toggleLock(visit); } },
    { keys: ['Delete', 'Backspace'], label: 'Back to the tray', group, when: () => movable() && selected()?.state === 'assigned', run: () => { const visit = selected(); if (visit) acts.unassign(visit); } },
    { keys: ['Escape'], label: 'Leave it', group, quiet: true, when: () => carrying() || acts.refusal !== null || hands.shown() !== null, run: leave },
    { keys: ['['], label: 'Earlier', group, run: () => turn(-1) },
    { keys: [']'], label: 'Later', group, run: () => turn(1) },
    { keys: ['t'], label: 'Today', group, when: () => !carrying() && hands.address().date !== null, run: () => hands.go({ date: null, visit: null }) },
    { keys: ['+', '='], label: 'Zoom in', group, when: drawn, run: () => hands.zoom(ZOOM.step) },
    { keys: ['-'], label: 'Zoom out', group, when: drawn, run: () => hands.zoom(1 / ZOOM.step) },
    { keys: ['0'], label: 'Fit business hours', group, when: drawn, run: () => hands.zoom(null) },
  ]);

  /** One page on: a day, or a week where weeks are shown. */
  function turn(by: number) {
    hands.go({ date: daysLater(hands.date(), hands.address().span === 'week' ? 7 * by : by), visit: null });
  }

  function leave() {
    if (carrying()) {
      carry.end();
      open.said = 'Left where it was';
    } else if (acts.refusal !== null) {
      acts.dismiss();
    } else {
      hands.show(null);
      hands.focus();
    }
  }
}
