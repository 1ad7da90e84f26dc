/** What stands where in a text. */

import type { Span } from '../model.ts';

/** Of things in reading order that do not overlap, the last one that begins before an offset. */
export function lastBefore<T extends { readonly span: Span }>(
  things: readonly T[],
  offset: number,
): T | undefined {
  let from = 0;
  let to = things.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((things[middle]?.span.start ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return things[from - 1];
}
