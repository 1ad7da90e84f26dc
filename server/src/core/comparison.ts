/** Holds a draft against the corpus: what the sources have for each of its names and quotations. */

import type { Article } from './corpus/article.ts';
import { type Claims, claimsAbout, MOST_ARTICLES } from './corpus/claims.ts';
import {
  type Corpus,
  passageOfUse,
  type SourceQuote,
  type Spelling,
  type SpellingUse,
} from './corpus/corpus.ts';
import type { SourceCount, Sources } from './corpus/sources.ts';
import type {
  Entity,
  EntityType,
  HouseForm,
  MarkStyle,
  NameMention,
  Passage,
  QuoteMention,
} from './model.ts';
import { comparePrinted, type NameKind } from './names/compare.ts';
import { type DeclaredNames, declaredNames } from './names/declared.ts';
import { evidenceIn, factsOf, isLikelyPerson, namesakeOf, type SourcePerson } from './names/given-names.ts';
import { isFullName } from './names/parts.ts';
import { once } from './once.ts';
import { compareQuotes, type QuoteComparison, spoken } from './quotes/compare.ts';
import { findRuns, type WordRun } from './quotes/runs.ts';
import { quoteWords, readWords } from './quotes/words.ts';
import type { Draft, ParagraphReading } from './reading.ts';
import { isSame, NONE, type Recall, recall } from './recall.ts';
import { remember, rememberText } from './remember.ts';
import { foldTypography, squash } from './text/fold.ts';

export interface Comparison {
  readonly draft: Draft;
  readonly corpus: Corpus;
  /** The draft's own article, which is no source. */
  readonly own: Article | undefined;
  /** The articles that are at hand: all but the draft's own; of an archive, those that have to do with the draft. */
  readonly articles: readonly Article[];
  /** How many articles were searched. */
  readonly searched: number;
  /** Which of the articles are one source. */
  readonly sources: Sources;
  /** What the desk has declared of names. */
  readonly declared: DeclaredNames;
  /** How the desk prints marks; undefined where any will do that are not mixed. */
  readonly marks: MarkStyle | undefined;
  /** The spellings that the sources give an entity, most sources first; empty where they don't know it. */
  spellingsOf(entity: Entity): readonly KnownSpelling[];
  /** How the sources spell whom a name of the draft seems to mean with another given name, most first; else empty. */
  likelyPerson(entity: Entity): readonly KnownSpelling[];
  /** Whether the draft names in full whom the sources spell so, in whatever spelling or with a slip. */
  isNamedInFull(name: string): boolean;
  /** The people of the sources who bear a surname, most sources first. */
  peopleBySurname(surname: string): readonly NamedPerson[];
  /** How many sources have somebody by a surname alone, and nowhere in full. */
  sourcesNamingShort(surname: string): number;
  /** The runs of words in a paragraph that the sources quote. */
  runsIn(paragraph: ParagraphReading): readonly WordRun[];
  /** The nearest quotation of the sources, in these words or others. */
  nearest(quote: QuoteMention): NearestQuote | undefined;
  /** What the articles that tell of the same people and places state of figures and days. */
  claims(): Claims;
  /** What the next comparison of the edited draft can take over; another object wherever the sources differ. */
  readonly kept: KeptComparison;
}

/** What follows from a part of the draft and the sources alone. */
interface KeptComparison {
  readonly from: readonly unknown[];
  readonly articles: readonly Article[];
  readonly declared: DeclaredNames;
  readonly spellings: Recall<Entity, readonly KnownSpelling[]>;
  /** By the spellings themselves: from one keystroke to the next an entity has other mentions more often than others. */
  readonly known: (printed: Printed) => readonly KnownSpelling[];
  readonly namesakes: Recall<Entity, SourcePerson | undefined>;
  readonly likely: Recall<Entity, boolean>;
  readonly people: (surname: string) => readonly NamedPerson[];
  readonly quotes: Recall<QuoteMention, NearestQuote | undefined>;
  readonly claims: Recall<Corpus, Claims>;
}

/** What a draft and its sources don't say by themselves. */
export interface Circumstances {
  /** Where the draft is kept, as the articles say where they are: so its own article is known. */
  readonly uri?: string;
  readonly houseForms?: readonly HouseForm[];
  /** Names that stand for as many people, places or bodies. */
  readonly notTheSame?: readonly (readonly string[])[];
  /** How the desk prints marks. */
  readonly marks?: MarkStyle | undefined;
}

/** A person of the sources, by full name. */
interface NamedPerson {
  readonly name: string;
  readonly sources: SourceCount;
  readonly passages: readonly Passage[];
}

/** A spelling that sources give an entity of the draft. */
export interface KnownSpelling {
  readonly name: string;
  /** One article may use it for several entities. */
  readonly uses: readonly [SpellingUse, ...SpellingUse[]];
  readonly sources: SourceCount;
}

export interface NearestQuote extends QuoteComparison {
  readonly source: SourceQuote;
  /** Every quotation of the sources that is this statement, changed or not; the nearest is one of them. */
  readonly carriers: readonly SourceQuote[];
}

/**
 * Compares a draft with every article but its own: the one in the same file, or with the same words. `previous` is the
 * comparison of the draft before it was edited. Everything is looked up when it is first asked for.
 */
export function compareWithSources(
  draft: Draft,
  corpus: Corpus,
  { uri, houseForms = [], notTheSame = [], marks }: Circumstances = {},
  previous?: Comparison,
): Comparison {
  const own = corpus.find(uri, draft);
  const from = [corpus, own, marks, ...houseForms, ...notTheSame];
  const kept =
    previous && isSame(previous.kept.from, from)
      ? previous.kept
      : nothingKept(corpus, own, declaredNames(houseForms, notTheSame), from);
  const { articles, declared } = kept;
  const { sources } = corpus;
  const readKnown = (entity: Entity) => kept.known({ type: entity.type, drafted: spellingsOf(entity) });
  const knownSpellingsOf = (entity: Entity) => kept.spellings(entity, NONE, readKnown);
  const isOwn = (it: Article) => it === own;
  const findNamesake = (entity: Entity) => namesakeOf(entity, corpus.peopleNear(entity.name), isOwn);
  const likelyPerson = (entity: Entity) => {
    if (entity.type !== 'person' || knownSpellingsOf(entity).length > 0) return NONE;
    const namesake = kept.namesakes(entity, NONE, findNamesake);
    if (!namesake || namesake.some(({ name }) => named().has(name) || declared.areTwo(entity.name, name)))
      return NONE;
    const seen = evidenceIn(entity, draft);
    const isLikely = kept.likely(entity, factsOf(seen), () =>
      isLikelyPerson(entity, seen, namesake, sources),
    );
    return isLikely ? namesake.flatMap((it) => withoutOwn(it, sources, own)).sort(byCount) : NONE;
  };
  const named = once(() => {
    const full = draft.entities.filter((it) => it.isNamed && it.type === 'person');
    return new Set(full.flatMap((it) => knownSpellingsOf(it).map(({ name }) => name)));
  });
  const findNearest = (quote: QuoteMention) => nearestQuote(quote, corpus, own);
  const meant = once(() => new Set(draft.entities.flatMap((it) => likelyPerson(it).map(({ name }) => name))));
  return {
    draft,
    corpus,
    own,
    articles,
    searched: own ? corpus.size - 1 : corpus.size,
    sources,
    declared,
    marks,
    spellingsOf: knownSpellingsOf,
    likelyPerson,
    isNamedInFull: (name) => named().has(name) || meant().has(name),
    peopleBySurname: kept.people,
    sourcesNamingShort: (surname) => {
      const others = corpus.namingShort(surname).filter((it) => it !== own);
      return sources.among(others.map((it) => it.head)).count;
    },
    runsIn: (it) => findRuns(it.quoteWords(), it.paragraph, corpus.quotedRuns(), (it) => it.article !== own),
    nearest: (quote) => kept.quotes(quote, NONE, findNearest),
    claims: once(() => {
      const spellings = articles.length > MOST_ARTICLES ? draft.entities.map(knownSpellingsOf) : [];
      return kept.claims(corpus, spellings, () => claimsAbout(articles, spellings));
    }),
    kept,
  };
}

function nothingKept(
  corpus: Corpus,
  own: Article | undefined,
  declared: DeclaredNames,
  from: readonly unknown[],
): KeptComparison {
  return {
    from,
    articles: own ? corpus.articles.filter((it) => it !== own) : corpus.articles,
    declared,
    spellings: recall(),
    known: remember(
      (it: Printed) => knownSpellings(it, corpus, own, declared),
      ({ type, drafted }) => `${type}:${drafted.map(({ name }) => name).join('\n')}`,
      1_000,
    ),
    namesakes: recall(),
    likely: recall(),
    people: rememberText((surname) => peopleBySurname(surname, corpus, own), 1_000),
    quotes: recall(),
    claims: recall(),
  };
}

/** A spelling in a text, with the mentions that show it. */
export interface DraftedSpelling {
  /** With typography folded. */
  readonly name: string;
  readonly mentions: readonly [NameMention, ...NameMention[]];
}

/** How a text prints one entity. */
interface Printed {
  readonly type: EntityType;
  readonly drafted: readonly DraftedSpelling[];
}

/** The spellings of one entity in a text, in reading order; short forms of people and datelines are left out. */
export function spellingsOf(entity: Entity): readonly DraftedSpelling[] {
  return drafted(entity, NONE, readSpellings);
}

const drafted = recall<Entity, readonly DraftedSpelling[]>();

function readSpellings(entity: Entity): DraftedSpelling[] {
  const byName = new Map<string, [NameMention, ...NameMention[]]>();
  /** What each form is folded to; empty for short forms of people. */
  const names = new Map<string, string>();
  for (const mention of entity.mentions) {
    const { part, text } = mention;
    // Of three capitals in a headline ("FED", "EU") nobody can say whether they are the name's or the headline's.
    if (part === 'headline' && /^\p{Lu}{2,3}$/u.test(text)) continue;
    if (part === 'dateline') continue;
    const name =
      names.get(text) ?? (entity.type === 'person' && !isFullName(text) ? '' : foldTypography(text));
    names.set(text, name);
    if (name === '') continue;
    const mentions = byName.get(name);
    if (mentions) mentions.push(mention);
    else byName.set(name, [mention]);
  }
  return [...byName].map(([name, mentions]) => ({ name, mentions }));
}

/** The spellings that the sources have for an entity of the draft, most sources first. */
function knownSpellings(
  { type, drafted }: Printed,
  corpus: Corpus,
  own: Article | undefined,
  { areTwo }: DeclaredNames,
): KnownSpelling[] {
  const candidates = new Set(drafted.flatMap(({ name }) => corpus.spellingsNear(name, type)));
  return [...candidates]
    .filter(
      (candidate) =>
        drafted.some((it) => differenceOf(it, candidate) !== 'different') &&
        !drafted.some((it) => areTwo(it.name, candidate.name)),
    )
    .flatMap((spelling) => withoutOwn(spelling, corpus.sources, own))
    .sort(byCount);
}

/** The spellings that the sources have for a name as it is given, in no text, most sources first. */
export function knownSpellingsOf(corpus: Corpus, name: string, type: EntityType): KnownSpelling[] {
  // Out of a text, no word of it is known to be on no list: a slip is believed where the sources' form shows one.
  const given = { text: name, type, unlisted: [] };
  return corpus
    .spellingsNear(foldTypography(name), type)
    .filter((it) => it.uses.some(({ mentions: [theirs] }) => comparePrinted(given, theirs).same))
    .flatMap((it) => withoutOwn(it, corpus.sources))
    .sort(byCount);
}

/** People whose bare mentions in the sources are this surname: bearing it is not enough, they have to go by it. */
function peopleBySurname(surname: string, corpus: Corpus, own: Article | undefined): NamedPerson[] {
  const key = squash(surname);
  const people = corpus.peopleNear(surname).flatMap((it) => {
    const uses = it.uses.filter(
      ({ article, entity }) =>
        article !== own && entity.mentions.some((mention) => squash(mention.text) === key),
    );
    if (uses.length === 0) return [];
    const sources = corpus.sources.among(uses.map((use) => use.article.head));
    return [{ name: it.name, sources, passages: uses.map(passageOfUse) }];
  });
  return people.sort(byCount);
}

type Counted = Pick<KnownSpelling, 'name' | 'sources'>;

function byCount(a: Counted, b: Counted): number {
  return b.sources.count - a.sources.count || (a.name < b.name ? -1 : 1);
}

function withoutOwn({ name, uses }: Spelling, sources: Sources, own?: Article): KnownSpelling[] {
  const [first, ...rest] = uses.filter((it) => it.article !== own);
  if (!first) return [];
  const all = [first, ...rest] as const;
  return [{ name, uses: all, sources: sources.among(all.map((it) => it.article.head)) }];
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
  { paragraph, words: { start, end } }: QuoteMention,
  corpus: Corpus,
  own: Article | undefined,
): NearestQuote | undefined {
  const words = readWords(paragraph.text.slice(start - paragraph.start, end - paragraph.start));
  const ours = spoken(words);
  // Papers quote one statement alike.
  const compared = new Map<string, QuoteComparison>();
  const carriers: SourceQuote[] = [];
  let best: Omit<NearestQuote, 'carriers'> | undefined;
  for (const source of corpus.quotesNear(words)) {
    if (source.article === own) continue;
    const comparison =
      compared.get(source.words) ??
      compareQuotes(ours, { hashes: source.hashes, read: () => quoteWords(source.words) });
    compared.set(source.words, comparison);
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
