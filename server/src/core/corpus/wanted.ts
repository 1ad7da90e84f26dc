/** Which articles of an archive have to do with a draft. */

import type { Entity, EntityType, QuoteMention } from '../model.ts';
import { comparePrinted } from '../names/compare.ts';
import { isFullName } from '../names/parts.ts';
import type { PrintedName } from '../names/slips.ts';
import { quoteWords } from '../quotes/words.ts';
import type { ParagraphReading } from '../reading.ts';
import { foldTypography } from '../text/fold.ts';
import {
  type Archive,
  bearerKeys,
  type ContentKey,
  nameKeys,
  quoteKeys,
  runKeys,
  startingWords,
  termKey,
} from './archive.ts';
import { MOST_ARTICLES } from './claims.ts';

/** How many names under one name's keys are compared with it. */
const MOST_NAMES = 60;
/** How many spellings of one name are compared. */
const MOST_SPELLINGS = 5;
/** How many articles that have a spelling are listed, to find those that share the most with the draft. */
const MOST_LISTED = 200;
/** How many that have a name, in whatever spelling, are compared: enough to see which spelling most have. */
const ENOUGH: { readonly [Type in EntityType]: number } = { person: 8, organization: 6, place: 6 };
/** How many at least have each of its spellings. */
const MOST_OF_EACH = 2;
/** How many people who bear a family name are looked at, and how many articles of each. */
const MOST_BEARERS = 12;
const USES_OF_A_BEARER = 2;
/** How many articles that share a key with a quotation are looked at, and with a run of words. */
const MOST_QUOTING = 48;
const MOST_RUNS = 8;
/** How many of those that share the most with it are compared. */
const ENOUGH_QUOTING = 4;
const NEAREST_QUOTING = 2;
const LEAST_OF_NEAREST = 0.5;
/** How many keys of a quotation are looked up. */
const MOST_KEYS = 10;
/** Of more keys than these two have to be shared. */
const FEW = 3;
/** How many that have a term. */
const MOST_TERMS = 8;

/** What one part of a draft wants of an archive. */
export interface Wanted {
  /** Numbers of articles in lists, one for each spelling, of which some are enough; a little of each list. */
  readonly lists: readonly (readonly number[])[];
  readonly enough: number;
  /** Those that have to be there in any case. */
  readonly nearest?: readonly number[];
}

/**
 * The articles with which a draft is compared: those that tell of the most of its names, for a name that few have says more
 * of what it is about; and the newest for whatever these have not enough of.
 */
export function choose(wanted: readonly Wanted[], size: number): ReadonlySet<number> {
  const scores = new Map<number, number>();
  for (const { lists } of new Set(wanted)) {
    const having = new Set(lists.flat());
    const weight = Math.log((size + 1) / (having.size + 1));
    for (const it of having) scores.set(it, (scores.get(it) ?? 0) + weight);
  }
  const chosen = new Set(most(scores, MOST_ARTICLES));
  for (const it of wanted.flatMap(({ nearest = NONE }) => nearest)) chosen.add(it);
  /** From the first on, until so many of a list are chosen. */
  const take = (list: readonly number[], count: number) => {
    let missing = count - list.filter((it) => chosen.has(it)).length;
    for (const it of list) {
      if (missing <= 0) return;
      if (chosen.has(it)) continue;
      chosen.add(it);
      missing--;
    }
  };
  for (const { lists, enough } of new Set(wanted)) {
    take(
      [...new Set(lists.flat())].sort((a, b) => b - a),
      enough,
    );
    // Of what few have there is some of each, and more of what more have.
    for (const list of lists) take(list, Math.min(MOST_OF_EACH, Math.ceil(Math.log2(list.length + 1))));
  }
  return chosen;
}

/** The forms in which a draft has a name, each once. */
export function formsOf({ type, mentions }: Entity): PrintedName[] {
  const forms = new Map(mentions.map(({ text, unlisted }) => [text, unlisted]));
  return Array.from(forms, ([text, unlisted]) => ({ type, text: foldTypography(text), unlisted }));
}

/** Those that have a name; else people who bear its family name, or nearly it. */
export function findUsing(name: PrintedName, archive: Archive): readonly Wanted[] {
  const { type, text } = name;
  const isFull = type !== 'person' || isFullName(text);
  const near = isFull ? archive.namesUnder(nameKeys(text, type), MOST_NAMES) : NONE;
  const same = near.filter((it) => it.type === type && comparePrinted(name, it).same);
  const lists = same
    .map((it) => ({ isOwn: it.text === text, list: archive.using(it.number, MOST_LISTED) }))
    .filter((it) => it.list.length > 0)
    // The draft's own spelling, and those that most have.
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.list.length - a.list.length)
    .slice(0, MOST_SPELLINGS)
    .map((it) => it.list);
  if (lists.length > 0) return [{ lists, enough: ENOUGH[type] }];
  if (type !== 'person') return NONE;
  const bearers = archive.namesUnder(bearerKeys(text), MOST_BEARERS);
  return [...near.slice(0, MOST_BEARERS), ...bearers].flatMap((it) => {
    const list = it.type === 'person' ? archive.using(it.number, USES_OF_A_BEARER) : NONE;
    return list.length > 0 ? { lists: [list], enough: USES_OF_A_BEARER } : [];
  });
}

/** Those that quote the same words, or nearly. */
export function findQuoting(
  { paragraph, words: { start, end } }: QuoteMention,
  archive: Archive,
): readonly Wanted[] {
  const words = quoteWords(paragraph.text.slice(start - paragraph.start, end - paragraph.start));
  return findHaving(spread(quoteKeys(words)), MOST_QUOTING, archive);
}

/** Those whose quotations a paragraph has without marks, and those that have its terms. */
export function findSaying(
  { paragraph, quotes, quoteWords, terms }: ParagraphReading,
  archive: Archive,
): readonly Wanted[] {
  const termed = terms.map((it) => archive.having(termKey(it), MOST_TERMS));
  const isQuoted = (at: number) => quotes.some(({ span }) => span.start <= at && at < span.end);
  const keys = runKeys(quoteWords(), (start) => !isQuoted(start + paragraph.start));
  return [
    ...findHaving(keys, MOST_RUNS, archive),
    ...termed.flatMap((it) => (it.length > 0 ? { lists: [it], enough: MOST_TERMS } : [])),
  ];
}

/** Some of many keys, from the first to the last: one other word takes three from those of a quotation. */
function spread(keys: readonly ContentKey[]): ContentKey[] {
  const step = Math.ceil(keys.length / MOST_KEYS);
  return keys.filter((_, at) => at % step === 0);
}

/** Those that have a name one of whose words begins so. */
export function findStarting(name: string, archive: Archive): readonly Wanted[] {
  const words = startingWords(name);
  const starting = words.length === 0 ? NONE : archive.namesStarting(words, MOST_NAMES);
  return starting.map(({ number, type }) => ({
    lists: [archive.using(number, ENOUGH[type])],
    enough: ENOUGH[type],
  }));
}

/** The articles that have the most of some keys. What shares one of many shares three common words with these. */
function findHaving(keys: readonly ContentKey[], looked: number, archive: Archive): readonly Wanted[] {
  const scores = new Map<number, number>();
  const counts = new Map<number, number>();
  const distinct = new Set(keys);
  for (const key of distinct) {
    const having = archive.having(key, looked);
    for (const it of having) {
      scores.set(it, (scores.get(it) ?? 0) + 1 / having.length);
      counts.set(it, (counts.get(it) ?? 0) + 1);
    }
  }
  const fewest = distinct.size > FEW ? 2 : 1;
  for (const [it, count] of counts) if (count < fewest) scores.delete(it);
  if (scores.size === 0) return NONE;
  const sharing = most(scores, looked);
  const nearest = sharing.slice(0, NEAREST_QUOTING);
  // What shares much less is another statement.
  const least = LEAST_OF_NEAREST * (scores.get(nearest[0] ?? 0) ?? 0);
  return [
    { lists: [sharing.filter((it) => (scores.get(it) ?? 0) >= least)], enough: ENOUGH_QUOTING, nearest },
  ];
}

function most(scores: ReadonlyMap<number, number>, count: number): number[] {
  return [...scores]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, count)
    .map(([it]) => it);
}

const NONE: readonly never[] = [];
