/** One paragraph as the tagger sees it: words with their lexemes, sentences, runs of capitals, places, candidates. */

import { type Sentence, splitSentences } from '../../text/sentences.ts';
import { splitWords, type Words } from '../../text/words.ts';
import { type Gazetteer, GIVEN, joinHashes, Listed, LONGEST_PHRASE, listed } from './gazetteer.ts';
import type { Lexeme, Lexicon } from './lexicon.ts';
import { withoutNicknames } from './nicknames.ts';
import { Word } from './word-classes.ts';

/** How a sentence uses capitals. */
export const Casing = { sentence: 0, title: 1, capitals: 2 } as const;

/** Bits of listed phrases at their first word; further words have them `<< 3`. */
export const Phrase = { country: 1, city: 2, organization: 4, several: 64 } as const;

/** What a word may be in a name. */
export const Candidate = { none: 0, capital: 1, connector: 2, figure: 3 } as const;

/** Everything about a paragraph but scores. Arrays are parallel to its words unless they say otherwise. */
export interface NameParagraph {
  readonly words: Words;
  readonly lexemes: readonly Lexeme[];
  readonly sentences: readonly Sentence[];
  /** First word of the sentence of each word. */
  readonly sentenceStart: Int32Array;
  /** After the last word of the sentence of each word. */
  readonly sentenceEnd: Int32Array;
  /** `Casing` of the sentence of each word. */
  readonly casing: Uint8Array;
  /** 1 for the first word with letters of its sentence. */
  readonly opens: Uint8Array;
  /** `Candidate` of each word. */
  readonly candidates: Uint8Array;
  /** First word of the run of capitalized words that holds a word; -1 outside runs. */
  readonly runStart: Int32Array;
  /** As `runStart`, without the honorifics and titles that lead the run. */
  readonly runHead: Int32Array;
  /** Last word of the run. */
  readonly runEnd: Int32Array;
  /** Bits of `Phrase` for the listed places and organizations that a word is part of. */
  readonly places: Int32Array;
  /** Start and end word of each maximal sequence of candidates, in pairs. */
  readonly segments: Int32Array;
}

/** Reads a paragraph; linear in its length. */
export function readParagraph(text: string, lexicon: Lexicon, gazetteer: Gazetteer): NameParagraph {
  const words = withoutNicknames(splitWords(text), lexicon);
  const count = words.count;
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < count; at++) lexemes.push(lexicon(text, words.starts[at] ?? 0, words.ends[at] ?? 0));
  const sentences = splitSentences(words);
  // One buffer for all: allocating a typed array costs more than filling one.
  const buffer = new ArrayBuffer(count * 27);
  const integers = (index: number) => new Int32Array(buffer, index * 4 * count, count);
  const bytes = (index: number) => new Uint8Array(buffer, (24 + index) * count, count);
  const sentenceStart = integers(0);
  const sentenceEnd = integers(1);
  const runStart = integers(2).fill(-1);
  const runHead = integers(3).fill(-1);
  const runEnd = integers(4).fill(-1);
  const places = integers(5);
  const casing = bytes(0);
  const opens = bytes(1);
  const candidates = bytes(2);
  const segments: number[] = [];
  for (const { firstWord, endWord } of sentences) {
    sentenceStart.fill(firstWord, firstWord, endWord);
    sentenceEnd.fill(endWord, firstWord, endWord);
    casing.fill(casingOf(lexemes, firstWord, endWord, opens), firstWord, endWord);
    markCandidates(words, lexemes, firstWord, endWord, candidates);
    markRuns(words, lexemes, firstWord, endWord, opens, runStart, runHead, runEnd);
    for (let at = firstWord; at < endWord; at++) {
      if (candidates[at] === Candidate.none) continue;
      const start = at;
      while (at < endWord && candidates[at] !== Candidate.none) at++;
      segments.push(start, at);
    }
  }
  markPlaces(lexemes, sentenceEnd, gazetteer, places);
  return {
    words,
    lexemes,
    sentences,
    sentenceStart,
    sentenceEnd,
    casing,
    opens,
    candidates,
    runStart,
    runHead,
    runEnd,
    places,
    segments: new Int32Array(segments),
  };
}

/** Whether the words tell names by their capitals, from the shares of capitals among the words that would have them. */
function casingOf(lexemes: readonly Lexeme[], start: number, end: number, opens: Uint8Array): number {
  let counted = 0;
  let capitals = 0;
  let allCapitals = 0;
  let first = -1;
  for (let at = start; at < end; at++) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || (lexeme.word & Word.letters) === 0) continue;
    if (first < 0) first = at;
    const isCapital = (lexeme.word & Word.capital) !== 0;
    if (lexeme.length > 3 || isCapital) counted++;
    if (isCapital) capitals++;
    if ((lexeme.word & Word.allCapitals) !== 0) allCapitals++;
  }
  if (first >= 0) opens[first] = 1;
  if (counted > 2 && allCapitals > 0.6 * counted) return Casing.capitals;
  // A short sentence full of names is no headline: headlines have no final stop.
  const isStopped = lexemes[end - 1]?.folded === '.';
  return counted > 3 && capitals > 0.72 * counted && !isStopped ? Casing.title : Casing.sentence;
}

/** Capitals, the small words between two capitals ("Bank of England"), and short figures after one ("Boeing 737"). */
function markCandidates(
  words: Words,
  lexemes: readonly Lexeme[],
  start: number,
  end: number,
  candidates: Uint8Array,
): void {
  for (let at = start; at < end; at++) {
    if (((lexemes[at]?.word ?? 0) & (Word.capital | Word.mixed)) !== 0 && !isWriter(words, lexemes, at))
      candidates[at] = Candidate.capital;
  }
  for (let at = start + 1; at < end; at++) {
    if (candidates[at] !== Candidate.none || candidates[at - 1] !== Candidate.capital) continue;
    let next = at;
    while (
      next < end &&
      next - at < 3 &&
      candidates[next] === Candidate.none &&
      ((lexemes[next]?.word ?? 0) & Word.connector) !== 0 &&
      !isDash(words, next)
    )
      next++;
    if (next === at || next >= end || candidates[next] !== Candidate.capital) continue;
    candidates.fill(Candidate.connector, at, next);
    at = next;
  }
  for (let at = start + 1; at < end; at++) {
    if (candidates[at] !== Candidate.none || candidates[at - 1] !== Candidate.capital) continue;
    const lexeme = lexemes[at];
    if (lexeme !== undefined && (lexeme.word & Word.digits) !== 0 && lexeme.length < 4)
      candidates[at] = Candidate.figure;
  }
}

function markRuns(
  words: Words,
  lexemes: readonly Lexeme[],
  start: number,
  end: number,
  opens: Uint8Array,
  runStart: Int32Array,
  runHead: Int32Array,
  runEnd: Int32Array,
): void {
  const isCapital = (at: number) =>
    at < end &&
    ((lexemes[at]?.word ?? 0) & Word.capital) !== 0 &&
    !isWeekday(lexemes[at]) &&
    !isWriter(words, lexemes, at) &&
    !(opens[at] === 1 && ((lexemes[at]?.word ?? 0) & Word.small) !== 0);
  for (let first = start; first < end; first++) {
    if (!isCapital(first)) continue;
    let last = first;
    while (
      isCapital(last + 1) ||
      (lexemes[last]?.length === 1 && isStop(words, last + 1) && isCapital(last + 2))
    )
      last++;
    let head = first;
    if (isTitled(lexemes[last])) while (head < last && leadsName(lexemes[head])) head++;
    for (let at = first; at <= last; at++) {
      runStart[at] = first;
      runEnd[at] = last;
      runHead[at] = head < at ? head : at;
    }
    first = last;
  }
}

/** "Ties with Cuba Wednesday were cut": a day is no part of what stands before it. */
function isWeekday(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && (lexeme.word & Word.calendar) !== 0 && lexeme.folded.endsWith('day');
}

/**
 * Whether titles lead a run of capitals that ends in a word: not "General Motors", "Foreign Ministry", "Queen Elizabeth
 * Hospital".
 */
export function isTitled(last: Lexeme | undefined): boolean {
  if (last === undefined || (last.word & (Word.organization | Word.placeNoun)) === 0) return true;
  return (last.listed & (Listed.family0 | Listed.family1)) !== 0;
}

/** "I", but not "Charles I" and "I. Austin". */
function isWriter({ text, ends }: Words, lexemes: readonly Lexeme[], at: number): boolean {
  if (lexemes[at]?.folded !== 'i' || text[ends[at] ?? 0] === '.') return false;
  const before = lexemes[at - 1];
  return before === undefined || (before.word & Word.capital) === 0 || (before.listed & Listed.common) !== 0;
}

/** A hyphen with space on both sides, or two: "Colombo - Gotabaya Rajapaksa said", "Mary Smith -- Jones's aide". */
function isDash({ text, starts, ends }: Words, at: number): boolean {
  const start = starts[at] ?? 0;
  if (text[start] !== '-') return false;
  if (text[start - 1] === '-' || text[start + 1] === '-') return true;
  return ends[at - 1] !== start && ends[at] !== starts[at + 1];
}

function isStop(words: Words, at: number): boolean {
  return at < words.count && words.text.charCodeAt(words.starts[at] ?? 0) === 0x2e;
}

/** Whether a word before a name is no part of it: "President", "Gen.", but not "Major" where it is a surname. */
export function leadsName(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false;
  if ((lexeme.word & Word.honorific) !== 0) return true;
  return (
    (lexeme.listed & Listed.title) !== 0 &&
    (lexeme.listed & (Listed.given0 | Listed.given1 | Listed.given2 | Listed.family0)) === 0
  );
}

/**
 * Where a person's name begins in words that may lead with titles, demonyms, and the country or body of a title:
 * "U.S. President", "NATO Secretary General", "Scotsman".
 */
export function nameStart({ lexemes }: NameParagraph, first: number, last: number): number {
  let start = first;
  for (let at = first; at < last; at++) {
    const lexeme = lexemes[at];
    if (lexeme === undefined) break;
    const bits = lexeme.listed;
    const isDemonym = (bits & Listed.demonym) !== 0 && (bits & GIVEN) === 0;
    const isTitle = (bits & Listed.title) !== 0 && (bits & (GIVEN | Listed.family0)) === 0;
    const isRank = (lexeme.word & Word.honorific) !== 0 || SHORT_RANKS.has(lexeme.folded);
    const leadsTitle =
      (lexeme.word & Word.allCapitals) !== 0 || ((bits & Listed.country) !== 0 && (bits & GIVEN) === 0);
    // Behind "Mr.", a stop may be taken for the first word of a surname with a particle.
    const isStop = start === at && lexeme.folded === '.';
    if (isDemonym || isTitle || isRank || isStop) start = at + 1;
    else if (!leadsTitle) break;
  }
  return start;
}

/** Ranks as local papers and police abbreviate them, which no list of titles has; no one is called so. */
const SHORT_RANKS: ReadonlySet<string> = new Set(
  'cllr clr supt insp dc dci dsi dcs pc cpl det cmdr cdr adm brig atty'.split(' '),
);

/** The longest listed place or organization that begins at each capitalized word. */
function markPlaces(
  lexemes: readonly Lexeme[],
  sentenceEnd: Int32Array,
  gazetteer: Gazetteer,
  places: Int32Array,
): void {
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || (lexeme.word & Word.capital) === 0) continue;
    let bits = lexeme.listed & NAMED;
    let length = bits === 0 ? 0 : 1;
    if ((lexeme.listed & Listed.phraseStart) !== 0) {
      let phrase = lexeme.hash;
      const end = Math.min(at + LONGEST_PHRASE, sentenceEnd[at] ?? 0);
      for (let next = at + 1; next < end; next++) {
        phrase = joinHashes(phrase, lexemes[next]?.hash ?? 0);
        const found = listed(gazetteer, phrase) & NAMED;
        if (found === 0) continue;
        bits = found;
        length = next - at + 1;
      }
    }
    if (length === 0) continue;
    const code =
      ((bits & Listed.country) !== 0 ? Phrase.country : 0) |
      ((bits & Listed.city) !== 0 ? Phrase.city : 0) |
      ((bits & Listed.organization) !== 0 ? Phrase.organization : 0);
    places[at] = (places[at] ?? 0) | code | (length > 1 ? Phrase.several : 0);
    for (let inside = 1; inside < length; inside++) {
      places[at + inside] = (places[at + inside] ?? 0) | (code << 3) | Phrase.several;
    }
  }
}

const NAMED = Listed.country | Listed.city | Listed.organization;
