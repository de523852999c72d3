const NAMES: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc', Shift: '⇧', ' ': 'Space',
  Mod: typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl',
};

/** `g i` as `G`, `I`; `Mod+k` as `Ctrl`, `K`: one label for each key cap. */
export function shownKeys(keys: string): string[] {
  return keys
    .split(' ')
    .flatMap((chord) => chord.split(/(?<=.)\+/))
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
