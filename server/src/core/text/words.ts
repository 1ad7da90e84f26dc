/**
 * The project's only tokenizer: the words of one paragraph, as offsets. One pass, linear on any input, no regular
 * expression on the way; what is one word to an editor ("Jae-myung", "O'Brien", "U.S.", "J.") is one word here.
 */

/** The words of one text, in order and not overlapping; white space and control characters belong to none. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets of the first unit of each word. */
  readonly starts: Int32Array;
  /** UTF-16 offsets after the last unit of each word. */
  readonly ends: Int32Array;
}

/**
 * Splits one paragraph into words: runs of letters, marks and digits (with apostrophes inside), single signs, and the
 * possessive `'s` by itself. Abbreviations before a name ("Gen."), initials ("J.", "U.S.") and company endings
 * ("Inc.") keep their stop; hyphens join the parts of a name ("Jean-Pierre", "Jae-myung", "al-Assad") and nothing else.
 */
export function splitWords(text: string): Words {
  if (starts.length < text.length) {
    starts = new Int32Array(2 * text.length);
    ends = new Int32Array(2 * text.length);
  }
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === SPACE || kind === MARK) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    if (kind === OTHER) at = endOfSign(text, at);
    else at = endOfName(text, at, count);
    starts[count] = start;
    ends[count++] = at;
  }
  const words = { text, count, starts: starts.slice(0, count), ends: ends.slice(0, count) };
  if (starts.length > LARGE) {
    starts = new Int32Array(1024);
    ends = new Int32Array(1024);
  }
  return words;
}

/** Scratch for the words of the text at hand; given back when it has grown large. */
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);
const LARGE = 1 << 20;

/** The text of one word; empty if there is no such word. */
export function wordAt(words: Words, index: number): string {
  return words.text.slice(words.starts[index] ?? 0, words.ends[index] ?? 0);
}

/** Whether a word begins with a capital letter. */
export function isCapitalizedAt(text: string, at: number): boolean {
  return kindAt(text, at) === UPPER;
}

/** Whether the character at an offset is a letter of any script. */
export function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === UPPER || kind === LOWER || kind === LETTER;
}

/** Whether the character at an offset is a capital, a small letter or any other letter, digit or mark of a word. */
function isWordCharacterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind >= UPPER && kind <= MARK;
}

const SPACE = 1;
const UPPER = 2;
const LOWER = 3;
const LETTER = 4;
const DIGIT = 5;
const MARK = 6;
const OTHER = 7;

/** Kinds of the characters of the basic plane, filled as they are met: asking a regular expression is slow. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  if ((code & 0xf800) === 0xd800) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  const kind = kindOf(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  // Invisible characters inside a name don't split it: they count as marks.
  if (/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u.test(character)) return MARK;
  if (/[\s\p{Cc}]/u.test(character)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER;
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/[\p{N}_]/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return MARK;
  return OTHER;
}

function widthAt(text: string, at: number): number {
  const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isPair ? 2 : 1;
}

/** A sign is one character, except the possessive ('s) and a handle or hashtag (@name, #topic). */
function endOfSign(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isApostrophe(code) && isEss(text, at + 1) && !isWordCharacterAt(text, at + 2)) return at + 2;
  if ((code === AT || code === HASH) && isWordCharacterAt(text, at + 1)) return endOfRun(text, at + 1);
  return at + widthAt(text, at);
}

/** A run of word characters with what a name may hold besides: apostrophes, stops of abbreviations, hyphens. */
function endOfName(text: string, start: number, index: number): number {
  let end = endOfRun(text, start);
  const next = text.charCodeAt(end);
  if (next === SPACE_SIGN || end === text.length) return end;
  if (next === STOP) {
    const stopped = endOfAbbreviation(text, start, end);
    if (stopped > end) return stopped;
  }
  let partStart = start;
  while (isHyphen(text.charCodeAt(end))) {
    const joined = endOfHyphenated(text, start, partStart, end, followsCapital(text, index, start));
    if (joined === end) break;
    partStart = end + 1;
    end = joined;
  }
  return end;
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const known = (code & 0xf800) === 0xd800 ? 0 : (kinds[code] ?? 0);
    const kind = known === 0 ? kindAt(text, end) : known;
    if (kind >= UPPER && kind <= MARK) {
      end += known === 0 ? widthAt(text, end) : 1;
    } else if (isApostrophe(code) && end > start && isLetterAt(text, end + 1)) {
      if (isEss(text, end + 1) && !isWordCharacterAt(text, end + 2)) break;
      end += 1;
    } else break;
  }
  return end;
}

/** The end with its stop(s) where the word is an abbreviation, else the end as it is. */
function endOfAbbreviation(text: string, start: number, end: number): number {
  if (end - start === 1) return endOfInitials(text, start);
  if (end - start > 6) return end;
  const word = text.slice(start, end);
  if (COMPANY_ENDINGS.has(word)) return end + 1;
  if (!TITLE_ABBREVIATIONS.has(word) || kindAt(text, end + 1) !== SPACE) return end;
  return kindAt(text, skipSpace(text, end + 1)) === UPPER ? end + 1 : end;
}

/** "U.S.", "a.m.", "J.K." as one word; a single initial only before a capital: "J. Smith", not "vitamin c." */
function endOfInitials(text: string, start: number): number {
  let end = start;
  let letters = 0;
  while (isLetterAt(text, end) && text.charCodeAt(end + 1) === STOP) {
    end += 2;
    letters += 1;
  }
  if (letters > 1) {
    // "U.S" with its last stop dropped.
    return isLetterAt(text, end) && !isWordCharacterAt(text, end + 1) ? end + 1 : end;
  }
  if (kindAt(text, start) !== UPPER) return start + 1;
  const next = skipSpace(text, end);
  if (kindAt(text, next) !== UPPER) return start + 1;
  return isWordCharacterAt(text, next + 1) || text.charCodeAt(next + 1) === STOP ? end : start + 1;
}

/**
 * The end of a word that a hyphen at `end` continues, or `end`. Capital after capital joins ("Jean-Pierre"), as do
 * the Arabic article ("al-Assad"), the small words of place names ("Stoke-on-Trent") and a small second half that
 * reads like a syllable of a Korean or Chinese given name ("Jae-myung", "Ing-wen") and like no English word.
 */
function endOfHyphenated(
  text: string,
  start: number,
  partStart: number,
  end: number,
  afterCapital: boolean,
): number {
  const from = end + 1;
  const kind = kindAt(text, from);
  if (kind !== UPPER && kind !== LOWER) return end;
  const to = endOfRun(text, from);
  const isArticle = end - start <= 3 && ARABIC_ARTICLES.has(text.slice(start, end).toLowerCase());
  if (isArticle && (kind === UPPER || kindAt(text, start) === UPPER)) return to;
  if (kindAt(text, start) !== UPPER && !isArticle) return end;
  if (kind === UPPER) {
    const isMixed = kindAt(text, from + 1) === LOWER || kindAt(text, from + 1) === MARK;
    return isMixed && hasLower(text, partStart, end) ? to : end;
  }
  if (text.charCodeAt(to) === HYPHEN && to - from <= 4 && kindAt(text, to + 1) === UPPER) {
    return PLACE_PARTICLES.has(text.slice(from, to)) ? to : end;
  }
  if (!hasLower(text, partStart, end) || end - partStart > 7 || to - from > 6) return end;
  const tail = text.slice(from, to);
  if (!(isSyllable(tail) || ENGLISHED_SYLLABLES.has(tail)) || NEVER_A_SYLLABLE.has(tail)) return end;
  return afterCapital || !ENGLISH_TAILS.has(tail) ? to : end;
}

function hasLower(text: string, from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 32; at++) if (kindAt(text, at) === LOWER) return true;
  return false;
}

/** Onset, vowels, coda: enough of the romanized syllables of Korean and Chinese. */
function isSyllable(word: string): boolean {
  let at = 0;
  while (at < word.length && at < 3 && isConsonant(word.charCodeAt(at))) at++;
  const vowels = at;
  while (at < word.length && at < vowels + 3 && isVowel(word.charCodeAt(at))) at++;
  if (at === vowels) return false;
  const coda = word.slice(at);
  return coda === '' || coda === 'ng' || (coda.length === 1 && 'nkmptlhrc'.includes(coda));
}

function isConsonant(code: number): boolean {
  return code >= 0x61 && code <= 0x7a && !isVowel(code);
}

function isVowel(code: number): boolean {
  return (
    code === 0x61 ||
    code === 0x65 ||
    code === 0x69 ||
    code === 0x6f ||
    code === 0x75 ||
    code === 0x79 ||
    code === 0x77
  );
}

/** Whether the word before the one with this index is capitalized and only white space lies between. */
function followsCapital(text: string, index: number, at: number): boolean {
  if (index === 0) return false;
  const start = starts[index - 1];
  const end = ends[index - 1];
  if (start === undefined || end === undefined || end === at || kindAt(text, start) !== UPPER) return false;
  return kindAt(text, at - 1) === SPACE && isWordCharacterAt(text, end - 1);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && at < from + 16 && kindAt(text, at) === SPACE) at++;
  return at;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
}

function isEss(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x73 || code === 0x53;
}

const SPACE_SIGN = 0x20;
const STOP = 0x2e;
const HYPHEN = 0x2d;
const AT = 0x40;
const HASH = 0x23;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Keep their stop before a capital. */
const TITLE_ABBREVIATIONS = setOf(
  'Mr Mrs Ms Dr Prof Rev Gen Col Maj Capt Lt Sgt Cpl Sen Rep Gov St Ste Hon Pres Cmdr Cdr Adm Brig Fr Sec Amb Supt ' +
    'Insp Det Atty Msgr Sr Jr Mt Ft Pvt Cllr Messrs',
);

/** Keep their stop anywhere: it is part of the name. */
const COMPANY_ENDINGS = setOf('Inc Corp Ltd Co Bros Cos Jr Sr');

const ARABIC_ARTICLES = setOf('al el ul ur ad ar as an ash az at');

const PLACE_PARTICLES = setOf('upon on sur en le la de du des et les aux au al am an im in by the o');

/** Small words that follow a hyphen even after a name: "a Hong Kong-run fund", "the New York-to-London flight". */
const NEVER_A_SYLLABLE = setOf(
  'run up to by at no go me he we it day free two you out way low long off or and oil air sea own',
);

/** Syllables of Korean given names that their bearers spell as English would: after a capitalized word only. */
const ENGLISHED_SYLLABLES = setOf('june joone hyuck duck suck chull yull');

/** English words that look like syllables, refused unless a capitalized word stands before: "Kim Young-sun". */
const ENGLISH_TAILS = setOf(
  'a am an in on do so ban bar be bin boat book boom boy bring but buy can cap car chain chair clear co coal coat con crew cut ' +
    'deal door down eat era fan far fear fee few film fit flat for four from fuel fun gap gear get girl goal going ' +
    'grown gun hair heat hit hop how jail join keen keep key king knee know known lap law lay lead leg let look loyal ' +
    'lung main man map me meal mean meat meet men mom near net new ni non noon now open our owner pair pan par pay ' +
    'peak pen plan play poem poor pop prep pro rail ram rap raw ray real rear ring road room row school screen seat see ' +
    'sham sheet ship shop shot show sing sit ski skin sky slow snow song soon spin star stay steel step stop string ' +
    'strong sun tail team ten than the thin three tier time tin tip ton too top tour town toy train trap tree try ' +
    'june duck suck type van via view wall war water we weak wear week wet who win wing yen you young year',
);
