/** How a quotation of the draft differs from a quotation of a source, word by word. */

import { type QuoteWord, quoteWords } from './words.ts';

export type QuoteKind =
  /** The same words, but for marks, capitals, dialect and end punctuation. */
  | 'same'
  /** The same words, fewer at an end. */
  | 'shortened'
  /** Words left out inside, with no ellipsis. */
  | 'trimmed'
  /** Other words. */
  | 'altered'
  /** Another statement. */
  | 'unrelated';

export interface QuoteComparison {
  readonly kind: QuoteKind;
  /** What differs, in reading order; spans are offsets in the words compared. */
  readonly changes: readonly QuoteChange[];
  /** The share of the draft's words that the source has, 0 to 1. */
  readonly score: number;
}

/** One place where the words differ: what the draft has, what the source has; one of them may be empty. */
export interface QuoteChange {
  readonly draft: readonly QuoteWord[];
  readonly source: readonly QuoteWord[];
}

const LEAST_SHARE = 0.6;
const LEAST_WORDS = 3;
const LEAST_MATCHES = 2;

/** Words that any two statements share. */
const COMMON = new Set(
  'a an the and or but of in on at to for from by with as is are was were be been it its this that these those i we you he she they not no do does did have has had will would can could should may our his her their your my me us them him so if there what who which'.split(
    ' ',
  ),
);

export function compareQuotes(draftText: string, sourceText: string): QuoteComparison {
  const draft = quoteWords(draftText);
  const source = quoteWords(sourceText);
  const pairs = align(draft, source);
  const content = pairs.filter(([i]) => !COMMON.has(draft[i]?.key ?? ''));
  const score = draft.length === 0 ? 0 : pairs.length / draft.length;
  if (draft.length < LEAST_WORDS || score < LEAST_SHARE || content.length < LEAST_MATCHES) {
    return { kind: 'unrelated', changes: [], score };
  }
  const changes = changesOf(draft, source, pairs);
  if (changes.length === 0)
    return { kind: pairs.length === source.length ? 'same' : 'shortened', changes, score };
  const isTrimmed = changes.every((it) => it.draft.length === 0);
  return { kind: isTrimmed ? 'trimmed' : 'altered', changes, score };
}

/** Longest common subsequence of the words, as pairs of indexes. */
function align(a: readonly QuoteWord[], b: readonly QuoteWord[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] =
        a[i]?.key === b[j]?.key
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key) pairs.push([i++, j++]);
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** The places between the matched words where the two differ; what a source has before and after is no difference. */
function changesOf(
  draft: readonly QuoteWord[],
  source: readonly QuoteWord[],
  pairs: readonly (readonly [number, number])[],
): QuoteChange[] {
  const changes: QuoteChange[] = [];
  const [first] = pairs;
  const last = pairs.at(-1);
  let i = 0;
  let j = first ? Math.max(0, first[1] - first[0]) : 0;
  const gap = (toDraft: number, toSource: number) => {
    if (toDraft > i || (toSource > j && i > 0))
      changes.push({ draft: draft.slice(i, toDraft), source: source.slice(j, toSource) });
  };
  for (const [a, b] of pairs) {
    gap(a, b);
    i = a + 1;
    j = b + 1;
  }
  if (last && i < draft.length) gap(draft.length, Math.min(source.length, j + draft.length - i));
  return changes;
}
