/** An article as plain data: what was read in it once need not be read again. Good for the build that stored it. */

import type { Entity, EntityType, NameMention } from '../model.ts';
import { once } from '../once.ts';
import { hashWords } from '../quotes/words.ts';
import { type ParagraphReading, type Reading, wordsOf } from '../reading.ts';
import { Paragraph, SpanInside } from '../text/paragraphs.ts';
import { type Article, indexEntities } from './article.ts';
import { type Fingerprint, readShingles } from './sources.ts';

/**
 * JSON. Paragraphs, and spans in them, are `{"$": …}` with the place of the paragraph in the list. What the text says
 * itself is not said twice.
 */
export interface StoredArticle {
  readonly text: string;
  /** The copy, or how long it is where it stands in the text so. */
  readonly paragraphs: readonly (readonly [start: number, copy: string | number])[];
  readonly head: unknown;
  readonly reading: unknown;
  readonly fingerprint: Fingerprint;
}

/** What a reading says beside its text and its paragraphs; all mentions stand in `read`, and entities by their places. */
type Said = Omit<
  Reading,
  'text' | 'paragraphs' | 'names' | 'dates' | 'quotes' | 'entities' | 'entityOf' | 'read'
> & {
  readonly read: readonly (Omit<ParagraphReading, 'words' | 'quoteWords' | 'names'> & {
    readonly names: readonly StoredName[];
  })[];
  readonly entities: readonly (Omit<Entity, 'mentions'> & { readonly mentions: readonly number[] })[];
};

/** A name in its paragraph, which most of an article are: what follows from the paragraph is left out. */
type StoredName = readonly [
  from: number,
  to: number,
  type: EntityType,
  unlisted: readonly string[] | typeof NONE,
  honorific: string,
  part: NameMention['part'],
];
const NONE = 0;

export function storeArticle({ head, reading, fingerprint }: Article): StoredArticle {
  const { text, paragraphs, names, dates: _, quotes: __, entityOf: ___, ...rest } = reading;
  const places = new Map(names.map((it, place) => [it, place]));
  const said: Said = {
    ...rest,
    read: reading.read.map(({ words: _, quoteWords: __, ...it }) => ({
      ...it,
      names: it.names.map(storeName),
    })),
    entities: reading.entities.map((it) => ({
      ...it,
      mentions: it.mentions.map((mention) => places.get(mention) ?? -1),
    })),
  };
  const placeOf = new Map(paragraphs.map((it, place) => [it, place]));
  return {
    text,
    paragraphs: paragraphs.map((it) => {
      const { length } = it.text;
      return [it.start, text.slice(it.start, it.start + length) === it.text ? length : it.text];
    }),
    head: toData(head, placeOf),
    reading: toData(said, placeOf),
    fingerprint,
  };
}

export function restoreArticle(stored: StoredArticle): Article {
  const { text } = stored;
  const paragraphs = stored.paragraphs.map(
    ([start, copy]) =>
      new Paragraph(start, typeof copy === 'number' ? text.slice(start, start + copy) : copy),
  );
  const head = fromData(stored.head, paragraphs) as Article['head'];
  const said = fromData(stored.reading, paragraphs) as Said;
  const read = said.read.map((it) => ({
    ...it,
    names: it.names.map((name) => restoreName(name, it.paragraph)),
    words: () => wordsOf(it.paragraph.text),
    quoteWords: once(() => hashWords(it.paragraph.text)),
  }));
  const names = read.flatMap((it) => it.names);
  const entities = said.entities.flatMap((it): Entity[] => {
    const [first, ...others] = it.mentions.flatMap((place): NameMention[] => names.slice(place, place + 1));
    return first ? [{ ...it, mentions: [first, ...others] }] : [];
  });
  const reading = {
    ...said,
    text,
    paragraphs,
    read,
    names,
    dates: read.flatMap((it) => it.dates),
    quotes: read.flatMap((it) => it.quotes),
    entities,
    entityOf: indexEntities(entities),
  };
  return { head, reading, fingerprint: stored.fingerprint, shingles: once(() => readShingles(reading)) };
}

function storeName({ span, type, unlisted, honorific, part, paragraph }: NameMention): StoredName {
  const from = span.start - paragraph.start;
  const to = span.end - paragraph.start;
  return [from, to, type, unlisted.length > 0 ? unlisted : NONE, honorific ?? '', part];
}

function restoreName(
  [from, to, type, unlisted, honorific, part]: StoredName,
  paragraph: Paragraph,
): NameMention {
  return {
    kind: 'name',
    span: paragraph.at(from, to),
    text: paragraph.text.slice(from, to),
    type,
    unlisted: unlisted || [],
    honorific: honorific || undefined,
    paragraph,
    part,
  };
}

/** Stands for the words at the span beside it. */
const AT_SPAN = 0;

function toData(value: unknown, placeOf: ReadonlyMap<Paragraph, number>): unknown {
  if (value instanceof Paragraph) return { $: placeOf.get(value) };
  if (value instanceof SpanInside) {
    const { paragraph, from, to } = value;
    return { $: [placeOf.get(paragraph), from, to] };
  }
  if (Array.isArray(value)) return value.map((it) => toData(it, placeOf));
  if (typeof value !== 'object' || value === null) return value;
  const data: { [key: string]: unknown } = {};
  for (const [key, it] of Object.entries(value)) data[key] = toData(it, placeOf);
  if ('text' in value && 'span' in value && value.text === wordsAt(value.span)) data.text = AT_SPAN;
  return data;
}

function wordsAt(span: unknown): string | undefined {
  return span instanceof SpanInside ? span.paragraph.text.slice(span.from, span.to) : undefined;
}

function fromData(value: unknown, paragraphs: readonly Paragraph[]): unknown {
  if (Array.isArray(value)) return value.map((it) => fromData(it, paragraphs));
  if (typeof value !== 'object' || value === null) return value;
  if ('$' in value) {
    if (!Array.isArray(value.$)) return paragraphs[Number(value.$)];
    const [place, from, to] = value.$.map(Number);
    return paragraphs[place ?? -1]?.at(from ?? 0, to ?? 0);
  }
  const data: { [key: string]: unknown } = {};
  for (const [key, it] of Object.entries(value)) data[key] = fromData(it, paragraphs);
  if (data.text === AT_SPAN) data.text = wordsAt(data.span);
  return data;
}
