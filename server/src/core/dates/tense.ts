/** Where the verb of a date's clause looks: "said on Tuesday" looks back, "will meet on Tuesday" ahead. */

import type { Look } from './meaning.ts';
import { isCapital, isGlued, isSign, type Tokens, textOf } from './tokens.ts';

/** How many words are asked, before the date and then after it. */
const BEFORE = 24;
const AFTER = 10;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const AHEAD = setOf(
  'will would shall may might could should can must scheduled planned plans plan planning expected expects expect due ' +
    'slated set upcoming hopes hope aims aim intends intend poised going until till ahead tomorrow effective starting flies travels hosts takes ' +
    "beginning we'll he'll she'll they'll it'll won't won’t deadline postponed next hoping wants want ready soon",
);
const BACK = setOf(
  'said told was were had did began won lost met held came went took made left rose fell shot killed died led saw found ' +
    'gave got became grew ran spoke wrote struck hit cut since ago last earlier previously has have been knew thought ' +
    'kept stood brought bought sold sent drew broke flew drove chose hurt sought taught caught fought built spent paid ' +
    "heard laid read quit wasn't weren't didn't hadn't according previous born says",
);
/** Verbs of what is fixed, which say in the present what comes, right before its day. */
const PRESENT = setOf('is are starts begins opens resumes ends expires closes');
/** Between an infinitive and where it looks stands the verb that governs it: "agreed to meet on Friday". */
const GOVERNS_AHEAD = setOf('agreed vowed promised pledged decided ordered urged is are invited threatened');

/** The direction of the clause around the tokens from `start` to `end`. */
export function lookOf(tokens: Tokens, start: number, end: number): Look | undefined {
  return lookBefore(tokens, start) ?? lookAfter(tokens, end);
}

function lookBefore(tokens: Tokens, start: number): Look | undefined {
  let hasInfinitive = false;
  for (let index = start - 1; index >= Math.max(0, start - BEFORE); index--) {
    if (endsClause(tokens, index)) return undefined;
    const word = textOf(tokens, index).toLowerCase();
    if (word === 'by' && index >= start - 1) return hasPastBefore(tokens, index) ? 'back' : 'ahead';
    if (word === 'to' && index === start - 1 && isMovedBefore(tokens, index)) return 'ahead';
    // "The vote is on Sunday", "the visit starts Sunday".
    if (index >= start - 2 && PRESENT.has(word)) return 'ahead';
    if (word === 'to' && isVerbAfter(tokens, index, start)) {
      hasInfinitive = true;
      continue;
    }
    if (hasInfinitive && GOVERNS_AHEAD.has(word)) return 'ahead';
    const look = lookOfVerb(tokens, index);
    if (look) return look;
  }
  return hasInfinitive ? 'ahead' : undefined;
}

/** A stop before white space; not that of "Jan." and "Tues.", nor the colon of "10:30". */
function endsClause(tokens: Tokens, index: number): boolean {
  if (!isSign(tokens, index, '.;:!?') || isGlued(tokens, index + 1)) return false;
  const entry = tokens.entries[index - 1];
  const isCut = (entry?.is === 'month' || entry?.is === 'weekday') && entry.isShort;
  return !(isCut && isSign(tokens, index, '.'));
}

function hasPastBefore(tokens: Tokens, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 8); at--) {
    const look = lookOfVerb(tokens, at);
    // "Staff are told by Friday".
    if (look) return look === 'back' && !/^(?:is|are)$/.test(textOf(tokens, at - 1));
  }
  return false;
}

/** "moved to Thursday", "pushed back to Thursday". */
function isMovedBefore(tokens: Tokens, index: number): boolean {
  return [1, 2].some((it) => MOVED.has(textOf(tokens, index - it).toLowerCase()));
}

const MOVED = setOf(
  'moved pushed postponed delayed rescheduled brought put extended adjourned shifted deferred',
);

/** "to visit", unlike "to the", "to Beijing", "to 5". */
function isVerbAfter(tokens: Tokens, index: number, start: number): boolean {
  const next = textOf(tokens, index + 1);
  return index + 1 < start && /^[a-z]{2,}$/.test(next) && !NO_VERB.has(next);
}

const NO_VERB = setOf('the a an his her its their our my your this that these those him them us it all some');

function lookAfter(tokens: Tokens, end: number): Look | undefined {
  for (let index = end; index < Math.min(tokens.count, end + AFTER); index++) {
    if (endsClause(tokens, index)) return undefined;
    const word = textOf(tokens, index).toLowerCase();
    if (
      (word === 'is' || word === 'are') &&
      /^(?:to|set|due|expected|scheduled|slated|likely|planned)$/.test(textOf(tokens, index + 1))
    )
      return 'ahead';
    const look = lookOfVerb(tokens, index);
    if (look) return look;
  }
  return undefined;
}

/** A participle after "be" is as late as what governs that: "will be published", "due to be sentenced". */
function lookOfVerb(tokens: Tokens, index: number): Look | undefined {
  const word = textOf(tokens, index).toLowerCase();
  // "May" with a capital is the month.
  if (AHEAD.has(word)) return word === 'may' && isCapital(tokens, index) ? undefined : 'ahead';
  if (isAfterBe(tokens, index)) return undefined;
  if (BACK.has(word)) return 'back';
  return word.length > 4 && word.endsWith('ed') && !NO_PAST.has(word) ? 'back' : undefined;
}

/** Whether "be" stands before a word, an adverb between them aside: "be formally charged". */
function isAfterBe(tokens: Tokens, index: number): boolean {
  const last = textOf(tokens, index - 1);
  return (last.endsWith('ly') ? textOf(tokens, index - 2) : last) === 'be';
}

const NO_PAST = setOf(
  'united need speed indeed proceed exceed succeed hundred naked wicked rugged exceed agreed-upon',
);
