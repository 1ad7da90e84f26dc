/**
 * Whether two names could be one person's, by the names alone: word by word and by culture, because no one measure
 * of similarity tells people apart (Lee Jae-mook is not Lee Jae-myung, and Li Qiang is not Li Qian).
 */

import { foldLetters, foldTypography, squash } from '../text/fold.ts';
import { isEastAsian } from './east-asian.ts';
import { areExonyms } from './exonyms.ts';
import { mayBeSameKorean, readKorean } from './korean.ts';
import { isEnglishGivenName, mayBeNickname } from './nicknames.ts';
import { type ParsedName, parseName } from './parse.ts';
import { isSlip, type PrintedName } from './slips.ts';
import { consonantSkeleton, matchNames, matchWords, type Romanization } from './transliteration.ts';

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
  const kind = kindOf(foldTypography(a), foldTypography(b));
  return { same: kind !== 'different', score: SCORES[kind], kind };
}

/**
 * Compares two names of one type as they stand in texts. Organizations and places have no nicknames and no two
 * romanisations that letters could tell from two neighbors: only typography counts. A slip of the key is believed
 * where one of the two forms is on no list; two listed names that are a letter apart are two names.
 */
export function comparePrinted(a: PrintedName, b: PrintedName): NameComparison {
  const kind =
    a.type === 'person'
      ? compareNames(a.text, b.text).kind
      : typographicKind(foldTypography(a.text), foldTypography(b.text));
  const settled = kind === 'typo' || kind === 'different' ? (isSlip(a, b) ? 'typo' : 'different') : kind;
  return { same: settled !== 'different', score: SCORES[settled], kind: settled };
}

function typographicKind(a: string, b: string): NameKind {
  if (a === b) return 'identical';
  if (squash(a) === squash(b)) return squashKind(a, b);
  return areExonyms(a, b) ? 'transliteration' : 'different';
}

function kindOf(a: string, b: string): NameKind {
  if (a === b) return 'identical';
  const x = parseName(a);
  const y = parseName(b);
  if (x.words.length === 0 || y.words.length === 0)
    return squash(a) === squash(b) ? squashKind(a, b) : 'different';
  if (x.generation !== y.generation) {
    // A father and his son share all but this; a text that leaves it out may mean either.
    const isLeftOut = x.generation === undefined || y.generation === undefined;
    return isLeftOut && x.squashed === y.squashed ? 'subset' : 'different';
  }
  if (x.squashed === y.squashed) return hasSameInitials(x.words, y.words) ? squashKind(a, b) : 'different';
  return compareParsed(x, y);
}

/** "J.K. Rowling" and "JK Rowling" have the same initials; "Robert S." and "Roberts" have not. */
function hasSameInitials(x: readonly string[], y: readonly string[]): boolean {
  const initials = (words: readonly string[]) => words.filter((it) => it.length === 1).length;
  const joined = (words: readonly string[]) => words.join(' ').replace(/(?<=\b\p{L}) (?=\p{L}\b)/gu, '');
  return initials(x) === initials(y) || x.length === y.length || joined(x) === joined(y);
}

/** How two names differ that have the same letters. */
function squashKind(a: string, b: string): NameKind {
  const [x, y] = [a.replace(/['.]/g, ''), b.replace(/['.]/g, '')];
  // U.S. and US, J.K. and JK: how an outlet sets initials, not how a name is spelled.
  if (x === y || (x.replaceAll(' ', '') === y.replaceAll(' ', '') && /\./.test(a + b))) return 'initials';
  if (x.toLowerCase() === y.toLowerCase()) return 'case';
  if (foldLetters(x) === foldLetters(y)) return 'diacritics';
  return x.includes('-') || y.includes('-') ? 'hyphenation' : 'spacing';
}

function compareParsed(x: ParsedName, y: ParsedName): NameKind {
  const korean = [readKorean(x.words), readKorean(y.words)] as const;
  if (korean[0] && korean[1]) return mayBeSameKorean(korean[0], korean[1]) ? 'transliteration' : 'different';
  if (isReordered(x.words, y.words) || isReordered(x.groups, y.groups)) return 'order';
  if (isEastAsian(x) && isEastAsian(y)) return compareExactly(x.words, y.words);
  const romanization = romanizationOf(x.core, y.core);
  return (
    compareEnglish(x.core, y.core) ??
    compareLetters(x, y, romanization) ??
    comparePicked(x.core, y.core, romanization) ??
    'different'
  );
}

function isReordered(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** Short syllables tell people apart letter by letter: only a longer form of the same words may be the same person. */
function compareExactly(x: readonly string[], y: readonly string[]): NameKind {
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  const isPart =
    shorter.length >= 2 && shorter.length < longer.length && shorter.every((it) => longer.includes(it));
  return isPart && (shorter[0]?.length ?? 0) > 3 ? 'subset' : 'different';
}

/** Same family name; given names equal, by initial or by nickname; middle names left out or cut to initials. */
function compareEnglish(x: readonly string[], y: readonly string[]): NameKind | undefined {
  const [firstX = '', firstY = ''] = [x[0], y[0]];
  if (x.length < 2 || y.length < 2 || x.at(-1) !== y.at(-1)) return undefined;
  const isNickname = firstX !== firstY && mayBeNickname(firstX, firstY);
  const isInitial = firstX !== firstY && isInitialOf(firstX, firstY);
  if (firstX !== firstY && !isNickname && !isInitial) return undefined;
  const [middleX, middleY] = [x.slice(1, -1), y.slice(1, -1)];
  const [fewer, more] = middleX.length <= middleY.length ? [middleX, middleY] : [middleY, middleX];
  if (!fewer.every((it) => more.some((other) => it === other || isInitialOf(it, other)))) return undefined;
  if (isNickname) return 'nickname';
  const hasInitial = isInitial || more.some((it) => it.length === 1) || fewer.some((it) => it.length === 1);
  return hasInitial ? 'initials' : 'subset';
}

/** Words that so many people bear that they tell nobody apart. */
const GENERIC = new Set(
  `muhammad mohammad mohammed mohamed ahmad ahmed ali khan hussain hussein hassan hasan abdul abdullah abdel shah singh
  kumar begum devi lal chandra prasad sardar rana raja malik mian mir nawab haji syed chaudhry chaudhary raj ibrahim
  ismail yusuf omar abu kumari bibi van thi thanh`.split(/\s+/),
);

/** Whether words can stand for a person without the rest of the name: two of them at least are not everybody's. */
function isTelling(words: readonly string[]): boolean {
  return words.filter((it) => it.length > 1 && !GENERIC.has(it)).length >= 2;
}

function isInitialOf(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0);
}

/** The same words, some of them transliterated or mistyped. */
function compareLetters(x: ParsedName, y: ParsedName, romanization: Romanization): NameKind | undefined {
  if (x.core.length === y.core.length) {
    const match = matchNames(x.core, y.core, romanization);
    if (match !== 'different') return match === 'slipped' ? 'typo' : 'transliteration';
  }
  if (x.initials + y.initials > 0 || x.words.length === y.words.length) return undefined;
  return matchWords(x.squashed, y.squashed, romanization) === 'transliterated'
    ? 'transliteration'
    : undefined;
}

/**
 * The same words in another order, or the words of a longer name with some left out: archives put family names first,
 * registers print every name that a person has. One end of the longer name has to be there.
 */
function comparePicked(
  x: readonly string[],
  y: readonly string[],
  romanization: Romanization,
): NameKind | undefined {
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  if (shorter.length < longer.length && !isTelling(shorter)) return undefined;
  const picked: string[] = [];
  const left = [...longer];
  for (const word of shorter) {
    const exact = left.indexOf(word);
    const at =
      exact >= 0 ? exact : left.findIndex((it) => matchWords(word, it, romanization) !== 'different');
    if (at < 0) return undefined;
    picked.push(...left.splice(at, 1));
  }
  const ends = [longer[0], longer.at(-1)];
  if (!ends.includes(picked[0]) && !ends.includes(picked.at(-1))) return undefined;
  if (matchNames(shorter, picked, romanization) === 'different') return undefined;
  return shorter.length === longer.length ? 'order' : 'subset';
}

const SLAVIC =
  /(?:[oe]v|[oe]va|[iy]n|[iy]na|enko|[sc]k[iy]{1,2}|skaya|ska|chuk|[oea]vich|ovych|evych|ouski|au|uk|yak)$/;

/** How freely the names are romanised: by the given names of English, and by the endings of Slavic names. */
function romanizationOf(x: readonly string[], y: readonly string[]): Romanization {
  if (isEnglishGivenName(x[0] ?? '') && isEnglishGivenName(y[0] ?? '')) return 'none';
  const isSlavic = (words: readonly string[]) => words.some((it) => it.length > 4 && SLAVIC.test(it));
  return isSlavic(x) && isSlavic(y) ? 'slavic' : 'free';
}

/** Keys under which two names that may be the same meet in an index; most pairs that meet are different. */
export function blockingKeys(name: string): string[] {
  const { words, core, squashed } = parseName(name);
  const [first = ''] = core;
  const last = core.at(-1) ?? '';
  if (core.length < 2) return [squashed, `~${consonantSkeleton(squashed)}`];
  const initials = [first.charAt(0), last.charAt(0)].sort().join('');
  return [
    squashed,
    `~${initials}${[consonantSkeleton(first), consonantSkeleton(last)].sort().join(' ')}`,
    `${last} ${first.charAt(0)}`,
    `${first} ${last.charAt(0)}`,
    ...(readKorean(words) ? [`k${words.length}${initials}`] : []),
  ];
}
