import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

// One keyboard for the whole program. Pages say their keys while they are set up; the help sheet and the palette list them.

/** `keys`: names of keys as in `g i`, `Mod+k`, `ArrowDown`, `?`; several spellings mean the same. */
export interface Shortcut {
  keys: string[];
  /** What happens, as on a button. */
  label: string;
  /** Heading in the help sheet: `Go to`, `Board`. */
  group: string;
  run: () => void;
  /** Whether it makes sense now; always when absent. */
  when?: () => boolean;
  /** Left out of the palette: movements. */
  quiet?: boolean;
}

class Keys {
  // A set that is changed in place: what ends sees the values from before the change, and would write back an old list.
  #sets = new SvelteSet<() => Shortcut[]>();
  #prefix = '';
  #forget: ReturnType<typeof setTimeout> | undefined;

  /** All shortcuts of the page; a later set wins over an earlier one. */
  get all(): Shortcut[] {
    return [...this.#sets].flatMap((set) => set());
  }

  add(set: () => Shortcut[]): () => void {
    this.#sets.add(set);
    return () => this.#sets.delete(set);
  }

  /** The listener of the window. */
  press(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    const name = keyName(event);
    if (!name.startsWith('Mod+') && isTaken(event, name)) return;

    const typed = this.#prefix === '' ? name : `${this.#prefix} ${name}`;
    this.#prefix = '';
    clearTimeout(this.#forget);

    const able = this.all.filter((shortcut) => shortcut.when?.() ?? true);
    const hit = able.findLast((shortcut) => shortcut.keys.includes(typed));
    if (hit !== undefined) {
      event.preventDefault();
      // A key that is held down walks on, and does nothing else a second time.
      if (!event.repeat || hit.quiet) hit.run();
    } else if (able.some((shortcut) => shortcut.keys.some((keys) => keys.startsWith(`${typed} `)))) {
      this.#prefix = typed;
      this.#forget = setTimeout(() => (this.#prefix = ''), 1200);
    }
  }
}

export const keys = new Keys();

/** Registers the shortcuts of a component for as long as it lives. */
export function shortcuts(set: () => Shortcut[]) {
  $effect.pre(() => untrack(() => keys.add(set)));
}

/** `Mod+k`, `Shift+ArrowUp`, `g`, `?`. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return `${mod}${alt}${shift}${event.key.length === 1 && mod !== '' ? event.key.toLowerCase() : event.key}`;
}

/** Whether the key already means something where the focus is: typing, or pressing a focused button. */
function isTaken(event: KeyboardEvent, name: string): boolean {
  if (!(event.target instanceof HTMLElement)) return false;
  const target = event.target;
  if (target.closest('dialog[open]') !== null) return true;
  if (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])')) return true;
  return (name === 'Enter' || name === ' ') && target.closest('button, a[href], summary, [role=menuitem], [role=tab]') !== null;
}
