/** The words of quotations, folded as far as marks, capitals and diacritics go. */

import { foldLetters } from '../text/fold.ts';

export interface QuoteWord {
  /** As compared: folded. */
  readonly key: string;
  /** As printed. */
  readonly text: string;
  /** Offset in the words given. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.,](?=[\p{L}\p{N}]))*/gu;

export function quoteWords(text: string): QuoteWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: foldLetters(word).replace(/’/g, "'"),
    text: word,
    start: index,
    end: index + word.length,
  }));
}

const SHORTEST_KEY = 4;

/** The words by which similar quotations meet in an index: the longer ones, each once. */
export function keyWordsOf(text: string): string[] {
  return [...new Set(quoteWords(text).map((it) => it.key))].filter((it) => it.length >= SHORTEST_KEY);
}
