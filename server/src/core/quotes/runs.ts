/** Runs of a source's quoted words in a paragraph, whether it quotes them or not. */

import type { SourceQuote } from '../corpus/corpus.ts';
import type { Span } from '../model.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { isTelling, readWords, type WordHashes } from './words.ts';

/** Words of a paragraph that a source quotes. */
export interface WordRun {
  readonly span: Span;
  readonly source: SourceQuote;
}

/** Words in a row that make a run. */
const LEAST = 8;
/** Of these, words that say something by themselves. */
const LEAST_TELLING = 4;
/** The sources' words are indexed in blocks of so many, one every {@link STRIDE}: each run holds a whole one. */
const BLOCK = 5;
const STRIDE = LEAST - BLOCK + 1;

/** A block that more quotations have is a commonplace. */
const MOST_BLOCKS = 40;

/** Where a block of words stands: the index of its first word among the words of the quotation. */
interface Block {
  readonly source: SourceQuote;
  readonly at: number;
}

/** The blocks of the sources' quotations, by the hashes of their words. */
export type RunIndex = ReadonlyMap<number, readonly Block[]>;

export function indexRuns(quotes: readonly SourceQuote[]): RunIndex {
  const index = new Map<number, Block[]>();
  for (const source of quotes) {
    const { hashes } = source;
    for (let at = 0; at + BLOCK <= hashes.length; at += STRIDE) {
      const key = keyAt(hashes, at);
      const blocks = index.get(key);
      if (!blocks) index.set(key, [{ source, at }]);
      else if (blocks.length < MOST_BLOCKS) blocks.push({ source, at });
    }
  }
  return index;
}

/** A number for the block of words that begins there; other blocks may have the same. */
function keyAt(hashes: Int32Array, at: number): number {
  let key = 0;
  for (let i = at; i < at + BLOCK; i++) key = Math.imul(key, 31) + (hashes[i] ?? 0);
  return key | 0;
}

/** Finds the runs in the words of a paragraph, each as long as it goes; the quotations of some don't count. */
export function findRuns(
  { hashes, starts, ends }: WordHashes,
  paragraph: Paragraph,
  index: RunIndex,
  counts: (source: SourceQuote) => boolean,
): WordRun[] {
  const runs: WordRun[] = [];
  for (let i = 0; i + BLOCK <= hashes.length; i++) {
    const blocks = index.get(keyAt(hashes, i));
    if (!blocks) continue;
    for (const block of blocks) {
      if (!counts(block.source)) continue;
      const [from, to] = extend(hashes, i, block);
      if (to - from < LEAST) continue;
      const [start = 0, end = 0] = [starts[from], ends[to - 1]];
      const words = readWords(paragraph.text.slice(start, end));
      if (words.filter((it) => isTelling(it.key)).length < LEAST_TELLING) continue;
      runs.push({ span: paragraph.at(start, end), source: block.source });
      i = to - 1;
      break;
    }
  }
  return runs;
}

/** The words before and behind a block that are the source's as well: from, and to before, an index. */
function extend(ours: Int32Array, i: number, { source, at }: Block): readonly [number, number] {
  const theirs = source.hashes;
  const isSame = (by: number) => ours[i + by] !== undefined && ours[i + by] === theirs[at + by];
  let before = 0;
  while (isSame(before - 1)) before--;
  let after = 0;
  while (isSame(after)) after++;
  return [i + before, i + after];
}
