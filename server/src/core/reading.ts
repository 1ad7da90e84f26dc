/** Reads a text: its paragraphs, its structure, and every name, date and quotation it mentions. */

import { dayFirst, readDates } from './dates/find.ts';
import type { DateReading } from './dates/meaning.ts';
import { type DatedParagraph, type ResolvedParagraph, resolveDates } from './dates/resolve.ts';
import { readTokens, type Tokens } from './dates/tokens.ts';
import { settleWrittenFor, type WrittenFor } from './dates/written-for.ts';
import type { LanguageTools } from './language-tools.ts';
import type { CalendarDate, DateMention, Dialect, Entity, NameMention, QuoteMention, Span } from './model.ts';
import { type Grouping, groupInSteps } from './names/entities.ts';
import { nameMentions } from './names/find.ts';
import { findOddWords, type OddWord } from './names/scripts.ts';
import type { NameModel } from './names/tagger/model.ts';
import { type NameWords, readNameWords, type TaggedDocument, tagInSteps } from './names/tagger/tag.ts';
import { once } from './once.ts';
import { type Apostrophe, findApostrophes } from './quotes/apostrophes.ts';
import { type FoundQuotes, findQuotes, type QuotedParagraph } from './quotes/find.ts';
import { type PairedQuote, pairMarks } from './quotes/pair.ts';
import { hashWords, type WordHashes } from './quotes/words.ts';
import { flat, isSame, makeRow, type Row, rowInSteps, slot } from './recall.ts';
import { countBefore } from './search.ts';
import { atOnce, type Steps } from './steps.ts';
import { findTerms, type Term } from './terms/find.ts';
import { hashText } from './text/fold.ts';
import { copyOfMarkdown, copyOfPlainText, frontMatterOf } from './text/markdown.ts';
import { keepParagraphs, type Paragraph, SpanInside, splitParagraphs } from './text/paragraphs.ts';
import { type Sentence, splitSentences } from './text/sentences.ts';
import { type Part, readStructure, type Structure, type Traits, traitsOf } from './text/structure.ts';
import { splitWords } from './text/words.ts';

export type Language = 'plaintext' | 'markdown';

/** Everything that one text says. Fully determined by the text and the options it is read with. */
export interface Reading {
  readonly text: string;
  /** Without it nothing relative is resolved. */
  readonly writtenFor: WrittenFor | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly structure: Structure;
  /** What each paragraph says that is read: boilerplate is not. All that follows is theirs, in reading order. */
  readonly read: readonly ParagraphReading[];
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly QuoteMention[];
  readonly entities: readonly Entity[];
  /** The entity that a mention stands for. */
  readonly entityOf: (mention: NameMention) => Entity | undefined;
  /** Equal for texts that differ in white space between paragraphs only. */
  readonly hash: number;
}

/** What one paragraph says, in its text; the same object in the next reading of a draft if nothing of it has changed. */
export interface ParagraphReading {
  readonly paragraph: Paragraph;
  readonly part: Part;
  /** How much of the paragraph is its dateline, in UTF-16 code units. */
  readonly dateline: number;
  /** In reading order, as all that follows. */
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly QuoteMention[];
  readonly apostrophes: readonly Apostrophe[];
  readonly oddWords: readonly OddWord[];
  readonly terms: readonly Term[];
  /** Its words and sentences. */
  readonly words: () => ParagraphWords;
  /** Its words as quotations are compared by: so a source's are found in it. */
  readonly quoteWords: () => WordHashes;
}

/** With offsets in the paragraph. */
export interface ParagraphWords {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** What a paragraph's text alone says, with offsets in it: a pure function of the text. */
interface LocalReading {
  readonly names: NameWords;
  readonly dates: readonly DateReading[];
  readonly quotes: readonly PairedQuote[];
  readonly apostrophes: readonly Apostrophe[];
  readonly oddWords: readonly OddWord[];
  readonly terms: readonly Term[];
  readonly words: () => ParagraphWords;
  readonly quoteWords: () => WordHashes;
  readonly hash: number;
}

export interface ReadingOptions {
  readonly language: Language;
  readonly tools: LanguageTools;
  /** The day the text is written for, by command line, command or archive record: beats what the text says. */
  readonly requested?: CalendarDate | undefined;
  /** The same by `stet.yaml`: asked last. */
  readonly configured?: CalendarDate | undefined;
  /** By which dates in figures are read. */
  readonly dialect?: Dialect | undefined;
}

/** The copy being written. */
export interface Draft extends Reading {
  /** What the next reading of the edited text can take over. */
  readonly kept: Kept;
}

interface Kept {
  readonly tagged: TaggedDocument;
  readonly named: Row<readonly NameMention[]>;
  readonly stated: Row<DatedParagraph>;
  readonly dated: Row<ResolvedParagraph>;
  readonly paired: Row<QuotedParagraph>;
  readonly quoted: Row<FoundQuotes>;
  readonly read: Row<ParagraphReading>;
  readonly grouping: Grouping;
}

/** A paragraph that is read, where it stands. */
interface PlacedReading {
  readonly paragraph: Paragraph;
  readonly part: Part;
  /** How much of it is its dateline. */
  readonly opening: number;
  readonly says: LocalReading;
}
const TRAITS = slot<Traits>();
const LOCAL = slot<LocalReading>();
const PLACED = slot<PlacedReading>();
const READ = slot<ParagraphReading>();

/**
 * Reads a text. `previous`, the reading of the text before it was edited, saves what stayed as it was, and is used up:
 * its paragraphs, with all that stands in them, are this reading's, and stand where they stand now.
 */
export function readText(text: string, options: ReadingOptions, previous?: Draft): Draft {
  return atOnce(readInSteps(text, options, previous));
}

/** The same, a new paragraph a step. Who leaves off has used up `previous` all the same. */
export function* readInSteps(text: string, options: ReadingOptions, previous?: Draft): Steps<Draft> {
  const { language, tools, dialect } = options;
  const kept = previous?.kept;
  const isMarkdown = language === 'markdown';
  const copy = isMarkdown ? copyOfMarkdown(text) : copyOfPlainText(text);
  const split = splitParagraphs(copy);
  const paragraphs = previous ? keepParagraphs(previous.paragraphs, split) : split;
  const traits = ({ answers, text }: Paragraph) =>
    answers.last(TRAITS) ?? answers.keep(TRAITS, traitsOf(text));
  const structure = readStructure(paragraphs, text, traits);
  const { dateline } = structure;

  const byText = new Map<string, LocalReading>();
  const local: PlacedReading[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const [paragraph, part] = [paragraphs[index], structure.parts[index]];
    if (!paragraph || !part || part === 'boilerplate' || part === 'unread') continue;
    const { answers, text } = paragraph;
    const opening = dateline?.paragraph === paragraph ? dateline.length : 0;
    const known = answers.known(LOCAL, tools.names);
    const says = known ?? byText.get(text) ?? readParagraph(text, tools.names);
    const last = answers.known(PLACED, says);
    const isSettled = last?.part === part && last.opening === opening;
    local.push(isSettled ? last : answers.keep(PLACED, { paragraph, part, opening, says }, says));
    if (known) continue;
    byText.set(text, answers.keep(LOCAL, says, tools.names));
    yield;
  }
  const tagged = yield* tagInSteps(
    local.map(({ says }) => says.names),
    tools.names,
    kept?.tagged,
  );
  const named = yield* rowInSteps(
    {
      wholes: [tools.names],
      lists: [local, tagged.names],
      make([{ paragraph, part, opening }, found]) {
        const { lexicon } = tools.names;
        return nameMentions(paragraph, part === 'headline' ? part : 'body', opening, found, lexicon);
      },
    },
    kept?.named,
  );
  const writtenFor = settleWrittenFor({
    requested: options.requested,
    frontMatter: isMarkdown || copy !== text ? frontMatterOf(text) : '',
    dateline: dateline?.date,
    configured: options.configured,
  });
  const stated = makeRow(
    {
      wholes: [dialect],
      lists: [local],
      make: ([
        {
          paragraph,
          says: { dates },
        },
      ]) => ({
        paragraph,
        dates: dialect === 'british' ? dayFirst(dates) : dates,
      }),
    },
    kept?.stated,
  );
  const dated = resolveDates(stated.values, writtenFor?.date, kept?.dated);
  const paired = makeRow(
    {
      lists: [local, named.values],
      make: ([{ paragraph, says }, names]) => ({
        paragraph,
        quotes: says.quotes,
        sentences: says.names.paragraph.sentences,
        names,
      }),
    },
    kept?.paired,
  );
  const quoted = yield* findQuotes(paired.values, tools.nounPhraseAtEnd, kept?.quoted);
  const read = makeRow(
    {
      lists: [local, named.values, dated.values, quoted.values],
      make: ([placed, names, dates, { quotes }]) => paragraphReading(placed, names, dates.mentions, quotes),
    },
    kept?.read,
  );
  const grouping = yield* groupInSteps(named.values, kept?.grouping);
  const quotes = flat(quoted.values.map((it) => it.quotes));
  const names = once(() => flat(named.values));
  const dates = once(() => flat(dated.values.map((it) => it.mentions)));
  return {
    text,
    writtenFor,
    paragraphs,
    structure,
    read: read.values,
    get names() {
      return names();
    },
    get dates() {
      return dates();
    },
    // Without another quotation the list is the same.
    quotes: previous && isSame(previous.quotes, quotes) ? previous.quotes : quotes,
    entities: grouping.entities,
    entityOf: grouping.entityOf,
    hash: local.reduce((hash, { says }) => Math.imul(hash ^ says.hash, 0x01000193), 0x811c9dc5),
    kept: { tagged, named, stated, dated, paired, quoted, read, grouping },
  };
}

function paragraphReading(
  { paragraph, part, opening, says }: PlacedReading,
  names: readonly NameMention[],
  dates: readonly DateMention[],
  quotes: readonly QuoteMention[],
): ParagraphReading {
  return paragraph.answers.keep(READ, {
    paragraph,
    part,
    dateline: opening,
    names,
    dates,
    quotes,
    apostrophes: says.apostrophes.map((it) => inText(it, paragraph)),
    oddWords: says.oddWords.map((it) => inText(it, paragraph)),
    terms: says.terms.map((it) => inText(it, paragraph)),
    words: says.words,
    quoteWords: says.quoteWords,
  });
}

/** What was read in a paragraph, with its span in the text. */
function inText<T extends { readonly span: Span }>(it: T, paragraph: Paragraph): T {
  return { ...it, span: paragraph.at(it.span.start, it.span.end) };
}

/** What a draft says in one of its paragraphs, if that is read. */
export function readingOf({ answers }: Paragraph): ParagraphReading | undefined {
  return answers.last(READ);
}

/** What a text says in the last of its paragraphs that are read and begin before an offset. */
export function readingBefore({ read }: Reading, offset: number): ParagraphReading | undefined {
  return read[countBefore(read.length, (at) => (read[at]?.paragraph.start ?? 0) < offset) - 1];
}

/** The same span of a draft, moving along with its paragraph from now on; one that is in no single paragraph stays. */
export function placedSpan({ paragraphs }: Draft, span: Span): Span {
  if (span instanceof SpanInside) return span;
  const { start, end } = span;
  const from = countBefore(paragraphs.length, (it) => (paragraphs[it]?.start ?? 0) <= start);
  const paragraph = paragraphs[from - 1];
  if (!paragraph || end > paragraph.end) return { start, end };
  return paragraph.at(start - paragraph.start, end - paragraph.start);
}

/** The paragraphs that were too long to be read: nothing in them is checked, which must be said. */
export function unreadParagraphs({ paragraphs, structure }: Reading): Paragraph[] {
  return paragraphs.filter((_, index) => structure.parts[index] === 'unread');
}

/** The words of a paragraph that is read no more, of an article for one: keeping them would take more than the text does. */
export function wordsOf(text: string): ParagraphWords {
  const words = splitWords(text);
  return { tokens: readTokens(words), sentences: splitSentences(words) };
}

function readParagraph(text: string, model: NameModel): LocalReading {
  const names = readNameWords(text, model);
  const { words, sentences } = names.paragraph;
  const tokens = readTokens(words);
  return {
    names,
    dates: readDates(tokens),
    quotes: pairMarks(text),
    apostrophes: findApostrophes(text),
    oddWords: findOddWords(text),
    terms: findTerms(text),
    words: () => ({ tokens, sentences }),
    quoteWords: once(() => hashWords(text)),
    hash: hashText(text),
  };
}
