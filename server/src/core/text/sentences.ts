/** Sentences within one paragraph: where a stop ends one, and where it only ends an abbreviation. */

import type { Span } from '../model.ts';
import { isCapitalizedAt, isLetterAt, type Words, wordAt } from './words.ts';

/** A sentence from its first word to the end of its last (closing quotation marks and brackets included). */
export interface Sentence extends Span {
  /** Index of its first word. */
  readonly firstWord: number;
  /** Index after its last word. */
  readonly endWord: number;
}

/**
 * Splits the words of one paragraph into sentences; every word is in exactly one of them. A stop, question or
 * exclamation mark ends a sentence where white space follows, and then a capital, a figure or an opening mark, unless
 * the stop belongs to an abbreviation or an initial.
 */
export function splitSentences(words: Words): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let index = 0; index + 1 < words.count; index++) {
    const end = endOfSentence(words, first, index);
    if (end === undefined) continue;
    sentences.push(sentenceOf(words, first, end));
    first = end;
    index = end - 1;
  }
  if (first < words.count) sentences.push(sentenceOf(words, first, words.count));
  return sentences;
}

function sentenceOf(words: Words, firstWord: number, endWord: number): Sentence {
  return {
    start: words.starts[firstWord] ?? 0,
    end: words.ends[endWord - 1] ?? 0,
    firstWord,
    endWord,
  };
}

/** The word index after the sentence that ends with the word at `index`, if one ends there. */
function endOfSentence(words: Words, first: number, index: number): number | undefined {
  const { text, starts, ends, count } = words;
  const start = starts[index] ?? 0;
  const last = text.charCodeAt((ends[index] ?? 0) - 1);
  if (last !== STOP && last !== QUESTION && last !== EXCLAMATION && last !== ELLIPSIS) return undefined;
  const isAbbreviation = last === STOP && isLetterAt(text, start);
  if (last === STOP && !isAbbreviation && index > first && ends[index - 1] === start) {
    const before = wordAt(words, index - 1);
    if (before.length === 1 && isCapitalizedAt(before, 0)) return undefined;
    if (before.length <= 5 && ABBREVIATIONS.has(before.toLowerCase())) {
      const isAnswer = BEFORE_FIGURES.has(before.toLowerCase()) && !/^\d/.test(wordAt(words, index + 1));
      if (!isAnswer) return undefined;
    }
  }
  let end = index + 1;
  // Closing marks and brackets that touch the stop belong to the sentence; so does a straight mark.
  while (
    end < count &&
    end < index + 4 &&
    starts[end] === ends[end - 1] &&
    isClosing(text.charCodeAt(starts[end] ?? 0))
  )
    end++;
  const next = starts[end];
  if (next === undefined || next === ends[end - 1]) return undefined;
  if (isAbbreviation) return STARTERS.has(wordAt(words, end)) && !isInitial(text, start) ? end : undefined;
  return isCapitalizedAt(text, next) || isOpening(text, next) ? end : undefined;
}

/** "J. The" is nobody's sentence end; "U.S. The" is. */
function isInitial(text: string, start: number): boolean {
  return text.charCodeAt(start + 1) === STOP && !isLetterAt(text, start + 2);
}

function isClosing(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0xbb
  );
}

function isOpening(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return true;
  return OPENING.includes(text.charAt(at)) || (isLetterAt(text, at) && code > 0x2e80);
}

const STOP = 0x2e;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const ELLIPSIS = 0x2026;
const OPENING = '"“‘\'«„(['.concat('「');

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Never end a sentence by their stop. */
const ABBREVIATIONS = setOf(
  'mr mrs ms dr prof rev gen col maj capt lt sgt cpl sen rep gov pres st ste mt ft vs no nos jan feb mar apr jun jul ' +
    'aug sep sept oct nov dec hon adm brig cmdr supt insp det fr figs fig vol pp ed eds ca cf dept univ al etc',
);

/** Are short for something only where a figure follows: "they voted No. Turnout was low". */
const BEFORE_FIGURES = setOf('no nos fig figs vol');

/** Words that begin a sentence after "U.S.", "p.m." or "Inc.", where a capital alone proves nothing. */
const STARTERS = setOf(
  'The A An He She It They We I You In On At But And As By For From If This That These Those There His Her Its Their ' +
    'Our My When While After Before With Since So No Not Some Many Most One Two Both What Who Why How Where Also ' +
    'However Meanwhile Under Last Yet Still All Each',
);
