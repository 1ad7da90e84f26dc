/**
 * An archive: more articles than are held in memory. Each is kept under keys that are made here; the keys of a draft lead
 * to the articles that have to do with it.
 */

import type { EntityType } from '../model.ts';
import { isFullName } from '../names/parts.ts';
import type { PrintedName } from '../names/slips.ts';
import { utterancesOf } from '../quotes/find.ts';
import { keyWordsOf, type QuoteWord, readWords, type WordHashes } from '../quotes/words.ts';
import type { Term } from '../terms/find.ts';
import { foldLetters, foldTypography, hashText } from '../text/fold.ts';
import type { Article } from './article.ts';
import { edgesOf, keysOf } from './corpus.ts';

/** A spelling of a name in an archive. */
export interface ArchivedName extends PrintedName {
  readonly number: number;
}

/**
 * Look-ups in an archive. Of articles those come first that came in last, of names those that came in first, which hardly
 * ever are the rarer ones. What can't be read any more is not there.
 */
export interface Archive {
  /** Changes whenever any answer might. */
  readonly revision: number;
  /** How many articles it has. */
  readonly size: number;
  /** The names that have one of the keys, at most so many. */
  namesUnder(keys: readonly NameKey[], most: number): readonly ArchivedName[];
  /** The names one of whose words is the last of these or begins with it, and that have the others, at most so many. */
  namesStarting(words: readonly string[], most: number): readonly ArchivedName[];
  /** The numbers of articles that have a name, at most so many. */
  using(name: number, most: number): readonly number[];
  /** The numbers of articles that have something said under a key, at most so many. */
  having(key: ContentKey, most: number): readonly number[];
  article(number: number): Article | undefined;
  /** In the order in which they came in. */
  articles(): Iterable<Article>;
  /** Whether a file is one of its sources. */
  hasFile(uri: string): boolean;
}

/** Keys are letters and digits of ASCII; two things may share one. */
export type NameKey = string;
export type ContentKey = string;

/** Under what an article is kept. */
export interface ArticleKeys {
  readonly names: readonly PrintedName[];
  readonly contents: ReadonlySet<ContentKey>;
}

export function keysOfArticle({ reading }: Article): ArticleKeys {
  const names = new Map<string, PrintedName>();
  for (const { type, mentions } of reading.entities) {
    for (const { part, text: printed, unlisted } of mentions) {
      const text = foldTypography(printed);
      const key = `${type}:${text}`;
      if (part === 'dateline' || names.has(key) || (type === 'person' && !isFullName(text))) continue;
      names.set(key, { type, text, unlisted });
    }
  }
  const contents = new Set(reading.read.flatMap((it) => it.terms.map(termKey)));
  for (const parts of utterancesOf(reading.quotes)) {
    // As the parts of a quotation are joined where it is compared.
    const words = parts.map(({ words }) => reading.text.slice(words.start, words.end)).join(' ');
    for (const key of quoteKeys(readWords(words))) contents.add(key);
  }
  return { names: [...names.values()], contents };
}

/** The keys under which a name is found by names that may be the same. */
export function nameKeys(name: string, type: EntityType): NameKey[] {
  return keysOf(name, type).map((it) => keyOf('n', hashText(it)));
}

/** The keys under which people are found by a family name; of a family name by itself, the same. */
export function bearerKeys(name: string): NameKey[] {
  return edgesOf(name).map((it) => keyOf('b', hashText(it)));
}

/** The words of a name by any of which somebody may begin to type it. */
export function startingWords(name: string): string[] {
  const words = foldLetters(foldTypography(name)).split(/[\s-]+/);
  return words.map((it) => it.replace(/[^\p{L}\p{N}]/gu, '')).filter((it) => it !== '');
}

export function termKey({ key }: Term): ContentKey {
  return keyOf('t', hashText(key));
}

/** Words in a row that are one key. */
const SHINGLE = 3;
/** In a shorter quotation one other word may leave no {@link SHINGLE} as it was. */
const SHORT = 9;
/** How near each other two telling words of a short quotation stand that are one key. */
const NEAR = 3;

/** What two quotations share that may be one statement, changed in a word. */
export function quoteKeys(words: readonly QuoteWord[]): ContentKey[] {
  const keys = shingleKeys(
    words.map((it) => it.hash),
    1,
  );
  if (words.length >= SHORT) return keys;
  const telling = keyWordsOf(words);
  for (const [i, word] of telling.entries())
    for (const other of telling.slice(i + 1, i + 1 + NEAR))
      keys.push(keyOf('p', Math.imul(word, 31) + other));
  return keys.length > 0 ? keys : telling.map((it) => keyOf('p', it));
}

/** What a paragraph shares with a quotation that has eight of its words in a row, of which `isWanted` says the first. */
export function runKeys({ hashes, starts }: WordHashes, isWanted: (start: number) => boolean): ContentKey[] {
  return shingleKeys(hashes, 2, (at) => isWanted(starts[at] ?? 0));
}

function shingleKeys(
  hashes: ArrayLike<number>,
  step: number,
  isWanted: (at: number) => boolean = () => true,
): ContentKey[] {
  const keys: ContentKey[] = [];
  for (let at = 0; at + SHINGLE <= hashes.length; at += step) {
    if (!isWanted(at)) continue;
    let key = 0;
    for (let i = at; i < at + SHINGLE; i++) key = Math.imul(key, 31) + (hashes[i] ?? 0);
    keys.push(keyOf('q', key));
  }
  return keys;
}

function keyOf(kind: string, hash: number): string {
  return kind + (hash >>> 0).toString(36);
}
