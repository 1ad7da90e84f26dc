/** Long work on the thread that answers requests. */

import type { Steps } from './core/steps.ts';

/** Milliseconds of work between two looks at what else there is to do: less than a blink. */
export const SLICE = 20;

/** Does some work to its end, letting other messages in now and then. Undefined where it was left off for being stale. */
export async function inSlices<T extends object>(
  steps: Steps<T>,
  isStale: () => boolean = () => false,
): Promise<T | undefined> {
  for (let from = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - from < SLICE) continue;
    await letOthersIn();
    if (isStale()) return undefined;
    from = performance.now();
  }
}

/** Comes back when all messages that have come are answered. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
