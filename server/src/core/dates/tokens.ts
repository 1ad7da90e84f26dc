/** The words of a paragraph with what each says about time: the ground of the grammar. */

import type { Words } from '../text/words.ts';
import { type Entry, entryOf, entryOfFigure, looksLikeEntry } from './lexicon.ts';

export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** By token; undefined for words that say nothing about time, and for signs. */
  readonly entries: readonly (Entry | undefined)[];
}

export function readTokens(words: Words): Tokens {
  const { text, count, starts, ends } = words;
  const entries: (Entry | undefined)[] = [];
  for (let i = 0; i < count; i++) {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    if (headOfPair(text, start, end)) return readPairs(words);
    entries.push(entryAt(text, start, end));
  }
  return { text, count, starts, ends, entries };
}

/** "January-March" and "Mid-September" are one word to a name: here they are two with a hyphen between. */
function readPairs({ text, count, ...words }: Words): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const entries: (Entry | undefined)[] = [];
  const push = (start: number, end: number, entry: Entry | undefined) => {
    starts.push(start);
    ends.push(end);
    entries.push(entry);
  };
  for (let i = 0; i < count; i++) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const head = headOfPair(text, start, end);
    if (head) {
      const hyphen = start + head.word.length;
      push(start, hyphen, head);
      push(hyphen, hyphen + 1, undefined);
      push(hyphen + 1, end, entryOf(text.slice(hyphen + 1, end)));
    } else push(start, end, entryAt(text, start, end));
  }
  return { text, count: starts.length, starts, ends, entries };
}

function headOfPair(text: string, start: number, end: number): Entry | undefined {
  const length = end - start;
  if (length < SHORTEST_PAIR || length > LONGEST) return undefined;
  const code = text.charCodeAt(start);
  if (code >= 0x61 || !isWordStart(code)) return undefined;
  for (let at = start + 1; at < end; at++)
    if (text.charCodeAt(at) === 0x2d) return entryOf(text.slice(start, at));
  return undefined;
}

function entryAt(text: string, start: number, end: number): Entry | undefined {
  const code = text.charCodeAt(start);
  if (end - start > LONGEST || !isWordStart(code)) return undefined;
  if (code < 0x3a) return entryOfFigure(text.slice(start, end));
  return looksLikeEntry(text, start, end) ? entryOf(text.slice(start, end)) : undefined;
}

/** "Mid-May" is the shortest pair of words that a hyphen joins. */
const SHORTEST_PAIR = 6;

/** "Wednesday-Wednesday"; no word that says anything about time is longer. */
const LONGEST = 20;

function isWordStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

export function textOf(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index] ?? 0, tokens.ends[index] ?? 0);
}

/** The word in small letters, if it says anything about time. */
export function wordOf(tokens: Tokens, index: number): string | undefined {
  return tokens.entries[index]?.word;
}

/** Whether no white space stands before a token. */
export function isGlued(tokens: Tokens, index: number): boolean {
  return index > 0 && tokens.starts[index] === tokens.ends[index - 1];
}

/** Whether a token is this sign. */
export function isSign(tokens: Tokens, index: number, signs: string): boolean {
  const start = tokens.starts[index];
  return (
    start !== undefined &&
    (tokens.ends[index] ?? 0) - start === 1 &&
    signs.includes(tokens.text.charAt(start))
  );
}

/** The character before a token, empty at the paragraph's start. */
export function before(tokens: Tokens, index: number): string {
  return tokens.text.charAt((tokens.starts[index] ?? 0) - 1);
}

export function isCapital(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? -1);
  return code >= 0x41 && code <= 0x5a;
}

export const HYPHENS = '-\u2010\u2011';
export const DASHES = '-\u2010\u2011\u2012\u2013\u2014';
