/** The corpus: an immutable snapshot of the source articles. Look-ups are synchronous and cannot fail. */

import type { Entity, EntityType, NameMention, Passage, QuoteMention } from '../model.ts';
import { blockingKeys } from '../names/compare.ts';
import { exonymKey } from '../names/exonyms.ts';
import { parseName } from '../names/parse.ts';
import { isFullName } from '../names/parts.ts';
import { once } from '../once.ts';
import { hashesOf } from '../quotes/compare.ts';
import { utterancesOf } from '../quotes/find.ts';
import { indexRuns, type RunIndex } from '../quotes/runs.ts';
import { keyWordsOf, type QuoteWord, readWords } from '../quotes/words.ts';
import type { Reading } from '../reading.ts';
import { countBefore } from '../search.ts';
import { foldTypography, squash } from '../text/fold.ts';
import { type Article, passageOf } from './article.ts';
import { type Sources, sourcesAmong } from './sources.ts';

/** One spelling of a name, and every article that has it. */
export interface Spelling {
  /** With typography folded: straight apostrophes, plain hyphens and spaces. */
  readonly name: string;
  readonly type: EntityType;
  /** In the order of the articles; never empty. */
  readonly uses: readonly SpellingUse[];
}

/** How one article uses one spelling. */
export interface SpellingUse {
  readonly article: Article;
  readonly entity: Entity;
  /** In reading order; never empty. */
  readonly mentions: readonly [NameMention, ...NameMention[]];
}

/** What somebody says in an article: the words of one quotation, or of all its parts where it is split. */
export interface SourceQuote {
  readonly article: Article;
  /** In reading order; never empty. */
  readonly parts: readonly [QuoteMention, ...QuoteMention[]];
  /** The words of the parts, joined by {@link PART_BREAK}. */
  readonly words: string;
  /** Of each word. */
  readonly hashes: Int32Array;
}

/** What stands between the parts of a split quotation: white space, so that no word is joined. */
const PART_BREAK = ' ';

export interface Corpus {
  readonly articles: readonly Article[];
  /** How many articles were searched: of an archive, those that have to do with a draft are at hand. */
  readonly size: number;
  /** Which of the articles are one source. */
  readonly sources: Sources;
  /** The spellings that share a blocking key with a name: candidates, to be compared. */
  spellingsNear(name: string, type: EntityType): readonly Spelling[];
  /** People who share the family name, and people whose names are near in letters. */
  peopleNear(name: string): readonly Spelling[];
  /** The articles that have somebody by a surname alone, and nowhere in full. */
  namingShort(surname: string): readonly Article[];
  /** The runs of words that the articles quote. */
  quotedRuns(): RunIndex;
  /** The article in a file, else one with the same paragraphs as a reading. */
  find(uri: string | undefined, reading: Reading): Article | undefined;
  /** The quotations that share rare words with these, most of them first. */
  quotesNear(words: readonly QuoteWord[]): readonly SourceQuote[];
}

export function buildCorpus(articles: readonly Article[], size = articles.length): Corpus {
  const spellings = indexSpellings(articles);
  const bearers = indexBearers(spellings);
  const read = articles.flatMap(sourceQuotesOf);
  const utterances = read.map((it) => it.source);
  const quotes = indexQuotes(
    utterances,
    read.map((it) => it.keys),
  );
  const index = once(() => ({
    byUri: new Map(articles.flatMap((it) => (it.head.uri === undefined ? [] : [[it.head.uri, it] as const]))),
    byHash: new Map(articles.map((it) => [it.reading.hash, it] as const)),
  }));
  const short = once(() => indexShort(articles));
  const sameAs = ({ hash, paragraphs }: Reading) => {
    const article = index().byHash.get(hash);
    const theirs = article?.reading.paragraphs ?? [];
    const isSame =
      theirs.length === paragraphs.length && theirs.every((it, i) => it.text === paragraphs[i]?.text);
    return isSame ? article : undefined;
  };
  return {
    articles,
    size,
    sources: sourcesAmong(articles),
    spellingsNear: (name, type) => {
      const near = keysOf(name, type).flatMap((key) => spellings.get(key) ?? []);
      return [...new Set(near)].filter((it) => it.type === type);
    },
    peopleNear: (name) => {
      const near = blockingKeys(name).flatMap((key) => spellings.get(key) ?? []);
      const family = parseName(name).words.at(-1) ?? '';
      return [...new Set([...(bearers.get(family) ?? []), ...near])].filter((it) => it.type === 'person');
    },
    find: (uri, reading) => (uri === undefined ? undefined : index().byUri.get(uri)) ?? sameAs(reading),
    namingShort: (surname) => short().get(squash(surname)) ?? [],
    quotedRuns: once(() => indexRuns(utterances)),
    quotesNear: quotes,
  };
}

function indexSpellings(articles: readonly Article[]): ReadonlyMap<string, readonly Spelling[]> {
  interface Collected {
    readonly name: string;
    readonly type: EntityType;
    readonly uses: {
      readonly article: Article;
      readonly entity: Entity;
      readonly mentions: [NameMention, ...NameMention[]];
    }[];
  }
  const byName = new Map<string, Collected>();
  for (const article of articles) {
    for (const entity of article.reading.entities) {
      for (const mention of entity.mentions) {
        if (mention.part === 'dateline') continue;
        const name = foldTypography(mention.text);
        const key = `${entity.type}:${name}`;
        const collected = byName.get(key) ?? { name, type: entity.type, uses: [] };
        byName.set(key, collected);
        // An entity's mentions follow each other.
        const use = collected.uses.at(-1);
        if (use?.entity === entity) use.mentions.push(mention);
        else collected.uses.push({ article, entity, mentions: [mention] });
      }
    }
  }
  const index = new Map<string, Spelling[]>();
  for (const spelling of byName.values()) {
    if (spelling.type === 'person' && !isFullName(spelling.name)) continue;
    for (const key of keysOf(spelling.name, spelling.type)) {
      const list = index.get(key);
      if (list) list.push(spelling);
      else index.set(key, [spelling]);
    }
  }
  return index;
}

/** The keys under which a name is indexed; only places and bodies have other names altogether. */
export function keysOf(name: string, type: EntityType): readonly string[] {
  const exonym = type === 'person' ? undefined : exonymKey(name);
  return exonym === undefined ? blockingKeys(name) : [...blockingKeys(name), exonym];
}

function indexBearers(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
): ReadonlyMap<string, readonly Spelling[]> {
  const bearers = new Map<string, Spelling[]>();
  for (const spelling of new Set([...spellings.values()].flat())) {
    if (spelling.type !== 'person') continue;
    for (const word of edgesOf(spelling.name)) {
      const list = bearers.get(word);
      if (list) list.push(spelling);
      else bearers.set(word, [spelling]);
    }
  }
  return bearers;
}

/** Articles by the surnames, squashed, that they give alone. */
function indexShort(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const index = new Map<string, Article[]>();
  for (const article of articles) {
    const unnamed = article.reading.entities.filter((it) => !it.isNamed);
    for (const surname of new Set(unnamed.flatMap((it) => it.mentions.map(({ text }) => squash(text))))) {
      const others = index.get(surname);
      if (others) others.push(article);
      else index.set(surname, [article]);
    }
  }
  return index;
}

/** The words of a name that may be its family name: the first and the last. */
export function edgesOf(name: string): string[] {
  const { words } = parseName(name);
  return [...new Set([words[0] ?? '', words.at(-1) ?? ''])];
}

/** The most candidates that one look-up returns. */
const QUOTE_CANDIDATES = 24;
/** How many of the rarest key words of a quotation are looked up. */
const TELLING_KEYS = 6;
/** The share of these, or of the shorter quotation's, that two quotations of one statement have in common. */
const LEAST_SHARED = 0.34;
/** What shares so much less than the best candidate does is another statement. */
const LEAST_OF_BEST = 0.2;

/** How many quotations are looked at before the rest has to share what these do. */
const MOST_MET = 500;

/** A word in a score, above whatever {@link TELLING_KEYS} words can weigh together. */
const ONE = 1 << 27;
/** What a word weighs that one quotation has. */
const WHOLE = 1 << 24;

/** How many numbers of a list are looked through in the time that it takes to look one up. */
const LONG = 24;

/** Whether an ascending list has a number. */
function includes(ascending: Int32Array, number: number): boolean {
  return ascending[countBefore(ascending.length, (it) => (ascending[it] ?? 0) < number)] === number;
}

function indexQuotes(
  utterances: readonly SourceQuote[],
  keys: readonly (readonly number[])[],
): (words: readonly QuoteWord[]) => readonly SourceQuote[] {
  const placesOf = new Map<number, number[]>();
  /** How many key words each utterance has. */
  const sizes = new Uint16Array(utterances.length);
  for (const [place, words] of keys.entries()) {
    sizes[place] = words.length;
    for (const word of words) {
      const list = placesOf.get(word);
      if (list) list.push(place);
      else placesOf.set(word, [place]);
    }
  }
  /** Places in the list of utterances, ascending. */
  const byWord = new Map(Array.from(placesOf, ([word, places]) => [word, Int32Array.from(places)]));
  /** How many of the words looked up each has, times {@link ONE}, and how much these weigh. */
  const scores = new Int32Array(utterances.length);
  return (words) => {
    // A word that few quotations share says more: the rarest are looked up, and each counts by how rare it is.
    const lists = keyWordsOf(words).flatMap((word) => {
      const places = byWord.get(word);
      return places ? [places] : [];
    });
    const rarest = lists.sort((a, b) => a.length - b.length).slice(0, TELLING_KEYS);
    const enough = Math.min(2, rarest.length);
    // What shares none of the rarer words cannot share enough of them all.
    const rarer = rarest.length - Math.max(enough, Math.ceil(rarest.length * LEAST_SHARED));
    const met: number[] = [];
    for (const [rank, places] of rarest.entries()) {
      const isCommon = met.length > 0 && (rank > rarer || met.length + places.length > MOST_MET);
      const score = ONE + Math.ceil(WHOLE / places.length);
      // Of two ways to find those that a list has, the shorter.
      const isLong = isCommon && places.length > met.length * LONG;
      const looked = isLong ? met : places;
      for (let i = 0, count = looked.length; i < count; i++) {
        const place = looked[i] ?? 0;
        if (isLong && !includes(places, place)) continue;
        const before = scores[place] ?? 0;
        if (before === 0) {
          if (isCommon) continue;
          met.push(place);
        }
        scores[place] = before + score;
      }
    }
    const candidates: Candidate[] = [];
    for (const place of met) {
      const score = scores[place] ?? 0;
      const shared = Math.floor(score / ONE);
      if (shared >= enough && shared >= Math.min(rarest.length, sizes[place] ?? 0) * LEAST_SHARED)
        addCandidate(candidates, place, score % ONE);
      scores[place] = 0;
    }
    const best = candidates[0]?.weight ?? 0;
    return candidates.flatMap(({ place, weight }) =>
      weight >= best * LEAST_OF_BEST ? (utterances[place] ?? []) : [],
    );
  };
}

interface Candidate {
  readonly place: number;
  readonly weight: number;
}

/** Keeps the heaviest so many, in order; of equal ones the first come. */
function addCandidate(candidates: Candidate[], place: number, weight: number): void {
  const isFull = candidates.length === QUOTE_CANDIDATES;
  if (isFull && weight <= (candidates[QUOTE_CANDIDATES - 1]?.weight ?? 0)) return;
  if (isFull) candidates.pop();
  let at = candidates.length;
  while (at > 0 && (candidates[at - 1]?.weight ?? 0) < weight) at--;
  candidates.splice(at, 0, { place, weight });
}

/** The quotations of an article, each with all its parts, and the words by which they are found. */
function sourceQuotesOf(
  article: Article,
): { readonly source: SourceQuote; readonly keys: readonly number[] }[] {
  const { text, quotes } = article.reading;
  return utterancesOf(quotes).map((parts) => {
    const words = parts.map(({ words }) => text.slice(words.start, words.end)).join(PART_BREAK);
    const read = readWords(words);
    return { source: { article, parts, words, hashes: hashesOf(read) }, keys: keyWordsOf(read) };
  });
}

/** The article's text from the first mark of a quotation to its last, with whatever stands between its parts. */
export function passageOfQuote({ article, parts }: SourceQuote): Passage {
  return passageOf(article, { start: parts[0].span.start, end: parts.at(-1)?.span.end ?? parts[0].span.end });
}

/** The first words of an article with a spelling. */
export function passageOfUse({ article, mentions: [first] }: SpellingUse): Passage {
  return passageOf(article, first.span);
}
