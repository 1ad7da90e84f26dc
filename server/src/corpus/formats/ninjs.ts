/** IPTC ninjs, versions 1 to 3 (iptc.org/std/ninjs): news in JSON. The names of fields differ, what they hold does not. */

import { UnreadableFile } from '../../files.ts';
import { dayOf } from './days.ts';
import { bylineOf, type FoundItem, unusable } from './found-article.ts';
import { isObject, type JsonObject, listOf, parseJson, textIn, valuePlacer } from './json-text.ts';
import type { MappedText } from './mapped-text.ts';
import { copyOfHtml, copyOfValue } from './markup-copy.ts';

/** One item, or a list of them, as some providers deliver. */
export function readNinjs(file: string): readonly FoundItem[] {
  const data = parseJson(file);
  const items = (isObject(data) && Array.isArray(data.items) ? data.items : listOf(data)).filter(isObject);
  if (!items.some(isNinjs)) throw new UnreadableFile('it is JSON, and not the ninjs that articles come in');
  const place = valuePlacer(file);
  return items.map((it) => readItem(it, place));
}

function isNinjs(item: JsonObject): boolean {
  const isNamed = textIn(item, 'uri', 'standard', 'type', 'headline') !== undefined;
  return isObject(item.standard) || (isNamed && (bodyOf(item) !== undefined || item.type !== undefined));
}

type Placer = ReturnType<typeof valuePlacer>;

function readItem(item: JsonObject, place: Placer): FoundItem {
  const left = unusable(textIn(item, 'pubstatus', 'pubStatus'));
  if (left) return left;
  const body = bodyOf(item);
  if (!body) return { reason: 'it has no text' };
  return {
    title: textIn(item, 'headline', 'title') ?? valueFor(item.headlines, /^main$|^$/),
    byline: bylineOf(textIn(item, 'byline') ?? valueFor(item.bylines, /./)),
    outlet: outletOf(item),
    published: dayOf(
      textIn(
        item,
        'versioncreated',
        'versionCreated',
        'firstcreated',
        'firstCreated',
        'contentcreated',
        'contentCreated',
      ),
    ),
    body: placed(body, place),
  };
}

/** Whoever published it among those that it comes from; an author is none. */
function outletOf(item: JsonObject): string | undefined {
  const sources = listOf(item.infosource ?? item.infosources ?? item.infoSources).filter(isObject);
  const publisher = sources.find((it) => /publisher|provider|^$/.test(textIn(it, 'role') ?? ''));
  return (publisher && textIn(publisher, 'name')) ?? textIn(item, 'copyrightholder', 'copyrightHolder');
}

interface Body {
  readonly value: string;
  readonly isHtml: boolean;
}

function placed({ value, isHtml }: Body, place: Placer): MappedText {
  const text = place(value);
  return isHtml ? copyOfHtml(text) : copyOfValue(text);
}

/** Plain text before markup: `body_text` and its like of version 1, the list `bodies` of versions 2 and 3. */
function bodyOf(item: JsonObject): Body | undefined {
  const plain = textIn(item, 'body_text');
  if (plain !== undefined) return { value: plain, isHtml: false };
  const html = textIn(item, 'body_xhtml', 'body_html');
  if (html !== undefined) return { value: html, isHtml: true };
  const bodies = listOf(item.bodies).filter(isObject);
  const isPlain = (it: JsonObject) => /^text\/plain/i.test(textIn(it, 'contenttype', 'contentType') ?? '');
  const body = bodies.find(isPlain) ?? bodies.find((it) => textIn(it, 'value') !== undefined);
  const value = body && textIn(body, 'value');
  return value === undefined ? undefined : { value, isHtml: !(body && isPlain(body)) };
}

/** Of a list of values with roles, the one whose role fits, else the first. */
function valueFor(list: unknown, role: RegExp): string | undefined {
  const values = listOf(list).filter(isObject);
  const value = values.find((it) => role.test(textIn(it, 'role') ?? '')) ?? values[0];
  return value && textIn(value, 'value', 'name');
}
