/**
 * Finds the names of a document: persons, organizations and places, without their titles, honorifics and possessive.
 * A paragraph is read once (a pure function of its text); the document then adds what all paragraphs say together.
 *
 * The method: a linear model over hashed features, trained as a conditional random field (Lafferty and others 2001), its
 * best sequence by Viterbi, and a second pass that makes the document consistent (see `spread.ts`).
 */

import type { EntityType } from '../../model.ts';
import { NONE, type Row, rowInSteps, sameEnds } from '../../recall.ts';
import { atOnce, type Steps } from '../../steps.ts';
import {
  type Contributions,
  contributionsOf,
  type Evidence,
  emptyEvidence,
  evidenceKey,
  slotOf,
  updateEvidence,
} from './evidence.ts';
import { documentFeatures, MOST_FEATURES, paragraphFeatures } from './features.ts';
import { LABELS } from './labels.ts';
import type { NameModel } from './model.ts';
import { type NameParagraph, readParagraph } from './paragraph.ts';
import { addWeights } from './score.ts';
import {
  type Ballot,
  ballotsOf,
  emptyTally,
  type FoundName,
  isThing,
  nameStarts,
  readNames,
  recount,
  settleNames,
  type Tally,
} from './spread.ts';
import { findBestLabels } from './viterbi.ts';

/** Everything about names that one paragraph's text alone says. Kept by its text; told apart by identity. */
export interface NameWords {
  readonly paragraph: NameParagraph;
  readonly contributions: Contributions;
  /** `LABELS` scores for each candidate word, in reading order: what the paragraph alone says. */
  readonly emissions: Int32Array;
  /** The evidence key of each candidate word: what the tags depend on. */
  readonly keys: Int32Array;
  /** The hashes of the words at which a name may begin. */
  readonly starts: Int32Array;
}

export interface TaggedName {
  /** Offsets in its paragraph. */
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

export interface TaggedDocument {
  /** One list a paragraph, in reading order, not overlapping; the same as before where nothing in it has changed. */
  readonly names: readonly (readonly TaggedName[])[];
  /** What the next call takes over. */
  readonly kept: {
    readonly evidence: Evidence;
    /** How many words the evidence was about when it was begun. */
    readonly wordsAtFirst: number;
    readonly tally: Tally;
    readonly paragraphs: readonly NameWords[];
    readonly tags: Row<ParagraphTags>;
    readonly names: Row<readonly TaggedName[]>;
  };
}

interface ParagraphTags {
  /** Slots of the paragraph's keys in the evidence. */
  readonly slots: Int32Array;
  readonly found: readonly FoundName[];
  readonly ballots: readonly Ballot[];
}

const scratch = new Int32Array(MOST_FEATURES);

/** Reads one paragraph: a pure function of its text, linear in its length. */
export function readNameWords(text: string, model: NameModel): NameWords {
  const paragraph = readParagraph(text, model.lexicon, model.gazetteer);
  const { segments, lexemes } = paragraph;
  let count = 0;
  for (let at = 0; at < segments.length; at += 2) count += (segments[at + 1] ?? 0) - (segments[at] ?? 0);
  const emissions = new Int32Array(count * LABELS);
  const keys = new Int32Array(count);
  let row = 0;
  for (let at = 0; at < segments.length; at += 2) {
    for (let word = segments[at] ?? 0; word < (segments[at + 1] ?? 0); word++) {
      addWeights(scratch, paragraphFeatures(paragraph, word, scratch), model, emissions, row * LABELS);
      const lexeme = lexemes[word];
      if (lexeme !== undefined) keys[row] = evidenceKey(lexeme);
      row++;
    }
  }
  return {
    paragraph,
    contributions: contributionsOf(paragraph),
    emissions,
    keys,
    starts: nameStarts(paragraph),
  };
}

/**
 * Tags the paragraphs of one document with evidence from all of them. With `previous`, an earlier call's answer, only
 * paragraphs that are new or hold a word whose evidence changed are scored; the answer is the same as without. What is
 * kept of `previous` is used up.
 */
export function tagNames(
  paragraphs: readonly NameWords[],
  model: NameModel,
  previous?: TaggedDocument,
): TaggedDocument {
  return atOnce(tagInSteps(paragraphs, model, previous));
}

/** The same, a new paragraph a step. */
export function* tagInSteps(
  paragraphs: readonly NameWords[],
  model: NameModel,
  previous?: TaggedDocument,
): Steps<TaggedDocument> {
  const kept = previous !== undefined && isWorthKeeping(previous.kept) ? previous.kept : undefined;
  const evidence = kept?.evidence ?? emptyEvidence();
  const edited = differences(kept?.paragraphs ?? [], paragraphs);
  const contributions = (it: NameWords) => it.contributions;
  const otherWords = updateEvidence(evidence, edited.gone.map(contributions), edited.come.map(contributions));
  const tags = yield* rowInSteps(
    {
      lists: [paragraphs],
      make: ([words]) => tagParagraph(words, evidence, model),
      holds: ({ slots }) => !holdsAny(slots, otherWords),
    },
    kept?.tags,
  );
  const retagged = differences(kept?.tags.values ?? [], tags.values);
  const ballots = (it: ParagraphTags) => it.ballots;
  const tally = kept?.tally ?? emptyTally();
  const otherNames = recount(tally, retagged.gone.map(ballots), retagged.come.map(ballots), model.scale);
  const seenOf = (key: number) => evidence.seen[evidence.slots.get(key) ?? -1] ?? 0;
  const names = yield* rowInSteps(
    {
      lists: [paragraphs, tags.values],
      make([{ paragraph }, { found }], _, known): readonly TaggedName[] {
        const settled = settleNames(paragraph, found, tally, seenOf, model.scale);
        return known && areSameNames(known, settled) ? known : settled;
      },
      holds: (_, at) => !holdsAny(paragraphs[at]?.starts ?? NONE, otherNames),
    },
    kept?.names,
  );
  const wordsAtFirst = kept?.wordsAtFirst ?? evidence.slots.size;
  return { names: names.values, kept: { evidence, wordsAtFirst, tally, paragraphs, tags, names } };
}

function holdsAny(all: ArrayLike<number>, some: ReadonlySet<number>): boolean {
  if (some.size > 0) for (let at = 0; at < all.length; at++) if (some.has(all[at] ?? 0)) return true;
  return false;
}

function areSameNames(a: readonly TaggedName[], b: readonly TaggedName[]): boolean {
  const isSame = (x: TaggedName, y: TaggedName | undefined) =>
    x.start === y?.start && x.end === y.end && x.type === y.type;
  return a === b || (a.length === b.length && a.every((it, i) => isSame(it, b[i])));
}

/** Words that have left the document keep their slots; a document that has had many others starts over. */
function isWorthKeeping({ evidence, wordsAtFirst }: TaggedDocument['kept']): boolean {
  return evidence.slots.size <= wordsAtFirst * 1.25 + 500;
}

/** What one list has more often than another, each as often as that. */
function differences<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly gone: readonly T[]; readonly come: readonly T[] } {
  const { above, below } = sameEnds(before, after);
  const balance = new Map<T, number>();
  for (const it of before.slice(above, before.length - below)) balance.set(it, (balance.get(it) ?? 0) - 1);
  for (const it of after.slice(above, after.length - below)) balance.set(it, (balance.get(it) ?? 0) + 1);
  const gone: T[] = [];
  const come: T[] = [];
  for (const [it, difference] of balance) {
    for (let times = difference; times < 0; times++) gone.push(it);
    for (let times = difference; times > 0; times--) come.push(it);
  }
  return { gone, come };
}

function tagParagraph(words: NameWords, evidence: Evidence, model: NameModel): ParagraphTags {
  const { paragraph, keys } = words;
  const { segments } = paragraph;
  // A word that only ever stood outside what evidence is taken from has no slot yet; it gets one to be followed by.
  const slots = keys.map((key) => slotOf(key, evidence.slots));
  const seenOf = (row: number) => evidence.seen[slots[row] ?? -1] ?? 0;
  const scores = words.emissions.slice();
  const labels = new Uint8Array(scores.length / LABELS);
  let row = 0;
  for (let at = 0; at < segments.length; at += 2) {
    const start = segments[at] ?? 0;
    const end = segments[at + 1] ?? 0;
    for (let word = start; word < end; word++) {
      // A capitalized neighbor in the sentence is a candidate, and so in the row beside.
      const here = row + word - start;
      const count = documentFeatures(
        paragraph,
        word,
        seenOf(here),
        seenOf(here - 1),
        seenOf(here + 1),
        scratch,
      );
      addWeights(scratch, count, model, scores, here * LABELS);
    }
    findBestLabels(scores, row, end - start, model.transitions, labels);
    row += end - start;
  }
  const seenOfKey = (key: number) => evidence.seen[evidence.slots.get(key) ?? -1] ?? 0;
  const found = readNames(paragraph, labels, scores).filter((it) => !isThing(paragraph, it, seenOfKey));
  return { slots, found, ballots: ballotsOf(paragraph, found, model.scale) };
}
