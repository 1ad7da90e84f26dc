/** The words of quotations, folded as far as marks, capitals, accents, dialect and figures go. */

import { rememberText, rememberWords } from '../remember.ts';
import { foldLetters, hashText } from '../text/fold.ts';
import { LETTER } from '../text/letters.ts';
import { foldDialect } from './dialect.ts';

export interface QuoteWord {
  /** As compared: folded. */
  readonly key: string;
  /** Of the key: equal for equal keys, and hardly ever for others. */
  readonly hash: number;
  /** As printed. */
  readonly text: string;
  /** Offsets in the words given. */
  readonly start: number;
  readonly end: number;
  /** What stands here was declared an edit: bracketed words, which stand for others, or an ellipsis before the word. */
  readonly edit?: 'bracket' | 'ellipsis';
}

/** Words with inner apostrophes and asterisks (f**k), figures with inner stops, initials; editorial brackets whole; ellipses. */
const TOKEN = new RegExp(
  String.raw`\[[^[\]]{0,200}\]|\([^()]{0,200}\)|(?:[${LETTER}]\.){2,}|\.\s?\.\s?\.(?:\s?\.)?|…|[${LETTER}\d](?:[${LETTER}\d]|['’](?=[${LETTER}])|\*{1,9}(?=[${LETTER}])|[.,](?=\d))*`,
  'y',
);

const FIGURES: { readonly [word: string]: string } = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  hundred: '100',
};

const MONTHS: { readonly [short: string]: string } = {
  jan: 'january',
  feb: 'february',
  aug: 'august',
  sept: 'september',
  sep: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};

export const quoteWords = rememberText(readWords, 100);

/** The same, without keeping them. */
export function readWords(text: string): readonly QuoteWord[] {
  const words: QuoteWord[] = [];
  let afterEllipsis = false;
  forEachToken(text, (start, end) => {
    const token = text.slice(start, end);
    const first = text.charAt(start);
    if (first === '.' || first === '…') {
      afterEllipsis = true;
      return;
    }
    const isBracket = first === '[' || first === '(';
    const edit = isBracket ? 'bracket' : afterEllipsis ? 'ellipsis' : undefined;
    const { key, hash } = isBracket ? { key: token, hash: hashText(token) } : keyOf(text, start, end);
    words.push(edit ? { key, hash, text: token, start, end, edit } : { key, hash, text: token, start, end });
    afterEllipsis = false;
  });
  return words;
}

/** Words as numbers: enough to find where some of them stand. */
export interface WordHashes {
  /** Of the keys, in reading order. */
  readonly hashes: Int32Array;
  /** Offsets in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The words of a text as {@link readWords} gives them. */
export function hashWords(text: string): WordHashes {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  forEachToken(text, (start, end) => {
    const first = text.charCodeAt(start);
    if (first === 0x2e || first === 0x2026) return;
    const isBracket = first === 0x5b || first === 0x28;
    hashes.push(isBracket ? hashText(text.slice(start, end)) : hashAt(text, start, end));
    starts.push(start);
    ends.push(end);
  });
  return { hashes: Int32Array.from(hashes), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The hash of the key of a word, by two hashes of its letters: tables of numbers alone are quick to ask. */
function hashAt(text: string, start: number, end: number): number {
  let a = 0x811c9dc5;
  let b = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b, 31) + code;
  }
  const place = (a ^ (a >>> 15)) & (KNOWN - 1);
  b = (b ^ (end - start)) | 1;
  if (firstHashes[place] === a && secondHashes[place] === b) return keyHashes[place] ?? 0;
  const { hash } = keyOf(text, start, end);
  firstHashes[place] = a;
  secondHashes[place] = b;
  keyHashes[place] = hash;
  return hash;
}

const KNOWN = 1 << 15;
const firstHashes = new Int32Array(KNOWN);
/** Never 0 where there is an answer. */
const secondHashes = new Int32Array(KNOWN);
const keyHashes = new Int32Array(KNOWN);

/** Calls for each {@link TOKEN} of a text. Plain words, which are most of them, are told by their ASCII letters alone. */
function forEachToken(text: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (isAsciiWord(text.charCodeAt(end))) end++;
    const next = text.charCodeAt(end);
    // What may go on, or is no plain word to begin with: the expression decides.
    if (end === at ? !isPlainGap(next) : (next > 127 && !isTypographic(next)) || isInner(next)) {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      end = match ? at + match[0].length : at;
    }
    if (end > at) visit(at, end);
    at = Math.max(end, at + 1);
  }
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** What begins no token: white space and most signs. */
function isPlainGap(code: number): boolean {
  return code <= 127
    ? code !== 0x5b && code !== 0x28 && code !== 0x2e
    : isTypographic(code) || code === 0x2019;
}

/** Dashes and curly marks, but for the one that is an apostrophe too. */
function isTypographic(code: number): boolean {
  return code >= 0x2013 && code <= 0x201d && code !== 0x2019;
}

/** Signs that a token may hold: apostrophes, asterisk, stop, comma. */
function isInner(code: number): boolean {
  return code === 0x27 || code === 0x2a || code === 0x2e || code === 0x2c || code === 0x2019;
}

/** As many words as the stories of a year have. */
const keyOf = rememberWords(foldWord, 1 << 12);

function foldWord(word: string): Pick<QuoteWord, 'key' | 'hash'> {
  const folded = foldLetters(word)
    .replace(/’/g, "'")
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/^(?:[^\s\d.]\.)+$/, (initials) => initials.replaceAll('.', ''));
  const key = FIGURES[folded] ?? MONTHS[folded] ?? foldDialect(folded);
  return { key, hash: hashText(key) };
}

/** Whether a word turns a statement into its opposite. */
export function isNegation(key: string): boolean {
  return /^(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot)$|n't$/.test(key);
}

/** Words that any two statements share. */
const COMMON = new Set(
  `a an the and or but nor so of in on at to for from by with as than then is are was were be been being am it its it's
  this that that's these those there there's here i i'm i've i'd i'll we'd he'd she'd they'd you'd we we're we've you you're he he's she she's they they're
  not no do does did don't doesn't didn't done have has had having will would won't wouldn't can could can't couldn't
  should may might must shall let let's get got go going gonna our his her their your my me us them him what who which when
  where why how if because about into out up down over all any some just very really well now also too more most much
  many one think know said say want like people thing things way make made 1`
    .split(/\s+/)
    .filter((it) => it !== ''),
);

/** Whether a word says something by itself. */
export function isTelling(key: string): boolean {
  return !COMMON.has(key);
}

/** The words by which similar quotations meet in an index: the hashes of the telling ones, each once. */
export function keyWordsOf(words: readonly QuoteWord[]): number[] {
  const telling = new Set<number>();
  const all = new Set<number>();
  for (const { hash, edit } of words) {
    if (edit === 'bracket') continue;
    all.add(hash);
    if (!COMMON_HASHES.has(hash)) telling.add(hash);
  }
  return [...(telling.size > 0 ? telling : all)];
}

const COMMON_HASHES: ReadonlySet<number> = new Set([...COMMON].map(hashText));

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'m\b/g, ' am'],
  [/'d\b/g, ' would'],
  [/'s\b/g, ' is'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\bgotta\b/g, 'got to'],
];

const MAY_BE_CONTRACTED = /'|\bcannot\b|\b(?:gon|wan)na\b|\bgotta\b/;

/**
 * Whether two runs of words are the same but for contractions, lost apostrophes, the joining of words ("no one",
 * "no-one") and letters that an outlet does not print ("f**k").
 */
export function areSpokenAlike(a: readonly QuoteWord[], b: readonly QuoteWord[]): boolean {
  const keys = (words: readonly QuoteWord[]) => words.map((it) => it.key).join(' ');
  const [x, y] = [keys(a), keys(b)];
  const bare = (it: string) => it.replace(/[ ']/g, '');
  const spoken = (it: string) =>
    MAY_BE_CONTRACTED.test(it)
      ? bare(CONTRACTIONS.reduce((full, [from, to]) => full.replace(from, to), it))
      : bare(it);
  return (
    bare(x) === bare(y) || spoken(x) === spoken(y) || isMasked(bare(x), bare(y)) || isMasked(bare(y), bare(x))
  );
}

/** Whether one is the other with letters masked. */
function isMasked(masked: string, plain: string): boolean {
  if (!masked.includes('*') || masked.length !== plain.length) return false;
  return [...masked].every((it, i) => it === '*' || it === plain[i]);
}
