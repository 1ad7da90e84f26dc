/** Runs of a source's quoted words in a paragraph, whether it quotes them or not. */

import type { SourceQuote } from '../corpus/corpus.ts';
import type { Span } from '../model.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { isTelling, type QuoteWord, quoteWords } from './words.ts';

/** Words of a paragraph that a source quotes; offsets in the text. */
export interface WordRun extends Span {
  readonly source: SourceQuote;
}

/** Words in a row that make a run. */
const LEAST = 8;
/** Of these, words that say something by themselves. */
const LEAST_TELLING = 4;

/** Where each run of {@link LEAST} words of the sources' quotations stands, by the words. */
export type RunIndex = ReadonlyMap<string, SourceQuote>;

export function indexRuns(quotes: readonly SourceQuote[]): RunIndex {
  const index = new Map<string, SourceQuote>();
  for (const quote of quotes) {
    for (const key of runKeys(quoteWords(quote.words))) if (!index.has(key)) index.set(key, quote);
  }
  return index;
}

function runKeys(words: readonly QuoteWord[]): string[] {
  return words.slice(0, Math.max(0, words.length - LEAST + 1)).map((_, i) => keyAt(words, i));
}

function keyAt(words: readonly QuoteWord[], at: number): string {
  return words
    .slice(at, at + LEAST)
    .map((it) => it.key)
    .join(' ');
}

/** Finds the runs of a paragraph, each as long as it goes. */
export function findRun({ text, start }: Paragraph, index: RunIndex): WordRun[] {
  if (index.size === 0) return [];
  const words = quoteWords(text);
  const runs: WordRun[] = [];
  for (let i = 0; i + LEAST <= words.length; i++) {
    const source = index.get(keyAt(words, i));
    if (!source) continue;
    let last = i;
    while (last + 1 + LEAST <= words.length && index.has(keyAt(words, last + 1))) last++;
    const run = words.slice(i, last + LEAST);
    const [first] = run;
    const final = run.at(-1);
    if (first && final && run.filter((it) => isTelling(it.key)).length >= LEAST_TELLING) {
      runs.push({ start: start + first.start, end: start + final.end, source });
    }
    i = last + LEAST - 1;
  }
  return runs;
}
