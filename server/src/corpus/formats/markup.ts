/**
 * HTML and XML as a tree in the order of the file. The parser is htmlparser2: the one small parser that reads both as they
 * are found in the wild, says where each text stands, and opens nothing. (Readability needs a browser's DOM, which is
 * larger than all of Stet, and loses the places.)
 */

import { Parser } from 'htmlparser2';
import { UnreadableFile } from '../../files.ts';

export interface Element {
  /** In lower case, without its namespace. */
  readonly name: string;
  /** Names in lower case, without their namespaces. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | Text)[];
}

export interface Text {
  readonly text: string;
  /** Its offset in the file. */
  readonly from: number;
}

/** Deeper markup is made to hurt readers: the parser's work and ours grow with it. */
const MOST_DEPTH = 200;
const CDATA_MARK = '<![CDATA['.length;

/** Never throws on HTML but for its depth: whatever is there is read as a browser would. */
export function parseHtml(file: string): Element {
  return parse(file, false);
}

/**
 * XML, with its own five entities and no others. Throws `UnreadableFile` for declared entities, and for tags that don't fit.
 * A DTD elsewhere is often named in NITF; it is never opened, and nothing of the article depends on it.
 */
export function parseXml(file: string): Element {
  return parse(file, true);
}

interface OpenElement extends Element {
  readonly children: (Element | Text)[];
}

function parse(file: string, xmlMode: boolean): Element {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let isInCdata = false;
  const parser: Parser = new Parser(
    {
      onopentagname: () => {
        if (open.length > MOST_DEPTH) throw new UnreadableFile('its markup is nested too deeply');
      },
      onopentag: (name, attributes) => {
        const element = { name: localName(name), attributes: withLocalNames(attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag: (name, isImplied) => {
        if (xmlMode && isImplied && !file.startsWith('/>', parser.endIndex - 1))
          throw new UnreadableFile(`it is not well-formed XML: <${name}> is not closed`);
        open.pop();
      },
      ontext: (text) => {
        const from = parser.startIndex + (isInCdata ? CDATA_MARK : 0);
        open.at(-1)?.children.push({ text, from });
      },
      oncdatastart: () => {
        isInCdata = true;
      },
      oncdataend: () => {
        isInCdata = false;
      },
      onprocessinginstruction: (name, data) => {
        // An internal DTD stands in brackets, or what the parser takes for its end comes first.
        if (xmlMode && (/^!(?:entity|element|attlist|notation)/i.test(name) || /^!.*\[/s.test(data)))
          throw new UnreadableFile('it declares XML entities of its own, and these are not read');
      },
    },
    { xmlMode },
  );
  parser.end(file);
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function withLocalNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

export function isElement(node: Element | Text): node is Element {
  return 'name' in node;
}

/** All elements below one, itself left out, in the order of the file. */
export function elementsIn(element: Element): readonly Element[] {
  const elements: Element[] = [];
  const collect = ({ children }: Element) => {
    for (const it of children) {
      if (!isElement(it)) continue;
      elements.push(it);
      collect(it);
    }
  };
  collect(element);
  return elements;
}

/** The elements of a name below one, but none inside another of them. */
export function outermost(element: Element, name: string): readonly Element[] {
  return element.children.filter(isElement).flatMap((it) => (it.name === name ? [it] : outermost(it, name)));
}

/** The first element of a name below one. */
export function first(element: Element | undefined, name: string): Element | undefined {
  for (const it of element?.children ?? []) {
    if (!isElement(it)) continue;
    const found = it.name === name ? it : first(it, name);
    if (found) return found;
  }
  return undefined;
}

/** The children of a name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return (element?.children ?? []).filter(isElement).filter((it) => it.name === name);
}

/** The text of an element and all below it, with white space folded; undefined where there is none. */
export function textOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const parts: string[] = [];
  const collect = ({ children }: Element) => {
    for (const it of children) {
      if (isElement(it)) collect(it);
      else parts.push(it.text);
    }
  };
  collect(element);
  return parts.join('').replace(/\s+/g, ' ').trim() || undefined;
}
