/**
 * How a quotation of the draft differs from a quotation of a source, word by word. The words are aligned by their
 * best local alignment; what the source has before and after them is no difference, for a quotation may begin
 * later and end earlier than what was said.
 */

import type { Span } from '../model.ts';
import { areSpokenAlike, isNegation, isTelling, type QuoteWord } from './words.ts';

type QuoteKind =
  /** The same words, but for marks, capitals, dialect, figures, declared edits and words left out at the ends. */
  | 'same'
  /** Words left out inside, with no ellipsis, none of them a negation. */
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
  /** Whether the source has more words at an end. */
  readonly isShortened: boolean;
}

/** One place where the words differ: what the draft has, what the source has; one of them may be empty. */
export interface QuoteChange {
  readonly draft: readonly QuoteWord[];
  readonly source: readonly QuoteWord[];
  /** Where the draft's words stand; where it has none, the empty span behind the word before. */
  readonly span: Span;
  /** The same with the word before and the word after. */
  readonly around: Span;
}

type Pair = readonly [draft: number, source: number];

const UNRELATED: QuoteComparison = { kind: 'unrelated', changes: [], score: 0, isShortened: false };

/** Fewer words are a phrase that anybody may use. */
const LEAST_WORDS = 3;
/**
 * Whether a change may change what is said: a word that says something by itself, a negation, a figure. Articles,
 * tenses of "be" and "have", and other endings of a word are what two transcripts of one speech differ in.
 */
export function isMaterial({ draft, source }: QuoteChange): boolean {
  if ([...draft, ...source].some(({ key }) => isNegation(key) || /\d/.test(key))) return true;
  const [ours, theirs] = [draft, source].map((side) => side.filter((it) => isTelling(it.key)));
  if (!ours || !theirs) return false;
  const isSameStem = (a: string, b: string) =>
    a.slice(0, 5) === b.slice(0, 5) && Math.abs(a.length - b.length) <= 4 && a.length > 4;
  const differing = ours.filter((it) => !theirs.some((other) => isSameStem(it.key, other.key)));
  const missing = theirs.filter((it) => !ours.some((other) => isSameStem(it.key, other.key)));
  return differing.length + missing.length > 0;
}

/** The longest words compared; a longer quotation is compared up to here. */
const MOST_WORDS = 600;

/** The words of a quotation, ready to be compared. */
export interface SpokenWords {
  /** Of the words: they tell most other statements apart, and are kept for all quotations of the sources. */
  readonly hashes: Int32Array;
  readonly read: () => readonly QuoteWord[];
}

/** The words as they are compared. */
export function spoken(words: readonly QuoteWord[]): SpokenWords {
  const compared = words.slice(0, MOST_WORDS);
  return { hashes: hashesOf(compared), read: () => compared };
}

/** Compares the words of a quotation of the draft with those of one of a source. */
export function compareQuotes(ours: SpokenWords, theirs: SpokenWords): QuoteComparison {
  const draft = ours.read();
  if (draft.length < LEAST_WORDS) return UNRELATED;
  const most = Math.min(theirs.hashes.length, MOST_WORDS);
  const pairs = align(ours.hashes, theirs.hashes, most);
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last) return UNRELATED;
  const score = pairs.length / draft.length;
  // A source that quotes but a phrase of what the draft quotes says nothing about the rest.
  if (score < 0.5 && pairs.length < 5) return UNRELATED;
  const isShortened = first[1] > first[0] || most - last[1] > draft.length - last[0];
  const isOneRow = isUnbroken(pairs);
  if (isOneRow && score === 1) return { kind: 'same', changes: [], score, isShortened };
  const isAlike = isMostlySaid(draft, pairs);
  if (!isAlike && !isOneRow) return UNRELATED;
  const source = theirs.read().slice(0, MOST_WORDS);
  const changes = changesOf(draft, source, pairs);
  if (changes.length === 0) return { kind: 'same', changes, score, isShortened };
  if (!isAlike || !hasFewChanges(draft, pairs, changes)) return UNRELATED;
  const isTrimmed = changes.every(
    (it) => it.draft.length === 0 && !it.source.some(({ key }) => isNegation(key)),
  );
  const kind = isTrimmed ? 'trimmed' : 'altered';
  return { kind, changes, score, isShortened };
}

export function hashesOf(words: readonly QuoteWord[]): Int32Array {
  return Int32Array.from(words, (it) => it.hash);
}

/** Whether the words that agree stand in one row on both sides. */
function isUnbroken(pairs: readonly Pair[]): boolean {
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last) return false;
  return last[0] - first[0] === pairs.length - 1 && last[1] - first[1] === pairs.length - 1;
}

function tellingWords(words: readonly QuoteWord[]): number {
  return words.filter((it) => isTelling(it.key)).length;
}

/** Whether enough words agree for one statement with changes, the telling ones among them. */
function isMostlySaid(draft: readonly QuoteWord[], pairs: readonly Pair[]): boolean {
  const agreed = pairs.flatMap(([i]) => draft[i] ?? []);
  const telling = tellingWords(agreed);
  if (telling < 2 && !(agreed.length >= 5 && telling >= 1)) return false;
  return telling >= tellingWords(draft) * 0.5;
}

/**
 * Whether what differs stands in few places, as in one statement with changes. Two statements of one speaker on one
 * subject share words too, but scattered ones.
 */
function hasFewChanges(
  draft: readonly QuoteWord[],
  pairs: readonly Pair[],
  changes: readonly QuoteChange[],
): boolean {
  const agreed = pairs.flatMap(([i]) => draft[i] ?? []);
  const added = changes.reduce((sum, it) => sum + it.draft.length, 0);
  const dropped = changes.reduce((sum, it) => sum + it.source.length, 0);
  if (dropped > Math.max(6, draft.length * 0.5)) return false;
  if (changes.length > 1 + Math.floor(draft.length / 7)) return false;
  if (draft.length >= SHORT) return added <= draft.length * 0.35;
  // A short quotation has room for one change, and that inside: a phrase with another beginning is another phrase.
  const [change] = changes;
  const isInside = change?.draft[0] !== draft[0] && change?.draft.at(-1) !== draft.at(-1);
  return (
    added <= 2 &&
    pairs.length > draft.length / 2 &&
    (isInside || (added === 1 && tellingWords(agreed) >= 2 && draft.length > 4))
  );
}

/** Quotations of fewer words are phrases: what differs in them makes another phrase of them sooner. */
const SHORT = 8;

/** What a word without a counterpart costs between matched ones, in matched words. */
const GAP = 0.06;

/**
 * The best local alignment of words by their hashes, of `b` the first `most`, as pairs of indexes: as many equal words
 * in order as possible, standing as close together as possible. Smith and Waterman (1981), with matches that score 1
 * and gaps that cost {@link GAP}.
 */
function align(a: Int32Array, b: Int32Array, most: number): Pair[] {
  const width = most + 1;
  const size = (a.length + 1) * width;
  if (scratch.length < size) scratch = new Float32Array(size);
  const scores = scratch;
  scores.fill(0, 0, width);
  let best = 0;
  let end = 0;
  for (let i = 1; i <= a.length; i++) {
    const word = a[i - 1];
    scores[i * width] = 0;
    for (let at = i * width + 1, j = 0; j < most; at++, j++) {
      const skipped = Math.max(scores[at - width] ?? 0, scores[at - 1] ?? 0) - GAP;
      const taken = word === b[j] ? (scores[at - width - 1] ?? 0) + 1 : 0;
      const score = Math.max(0, skipped, taken);
      scores[at] = score;
      if (score > best) {
        best = score;
        end = at;
      }
    }
  }
  const pairs: Pair[] = [];
  for (
    let i = Math.floor(end / width), j = end % width;
    i > 0 && j > 0 && (scores[i * width + j] ?? 0) > 0;
  ) {
    const at = i * width + j;
    const isMatch = a[i - 1] === b[j - 1];
    if (isMatch && Math.abs((scores[at - width - 1] ?? 0) + 1 - (scores[at] ?? 0)) < 1e-4)
      pairs.push([--i, --j]);
    else if ((scores[at - 1] ?? 0) >= (scores[at - width] ?? 0)) j--;
    else i--;
  }
  return pairs.reverse();
}

/** The table of one alignment; the next one writes over it. */
let scratch = new Float32Array(1 << 12);

/** The places between the matched words where the two differ, declared edits aside. */
function changesOf(
  draft: readonly QuoteWord[],
  source: readonly QuoteWord[],
  pairs: readonly Pair[],
): QuoteChange[] {
  const changes: QuoteChange[] = [];
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last) return changes;
  /** Holds the words from one index to another, exclusive, against each other. */
  const gap = ([fromDraft, fromSource]: Pair, [toDraft, toSource]: Pair) => {
    const ours = draft.slice(fromDraft, toDraft);
    const theirs = source.slice(fromSource, toSource);
    if (ours.length + theirs.length === 0 || areSpokenAlike(ours, theirs)) return;
    if (isDeclared(ours, theirs, draft[toDraft], source[toSource])) return;
    changes.push({ draft: ours, source: theirs, ...placeOf(draft, fromDraft, toDraft) });
  };
  // Words at an end of the draft stand against as many of the source. Where it has none, it only quotes less.
  const head = Math.min(first[0], first[1]);
  const isLedAlike = (k: number) =>
    areSpokenAlike(draft.slice(0, first[0]), source.slice(Math.max(0, first[1] - k), first[1]));
  if (head > 0 && !isLedAlike(head) && !isLedAlike(head + 1)) gap([first[0] - head, first[1] - head], first);
  for (const [k, pair] of pairs.entries()) {
    const next = pairs[k + 1];
    if (next) gap([pair[0] + 1, pair[1] + 1], next);
  }
  const tail = Math.min(draft.length - last[0], source.length - last[1]);
  if (tail > 1) gap([last[0] + 1, last[1] + 1], [last[0] + tail, last[1] + tail]);
  return changes;
}

function placeOf(
  draft: readonly QuoteWord[],
  from: number,
  to: number,
): { readonly span: Span; readonly around: Span } {
  const before = draft[from - 1];
  const after = draft[to];
  const start = draft[from]?.start ?? before?.end ?? 0;
  const span =
    from < to
      ? { start, end: draft[to - 1]?.end ?? start }
      : { start: before?.end ?? 0, end: before?.end ?? 0 };
  return { span, around: { start: before?.start ?? span.start, end: after?.end ?? span.end } };
}

/** Brackets stand for other words, an ellipsis for words left out: on either side they declare the difference. */
function isDeclared(
  ours: readonly QuoteWord[],
  theirs: readonly QuoteWord[],
  nextOurs: QuoteWord | undefined,
  nextTheirs: QuoteWord | undefined,
): boolean {
  if ([...ours, ...theirs].some((it) => it.edit === 'bracket')) return true;
  if (ours.length === 0) return nextOurs?.edit === 'ellipsis' || ours.some((it) => it.edit === 'ellipsis');
  return theirs.length === 0 && nextTheirs?.edit === 'ellipsis';
}
