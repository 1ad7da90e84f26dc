/** The words of a paragraph with what each says about time: the ground of the grammar. */

import { splitWords } from '../text/words.ts';
import { type Entry, entryOf, entryOfFigure, looksLikeEntry } from './lexicon.ts';

export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** By token; undefined for words that say nothing about time, and for signs. */
  readonly entries: readonly (Entry | undefined)[];
}

export function readTokens(paragraph: string): Tokens {
  const words = splitWords(paragraph);
  const starts: number[] = [];
  const ends: number[] = [];
  const entries: (Entry | undefined)[] = [];
  const push = (start: number, end: number, entry: Entry | undefined) => {
    starts.push(start);
    ends.push(end);
    entries.push(entry);
  };
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    const end = words.ends[i] ?? 0;
    const code = paragraph.charCodeAt(start);
    if (end - start > LONGEST || !isWordStart(code)) push(start, end, undefined);
    else if (code < 0x3a) push(start, end, entryOfFigure(paragraph.slice(start, end)));
    else if (code < 0x61 && end - start > SHORTEST_PAIR) pushCapitalized(paragraph, start, end, push);
    else
      push(
        start,
        end,
        looksLikeEntry(paragraph, start, end) ? entryOf(paragraph.slice(start, end)) : undefined,
      );
  }
  return { text: paragraph, count: starts.length, starts, ends, entries };
}

/** "January-March" and "Mid-September" are one word to a name: here they are two with a hyphen between. */
function pushCapitalized(
  paragraph: string,
  start: number,
  end: number,
  push: (start: number, end: number, entry: Entry | undefined) => void,
): void {
  const word = paragraph.slice(start, end);
  const hyphen = word.indexOf('-');
  const head = hyphen > 0 ? entryOf(word.slice(0, hyphen)) : undefined;
  if (!head) {
    push(start, end, entryOf(word));
    return;
  }
  push(start, start + hyphen, head);
  push(start + hyphen, start + hyphen + 1, undefined);
  push(start + hyphen + 1, end, entryOf(word.slice(hyphen + 1)));
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
