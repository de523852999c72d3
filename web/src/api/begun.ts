// Answers that `assets/start.js` asked for while the program was still on its way.

export interface Begun {
  status: number;
  json: unknown;
}

declare global {
  interface Window {
    /** By address below `/api/v1`; an answer that never came whole is `null`. */
    begun?: Record<string, Promise<Begun | null>>;
  }
}

/** How long after the start of the page an answer is as good as one asked for now. Milliseconds. */
const FRESH = 10_000;

/** Hands over what was asked for at an address, once: whoever reads again wants it newer. A "no" is asked for again. */
export async function takeBegun(address: string): Promise<Begun | null> {
  const begun = globalThis.window?.begun;
  const answer = begun?.[address];
  if (begun === undefined || answer === undefined) return null;
  delete begun[address];
  if (performance.now() > FRESH) return null;
  const came = await answer;
  return came?.status === 200 ? came : null;
}
