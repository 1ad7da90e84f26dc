/** Text that was taken out of other text, and knows where each part of it stood. */

import type { ArticleHead, TextPlace } from '../../core/model.ts';

export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** From the offset `at` of the text on, it stands at `from` in what it was taken out of, up to the next piece. */
interface Piece {
  readonly at: number;
  readonly from: number;
}

/** Builds a mapped text from its beginning to its end. */
export interface TextBuilder {
  readonly length: number;
  /** Adds words that stand at `from`; undefined for what stands nowhere, such as a break between paragraphs. */
  add(words: string, from: number | undefined): void;
  /** Of a word break or a paragraph's: two code units at most. */
  endsWith(words: string): boolean;
  done(): MappedText;
}

export function textBuilder(): TextBuilder {
  const pieces: Piece[] = [];
  const chunks: string[] = [];
  let length = 0;
  // A string that grows and is asked in turns is copied each time.
  let tail = '';
  return {
    get length() {
      return length;
    },
    add: (words, from) => {
      const last = pieces.at(-1);
      // What goes on as it stands there is no new piece.
      if (from !== undefined && from - length !== (last ? last.from - last.at : undefined))
        pieces.push({ at: length, from });
      chunks.push(words);
      length += words.length;
      tail = (tail + words).slice(-LONGEST_END);
    },
    endsWith: (words) => tail.endsWith(words),
    done: () => ({ text: chunks.join(''), pieces }),
  };
}

/** The most that can be asked for as a text's end, in UTF-16 code units. */
const LONGEST_END = 2;

/** Where the text stands in what the outer text was taken out of. */
export function within(outer: MappedText, inner: MappedText): MappedText {
  if (outer.pieces.length === 0) return { text: inner.text, pieces: [] };
  const pieces = inner.pieces.flatMap(({ at, from }, index) => {
    const end = inner.pieces[index + 1]?.at ?? inner.text.length;
    const first = countUpTo(outer.pieces.length, (i) => (outer.pieces[i]?.at ?? 0) <= from);
    const before = outer.pieces[first - 1];
    const found: Piece[] = [{ at, from: before ? before.from + from - before.at : from }];
    for (let next = first; next < outer.pieces.length; next++) {
      const piece = outer.pieces[next];
      if (!piece || piece.at >= from + end - at) break;
      found.push({ at: at + piece.at - from, from: piece.from });
    }
    return found;
  });
  return { text: inner.text, pieces };
}

/**
 * Tells the lines and columns of mapped texts in a file: its beginning where nothing is known to stand in it, and undefined
 * where the file is the text.
 */
export function placesIn(file: string): (mapped: MappedText) => ArticleHead['places'] {
  const lines = lineStarts(file);
  return ({ text, pieces }) => {
    const [only, second] = pieces;
    if (only?.at === 0 && only.from === 0 && !second && text.length === file.length) return undefined;
    const places: TextPlace[] = [];
    for (const [index, { at, from }] of pieces.entries()) {
      const to = from + (pieces[index + 1]?.at ?? text.length) - at;
      const first = countUpTo(lines.length, (line) => (lines[line] ?? 0) <= from) - 1;
      places.push({ at, line: first, column: from - (lines[first] ?? 0) });
      for (let line = first + 1; (lines[line] ?? to) < to; line++)
        places.push({ at: at + (lines[line] ?? to) - from, line, column: 0 });
    }
    const [start = { at: 0, line: 0, column: 0 }, ...others] = places;
    return [start, ...others];
  };
}

function lineStarts(file: string): number[] {
  const starts = [0];
  for (let at = file.indexOf('\n'); at >= 0; at = file.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of ascending things come before the first that is too far, by bisection. */
function countUpTo(length: number, isBefore: (index: number) => boolean): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
