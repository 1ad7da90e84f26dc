/**
 * Noun phrases by compromise, the natural-language library: the only file that knows it. It is asked where nothing
 * else names a speaker ("the board said", "a voice-over in the ad"), in one story of many, and loaded when it is asked
 * first: its code takes longer to start than a whole article takes to be read. A server asks it on another thread.
 */

import type { LanguageTools } from './core/language-tools.ts';
import type { Span } from './core/model.ts';

/** The part of compromise that is used, as its documentation describes it. */
type Compromise = (text: string) => {
  match(pattern: string): { last(): { json(options: object): readonly Match[] } };
};

interface Match {
  readonly offset?: { readonly start: number; readonly length: number };
}

/** The bundler's: what it names is part of the bundle, and runs when it is asked for. */
declare const require: (module: 'compromise/two') => unknown;

/** The end of a clause that is looked at: compromise takes longer than linear time on long sentences. */
const LONGEST_CLAUSE = 120;
const PATTERN = '(#Determiner|#Possessive)? (#Adjective|#Noun|#Value|#Gerund|#PastTense|#Hyphenated)+$';

let nlp: Compromise | undefined;

export const nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'] = (clause) => {
  const from = clause.length <= LONGEST_CLAUSE ? 0 : clause.indexOf(' ', clause.length - LONGEST_CLAUSE) + 1;
  const phrase = findPhrase(clause.slice(from));
  return phrase && { start: from + phrase.start, end: from + phrase.end };
};

function findPhrase(clause: string): Span | undefined {
  nlp ??= require('compromise/two') as Compromise;
  const [match] = nlp(clause).match(PATTERN).last().json({ offset: true });
  const offset = match?.offset;
  if (!offset || offset.length === 0) return undefined;
  // Its offsets take punctuation along.
  const words = clause.slice(offset.start, offset.start + offset.length);
  const leading = words.length - words.trimStart().length;
  const text = words.trim().replace(/[\s,;:.!?"'“”‘’)]+$/u, '');
  return text === ''
    ? undefined
    : { start: offset.start + leading, end: offset.start + leading + text.length };
}
