/**
 * Runs `soon` after the first call of a burst, once for all calls until then, and never twice within `apart`
 * (both in milliseconds). A storm of calls that never ends is answered all the same, at that pace.
 */
export function paced(run: () => void, soon: number, apart: number): { call: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return {
    call() {
      if (timer !== undefined) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          run();
        },
        Math.max(soon, last + apart - Date.now()),
      );
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
