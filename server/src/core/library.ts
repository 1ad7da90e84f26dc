/** All the articles of a desk, however many there are, and those of them with which one draft is compared. */

import {
  type Archive,
  bearerKeys,
  type ContentKey,
  nameKeys,
  quoteKeys,
  runKeys,
  startingWords,
  termKey,
} from './corpus/archive.ts';
import type { Article } from './corpus/article.ts';
import { MOST_ARTICLES } from './corpus/claims.ts';
import { buildCorpus, type Corpus } from './corpus/corpus.ts';
import type { Entity, EntityType, QuoteMention } from './model.ts';
import { comparePrinted } from './names/compare.ts';
import { isFullName } from './names/parts.ts';
import type { PrintedName } from './names/slips.ts';
import { once } from './once.ts';
import { quoteWords } from './quotes/words.ts';
import type { Draft, ParagraphReading } from './reading.ts';
import { isSame, recall } from './recall.ts';
import { remember } from './remember.ts';
import { foldTypography } from './text/fold.ts';

export interface Library {
  /** Changes whenever any answer might. */
  readonly revision: number;
  /** How many articles it has. */
  readonly size: number;
  /** What a draft is compared with. `previous`, what it was compared with before it was edited, is kept where it will do. */
  corpusFor(draft: Draft, previous?: Corpus): Corpus;
  /** What is known by a name, by names like it, and by names that begin so. */
  corpusAbout(name: string): Corpus;
  articles(): Iterable<Article>;
  /** Whether a file is one of its sources. */
  hasFile(uri: string): boolean;
}

/** A library that is one corpus. */
export function libraryOf(corpus: Corpus, revision: number): Library {
  const { articles, size } = corpus;
  const uris = once(() => new Set(articles.flatMap((it) => it.head.uri ?? [])));
  return {
    revision,
    size,
    corpusFor: () => corpus,
    corpusAbout: () => corpus,
    articles: () => articles,
    hasFile: (uri) => uris().has(uri),
  };
}

/** How many names under one name's keys are compared with it. */
const MOST_NAMES = 60;
/** How many spellings of one name are compared. */
const MOST_SPELLINGS = 5;
/** How many articles that have a spelling are listed, to find those that share the most with the draft. */
const MOST_LISTED = 400;
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
const ENOUGH_QUOTING = 6;
const NEAREST_QUOTING = 2;
const LEAST_OF_NEAREST = 0.5;
/** How many keys of a quotation are looked up. */
const MOST_KEYS = 10;
/** Of more keys than these two have to be shared. */
const FEW = 3;
/** How many that have a term. */
const MOST_TERMS = 8;

/** What one part of a draft wants of an archive. */
interface Wanted {
  /** Numbers of articles in lists, one for each spelling, of which some are enough; at least one of each list. */
  readonly lists: readonly (readonly number[])[];
  readonly enough: number;
  /** Those that have to be there in any case. */
  readonly nearest?: readonly number[];
}

/** Which articles a corpus was made of, and for whom. */
interface Gathered {
  readonly numbers: ReadonlySet<number>;
  readonly wanted: readonly Wanted[];
}

/** A library out of an archive: for each draft the articles that its names, terms and quotations lead to. */
export function libraryOfArchive(archive: Archive): Library {
  const { revision, size } = archive;
  const gathered = new WeakMap<Corpus, Gathered>();
  const using = remember(
    (it: PrintedName) => findUsing(it, archive),
    ({ type, text, unlisted }) => `${type}:${text}:${unlisted.join(' ')}`,
    2_000,
  );
  const naming = recall<Entity, readonly Wanted[]>();
  const quoting = recall<QuoteMention, readonly Wanted[]>();
  const saying = recall<ParagraphReading, readonly Wanted[]>();
  const gather = (wanted: readonly Wanted[]): Corpus => {
    const numbers = choose(wanted, size);
    const articles = [...numbers].flatMap((it) => archive.article(it) ?? []);
    // In the order in which they would be read.
    articles.sort((a, b) => (a.head.id < b.head.id ? -1 : a.head.id > b.head.id ? 1 : 0));
    const corpus = buildCorpus(articles, size);
    gathered.set(corpus, { numbers, wanted });
    return corpus;
  };
  return {
    revision,
    size,
    corpusFor({ entities, quotes, read }, previous) {
      const wanted = [
        ...entities.flatMap((it) => naming(it, NONE, () => formsOf(it).flatMap(using))),
        ...quotes.flatMap((it) => quoting(it, NONE, () => findQuoting(it, archive))),
        ...read.flatMap((it) => saying(it, NONE, () => findSaying(it, archive))),
      ];
      const had = previous && gathered.get(previous);
      if (!had) return gather(wanted);
      if (isSame(had.wanted, wanted)) return previous;
      // What a name has brought in while it was typed may stay when it goes on.
      const isAtHand = [...choose(wanted, size)].every((it) => had.numbers.has(it));
      if (!isAtHand) return gather(wanted);
      gathered.set(previous, { ...had, wanted });
      return previous;
    },
    corpusAbout(name) {
      const text = foldTypography(name);
      const words = startingWords(text);
      const starting = words.length === 0 ? NONE : archive.namesStarting(words, MOST_NAMES);
      return gather([
        ...TYPES.flatMap((type) => using({ type, text, unlisted: NONE })),
        ...starting.map((it) => ({
          lists: [archive.using(it.number, ENOUGH[it.type])],
          enough: ENOUGH[it.type],
        })),
      ]);
    },
    articles: () => archive.articles(),
    hasFile: (uri) => archive.hasFile(uri),
  };
}

/**
 * The articles with which a draft is compared: those that tell of the most of its names, for a name that few have says more
 * of what it is about; and the newest for whatever these have not enough of.
 */
function choose(wanted: readonly Wanted[], size: number): ReadonlySet<number> {
  const scores = new Map<number, number>();
  for (const { lists } of new Set(wanted)) {
    const having = new Set(lists.flat());
    const weight = Math.log((size + 1) / (having.size + 1));
    for (const it of having) scores.set(it, (scores.get(it) ?? 0) + weight);
  }
  const chosen = new Set(most(scores, MOST_ARTICLES));
  for (const it of wanted.flatMap(({ nearest = NONE }) => nearest)) chosen.add(it);
  for (const { lists, enough } of new Set(wanted)) {
    const having = [...new Set(lists.flat())].sort((a, b) => b - a);
    let count = having.filter((it) => chosen.has(it)).length;
    for (const it of having) {
      if (count >= enough) break;
      if (chosen.has(it)) continue;
      chosen.add(it);
      count++;
    }
    // Of what few have there is some of each, and more of what more have.
    for (const list of lists) {
      const least = Math.min(MOST_OF_EACH, Math.ceil(Math.log2(list.length + 1)));
      let missing = least - list.filter((it) => chosen.has(it)).length;
      for (let at = 0; missing > 0 && at < list.length; at++) {
        const it = list[at] ?? 0;
        if (chosen.has(it)) continue;
        chosen.add(it);
        missing--;
      }
    }
  }
  return chosen;
}

const TYPES: readonly EntityType[] = ['person', 'organization', 'place'];

/** The forms in which a draft has a name, each once. */
function formsOf({ type, mentions }: Entity): PrintedName[] {
  const forms = new Map(mentions.map(({ text, unlisted }) => [text, unlisted]));
  return Array.from(forms, ([text, unlisted]) => ({ type, text: foldTypography(text), unlisted }));
}

function findUsing(name: PrintedName, archive: Archive): readonly Wanted[] {
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

function findQuoting(
  { paragraph, words: { start, end } }: QuoteMention,
  archive: Archive,
): readonly Wanted[] {
  const words = quoteWords(paragraph.text.slice(start - paragraph.start, end - paragraph.start));
  return findHaving(spread(quoteKeys(words)), MOST_QUOTING, archive);
}

function findSaying(
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
