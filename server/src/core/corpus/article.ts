/** One source text of the corpus, read once. */

import type { LanguageTools } from '../language-tools.ts';
import type { ArticleHead, CalendarDate, Entity, Passage, Span } from '../model.ts';
import { once } from '../once.ts';
import { type Language, type Reading, readInSteps, wordsOf } from '../reading.ts';
import { atOnce, type Steps } from '../steps.ts';
import { foldTypography } from '../text/fold.ts';
import { frontMatterOf } from '../text/markdown.ts';
import { placeOf } from './places.ts';
import { type Fingerprint, fingerprintOf, readShingles } from './sources.ts';

/** A source text as the shell hands it over. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly title?: string | undefined;
  readonly published?: CalendarDate | undefined;
  readonly uri?: string | undefined;
  readonly byline?: ArticleHead['byline'];
  readonly outlet?: ArticleHead['outlet'];
  readonly places?: ArticleHead['places'];
}

export interface Article {
  readonly head: ArticleHead;
  readonly reading: Reading;
  /** By which other articles with its text are known, and by which these are compared. */
  readonly fingerprint: Fingerprint;
  readonly shingles: () => Int32Array;
}

const LONGEST_TITLE = 120;

export function readArticle(source: SourceText, tools: LanguageTools): Article {
  return atOnce(readArticleInSteps(source, tools));
}

/** The same, a paragraph a step. */
export function* readArticleInSteps(source: SourceText, tools: LanguageTools): Steps<Article> {
  const { id, text, language, published, uri, byline, places } = source;
  const outlet = source.outlet ?? outletIn(text);
  // An article is not edited: what its next reading could take over is several times its text.
  const { kept: _, ...read } = yield* readInSteps(text, { language, tools, requested: published });
  for (const it of read.paragraphs) it.forget();
  const reading: Reading = {
    ...read,
    // Nobody looks for slips of the keyboard in what others have written.
    read: read.read.map((it) => ({
      ...it,
      apostrophes: [],
      oddWords: [],
      words: () => wordsOf(it.paragraph.text),
    })),
    entityOf: indexEntities(read.entities),
  };
  const title = source.title || titleOf(reading);
  const head = { id, title, published: reading.writtenFor?.date, uri, byline, outlet, places };
  const fingerprint = fingerprintOf(readShingles(reading));
  // Hardly any article is compared with another word by word.
  return { head, reading, fingerprint, shingles: once(() => readShingles(reading)) };
}

/** The outlet that front matter gives. */
function outletIn(text: string): string | undefined {
  const line = /^(?:outlet|publication|publisher)[ \t]*:[ \t]*(.+)/im.exec(frontMatterOf(text));
  return line?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2') || undefined;
}

/** Whom mentions stand for, indexed when first asked for: hardly any article is asked. */
export function indexEntities(entities: readonly Entity[]): Reading['entityOf'] {
  const index = once(
    () => new Map(entities.flatMap((it) => it.mentions.map((mention) => [mention, it] as const))),
  );
  return (mention) => index().get(mention);
}

/** The headline; without one, the beginning of the story. */
function titleOf({ paragraphs, structure }: Reading): string {
  const headline = structure.parts.indexOf('headline');
  const text = foldTypography((paragraphs[headline] ?? paragraphs[0])?.text ?? '');
  if (text.length <= LONGEST_TITLE) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_TITLE)).replace(/[\s,;:]+$/, '')} …`;
}

/** The words of an article at a span. */
export function passageOf({ head, reading }: Article, span: Span): Passage {
  return { article: head, span, text: reading.text.slice(span.start, span.end) };
}

/** The line of its file, from 1, on which an offset of an article's text stands. */
export function lineIn({ head, reading }: Article, offset: number): number {
  if (head.places) return placeOf(head.places, { start: offset, end: offset }).start.line + 1;
  return reading.text.slice(0, offset).split('\n').length;
}

/** How much of a source line is shown on either side of the words, in UTF-16 code units. */
const SHOWN_BESIDE = 60;

/** What stands before and after some words in their paragraph, cut between words and marked where it is cut. */
export function surroundingsOf(
  { reading }: Article,
  { start, end }: Span,
): { readonly before: string; readonly after: string } {
  const { text, paragraphs } = reading;
  const paragraph = paragraphs.find((it) => it.start <= start && end <= it.end) ?? {
    start: 0,
    end: text.length,
  };
  const isCutBefore = start - paragraph.start > SHOWN_BESIDE;
  const isCutAfter = paragraph.end - end > SHOWN_BESIDE;
  const from = isCutBefore ? Math.min(start, text.indexOf(' ', start - SHOWN_BESIDE) + 1) : paragraph.start;
  const to = isCutAfter ? Math.max(end, text.lastIndexOf(' ', end + SHOWN_BESIDE)) : paragraph.end;
  const before = foldSpaces(text.slice(from, start));
  const after = foldSpaces(text.slice(end, to));
  return { before: isCutBefore ? `… ${before}` : before, after: isCutAfter ? `${after} …` : after };
}

function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ');
}
