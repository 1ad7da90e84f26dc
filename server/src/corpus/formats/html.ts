/**
 * News pages. What a page says of itself as schema.org/NewsArticle in JSON-LD goes first; where that has no text, the
 * readable text is the paragraphs of `<article>`, of `<main>`, or of whatever holds most text in paragraphs.
 */

import { UnreadableFile } from '../../files.ts';
import { dayOf } from './days.ts';
import { bylineOf, type FoundItem } from './found-article.ts';
import { isObject, type JsonObject, listOf, textIn, valuePlacer } from './json-text.ts';
import { type MappedText, within } from './mapped-text.ts';
import { childrenOf, type Element, elementsIn, first, isElement, parseHtml, textOf } from './markup.ts';
import { copyOf, copyOfValue } from './markup-copy.ts';

/** A page with less text than this, in UTF-16 code units, is a form, a menu or a redirection. */
const LEAST_TEXT = 40;
/** How deep JSON-LD puts an article: in lists, graphs and the page that it is the main part of. */
const MOST_NESTED = 4;

export function readHtml(file: string): readonly FoundItem[] {
  const page = parseHtml(file);
  const data = linkedArticle(page);
  const body = (data && articleBody(data)) ?? readableText(page);
  if (body.text.trim().length < LEAST_TEXT) throw new UnreadableFile('it is a page without an article');
  const ofPage = (name: string) => metaOf(page, name);
  return [
    {
      title:
        (data && textIn(data.article, 'headline', 'name')) ??
        ofPage('og:title') ??
        textOf(first(page, 'h1')) ??
        textOf(first(page, 'title')),
      byline: bylineOf((data && namesIn(data.article.author)) ?? ofPage('author')),
      outlet: (data && namesIn(data.article.publisher)) ?? ofPage('og:site_name'),
      published: dayOf(
        (data && textIn(data.article, 'datePublished', 'dateCreated')) ??
          ofPage('article:published_time') ??
          first(page, 'time')?.attributes.datetime,
      ),
      body,
    },
  ];
}

interface LinkedArticle {
  readonly article: JsonObject;
  /** The script that it stands in. */
  readonly script: MappedText;
}

function linkedArticle(page: Element): LinkedArticle | undefined {
  for (const element of elementsIn(page)) {
    if (element.name !== 'script' || !/^application\/ld\+json/i.test(element.attributes.type ?? '')) continue;
    const script = rawText(element);
    const article = findArticle(tryJson(script.text), MOST_NESTED);
    if (article) return { article, script };
  }
  return undefined;
}

/** A page's JSON-LD is often broken; then the page itself is read. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rawText({ children }: Element): MappedText {
  const texts = children.flatMap((it) => (isElement(it) ? [] : [it]));
  const from = texts[0]?.from ?? 0;
  return { text: texts.map((it) => it.text).join(''), pieces: [{ at: 0, from }] };
}

function findArticle(data: unknown, depth: number): JsonObject | undefined {
  if (depth === 0) return undefined;
  for (const it of listOf(data).filter(isObject)) {
    const isArticle = listOf(it['@type']).some((type) => /Article$|^Report$|BlogPosting$/.test(String(type)));
    const found = isArticle ? it : findArticle(it['@graph'] ?? it.mainEntity, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function articleBody({ article, script }: LinkedArticle): MappedText | undefined {
  const value = textIn(article, 'articleBody');
  return value === undefined ? undefined : copyOfValue(within(script, valuePlacer(script.text)(value)));
}

/** People and organizations, by name or as objects that have one. */
function namesIn(who: unknown): string | undefined {
  const names = listOf(who).flatMap((it) => (isObject(it) ? (textIn(it, 'name') ?? []) : String(it)));
  return names.join(', ') || undefined;
}

function metaOf(page: Element, name: string): string | undefined {
  for (const { name: tag, attributes } of elementsIn(page))
    if (tag === 'meta' && (attributes.property === name || attributes.name === name))
      return attributes.content?.trim() || undefined;
  return undefined;
}

function readableText(page: Element): MappedText {
  const all = elementsIn(page);
  const marked = all.filter((it) => it.name === 'article');
  const main = all.filter((it) => it.name === 'main' || it.attributes.role === 'main');
  const candidates = marked.length > 0 ? marked : main.length > 0 ? main : all;
  const best = mostText(candidates) ?? first(page, 'body') ?? page;
  return copyOf(best);
}

/** The element that holds most text in paragraphs of its own. */
function mostText(elements: readonly Element[]): Element | undefined {
  let best: { readonly element: Element; readonly size: number } | undefined;
  for (const element of elements) {
    const isMarked =
      element.name === 'article' || element.name === 'main' || element.attributes.role === 'main';
    const paragraphs = isMarked ? [element] : childrenOf(element, 'p');
    const size = paragraphs.reduce((sum, it) => sum + (textOf(it)?.length ?? 0), 0);
    if (size > (best?.size ?? 0)) best = { element, size };
  }
  return best?.element;
}
