/** Holds a draft against the corpus: what the sources have for each of its names and quotations. */

import type { Article } from './corpus/article.ts';
import {
  type Corpus,
  passageOfUse,
  type SourceQuote,
  type Spelling,
  type SpellingUse,
} from './corpus/corpus.ts';
import type { Entity, NameMention, Passage, QuoteMention } from './model.ts';
import { comparePrinted, type NameKind } from './names/compare.ts';
import { likelyPerson } from './names/given-names.ts';
import { isFullName } from './names/parts.ts';
import { compareQuotes, type QuoteComparison } from './quotes/compare.ts';
import { findRuns, type WordRun } from './quotes/runs.ts';
import type { Draft, ParagraphReading } from './reading.ts';
import { foldTypography, squash } from './text/fold.ts';

export interface Comparison {
  readonly draft: Draft;
  /** The articles that were searched: all but the draft's own. */
  readonly articles: readonly Article[];
  /** Spellings that the desk has declared its own, folded: they differ from no source. */
  readonly houseForms: ReadonlySet<string>;
  /** For the entities that the sources know. */
  readonly names: ReadonlyMap<Entity, readonly KnownSpelling[]>;
  /** People of the sources whom a name of the draft seems to mean with another given name. */
  readonly likelyPeople: ReadonlyMap<Entity, KnownSpelling>;
  /** The people of the sources who bear a surname, most sources first. */
  peopleBySurname(surname: string): readonly NamedPerson[];
  /** The runs of words in a paragraph that the sources quote. */
  runsIn(paragraph: ParagraphReading): readonly WordRun[];
  /** For the quotations that a source has, in these words or others. */
  readonly quotes: ReadonlyMap<QuoteMention, NearestQuote>;
}

/** What a draft and its sources don't say by themselves. */
export interface Circumstances {
  /** Where the draft is kept, as the articles say where they are: so its own article is known. */
  readonly uri?: string;
  /** Spellings that the desk has declared its own. */
  readonly houseForms?: readonly string[];
}

/** A person of the sources, by full name. */
interface NamedPerson {
  readonly name: string;
  readonly sources: number;
  readonly passages: readonly Passage[];
}

/** A spelling that sources give an entity of the draft. */
export interface KnownSpelling {
  readonly name: string;
  /** One article may use it for several entities; every article counts once as a source. */
  readonly uses: readonly [SpellingUse, ...SpellingUse[]];
  readonly sources: number;
}

export interface NearestQuote extends QuoteComparison {
  readonly source: SourceQuote;
  /** Every quotation of the sources that is this statement, changed or not; the nearest is one of them. */
  readonly carriers: readonly SourceQuote[];
}

/** Compares a draft with every article but its own: the one in the same file, or with the same words. */
export function compareWithSources(
  draft: Draft,
  corpus: Corpus,
  { uri, houseForms = [] }: Circumstances = {},
): Comparison {
  const own = corpus.articles.find((it) => isOwn(it, draft, uri));
  const names = new Map<Entity, readonly KnownSpelling[]>();
  const likelyPeople = new Map<Entity, KnownSpelling>();
  for (const entity of draft.entities) {
    const known = knownSpellings(entity, corpus, own);
    if (known.length > 0) names.set(entity, known);
    const likely =
      known.length === 0
        ? likelyPerson(entity, draft, corpus.peopleNear(entity.name), (it) => it === own)
        : undefined;
    if (likely) for (const spelling of withoutOwn(likely, own)) likelyPeople.set(entity, spelling);
  }
  const quotes = new Map<QuoteMention, NearestQuote>();
  for (const quote of draft.quotes) {
    const nearest = nearestQuote(draft, quote, corpus, own);
    if (nearest) quotes.set(quote, nearest);
  }
  return {
    draft,
    articles: corpus.articles.filter((it) => it !== own),
    houseForms: new Set(houseForms.map(foldTypography)),
    names,
    likelyPeople,
    peopleBySurname: (surname) => peopleBySurname(surname, corpus, own),
    runsIn: ({ runWords, paragraph }) =>
      findRuns(runWords(), paragraph, corpus.quotedRuns(), (it) => it.article !== own),
    quotes,
  };
}

function isOwn({ head, reading }: Article, draft: Draft, uri: string | undefined): boolean {
  if (uri !== undefined && head.uri === uri) return true;
  const { paragraphs } = reading;
  return (
    reading.hash === draft.hash &&
    paragraphs.length === draft.paragraphs.length &&
    paragraphs.every((it, i) => it.text === draft.paragraphs[i]?.text)
  );
}

/** A spelling in a text, with the mentions that show it. */
export interface DraftedSpelling {
  /** With typography folded. */
  readonly name: string;
  readonly mentions: readonly [NameMention, ...NameMention[]];
}

/** The spellings of one entity in a text, in reading order; short forms of people and datelines are left out. */
export function spellingsOf(entity: Entity): DraftedSpelling[] {
  const byName = new Map<string, [NameMention, ...NameMention[]]>();
  for (const mention of entity.mentions) {
    // Of three capitals in a headline ("FED", "EU") nobody can say whether they are the name's or the headline's.
    if (mention.part === 'headline' && /^\p{Lu}{2,3}$/u.test(mention.text)) continue;
    if (mention.part === 'dateline' || (entity.type === 'person' && !isFullName(mention.text))) continue;
    const name = foldTypography(mention.text);
    const mentions = byName.get(name);
    if (mentions) mentions.push(mention);
    else byName.set(name, [mention]);
  }
  return [...byName].map(([name, mentions]) => ({ name, mentions }));
}

/** The spellings that the sources have for an entity of the draft, most sources first. */
function knownSpellings(entity: Entity, corpus: Corpus, own: Article | undefined): KnownSpelling[] {
  const drafted = spellingsOf(entity);
  const candidates = new Set(drafted.flatMap(({ name }) => corpus.spellingsNear(name, entity.type)));
  return [...candidates]
    .filter((candidate) => drafted.some((it) => differenceOf(it, candidate) !== 'different'))
    .flatMap((spelling) => withoutOwn(spelling, own))
    .sort((a, b) => b.sources - a.sources || (a.name < b.name ? -1 : 1));
}

/** People whose bare mentions in the sources are this surname: bearing it is not enough, they have to go by it. */
function peopleBySurname(surname: string, corpus: Corpus, own: Article | undefined): NamedPerson[] {
  const key = squash(surname);
  const people = corpus.peopleNear(surname).flatMap((it) => {
    const uses = it.uses.filter(
      ({ article, entity }) =>
        article !== own && entity.mentions.some((mention) => squash(mention.text) === key),
    );
    const sources = new Set(uses.map((use) => use.article)).size;
    return sources > 0 ? [{ name: it.name, sources, passages: uses.map(passageOfUse) }] : [];
  });
  return people.sort((a, b) => b.sources - a.sources || (a.name < b.name ? -1 : 1));
}

function withoutOwn({ name, uses }: Spelling, own: Article | undefined): KnownSpelling[] {
  const [first, ...rest] = uses.filter((it) => it.article !== own);
  if (!first) return [];
  const all = [first, ...rest] as const;
  return [{ name, uses: all, sources: new Set(all.map((it) => it.article)).size }];
}

/** How a spelling of the draft differs from one of the sources. */
export function differenceOf(
  { mentions: [ours] }: DraftedSpelling,
  { uses }: Pick<Spelling, 'uses'>,
): NameKind {
  const theirs = uses[0]?.mentions[0];
  return theirs ? comparePrinted(ours, theirs).kind : 'different';
}

function nearestQuote(
  draft: Draft,
  quote: QuoteMention,
  corpus: Corpus,
  own: Article | undefined,
): NearestQuote | undefined {
  const words = draft.text.slice(quote.words.start, quote.words.end);
  const carriers: SourceQuote[] = [];
  let best: Omit<NearestQuote, 'carriers'> | undefined;
  for (const source of corpus.quotesNear(words)) {
    if (source.article === own) continue;
    const comparison = compareQuotes(words, source.words);
    if (comparison.kind === 'unrelated') continue;
    carriers.push(source);
    if (!best || isNearer(comparison, best)) best = { ...comparison, source };
  }
  return best && { ...best, carriers };
}

/** What one source has word for word does not differ, whatever the others have. */
function isNearer(a: QuoteComparison, b: QuoteComparison): boolean {
  const isWhole = (it: QuoteComparison) => it.kind === 'same' && it.score === 1;
  return isWhole(a) !== isWhole(b) ? isWhole(a) : a.score > b.score;
}
