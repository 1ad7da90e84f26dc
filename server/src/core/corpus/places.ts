/** Where the text of an article stands in its file, where the file has markup as well. */

import type { Span, TextPlace } from '../model.ts';

/** A position in a file: line and column from 0, the column in UTF-16 code units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character of a span to behind its last, in the file. */
export function placeOf(
  places: readonly [TextPlace, ...TextPlace[]],
  { start, end }: Span,
): { readonly start: Position; readonly end: Position } {
  // What stands behind the last character may have been taken out of another line.
  const last = positionIn(places, Math.max(start, end - 1));
  return {
    start: positionIn(places, start),
    end: end > start ? { line: last.line, column: last.column + 1 } : last,
  };
}

function positionIn([first, ...others]: readonly [TextPlace, ...TextPlace[]], offset: number): Position {
  const { at, line, column } = others.findLast((it) => it.at <= offset) ?? first;
  return { line, column: column + Math.max(0, offset - at) };
}
