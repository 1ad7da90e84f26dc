/** The copy in markup: paragraphs as a reader sees them, and where they stand. */

import { type MappedText, type TextBuilder, textBuilder, within } from './mapped-text.ts';
import { type Element, isElement, parseHtml, type Text } from './markup.ts';

/** Around these is a paragraph's end: the blocks of HTML, NITF and NewsML. */
const BLOCKS = new Set(
  `address article blockquote body body.content block bq dd dl dt div fieldset figcaption h1 h2 h3 h4 h5 h6 header
  hl1 hl2 hr li main ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** What stands in an article's markup and is none of its copy. */
const NO_COPY = new Set(
  `aside audio button canvas dialog figure footer head iframe input math media nav noscript object script select
  style svg template textarea video`.split(/\s+/),
);

/** The copy of an element, white space folded, a blank line between paragraphs. */
export function copyOf(element: Element): MappedText {
  const builder = textBuilder();
  addCopy(element, builder, { needsSpace: false });
  return builder.done();
}

/** The copy of a value that is HTML: what JSON and feeds carry as text. */
export function copyOfHtml(value: MappedText): MappedText {
  return within(value, copyOf(parseHtml(value.text)));
}

/** Text that is no markup stays as it is. */
export function copyOfValue(value: MappedText): MappedText {
  return /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(value.text) ? copyOfHtml(value) : value;
}

interface State {
  /** White space has been met, and is written when a word follows on the line. */
  needsSpace: boolean;
}

function addCopy(element: Element, builder: TextBuilder, state: State): void {
  const isBlock = BLOCKS.has(element.name);
  if (isBlock) endParagraph(builder, state);
  for (const it of element.children) {
    if (!isElement(it)) addText(it, builder, state);
    else if (it.name === 'br') endLine(builder, state);
    else if (!NO_COPY.has(it.name) && !isHidden(it)) addCopy(it, builder, state);
  }
  if (isBlock) endParagraph(builder, state);
}

function isHidden({ attributes }: Element): boolean {
  return 'hidden' in attributes || attributes['aria-hidden'] === 'true';
}

function addText({ text, from }: Text, builder: TextBuilder, state: State): void {
  // No-break spaces are the copy's own.
  for (const { 0: run, index } of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
    if (/^[ \t\r\n\f]/.test(run)) {
      state.needsSpace = true;
      continue;
    }
    if (state.needsSpace && builder.length > 0 && !builder.endsWith('\n')) builder.add(' ', undefined);
    state.needsSpace = false;
    builder.add(run, from + index);
  }
}

function endParagraph(builder: TextBuilder, state: State): void {
  state.needsSpace = false;
  if (builder.length === 0 || builder.endsWith('\n\n')) return;
  builder.add(builder.endsWith('\n') ? '\n' : '\n\n', undefined);
}

function endLine(builder: TextBuilder, state: State): void {
  state.needsSpace = false;
  if (builder.length > 0 && !builder.endsWith('\n')) builder.add('\n', undefined);
  else endParagraph(builder, state);
}
