/** Runs when the browser has nothing better to do, at the latest after some milliseconds; returns how to call it off. */
export function whenQuiet(run: () => void, latest: number): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, latest / 3);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(run, { timeout: latest });
  return () => cancelIdleCallback(waiting);
}
