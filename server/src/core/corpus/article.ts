/** One source text of the corpus, read once. */

import type { ArticleHead, CalendarDate, Passage, Span } from '../model.ts';
import type { NameModel } from '../names/tagger/model.ts';
import { type Language, type Reading, readText } from '../reading.ts';
import { foldTypography } from '../text/fold.ts';

/** A source text as the shell hands it over. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly title?: string | undefined;
  readonly published?: CalendarDate | undefined;
  readonly uri?: string | undefined;
}

export interface Article {
  readonly head: ArticleHead;
  readonly reading: Reading;
}

const LONGEST_TITLE = 120;

export function readArticle(source: SourceText, model: NameModel): Article {
  const { id, text, language, published, uri } = source;
  const reading = readText(text, { language, model, requested: published });
  const head = { id, title: source.title || titleOf(reading), published: reading.writtenFor?.date, uri };
  return { head, reading };
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
