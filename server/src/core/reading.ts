/** Reads a text: its paragraphs, its structure, and every name, date and quotation it mentions. */

import { readDates } from './dates/find.ts';
import type { DateReading } from './dates/meaning.ts';
import { resolveDates } from './dates/resolve.ts';
import { settleWrittenFor, type WrittenFor } from './dates/written-for.ts';
import type { LanguageTools } from './language-tools.ts';
import type { CalendarDate, DateMention, Entity, NameMention, QuoteMention, Span } from './model.ts';
import { groupEntities } from './names/entities.ts';
import { nameMentions } from './names/find.ts';
import { findOddWords, type OddWord } from './names/scripts.ts';
import { type NameWords, readNameWords, type TaggedDocument, tagNames } from './names/tagger/tag.ts';
import { once } from './once.ts';
import { type Apostrophe, findApostrophes } from './quotes/apostrophes.ts';
import { findQuotes } from './quotes/find.ts';
import { type PairedQuote, pairMarks } from './quotes/pair.ts';
import { type RunWords, readRunWords } from './quotes/runs.ts';
import { detached } from './remember.ts';
import { findTerms, type Term } from './terms/find.ts';
import { hashText } from './text/fold.ts';
import { copyOfMarkdown, copyOfPlainText, frontMatterOf } from './text/markdown.ts';
import { type Paragraph, splitParagraphs } from './text/paragraphs.ts';
import { type Part, readStructure, type Structure } from './text/structure.ts';

export type Language = 'plaintext' | 'markdown';

/** Everything that one text says. Fully determined by the text and the options it is read with. */
export interface Reading {
  readonly text: string;
  /** Without it nothing relative is resolved. */
  readonly writtenFor: WrittenFor | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly structure: Structure;
  /** In reading order; without boilerplate, as the dates and the quotations. */
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly QuoteMention[];
  readonly entities: readonly Entity[];
  /** In reading order, as the odd words. */
  readonly apostrophes: readonly Apostrophe[];
  readonly oddWords: readonly OddWord[];
  readonly terms: readonly Term[];
  /** The words of each paragraph that was read, by which runs of other words are found in it. */
  readonly runWords: readonly {
    readonly start: number;
    readonly part: Part;
    readonly words: () => RunWords;
  }[];
  /** Equal for texts that differ in white space between paragraphs only. */
  readonly hash: number;
}

interface Kept {
  readonly paragraphs: ReadonlyMap<string, ParagraphReading>;
  readonly tagged: TaggedDocument;
}

/** What a paragraph's text alone says: a pure function of it, and so kept by it. */
interface ParagraphReading {
  readonly names: NameWords;
  readonly dates: readonly DateReading[];
  readonly quotes: readonly PairedQuote[];
  readonly apostrophes: readonly Apostrophe[];
  readonly oddWords: readonly OddWord[];
  readonly terms: readonly Term[];
  readonly runWords: () => RunWords;
  readonly hash: number;
}

export interface ReadingOptions {
  readonly language: Language;
  readonly tools: LanguageTools;
  /** The day the text is written for, by command line, command or archive record: beats what the text says. */
  readonly requested?: CalendarDate | undefined;
  /** The same by `stet.yaml`: asked last. */
  readonly configured?: CalendarDate | undefined;
}

/** The copy being written. */
export interface Draft extends Reading {
  /** What the next reading of the edited text can take over. */
  readonly kept: Kept;
}

/** Reads a text; `previous`, a reading of an earlier state of it, saves the paragraphs that stayed as they were. */
export function readText(text: string, options: ReadingOptions, previous?: Draft): Draft {
  const isMarkdown = options.language === 'markdown';
  const copy = isMarkdown ? copyOfMarkdown(text) : copyOfPlainText(text);
  const all = splitParagraphs(copy);
  const structure = readStructure(all, text);
  const readings = new Map<string, ParagraphReading>();
  const readingOf = (it: string): ParagraphReading => {
    const known =
      readings.get(it) ?? previous?.kept.paragraphs.get(it) ?? readParagraph(detached(it), options.tools);
    readings.set(it, known);
    return known;
  };
  const read = all.flatMap((paragraph, index) => {
    const part = structure.parts[index] ?? 'body';
    return isRead(part) ? [{ paragraph, index, part, says: readingOf(paragraph.text) }] : [];
  });
  const tagged = tagNames(
    read.map(({ says }) => says.names),
    options.tools.names,
    previous?.kept.tagged,
  );
  const namesOf = read.map(({ paragraph, index }, k) =>
    nameMentions(paragraph, index, tagged.names[k] ?? [], structure, options.tools.names.lexicon),
  );
  const names = namesOf.flat();
  const writtenFor = settleWrittenFor({
    requested: options.requested,
    frontMatter: isMarkdown || copy !== text ? frontMatterOf(text) : '',
    dateline: structure.dateline?.date,
    configured: options.configured,
  });
  return {
    text,
    writtenFor,
    paragraphs: all,
    structure,
    names,
    dates: resolveDates(
      read.map(({ paragraph, says }) => ({ paragraph, dates: says.dates })),
      writtenFor?.date,
    ),
    quotes: findQuotes(
      read.map(({ paragraph, says }, k) => ({
        paragraph,
        quotes: says.quotes,
        sentences: says.names.paragraph.sentences,
        names: namesOf[k] ?? [],
      })),
      options.tools.nounPhraseAtEnd,
    ),
    entities: groupEntities(names),
    apostrophes: read.flatMap(({ paragraph, says }) =>
      says.apostrophes.map((it) => ({ ...it, at: it.at + paragraph.start })),
    ),
    oddWords: read.flatMap(({ paragraph, says }) => says.oddWords.map((it) => moved(it, paragraph.start))),
    terms: read.flatMap(({ paragraph, says }) => says.terms.map((it) => moved(it, paragraph.start))),
    runWords: read.map(({ paragraph, part, says }) => ({
      start: paragraph.start,
      part,
      words: says.runWords,
    })),
    hash: read.reduce((hash, { says }) => Math.imul(hash ^ says.hash, 0x01000193), 0x811c9dc5),
    kept: { paragraphs: readings, tagged },
  };
}

/** What was read in a paragraph, with its span in the text. */
function moved<T extends { readonly span: Span }>(it: T, by: number): T {
  return { ...it, span: { start: it.span.start + by, end: it.span.end + by } };
}

function isRead(part: Part): boolean {
  return part !== 'boilerplate' && part !== 'unread';
}

/** The paragraphs that were too long to be read: nothing in them is checked, which must be said. */
export function unreadParagraphs({ paragraphs, structure }: Reading): Paragraph[] {
  return paragraphs.filter((_, index) => structure.parts[index] === 'unread');
}

function readParagraph(text: string, tools: LanguageTools): ParagraphReading {
  return {
    names: readNameWords(text, tools.names),
    dates: readDates(text),
    quotes: pairMarks(text),
    apostrophes: findApostrophes(text),
    oddWords: findOddWords(text),
    terms: findTerms(text),
    runWords: once(() => readRunWords(text)),
    hash: hashText(text),
  };
}
