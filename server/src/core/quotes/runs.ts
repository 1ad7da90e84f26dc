/** Runs of a source's quoted words in a paragraph, whether it quotes them or not. */

import type { SourceQuote } from '../corpus/corpus.ts';
import type { Span } from '../model.ts';
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
    for (const key of readRunWords(quote.words).keys) if (!index.has(key)) index.set(key, quote);
  }
  return index;
}

/** A text's words and, for each that starts a run of {@link LEAST}, what that run is found by. */
export interface RunWords {
  readonly words: readonly QuoteWord[];
  readonly keys: readonly string[];
}

export function readRunWords(text: string): RunWords {
  const words = quoteWords(text);
  const keys = words.slice(0, Math.max(0, words.length - LEAST + 1)).map((_, at) =>
    words
      .slice(at, at + LEAST)
      .map((it) => it.key)
      .join(' '),
  );
  return { words, keys };
}

/** Finds the runs of a paragraph that starts there, each as long as it goes. */
export function findRuns({ words, keys }: RunWords, start: number, index: RunIndex): WordRun[] {
  const runs: WordRun[] = [];
  for (let i = 0; i < keys.length; i++) {
    const source = index.get(keys[i] ?? '');
    if (!source) continue;
    let last = i;
    while (index.has(keys[last + 1] ?? '')) last++;
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
