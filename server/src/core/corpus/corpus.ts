/** The corpus: an immutable snapshot of the source articles. Look-ups are synchronous and cannot fail. */

import type { Entity, EntityType, NameMention, Passage, QuoteMention } from '../model.ts';
import { blockingKeys } from '../names/compare.ts';
import { isFullName } from '../names/parts.ts';
import { keyWordsOf } from '../quotes/words.ts';
import { foldTypography } from '../text/fold.ts';
import { type Article, passageOf } from './article.ts';

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

export interface SourceQuote {
  readonly article: Article;
  readonly quote: QuoteMention;
}

export interface Corpus {
  /** Changes whenever any answer might. */
  readonly revision: number;
  readonly articles: readonly Article[];
  /** The spellings that share a blocking key with a name: candidates, to be compared. */
  spellingsNear(name: string, type: EntityType): readonly Spelling[];
  /** The quotations that share rare words with these, most of them first. */
  quotesNear(words: string): readonly SourceQuote[];
}

export function buildCorpus(articles: readonly Article[], revision: number): Corpus {
  const spellings = indexSpellings(articles);
  const quotes = indexQuotes(articles);
  return {
    revision,
    articles,
    spellingsNear: (name, type) => {
      const near = blockingKeys(name).flatMap((key) => spellings.get(key) ?? []);
      return [...new Set(near)].filter((it) => it.type === type);
    },
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
        const use = collected.uses.find((it) => it.entity === entity);
        if (use) use.mentions.push(mention);
        else collected.uses.push({ article, entity, mentions: [mention] });
      }
    }
  }
  const index = new Map<string, Spelling[]>();
  for (const spelling of byName.values()) {
    if (spelling.type === 'person' && !isFullName(spelling.name)) continue;
    for (const key of blockingKeys(spelling.name)) {
      const list = index.get(key);
      if (list) list.push(spelling);
      else index.set(key, [spelling]);
    }
  }
  return index;
}

/** The most candidates that one look-up returns. */
const QUOTE_CANDIDATES = 48;

function indexQuotes(articles: readonly Article[]): (words: string) => readonly SourceQuote[] {
  const byWord = new Map<string, SourceQuote[]>();
  for (const article of articles) {
    for (const quote of article.reading.quotes) {
      const words = article.reading.text.slice(quote.words.start, quote.words.end);
      for (const word of keyWordsOf(words)) {
        const list = byWord.get(word);
        if (list) list.push({ article, quote });
        else byWord.set(word, [{ article, quote }]);
      }
    }
  }
  return (words) => {
    // A word that few quotations share says more: each counts by how rare it is.
    const weights = new Map<QuoteMention, { readonly source: SourceQuote; weight: number }>();
    for (const word of keyWordsOf(words)) {
      const sources = byWord.get(word) ?? [];
      for (const source of sources) {
        const entry = weights.get(source.quote) ?? { source, weight: 0 };
        entry.weight += 1 / sources.length;
        weights.set(source.quote, entry);
      }
    }
    const candidates = [...weights.values()].sort((a, b) => b.weight - a.weight);
    return candidates.slice(0, QUOTE_CANDIDATES).map((it) => it.source);
  };
}

/** The first words of an article with a spelling. */
export function passageOfUse({ article, mentions: [first] }: SpellingUse): Passage {
  return passageOf(article, first.span);
}
