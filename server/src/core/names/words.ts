/** The words of names, each read once, and how two of them may be one. */

import { rememberText } from '../remember.ts';
import { type Culture, type CultureHint, readHint } from './culture.ts';
import { editDistance } from './edit-distance.ts';
import { nicknameSets } from './nicknames.ts';
import { isHonorific } from './parse.ts';
import { readSlavicName } from './slavic-given-names.ts';
import { consonantSkeleton, soundDistance, soundsOf, UNLIKE } from './transliteration.ts';

export interface Word {
  readonly text: string;
  readonly sounds: string;
  /** Which kinds of consonants it has, a bit each: words that share few are not worth comparing. */
  readonly consonants: number;
  /** The word without what romanisations glue to it, where there is something: the `el` of Elkaddafi. */
  readonly bare: string | undefined;
  /** A word that so many people bear that it tells nobody apart, a title, a patronymic or an initial. */
  readonly isGeneric: boolean;
  readonly isTitle: boolean;
  /** The given name that it is a form of in Russian, Ukrainian or Belarusian; for a patronymic, the father's. */
  readonly slavicName: string | undefined;
  readonly hint: CultureHint;
  readonly nicknameSets: readonly ReadonlySet<string>[];
  /** Of its form in its own language: what names meet by. */
  readonly skeleton: string;
  /** The first sound of its formal form. */
  readonly initial: string;
}

export interface WordMatch {
  /** How far the words lie apart in sound. */
  readonly cost: number;
  readonly by: 'letters' | 'sound' | 'nickname' | 'initial' | 'start';
}

export const wordOf = rememberText(readWord, 2_000);

function readWord(text: string): Word {
  const sounds = soundsOf(text);
  const bare = bareOf(text);
  const slavic = readSlavicName(text);
  const nicknames = nicknameSets(text);
  const [formal] = nicknames[0] ?? [];
  return {
    text,
    sounds,
    consonants: consonantsOf(sounds),
    bare: bare === text ? undefined : soundsOf(bare),
    isGeneric: text.length === 1 || GENERIC.has(sounds) || isHonorific(text) || slavic.isPatronymic,
    isTitle: isHonorific(text),
    slavicName: slavic.name,
    hint: readHint(text),
    nicknameSets: nicknames,
    skeleton: consonantSkeleton(slavic.name ?? text),
    initial: consonantSkeleton((slavic.name ?? formal ?? text).slice(0, 2)).charAt(0),
  };
}

const GENERIC = new Set(
  `muhammad mohammad mohammed mohamad mahamat mamadou ahmad ahmed ali khan hussain husayn hussein hassan hasan abdullah
  abdallah shah singh kumar begum devi lal chandra prasad sardar rana raja malik mian mir nawab haji syed seyed sayed
  sayyid chaudhry chaudhary chaudhari raj kumari bibi van thi thanh ram bhai abd khwaja khawaja agha jan gul maria jose`
    .split(/\s+/)
    .map(soundsOf),
);

/** Consonants that romanisations take for one another, as one kind each. */
const KINDS = 'kgxcszj vfbp td m n l r';
const kindBits = new Map<string, number>();
for (const [i, kind] of KINDS.split(' ').entries()) for (const sound of kind) kindBits.set(sound, 1 << i);

function consonantsOf(sounds: string): number {
  let bits = 0;
  for (const sound of sounds) bits |= kindBits.get(sound) ?? 0;
  return bits;
}

function bareOf(word: string): string {
  if (word.length < 6) return word;
  if (word.startsWith('abd')) return word.slice(3);
  return word
    .replace(/^[ae]l(?=.{4})|u[lr]$/, '')
    .replace(BELARUSIAN, (letters) => RUSSIAN.get(letters) ?? letters);
}

/** What Belarusian writes otherwise than Russian: Tsikhanouskaya, Dzmitryeu, Paulichenka. */
const BELARUSIAN = /ts(?=i)|dz(?=[ie])|[aoe]u(?=s?k|l|$)|nka$/g;
const RUSSIAN = new Map([
  ['ts', 't'],
  ['dz', 'd'],
  ['au', 'ov'],
  ['ou', 'ov'],
  ['eu', 'ev'],
  ['nka', 'nko'],
]);

/** The cost of a sound up to which two words may be one at all. */
const MOST_PER_SOUND = 0.42;
const MOST_PER_SHORT_SOUND = 0.35;
const SHORTEST_TELLING = 4;
/** What it costs that a word has something glued to it, or that it is another language's form of one given name. */
const OTHER_FORM = 0.25;
/** Rana and Raja, Ahmad and Hamid are other words. */
const MOST_GENERIC = 0.8;

export function matchWords(a: Word, b: Word, culture: Culture): WordMatch | undefined {
  if (a.text === b.text) return EQUAL;
  if (a.text.length === 1 || b.text.length === 1)
    return a.text.charCodeAt(0) === b.text.charCodeAt(0) ? INITIAL : undefined;
  if (a.nicknameSets.some((it) => it.has(b.text))) return NICKNAME;
  if (a.slavicName !== undefined && a.slavicName === b.slavicName) return SISTER;
  const cost = costOf(a, b, culture);
  if (cost < UNLIKE)
    return a.isGeneric && b.isGeneric && cost > MOST_GENERIC ? undefined : { cost, by: 'sound' };
  return isStart(a.sounds, b.sounds) || isStart(b.sounds, a.sounds) ? START : undefined;
}

const EQUAL: WordMatch = { cost: 0, by: 'letters' };
const INITIAL: WordMatch = { cost: 0, by: 'initial' };
const NICKNAME: WordMatch = { cost: 0, by: 'nickname' };
const START: WordMatch = { cost: 0, by: 'start' };
const SISTER: WordMatch = { cost: OTHER_FORM, by: 'sound' };

function costOf(a: Word, b: Word, culture: Culture): number {
  if (isFeminine(a.text, b.text) || isFeminine(b.text, a.text)) return UNLIKE;
  if (isUmlaut(a.text, b.text) || isUmlaut(b.text, a.text)) return LEAST;
  let best = soundCost(a.sounds, b.sounds, haveLittleInCommon(a, b), culture);
  if (best <= 2 * OTHER_FORM) return best;
  if (a.bare !== undefined) best = Math.min(best, OTHER_FORM + soundCost(a.bare, b.sounds, false, culture));
  if (b.bare !== undefined) best = Math.min(best, OTHER_FORM + soundCost(a.sounds, b.bare, false, culture));
  return best;
}

/** Each kind of consonant that only one of them has costs a sound at least, or two of them share one. */
function haveLittleInCommon(a: Word, b: Word): boolean {
  let bits = a.consonants ^ b.consonants;
  let kinds = 0;
  for (; bits !== 0; bits &= bits - 1) kinds++;
  return kinds * 0.55 > MOST_PER_SOUND * Math.max(3, Math.min(a.sounds.length, b.sounds.length));
}

function soundCost(x: string, y: string, isUnlike: boolean, culture: Culture): number {
  if (isUnlike) return UNLIKE;
  const shorter = Math.max(3, Math.min(x.length, y.length));
  const most = (shorter > SHORTEST_TELLING ? MOST_PER_SOUND : MOST_PER_SHORT_SOUND) * shorter;
  if (Math.min(x.length, y.length) < 2 || Math.abs(x.length - y.length) * LEAST_OMISSION > most)
    return UNLIKE;
  // A word that two romanisations give the same sounds is not quite the same word.
  const cost = Math.max(LEAST, soundDistance(x, y, culture, most));
  return cost <= most ? cost : UNLIKE;
}

const LEAST = 0.1;
const LEAST_OMISSION = 0.25;

/** Schröder has lost his dots where Schroeder has not. */
function isUmlaut(a: string, b: string): boolean {
  return (
    a.length > b.length &&
    a.length > SHORTEST_TELLING &&
    a.charCodeAt(0) === b.charCodeAt(0) &&
    a.replace(/([aou])e/g, '$1') === b
  );
}

/** Valentina and Valentin, Ivanova and Ivanov, Kowalska and Kowalski, Nabila and Nabil are two people. */
function isFeminine(a: string, b: string): boolean {
  if (a.length < 4 || a.length < b.length || a.charCodeAt(a.length - 1) !== 0x61) return false;
  if (a.length === b.length + 1) return a.startsWith(b);
  return a.length === b.length && /sk[iy]$/.test(b) && a.startsWith(b.slice(0, -1));
}

/** Kanwaljit, Kanwal; Serajuddin, Siraj: one is the other's beginning, and long enough to tell. */
function isStart(x: string, y: string): boolean {
  return x.length >= SHORTEST_TELLING && x.length < y.length && y.startsWith(x);
}

/**
 * Whether a word is another with one slip of the key: letters swapped, or one of a long word lost, doubled or taken
 * for another where no other spelling of a family name is: Peterson and Petersen, Johnson and Johnston are two.
 */
export function isSlipOf(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || editDistance(a, b, 1) > 1) return false;
  if (a.length === b.length && [...a].sort().join('') === [...b].sort().join('')) return a.length > 4;
  return Math.min(a.length, b.length) >= LONG && sparse(a) !== sparse(b) && a.slice(-2) === b.slice(-2);
}

const LONG = 9;

/** Lindsay and Lindsey, Hilary and Hillary: one given name, as parents like it; Crystal and Krystal stand too far apart. */
export function isSpeltOtherwise(a: Word, b: Word): boolean {
  return (
    a.sounds === b.sounds &&
    Math.min(a.text.length, b.text.length) > SHORTEST_TELLING + 1 &&
    a.text.charCodeAt(0) === b.text.charCodeAt(0)
  );
}

/** A word by what tells it from other spellings of the same name. */
function sparse(word: string): string {
  return word
    .replace(/ph|v/g, 'f')
    .replace(/c|ck|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/(?<=[mn])[pt](?=s)/g, '')
    .replace(/[aeiouyh]+/g, 'a')
    .replace(/(.)\1+/g, '$1');
}
