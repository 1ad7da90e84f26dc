/**
 * What a text states of figures and days, with the words that say of what; and the articles' claims, found by those
 * words: the ground on which a draft's figure or day is compared with the figures and days of the same event.
 */

import { type Tokens, textOf } from '../dates/tokens.ts';
import type { DateMention, Span } from '../model.ts';
import { once } from '../once.ts';
import type { ParagraphReading, Reading } from '../reading.ts';
import { flat, NONE, recall } from '../recall.ts';
import { countBefore } from '../search.ts';
import type { Article } from './article.ts';
import { type Amount, readFigures } from './figures.ts';
import { stemOf } from './stems.ts';

export type Claim = FigureClaim | DateClaim;

interface Stated {
  readonly span: Span;
  /** The words of its sentence by their stems, and how near they stand: 1 beside it, less farther away. */
  readonly words: ReadonlyMap<string, number>;
}

export interface FigureClaim extends Stated, Amount {
  readonly of: 'figure';
}

/** A day that is stated or resolved, or a period that is told from the day of publication ("this month"). */
export interface DateClaim extends Stated {
  readonly of: 'day' | 'period';
  readonly date: DateMention;
}

interface SourceClaim {
  readonly article: Article;
  readonly claim: Claim;
  readonly weighed: () => Weighed;
}

/** Words with how much each says of what is meant. */
interface Weighed {
  readonly weights: ReadonlyMap<string, number>;
  /** The length of the vector. */
  readonly length: number;
}

/** A claim of a source about what seems to be the same thing. */
export interface Likeness<C extends Claim = Claim> {
  readonly article: Article;
  readonly claim: C;
  /** How alike the words around both are, the rarer the more: 1 where they are the same. */
  readonly alike: number;
  /** How many words they share. */
  readonly shared: number;
}

export interface Claims {
  /** The claims of the same kind that share words with one, the most alike first. */
  near<C extends Claim>(claim: C): readonly Likeness<C>[];
}

const claims = recall<ParagraphReading, readonly Claim[]>();

/** The claims of a text outside its quotations and its dateline, in reading order. */
export function claimsOf({ read }: Reading): readonly Claim[] {
  return flat(read.map(claimsIn));
}

/** The claims of one paragraph of a text; read once, when first asked for. */
export function claimsIn(reading: ParagraphReading): readonly Claim[] {
  return claims(reading, NONE, readClaims);
}

/** Without a figure or a word for a number a paragraph counts nothing. */
const NUMBER = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b/i;

function readClaims({ paragraph, dates, quotes, dateline, words }: ParagraphReading): Claim[] {
  if (dates.length === 0 && !NUMBER.test(paragraph.text)) return [];
  const { text, start: base } = paragraph;
  const { tokens, sentences } = words();
  const sentenceOf = (at: number): Span =>
    sentences.find((it) => at < it.end) ?? { start: 0, end: text.length };
  const isQuoted = (at: number) =>
    quotes.some((it) => it.end === 'closed' && it.span.start <= at + base && at + base < it.span.end);
  const claims: Claim[] = [];
  for (const date of dates) {
    const at = date.span.start - base;
    const of = kindOf(date);
    if (!of || isQuoted(at) || at < dateline) continue;
    const around = wordsAround(tokens, { start: at, end: date.span.end - base }, sentenceOf(at));
    const isEnd = END.test(text.slice(Math.max(0, at - LONGEST_END), at));
    claims.push({ of, span: date.span, words: isEnd ? new Map([...around, [UNTIL, 1]]) : around, date });
  }
  for (const figure of readFigures(tokens)) {
    const span = { start: tokens.starts[figure.start] ?? 0, end: tokens.ends[figure.end - 1] ?? 0 };
    const { value, unit, isRough } = figure;
    if (isQuoted(span.start) || dates.some((it) => isDatePart(it, span, base))) continue;
    const around = wordsAround(tokens, span, sentenceOf(span.start));
    claims.push({
      of: 'figure',
      span: paragraph.at(span.start, span.end),
      words: around,
      value,
      unit,
      isRough,
    });
  }
  return claims;
}

/** What days have in common at which something ends: "until July 19", "expires on July 19". */
export const UNTIL = '→';
const END = /\b(?:until|till|expir(?:es?|ed|ing|y))\b[^.;]*$/i;
const LONGEST_END = 40;

function kindOf({ resolved, stated, text }: DateMention): DateClaim['of'] | undefined {
  if (resolved || (stated.day !== undefined && stated.month !== undefined)) return 'day';
  return /^(?:(?:early|late|earlier|later) )?(?:this month|last week|next week)$/i.test(text)
    ? 'period'
    : undefined;
}

/** "14" of "14 years" is a count; "4" of "January 4" is none. */
function isDatePart({ span, type }: DateMention, figure: Span, base: number): boolean {
  return (
    type !== 'DURATION' && type !== 'SET' && span.start < figure.end + base && figure.start + base < span.end
  );
}

/** How far from a figure or a day its sentence says of what it is. */
const FAR = 16;

function wordsAround(tokens: Tokens, span: Span, sentence: Span): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const from = tokenFrom(tokens, span.start);
  let to = from;
  while (to < tokens.count && (tokens.starts[to] ?? 0) < span.end) to++;
  const add = (index: number, distance: number) => {
    const stem = stemOf(textOf(tokens, index));
    if (stem === undefined) return;
    const weight = distance <= 4 ? 1 : 1 - (distance - 4) / 20;
    words.set(stem, Math.max(weight, words.get(stem) ?? 0));
  };
  for (let i = from - 1; i >= Math.max(0, from - FAR) && (tokens.starts[i] ?? 0) >= sentence.start; i--)
    add(i, from - i);
  for (let i = to; i < Math.min(tokens.count, to + FAR) && (tokens.starts[i] ?? 0) < sentence.end; i++)
    add(i, i - to + 1);
  return words;
}

/** The first token that begins at an offset or after it. */
function tokenFrom({ starts, count }: Tokens, offset: number): number {
  return countBefore(count, (it) => (starts[it] ?? 0) < offset);
}

/** The most articles whose claims are compared: those that share the most names with the draft. */
export const MOST_ARTICLES = 40;

/** A spelling that articles have. */
interface Used {
  readonly uses: readonly { readonly article: Article }[];
}

/**
 * The claims of the articles that tell of the same people, organizations and places as a draft, whose spellings in the
 * articles are given, a list for each; where there are not more than {@link MOST_ARTICLES}, of all.
 */
export function claimsAbout(articles: readonly Article[], spellings: readonly (readonly Used[])[]): Claims {
  const chosen = articles.length <= MOST_ARTICLES ? articles : nearestArticles(articles, spellings);
  const [first] = chosen;
  const kept = first && indexes.get(first);
  if (kept && kept.articles.length === chosen.length && chosen.every((it, i) => it === kept.articles[i]))
    return kept.claims;
  const claims = indexClaims(chosen);
  if (first) indexes.set(first, { articles: chosen, claims });
  return claims;
}

/** The last index by its first article: from one keystroke to the next the articles stay the same. */
const indexes = new WeakMap<Article, { readonly articles: readonly Article[]; readonly claims: Claims }>();

/** A name that few articles have says more of which event is meant. */
function nearestArticles(
  articles: readonly Article[],
  spellings: readonly (readonly Used[])[],
): readonly Article[] {
  const scores = new Map<Article, number>();
  for (const known of spellings) {
    const having = new Set(known.flatMap((it) => it.uses.map((use) => use.article)));
    const weight = Math.log((articles.length + 1) / (having.size + 1));
    for (const article of having) scores.set(article, (scores.get(article) ?? 0) + weight);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ARTICLES)
    .map(([article]) => article);
}

/** How many claims of a word are looked at: a word of so many says nothing of one event. */
const MOST_OF_A_WORD = 400;

function indexClaims(articles: readonly Article[]): Claims {
  const byWord = new Map<string, SourceClaim[]>();
  const articlesOf = new Map<string, Set<Article>>();
  // A word that every article has says little of which event is meant.
  const rarity = (word: string) =>
    Math.log((articles.length + 2) / ((articlesOf.get(word)?.size ?? 0) + 1)) + 0.4;
  for (const article of articles) {
    for (const claim of claimsOf(article.reading)) {
      const source = { article, claim, weighed: once(() => weigh(claim, rarity)) };
      for (const word of claim.words.keys()) {
        const sources = byWord.get(word);
        if (sources) sources.push(source);
        else byWord.set(word, [source]);
        const having = articlesOf.get(word);
        if (having) having.add(article);
        else articlesOf.set(word, new Set([article]));
      }
    }
  }
  return {
    near<C extends Claim>(claim: C): readonly Likeness<C>[] {
      const isSameKind = (it: Claim): it is C => it.of === claim.of;
      const mine = weigh(claim, rarity);
      const shared = new Map<SourceClaim, number>();
      for (const word of claim.words.keys()) {
        const sources = byWord.get(word) ?? [];
        if (sources.length > MOST_OF_A_WORD) continue;
        for (const source of sources) shared.set(source, (shared.get(source) ?? 0) + 1);
      }
      const found: Likeness<C>[] = [];
      for (const [{ article, claim: theirs, weighed }, count] of shared) {
        // "Turnout was 84.6%": one word is enough where it is all there is.
        const isAll = claim.of === 'figure' && claim.words.size === 1 && theirs.words.size === 1;
        if ((count < 2 && !isAll) || !isSameKind(theirs)) continue;
        found.push({ article, claim: theirs, shared: count, alike: alikeness(mine, weighed()) });
      }
      return found.sort((a, b) => b.alike - a.alike);
    },
  };
}

function weigh({ words }: Claim, rarity: (word: string) => number): Weighed {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [word, nearness] of words) {
    const weight = nearness * rarity(word);
    weights.set(word, weight);
    square += weight * weight;
  }
  return { weights, length: Math.sqrt(square) };
}

/** The cosine of two sets of weighted words. */
function alikeness(a: Weighed, b: Weighed): number {
  let dot = 0;
  for (const [word, weight] of a.weights) dot += weight * (b.weights.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (a.length * b.length);
}
