/** Word's .docx (ECMA-376): a zip whose `word/document.xml` is the text. What was deleted in revision is no copy. */

import { Unzip, UnzipInflate } from 'fflate';
import { UnreadableFile } from '../../files.ts';
import type { FoundItem } from './found-article.ts';
import { type Element, first, isElement, parseXml } from './markup.ts';

const DOCUMENT = 'word/document.xml';
/** In bytes. A file can be inflated a thousandfold, and no story is near this. */
const MOST_INFLATED = 16 * 1024 * 1024;
/** How much is inflated at a time, in bytes of the file: so that too much is noticed before it is there. */
const CHUNK = 4096;

/** Its text is found nowhere in the file as it is: all of it stands at the beginning. Throws {@link UnreadableFile}. */
export function readDocx(bytes: Uint8Array): readonly FoundItem[] {
  const body = first(parseXml(documentIn(bytes)), 'body');
  const text = body ? paragraphsIn(body).join('\n\n') : '';
  const nothing = { title: undefined, byline: undefined, outlet: undefined, published: undefined };
  return [{ ...nothing, body: { text, pieces: [] } }];
}

function documentIn(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let xml = '';
  let size = 0;
  let isWhole = false;
  const unzip = new Unzip((file) => {
    if (file.name !== DOCUMENT) return;
    file.ondata = (error, data, isLast) => {
      if (error) throw error;
      size += data.length;
      if (size > MOST_INFLATED)
        throw new UnreadableFile('its text is too long: .docx is read up to 16 MB of XML');
      xml += decoder.decode(data, { stream: !isLast });
      isWhole ||= isLast;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length && !isWhole; from += CHUNK)
      unzip.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    // Neither the unzipper nor the decoder says anything of use to an editor.
    isWhole = false;
  }
  if (!isWhole) throw new UnreadableFile('it is no .docx, or a damaged one');
  return xml;
}

/** Deleted and moved away in revision; fields; and boxes, which stand beside the text. */
const NO_COPY = new Set('del movefrom deltext instrtext drawing pict object alternatecontent'.split(' '));

function paragraphsIn(element: Element): string[] {
  return element.children.filter(isElement).flatMap((it) => {
    if (NO_COPY.has(it.name)) return [];
    if (it.name !== 'p') return paragraphsIn(it);
    const text = copyIn(it).trim();
    return text === '' ? [] : [text];
  });
}

function copyIn(element: Element): string {
  const parts = element.children.filter(isElement).map((it) => {
    if (NO_COPY.has(it.name)) return '';
    if (it.name === 't') return it.children.map((child) => (isElement(child) ? '' : child.text)).join('');
    if (it.name === 'br' || it.name === 'cr') return '\n';
    if (it.name === 'tab') return ' ';
    if (it.name === 'nobreakhyphen') return '-';
    return copyIn(it);
  });
  return parts.join('');
}
