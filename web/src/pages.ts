// The pages behind the door. Each comes on its own, so that the first one need not wait for the others.

import { whenQuiet } from './quiet';

export const pages = {
  inbox: () => import('./inbox/InboxPage.svelte'),
  board: () => import('./board/BoardPage.svelte'),
  approvals: () => import('./approvals/ApprovalsPage.svelte'),
  settings: () => import('./settings/SettingsPage.svelte'),
  palette: () => import('./shell/CommandPalette.svelte'),
  help: () => import('./shell/HelpSheet.svelte'),
  signIn: () => import('./sign-in/SignInPage.svelte'),
  setup: () => import('./sign-in/SetupPage.svelte'),
};

/** How long the page that is open has the machine for itself. Milliseconds. */
const FIRST = 2_000;

/** Fetches what is likely wanted next, once there is nothing else to do. */
export function fetchAhead(): void {
  // What cannot be fetched now is fetched when it is wanted, and says there what is wrong.
  const all = () => Promise.all([pages.board(), pages.inbox(), pages.approvals(), pages.palette(), pages.help()]).catch(() => {});
  setTimeout(() => whenQuiet(() => void all(), 3_000), FIRST);
}
