/** What one word form says by itself, read once and kept: orthography, affixes, lists. */

import { type OfWord, rememberWords } from '../../remember.ts';
import { foldLetters } from '../../text/fold.ts';
import { type Gazetteer, listed } from './gazetteer.ts';
import { hashText } from './hash.ts';
import { classesOf, Word } from './word-classes.ts';

/** One word form; every field but the first is a number, so that features cost no strings. */
export interface Lexeme {
  /** Lower case, straight apostrophes, no invisible characters, no stop after an abbreviation. */
  readonly folded: string;
  /** Of the folded form. */
  readonly hash: number;
  /** Of the pattern of capitals, small letters and digits. */
  readonly shape: number;
  /** Bits of `Word`. */
  readonly word: number;
  /** Bits of `Listed`. */
  readonly listed: number;
  /** Bits of `Listed` with the closed classes that sort words the same way: calendar, organization, place noun. */
  readonly sort: number;
  /** Of the folded form, in characters. */
  readonly length: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
}

/** Bits of a lexeme's `sort` above those of `Listed`. */
export const Sort = { calendar: 1 << 13, organization: 1 << 14, placeNoun: 1 << 15 } as const;

/** Reads word forms. */
export type Lexicon = OfWord<Lexeme>;

/** News uses some 30,000 forms in a year of one outlet; each takes about 200 bytes. */
const SETS = 1 << 12;

export function lexiconOf(gazetteer: Gazetteer): Lexicon {
  return rememberWords((form) => readLexeme(form, gazetteer), SETS);
}

function readLexeme(form: string, gazetteer: Gazetteer): Lexeme {
  const text = form.length <= 256 ? form : form.slice(0, 256);
  const folded = foldWord(text);
  const word = orthographyOf(text) | classesOf(folded);
  const hash = hashText(folded);
  const bits = listed(gazetteer, hash) || listedWithoutMarks(folded, gazetteer);
  return {
    folded,
    hash,
    shape: hashText(shapeOf(text)),
    word,
    listed: bits,
    sort: bits | sortOf(word),
    length: folded.length,
    prefix2: hashText(`p${folded.slice(0, 2)}`),
    prefix3: hashText(`p${folded.slice(0, 3)}`),
    prefix4: hashText(`p${folded.slice(0, 4)}`),
    suffix2: hashText(`s${folded.slice(-2)}`),
    suffix3: hashText(`s${folded.slice(-3)}`),
    suffix4: hashText(`s${folded.slice(-4)}`),
  };
}

function sortOf(word: number): number {
  return (
    ((word & Word.calendar) !== 0 ? Sort.calendar : 0) |
    ((word & Word.organization) !== 0 ? Sort.organization : 0) |
    ((word & Word.placeNoun) !== 0 ? Sort.placeNoun : 0)
  );
}

/** Lower case with one shape for apostrophes and hyphens; the stop of "Gen." goes, that of "J." stays. */
export function foldWord(form: string): string {
  let folded = form.toLowerCase();
  if (/[^\0-\x7f]/.test(folded)) {
    folded = folded
      .normalize('NFC')
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[‘’ʼ]/g, "'")
      .replace(/[\u2010\u2011]/g, '-');
  }
  return folded.length > 2 && folded.length <= 6 && /^\p{L}+\.$/u.test(folded) ? folded.slice(0, -1) : folded;
}

function listedWithoutMarks(folded: string, gazetteer: Gazetteer): number {
  if (!/[^\0-\x7f]/.test(folded)) return 0;
  return listed(gazetteer, hashText(foldLetters(folded)));
}

function orthographyOf(form: string): number {
  if (!/\p{L}/u.test(form)) return /^\d+$/.test(form) ? Word.digits : 0;
  let bits: number = Word.letters;
  // "I'm" is written so everywhere.
  const startsCapital = /^[\p{Lu}\p{Lt}]/u.test(form) && !/^I['’](?:m|ve|ll|d)$/.test(form);
  const hasCapital = startsCapital || /\p{Lu}/u.test(form);
  if (
    startsCapital ||
    (hasCapital && /^(?:al|el|ul|ur|ad|ar|as|an|ash|az|bin)-\p{Lu}|^[dl]['’]\p{Lu}/u.test(form))
  )
    bits |= Word.capital;
  else if (hasCapital && /^\p{Ll}/u.test(form)) bits |= Word.mixed;
  if (hasCapital && /\d/.test(form)) bits |= Word.mixed;
  if (form.length > 1 && hasCapital && form === form.toUpperCase()) bits |= Word.allCapitals;
  if (form === form.toLowerCase()) bits |= Word.lower;
  if (/^\p{Lu}\.?$/u.test(form)) bits |= Word.initial;
  if (form.length <= 20 && SYLLABLES.test(form.toLowerCase())) bits |= Word.syllables;
  return bits;
}

/** One to four romanized syllables of Chinese or Korean, with or without a hyphen: "Xi", "Jinping", "Jae-myung". */
const SYLLABLES =
  /^(?:-?(?:zh|ch|sh|ts|kw|hw|ng|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|yeong|yeon|ang|eng|ing|ong|ian|iao|uai|uan|eong|yun|yung|eon|eun|eul|aek|aen|ae|oo|eo|eu|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|ung|uk|ok|ak|ik|il|am|im|um|om|uo|ue|ye|ee|a|e|i|o|u)){1,4}$/;

/** "Jae-myung" → "Xxx-xx": runs are cut to two. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const character of form) {
    const kind = /\p{Lu}/u.test(character)
      ? 'X'
      : /\p{L}/u.test(character)
        ? 'x'
        : /\d/.test(character)
          ? 'd'
          : character;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}
