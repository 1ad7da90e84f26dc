/** News in XML: NITF, NewsML-G2 (both IPTC), RSS 2.0 and Atom (RFC 4287). The root says which it is. */

import { UnreadableFile } from '../../files.ts';
import { dayOf } from './days.ts';
import { bylineOf, type FoundItem, unusable } from './found-article.ts';
import { textBuilder } from './mapped-text.ts';
import { childrenOf, type Element, first, isElement, outermost, parseXml, textOf } from './markup.ts';
import { copyOf, copyOfHtml } from './markup-copy.ts';

export function readNewsXml(file: string): readonly FoundItem[] {
  const root = parseXml(file).children.find(isElement);
  switch (root?.name) {
    case 'nitf':
      return [readNitf(root)];
    case 'newsitem':
      return [readNewsItem(root)];
    case 'newsmessage':
      return outermost(root, 'newsitem').map(readNewsItem);
    case 'rss':
    case 'rdf':
      return outermost(root, 'item').map((it) => readRssItem(it, titleOf(first(root, 'channel'))));
    case 'feed':
      return childrenOf(root, 'entry').map((it) => readEntry(it, titleOf(root)));
    case 'html':
      throw new UnreadableFile('it is a web page: name it .html');
    default:
      throw new UnreadableFile('it is XML, and neither NITF, NewsML-G2, RSS nor Atom');
  }
}

function readNitf(nitf: Element): FoundItem {
  const docdata = first(nitf, 'docdata');
  const left = unusable(docdata?.attributes['management-status']);
  if (left) return left;
  const content = first(nitf, 'body.content');
  if (!content) return { reason: 'it has no text' };
  const stamp = (name: string) => first(docdata, name)?.attributes.norm;
  return {
    title: textOf(first(nitf, 'hl1')) ?? textOf(first(nitf, 'title')),
    byline: bylineOf(textOf(first(first(nitf, 'body.head'), 'byline'))),
    outlet:
      first(nitf, 'pubdata')?.attributes.name ??
      textOf(first(first(nitf, 'body.head'), 'distributor')) ??
      first(docdata, 'doc.copyright')?.attributes.holder,
    published: dayOf(stamp('date.release') ?? stamp('date.issue')),
    body: copyOf(content),
  };
}

function readNewsItem(item: Element): FoundItem {
  const left = unusable(first(first(item, 'itemmeta'), 'pubstatus')?.attributes.qcode);
  if (left) return left;
  const set = first(item, 'contentset');
  const inline = first(set, 'inlinexml');
  const nitf = first(inline, 'nitf');
  const inner = nitf && readNitf(nitf);
  if (inner && 'reason' in inner) return inner;
  const content = first(inline, 'body') ?? inline ?? first(set, 'inlinedata');
  const body = inner?.body ?? (content && copyOf(content));
  if (!body) return { reason: 'it has no text of its own: its content is elsewhere' };
  const meta = first(item, 'contentmeta');
  return {
    title: textOf(first(meta, 'headline')) ?? inner?.title,
    byline: bylineOf(textOf(first(meta, 'by'))) ?? inner?.byline,
    outlet: providerOf(first(first(item, 'itemmeta'), 'provider')) ?? inner?.outlet,
    published:
      dayOf(textOf(first(meta, 'contentmodified')) ?? textOf(first(meta, 'contentcreated'))) ??
      inner?.published ??
      dayOf(textOf(first(first(item, 'itemmeta'), 'versioncreated'))),
    body,
  };
}

/** Its name, else its code without the scheme: `nprov:AFP`. */
function providerOf(provider: Element | undefined): string | undefined {
  const { literal, qcode } = provider?.attributes ?? {};
  return textOf(first(provider, 'name')) ?? literal ?? qcode?.replace(/^.*:/, '');
}

function readRssItem(item: Element, feed: string | undefined): FoundItem {
  // The full text, where a feed has it, is `content:encoded`.
  const content = childrenOf(item, 'encoded')[0] ?? childrenOf(item, 'description')[0];
  if (!content) return { reason: 'it has no text' };
  return {
    title: titleOf(item),
    byline: bylineOf(textOf(childrenOf(item, 'creator')[0] ?? childrenOf(item, 'author')[0])),
    outlet: textOf(childrenOf(item, 'source')[0]) ?? feed,
    published: dayOf(textOf(childrenOf(item, 'pubdate')[0] ?? childrenOf(item, 'date')[0])),
    body: escapedHtml(content),
  };
}

function readEntry(entry: Element, feed: string | undefined): FoundItem {
  const content = childrenOf(entry, 'content')[0] ?? childrenOf(entry, 'summary')[0];
  if (!content) return { reason: 'it has no text' };
  const isHtml = content.attributes.type === 'html';
  return {
    title: titleOf(entry),
    byline: bylineOf(textOf(first(childrenOf(entry, 'author')[0], 'name'))),
    outlet: titleOf(childrenOf(entry, 'source')[0]) ?? feed,
    published: dayOf(textOf(childrenOf(entry, 'published')[0] ?? childrenOf(entry, 'updated')[0])),
    body: isHtml ? escapedHtml(content) : copyOf(content),
  };
}

function titleOf(element: Element | undefined): string | undefined {
  return textOf(childrenOf(element, 'title')[0]);
}

/** HTML that an element carries as text: escaped, or in a CDATA section. */
function escapedHtml({ children }: Element) {
  const builder = textBuilder();
  for (const it of children) if (!isElement(it)) builder.add(it.text, it.from);
  return copyOfHtml(builder.done());
}
