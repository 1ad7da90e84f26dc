/** `stet check --watch`: looks again and again, until somebody stops it. */

import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks, at least; and so many times as long as a look takes. */
const SHORTEST_PAUSE = 500;
const PAUSES = 10;

/** The exit code of the last look. `look` gives what is to be printed, which is printed where it is another. */
export async function watch<T>(
  look: () => Promise<{ readonly printed: string; readonly exitCode: T }>,
  print: (printed: string) => void,
  stopped: AbortSignal,
): Promise<T> {
  for (let last = ''; ; ) {
    const from = performance.now();
    const { printed, exitCode } = await look();
    if (printed !== last) print(printed);
    last = printed;
    const length = Math.max(SHORTEST_PAUSE, PAUSES * (performance.now() - from));
    // Whoever stops it does not wait for the end of the pause.
    await pause(length, undefined, { signal: stopped }).catch(() => {});
    if (stopped.aborted) return exitCode;
  }
}
