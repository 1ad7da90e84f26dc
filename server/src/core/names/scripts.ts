/** Words that look like one script and hold letters of another, or characters that nobody sees. */

import type { Span } from '../model.ts';

export interface OddWord {
  readonly span: Span;
  /** What is odd about it, for the editor. */
  readonly what: string;
  /** The same word in Latin letters alone; undefined where there is no such word. */
  readonly plain: string | undefined;
}

/** Cyrillic and Greek letters that are drawn like Latin ones. https://www.unicode.org/reports/tr39/ (confusables). */
const LOOK_ALIKES: { readonly [letter: string]: string } = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  ο: 'o',
  ν: 'v',
};

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const EDGES = new RegExp(`^${INVISIBLE.source}+|${INVISIBLE.source}+$`, 'gu');
const NOT_ASCII = /[^\0-\x7f]/;
/** Without any of these no word is odd, and hardly any copy has one. */
const TELLING = /[\p{Script=Cyrillic}\p{Script=Greek}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu;

/** Finds the odd words of a paragraph that are written like names: with a capital. */
export function findOddWords(paragraph: string): OddWord[] {
  if (!TELLING.test(paragraph)) return [];
  return Array.from(paragraph.matchAll(WORD)).flatMap(({ 0: word, index }) => {
    if (!NOT_ASCII.test(word) || !/\p{Lu}/u.test(word)) return [];
    const what = oddityOf(word);
    if (what === undefined) return [];
    const plain = Array.from(word, (it) => LOOK_ALIKES[it] ?? (INVISIBLE.test(it) ? '' : it)).join('');
    const isPlain = plain !== '' && oddityOf(plain) === undefined;
    return [{ span: { start: index, end: index + word.length }, what, plain: isPlain ? plain : undefined }];
  });
}

function oddityOf(word: string): string | undefined {
  if (!/\p{Script=Latin}/u.test(word)) return undefined;
  if (/\p{Script=Cyrillic}/u.test(word)) return 'Cyrillic letters among Latin ones';
  if (/\p{Script=Greek}/u.test(word)) return 'Greek letters among Latin ones';
  // At its ends they hide the word from no search.
  return INVISIBLE.test(word.replace(EDGES, '')) ? 'characters that can’t be seen' : undefined;
}
