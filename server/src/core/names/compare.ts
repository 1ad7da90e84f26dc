/**
 * Whether two names could be one person's, by the names alone: word by word and by culture, because no one measure
 * of similarity tells people apart (Lee Jae-mook is not Lee Jae-myung, and Li Qiang is not Li Qian).
 */

import { foldLetters, foldTypography, squash } from '../text/fold.ts';
import { compareEastAsian } from './east-asian.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { areExonyms } from './exonyms.ts';
import { mayBeSameKorean } from './korean.ts';
import type { ParsedName } from './parse.ts';
import { type NameProfile, profileOf } from './profile.ts';
import { isSlip, type PrintedName } from './slips.ts';
import { mayBeOnePerson } from './verdict.ts';

export type NameKind =
  | 'identical'
  | 'case'
  | 'spacing'
  | 'hyphenation'
  | 'diacritics'
  | 'transliteration'
  | 'initials'
  | 'nickname'
  | 'order'
  | 'subset'
  | 'typo'
  | 'different';

export interface NameComparison {
  readonly same: boolean;
  /** From 0 (nothing alike) to 1 (identical). */
  readonly score: number;
  /** How the two differ; `different` exactly where they are not the same. */
  readonly kind: NameKind;
}

/** How sure a comparison is, by how the names differ. */
const SCORES: { readonly [Kind in NameKind]: number } = {
  identical: 1,
  case: 0.99,
  spacing: 0.98,
  hyphenation: 0.98,
  diacritics: 0.97,
  order: 0.93,
  initials: 0.9,
  nickname: 0.88,
  subset: 0.85,
  transliteration: 0.8,
  typo: 0.75,
  different: 0,
};

export function compareNames(a: string, b: string): NameComparison {
  const kind = kindOf(profileOf(a), profileOf(b));
  return { same: kind !== 'different', score: SCORES[kind], kind };
}

/**
 * Compares two names of one type as they stand in texts. Organizations and places have no nicknames and no two
 * romanisations that letters could tell from two neighbors: only typography counts. A slip of the key is believed
 * where one of the two forms is on no list; two listed names that are a letter apart are two names.
 */
export function comparePrinted(a: PrintedName, b: PrintedName): NameComparison {
  const kind = a.type === 'person' ? kindOfPrinted(a.text, b.text) : typographicKind(a.text, b.text);
  const settled = kind === 'typo' || kind === 'different' ? (isSlip(a, b) ? 'typo' : 'different') : kind;
  return { same: settled !== 'different', score: SCORES[settled], kind: settled };
}

function kindOfPrinted(a: string, b: string): NameKind {
  const kind = kindOf(profileOf(a), profileOf(b));
  return kind === 'case' && isEmphasis(a, b) ? 'identical' : kind;
}

/** "Donald TRUMP": some papers set the family name in capitals, and some texts whoever matters; none spells it so. */
function isEmphasis(a: string, b: string): boolean {
  const [x, y] = [a.split(/\s+/), b.split(/\s+/)];
  return (
    x.length === y.length &&
    x.every((word, i) => word === y[i] || EMPHASIZED.test(word) || EMPHASIZED.test(y[i] ?? '')) &&
    ![a, b].some((it) => it === it.toUpperCase())
  );
}

/** Three capitals in a row are no spelling of a name that has fewer: "TRUMP", "McCAIN". */
const EMPHASIZED = /\p{Lu}{3}/u;

function typographicKind(a: string, b: string): NameKind {
  const [x, y] = [foldTypography(a), foldTypography(b)];
  if (x === y) return 'identical';
  if (squash(x) === squash(y)) return squashKind(x, y);
  return areExonyms(x, y) ? 'transliteration' : 'different';
}

function kindOf(x: NameProfile, y: NameProfile): NameKind {
  if (x.text === y.text) return 'identical';
  if (x.words.length === 0 || y.words.length === 0)
    return squash(x.text) === squash(y.text) ? squashKind(x.text, y.text) : 'different';
  if (x.generation !== y.generation) {
    // A father and his son share all but this; a text that leaves it out may mean either.
    if (x.generation !== undefined && y.generation !== undefined) return 'different';
    return x.squashed === y.squashed || compareParsed(x, y) === 'initials' ? 'subset' : 'different';
  }
  if (x.squashed === y.squashed) return hasSameInitials(x, y) ? squashKind(x.text, y.text) : 'different';
  return compareParsed(x, y);
}

/** "J.K. Rowling" and "JK Rowling" have the same initials; "Robert S." and "Roberts" have not. */
function hasSameInitials(x: ParsedName, y: ParsedName): boolean {
  const joined = ({ groups }: ParsedName) => groups.join(' ').replace(/(?<=\b\p{L}) (?=\p{L}\b)/gu, '');
  return x.initials === y.initials || x.words.length === y.words.length || joined(x) === joined(y);
}

/** What somebody is called besides: Ronald "Bato" dela Rosa. */
const IN_MARKS = /\s*["“][^"“”]*["”]/;

/** How two names differ that have the same letters. */
function squashKind(a: string, b: string): NameKind {
  if (IN_MARKS.test(a) !== IN_MARKS.test(b)) {
    const [x, y] = [a.replace(IN_MARKS, ''), b.replace(IN_MARKS, '')];
    return x === y ? 'nickname' : squashKind(x, y);
  }
  const [x, y] = [a.replace(/['.]/g, ''), b.replace(/['.]/g, '')];
  // U.S. and US, J.K. and JK: how an outlet sets initials, not how a name is spelled.
  if (x === y || (x.replaceAll(' ', '') === y.replaceAll(' ', '') && /\./.test(a + b))) return 'initials';
  if (x.toLowerCase() === y.toLowerCase()) return 'case';
  if (foldLetters(x) === foldLetters(y)) return 'diacritics';
  return x.includes('-') || y.includes('-') ? 'hyphenation' : 'spacing';
}

function compareParsed(x: NameProfile, y: NameProfile): NameKind {
  if (isRotated(x, y)) return 'order';
  if (x.korean && y.korean) return mayBeSameKorean(x.korean, y.korean) ? 'transliteration' : 'different';
  if (x.isEastAsian && y.isEastAsian) return compareEastAsian(x, y);
  if (isReordered(x.words, y.words)) return 'order';
  const evidence = gatherEvidence(x, y);
  return evidence && mayBeOnePerson(evidence) ? kindOfEvidence(evidence, x, y) : 'different';
}

/** Archives put family names first: one word moves from one end to the other, and the rest stays as it is. */
function isRotated(a: ParsedName, b: ParsedName): boolean {
  const { words: x, squashed } = a;
  const { words: y } = b;
  if (squashed.length !== b.squashed.length || x.length < 2 || y.length < 2) return false;
  return y.slice(1).join('') + y[0] === squashed || x.slice(1).join('') + x[0] === b.squashed;
}

function isReordered(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** The difference that says most about two names of one person. */
function kindOfEvidence(evidence: Evidence, x: ParsedName, y: ParsedName): NameKind {
  const { alone, initialsAlone, varied, genericVaried, nicknames, cut, initials, isReordered, isSlipped } =
    evidence;
  const left = alone[0] + alone[1];
  if (left > 0) return left === initialsAlone ? 'initials' : 'subset';
  if (isReordered) return 'order';
  if (nicknames + cut > 0) return 'nickname';
  if (initials > 0) return 'initials';
  if (isSlipped) return 'typo';
  if (varied + genericVaried > 0) return 'transliteration';
  // What is left are particles and compounds: Luis de Guindos, Luis Guindos; Abdul Hamid, Abd al-Hamid.
  const [shorter, longer] = x.words.length < y.words.length ? [x, y] : [y, x];
  return shorter.words.every((it) => longer.words.includes(it)) ? 'subset' : 'transliteration';
}

/** Keys under which two names that may be the same meet in an index; most pairs that meet are different. */
export function blockingKeys(name: string): readonly string[] {
  return profileOf(name).keys();
}
