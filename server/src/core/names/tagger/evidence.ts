/**
 * What a whole document says about one word: how often it stands in small letters, follows an honorific, ends a full
 * name, and so on. Kept as counts that a paragraph adds and takes away.
 */

import { GIVEN } from './gazetteer.ts';
import type { Lexeme } from './lexicon.ts';
import { Casing, isTitled, type NameParagraph } from './paragraph.ts';
import { Word } from './word-classes.ts';

/** Kinds of evidence; the first two are used as counts, the others as yes or no. */
const Kind = {
  lower: 0,
  capitalWithin: 1,
  afterHonorific: 2,
  afterGivenName: 3,
  endsRun: 4,
  startsRunListed: 5,
  startsRunOther: 6,
  inOrganization: 7,
  besideSaying: 8,
  afterLocative: 9,
  afterRole: 10,
  beforeAge: 11,
  afterThe: 12,
  possessive: 13,
  afterChristened: 14,
} as const;
const KINDS = 15;

/** What one paragraph contributes: parallel keys (of words, see {@link evidenceKey}) and kinds. */
export interface Contributions {
  readonly keys: Int32Array;
  readonly kinds: Uint8Array;
}

/** The key of a word in the evidence; fits the small integers of every engine. */
export function evidenceKey(lexeme: Lexeme): number {
  return lexeme.hash >> 1;
}

/** What a paragraph says about its words, wherever its sentence distinguishes names by capitals. */
export function contributionsOf(paragraph: NameParagraph): Contributions {
  const keys: number[] = [];
  const kinds: number[] = [];
  const add = (lexeme: Lexeme | undefined, kind: number) => {
    if (lexeme === undefined) return;
    keys.push(evidenceKey(lexeme));
    kinds.push(kind);
  };
  const { lexemes, casing, opens, runStart } = paragraph;
  for (let at = 0; at < lexemes.length; at++) {
    if (casing[at] !== Casing.sentence) continue;
    const lexeme = lexemes[at];
    if (lexeme === undefined) continue;
    if ((lexeme.word & Word.lower) !== 0) add(lexeme, Kind.lower);
    else if ((lexeme.word & Word.capital) !== 0 && opens[at] === 0) add(lexeme, Kind.capitalWithin);
    if (runStart[at] === at) addRun(paragraph, at, add);
  }
  return { keys: new Int32Array(keys), kinds: new Uint8Array(kinds) };
}

function addRun(
  paragraph: NameParagraph,
  runStart: number,
  add: (lexeme: Lexeme | undefined, kind: number) => void,
): void {
  const { lexemes } = paragraph;
  const end = paragraph.runEnd[runStart] ?? runStart;
  const first = paragraph.sentenceStart[runStart] ?? 0;
  const after = paragraph.sentenceEnd[runStart] ?? 0;
  const word = (at: number) => (at >= first && at < after ? (lexemes[at]?.word ?? 0) : 0);
  const is = (at: number, folded: string) => at >= first && at < after && lexemes[at]?.folded === folded;
  let start = runStart;
  let isHonored = false;
  const isOrganization = (word(end) & Word.organization) !== 0;
  while (isTitled(lexemes[end]) && start < end && (word(start) & Word.honorific) !== 0) {
    start++;
    isHonored = true;
  }
  if ((word(start - 1) & Word.honorific) !== 0) isHonored = true;
  const last = lexemes[end];
  const length = end - start + 1;
  if (isHonored && !isOrganization && length <= 3) add(last, Kind.afterHonorific);
  if (length > 1 && length <= 4 && !isOrganization) {
    const isListed = ((lexemes[start]?.listed ?? 0) & GIVEN) !== 0;
    if (isListed) add(last, Kind.afterGivenName);
    add(last, Kind.endsRun);
    add(lexemes[start], isListed ? Kind.startsRunListed : Kind.startsRunOther);
  }
  if (length > 1 && isOrganization) {
    for (let at = start; at <= end; at++) add(lexemes[at], Kind.inOrganization);
  }
  if (
    length <= 3 &&
    (isSpeaking(lexemes[end + 1], end + 1 < after) || isSpeaking(lexemes[start - 1], start > first))
  )
    add(last, Kind.besideSaying);
  if (length <= 2 && (word(start - 1) & Word.locative) !== 0 && !is(start - 1, 'to') && !is(start - 1, 'at'))
    add(last, Kind.afterLocative);
  if (length > 1 && (word(start - 1) & Word.role) !== 0) add(last, Kind.afterRole);
  if (length > 1 && is(end + 1, ',') && (word(end + 2) & Word.digits) !== 0 && lexemes[end + 2]?.length === 2)
    add(last, Kind.beforeAge);
  for (let at = runStart - 1; at < end; at++) {
    if ((word(at) & Word.christened) !== 0) add(lexemes[at + 1], Kind.afterChristened);
  }
  if (is(start - 1, 'the')) add(last, Kind.afterThe);
  if (is(end + 1, "'s")) add(last, Kind.possessive);
}

/** Verbs of saying proper: "is", "was", "has", "had" stand beside anything. */
function isSpeaking(lexeme: Lexeme | undefined, isInSentence: boolean): boolean {
  return isInSentence && lexeme !== undefined && (lexeme.word & Word.saying) !== 0 && lexeme.length > 3;
}

/** Counts over the paragraphs of one document. They go along with it: each edit changes them. */
export interface Evidence {
  /** Where the counts of each word are, by its key. */
  readonly slots: Map<number, number>;
  counts: Int32Array;
  /** For each slot what the features see of its counts, see {@link seenOf}. */
  seen: Uint32Array;
}

export function emptyEvidence(): Evidence {
  return { slots: new Map(), counts: new Int32Array(0), seen: new Uint32Array(0) };
}

/** Counts that some paragraphs have gone and others have come; gives the slots of which now something else is seen. */
export function updateEvidence(
  evidence: Evidence,
  gone: readonly Contributions[],
  come: readonly Contributions[],
): ReadonlySet<number> {
  const { slots } = evidence;
  const goneSlots = gone.map((it) => slotsOf(it, slots));
  const comeSlots = come.map((it) => slotsOf(it, slots));
  makeRoom(evidence);
  const { counts, seen } = evidence;
  for (const [index, it] of gone.entries()) count(it, -1, goneSlots[index], counts);
  for (const [index, it] of come.entries()) count(it, 1, comeSlots[index], counts);
  const changed = new Set<number>();
  for (const touched of [...goneSlots, ...comeSlots]) {
    for (const slot of touched) {
      const now = seenOf(counts, slot);
      if (seen[slot] !== now) changed.add(slot);
      seen[slot] = now;
    }
  }
  return changed;
}

/** More than is needed, so that few edits need more. */
function makeRoom(evidence: Evidence): void {
  const { slots, counts, seen } = evidence;
  if (slots.size <= seen.length) return;
  const room = slots.size + (slots.size >> 3);
  evidence.counts = new Int32Array(room * KINDS);
  evidence.counts.set(counts);
  evidence.seen = new Uint32Array(room);
  evidence.seen.set(seen);
}

/** The slots of a paragraph's words; words that are new get the next ones. */
function slotsOf({ keys }: Contributions, slots: Map<number, number>): Int32Array {
  return keys.map((key) => slotOf(key, slots));
}

/** The slot of a word, which from now on has one. */
export function slotOf(key: number, slots: Map<number, number>): number {
  const known = slots.get(key);
  if (known !== undefined) return known;
  const slot = slots.size;
  slots.set(key, slot);
  return slot;
}

function count(
  { kinds }: Contributions,
  by: number,
  slots: Int32Array | undefined,
  counts: Int32Array,
): void {
  for (let at = 0; at < kinds.length; at++) {
    const cell = (slots?.[at] ?? 0) * KINDS + (kinds[at] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + by;
  }
}

/** Two bits each for the counted kinds (0, 1, 2 and more), then a bit for each of the others. */
function seenOf(counts: Int32Array, slot: number): number {
  const base = slot * KINDS;
  let seen = Math.min(counts[base] ?? 0, 2) | (Math.min(counts[base + 1] ?? 0, 2) << 2);
  for (let kind = 2; kind < KINDS; kind++) {
    if ((counts[base + kind] ?? 0) > 0) seen |= bitOf(kind);
  }
  return seen;
}

/** How often a word was seen in small letters: 0, 1, or 2 for more. */
export function lowerSeen(seen: number): number {
  return seen & 3;
}

/** How often a word was seen capitalized within a sentence: 0, 1, or 2 for more. */
export function capitalSeen(seen: number): number {
  return (seen >> 2) & 3;
}

/** The yes-or-no kinds, a bit each. */
export function contextsSeen(seen: number): number {
  return seen >> 4;
}

/** Whether a word was seen as the name of a storm or a ship, and never as that of a person. */
export function isChristened(seen: number): boolean {
  const persons = [Kind.afterHonorific, Kind.afterGivenName, Kind.beforeAge];
  return isSeen(seen, Kind.afterChristened) && !persons.some((kind) => isSeen(seen, kind));
}

function isSeen(seen: number, kind: number): boolean {
  return (seen & bitOf(kind)) !== 0;
}

/** The bit of a yes-or-no kind: the counted ones before take two each. */
function bitOf(kind: number): number {
  return 1 << (kind + 2);
}
