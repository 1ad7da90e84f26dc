/** What stands where in a text. */

import type { Span } from '../model.ts';
import { countBefore } from '../search.ts';

/** Of things in reading order that do not overlap, the last one that begins before an offset. */
export function lastBefore<T extends { readonly span: Span }>(
  things: readonly T[],
  offset: number,
): T | undefined {
  return things[countBefore(things.length, (it) => (things[it]?.span.start ?? 0) < offset) - 1];
}
