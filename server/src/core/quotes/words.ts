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

const SHINGLE = 3;

/** Runs of three words, by which similar quotations meet in an index; all words of a shorter one. */
export function shinglesOf(text: string): string[] {
  const keys = quoteWords(text).map((it) => it.key);
  if (keys.length <= SHINGLE) return keys.length > 0 ? [keys.join(' ')] : [];
  return keys.slice(0, 1 - SHINGLE).map((_, i) => keys.slice(i, i + SHINGLE).join(' '));
}
