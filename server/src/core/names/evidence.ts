/** Lines up the words of two names, and counts what speaks for one person and what for two. */

import { type Culture, sharedCulture } from './culture.ts';
import { editDistance } from './edit-distance.ts';
import type { NameProfile } from './profile.ts';
import { soundDistance } from './transliteration.ts';
import { isSlipOf, isSpeltOtherwise, matchWords, type Word, type WordMatch, wordOf } from './words.ts';

/** What the words of two names have in common, and what each has alone. */
export interface Evidence {
  readonly culture: Culture;
  /** Whether the given names are English, and no word of another culture stands beside them. */
  readonly isEnglish: boolean;
  /** Whether a name is one word, titles and words that everybody bears aside. */
  readonly isBare: boolean;
  /** Words that agree letter by letter and are not everybody's. */
  exact: number;
  /** Words that differ in letters and may be one. */
  varied: number;
  /** Words that everybody bears, in two spellings. */
  genericVaried: number;
  nicknames: number;
  initials: number;
  /** Words that are the other's beginning: Kanwaljit and Kanwal. */
  cut: number;
  /** How far the word that differs most lies apart, a sound on average. */
  worst: number;
  /** Whether the last word of either is varied. */
  isFamilyVaried: boolean;
  /** Whether a varied word differs by a slip of the key and not by romanisation, and whether all of them do. */
  isSlipped: boolean;
  areAllSlips: boolean;
  /** Words that each has alone; how many of them tell people apart, and how many are initials. */
  alone: [number, number];
  telling: [number, number];
  initialsAlone: number;
  /** How many of the first and last words have no partner. */
  ends: number;
  /** Whether the words stand in another order. */
  isReordered: boolean;
}

/** Undefined where no word of one may be a word of the other. */
export function gatherEvidence(a: NameProfile, b: NameProfile): Evidence | undefined {
  const culture = sharedCulture(a.culture, b.culture);
  const [x, y] = joinParted(a.compared, b.compared);
  const partners = align(x, y, culture);
  return partners && countUp(x, y, partners, culture);
}

interface Partner {
  readonly at: number;
  readonly match: WordMatch;
}

/** The cost above which a word that is one letter off is rather mistyped than romanised otherwise. */
const DEAR = 0.9;

function countUp(
  x: readonly Word[],
  y: readonly Word[],
  partners: readonly (Partner | undefined)[],
  culture: Culture,
): Evidence {
  const it: Evidence = {
    culture,
    isEnglish: culture === 'latin' && x[0]?.hint.isEnglish === true && y[0]?.hint.isEnglish === true,
    isBare: isBare(x) || isBare(y),
    exact: 0,
    varied: 0,
    genericVaried: 0,
    nicknames: 0,
    initials: 0,
    cut: 0,
    worst: 0,
    isFamilyVaried: false,
    isSlipped: false,
    areAllSlips: true,
    alone: [0, 0],
    telling: [0, 0],
    initialsAlone: 0,
    ends: 0,
    isReordered: false,
  };
  const leftAlone = (words: readonly Word[], at: number, side: 0 | 1) => {
    const word = words[at];
    it.alone[side]++;
    if (word?.text.length === 1) it.initialsAlone++;
    if (!word?.isGeneric) it.telling[side]++;
    if (at === 0 || at === words.length - 1) it.ends++;
  };
  let taken = 0;
  let before = -1;
  for (const [i, word] of x.entries()) {
    const partner = partners[i];
    const other = partner && y[partner.at];
    if (!other) {
      leftAlone(x, i, 0);
      continue;
    }
    taken |= 1 << partner.at;
    if (partner.at < before) it.isReordered = true;
    before = partner.at;
    countMatch(it, word, other, partner.match, i === 0 && partner.at === 0);
    if (partner.match.by === 'sound' && (i === x.length - 1 || partner.at === y.length - 1))
      it.isFamilyVaried = true;
  }
  for (let j = 0; j < y.length; j++) if ((taken & (1 << j)) === 0) leftAlone(y, j, 1);
  return it;
}

function isBare(words: readonly Word[]): boolean {
  return words.length === 1 || (words.length === 2 && words[0]?.isTitle === true);
}

function countMatch(it: Evidence, a: Word, b: Word, { by, cost }: WordMatch, isGivenName: boolean): void {
  if (by === 'letters') it.exact += a.isGeneric ? 0 : 1;
  else if (by === 'nickname') it.nicknames++;
  else if (by === 'initial') it.initials++;
  else if (by === 'start') it.cut++;
  else if (a.isGeneric && b.isGeneric) it.genericVaried++;
  else {
    it.varied++;
    it.worst = Math.max(it.worst, cost / Math.max(3, Math.min(a.sounds.length, b.sounds.length)));
    if (it.culture === 'latin') {
      if (isSlipOf(a.text, b.text)) it.isSlipped = true;
      else if (!isGivenName || !isSpeltOtherwise(a, b)) it.areAllSlips = false;
    } else if (cost > DEAR && editDistance(a.text, b.text, 1) <= 1) it.isSlipped = true;
  }
}

/** Two words of one name that are one word of the other are joined: Seed Ahmed, Seedahmed. */
function joinParted(a: readonly Word[], b: readonly Word[]): [readonly Word[], readonly Word[]] {
  return a.length === b.length && a.length <= 2 ? [a, b] : [joinAs(a, b), joinAs(b, a)];
}

const MOST_PARTED = 2;

function joinAs(words: readonly Word[], others: readonly Word[]): readonly Word[] {
  for (let i = 0; i + 1 < words.length; i++) {
    const [first, second] = [words[i], words[i + 1]];
    if (!first || !second || first.text.length < 2 || second.text.length < 2) continue;
    const length = first.text.length + second.text.length;
    for (const other of others) {
      if (
        Math.abs(other.text.length - length) > MOST_PARTED ||
        other.text === first.text ||
        other.text === second.text
      )
        continue;
      if (other.sounds.charCodeAt(0) !== first.sounds.charCodeAt(0)) continue;
      if ((first.consonants | second.consonants) !== other.consonants) continue;
      const joined = wordOf(first.text + second.text);
      if (joined.text === other.text || soundDistance(joined.sounds, other.sounds, 'free', 1) <= 1)
        return joinAs([...words.slice(0, i), joined, ...words.slice(i + 2)], others);
    }
  }
  return words;
}

interface Candidate extends Partner {
  readonly i: number;
  readonly rank: number;
}

/** For each word of `x` its partner in `y`, best pairs first; undefined where none has one. */
function align(
  x: readonly Word[],
  y: readonly Word[],
  culture: Culture,
): (Partner | undefined)[] | undefined {
  const candidates: Candidate[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let at = 0; at < y.length; at++) {
      const [word, other] = [x[i], y[at]];
      if (!word || !other || isOutOfPlace(word, i, x.length, other, at, y.length)) continue;
      const match = matchWords(word, other, culture);
      // Families are not shortened: Jon Stewart is not John Stu.
      if (match?.by === 'nickname' && i > 0 && i === x.length - 1 && at === y.length - 1) continue;
      if (match)
        candidates.push({ i, at, match, rank: rankOf(match, word, other, i - at, x.length - y.length) });
    }
  }
  if (candidates.length === 0) return undefined;
  candidates.sort((p, q) => p.rank - q.rank);
  const partners = new Array<Partner | undefined>(x.length).fill(undefined);
  let taken = 0;
  for (const candidate of candidates) {
    if (partners[candidate.i] || (taken & (1 << candidate.at)) !== 0) continue;
    partners[candidate.i] = candidate;
    taken |= 1 << candidate.at;
  }
  return partners;
}

/** The initial of a given name is no family name's. */
function isOutOfPlace(a: Word, i: number, lengthA: number, b: Word, j: number, lengthB: number): boolean {
  if (i === 0 || j === 0) return false;
  return (a.text.length === 1 && j === lengthB - 1) !== (b.text.length === 1 && i === lengthA - 1);
}

/** Lower is better: by letters, then by sound; among like pairs those that stand in order, from either end. */
function rankOf({ by, cost }: WordMatch, a: Word, b: Word, shift: number, shiftAtEnd: number): number {
  const order = 0.01 * Math.min(Math.abs(shift), Math.abs(shift - shiftAtEnd) + 0.5);
  if (by === 'letters') return order;
  if (by === 'nickname') return 0.2 + order;
  if (by === 'start') return 0.5 + order;
  if (by === 'initial') return 0.9 + order;
  return 0.1 + order + cost / Math.max(a.text.length, b.text.length);
}
