import { shortcuts } from '../keys.svelte';
import { router } from '../router.svelte';
import { toasts } from '../ui/toasts.svelte';

/** The keys that mean the same on every page. Call it while the shell is set up. */
export function useGlobalShortcuts(): { palette: boolean; help: boolean } {
  const open = $state({ palette: false, help: false });
  shortcuts(() => [
    { keys: ['Mod+k', '/'], label: 'Search or do', group: 'Everywhere', quiet: true, run: () => (open.palette = !open.palette) },
    { keys: ['g i'], label: 'Open the inbox', group: 'Go to', run: () => router.go('/inbox') },
    { keys: ['g b'], label: 'Open the board', group: 'Go to', run: () => router.go('/board') },
    { keys: ['g a'], label: 'Open approvals', group: 'Go to', run: () => router.go('/approvals') },
    { keys: ['g s'], label: 'Open the settings', group: 'Go to', run: () => router.go('/settings') },
    {
      keys: ['u'],
      label: toasts.lastUndo ? `Undo: ${toasts.lastUndo.what}` : 'Undo',
      group: 'Everywhere',
      when: () => toasts.lastUndo !== null,
      run: () => toasts.lastUndo?.run(),
    },
    { keys: ['Escape'], label: 'Put the message away', group: 'Everywhere', quiet: true, when: () => toasts.list.length > 0, run: () => toasts.clear() },
    { keys: ['?'], label: 'Show the keyboard', group: 'Everywhere', run: () => (open.help = true) },
  ]);
  return open;
}
