/** Paragraphs: the unit of work. Everything that one paragraph alone says is kept by its text. */

import type { Span } from '../model.ts';

export interface Paragraph extends Span {
  /** The copy at the span, as long as the span; line breaks inside it are spaces. */
  readonly text: string;
}

/** Lines longer than this are paragraphs of their own; wire copy is wrapped well below it. */
const WRAPPED_LINE = 100;
/** A line shorter than this ended because its sentence or its author did, not because it was wrapped. */
const FULL_LINE = 40;

/**
 * Splits copy into paragraphs: a line each, or the lines of a block together where the block was hard-wrapped.
 * Blank lines, and white space at either end of a line, belong to no paragraph. Any text is valid.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let block: Span[] = [];
  const endBlock = () => {
    if (block.length > 1 && isWrapped(text, block)) paragraphs.push(join(text, block));
    else for (const line of block) paragraphs.push({ ...line, text: text.slice(line.start, line.end) });
    block = [];
  };
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = trim(text, from, to);
    if (line.start < line.end) block.push(line);
    else endBlock();
    from = to + 1;
  }
  endBlock();
  return paragraphs;
}

/** Whether the lines of a block continue each other, as in copy that was wrapped at a column. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  let continued = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.end - line.start > WRAPPED_LINE) return false;
    if (i === 0) continue;
    const before = lines[i - 1];
    if (!before || before.end - before.start < FULL_LINE) return false;
    if (startsLowerCase(text, line.start) && !/[.!?:]/.test(text.charAt(before.end - 1))) continued++;
  }
  return continued * 3 >= lines.length - 1;
}

function join(text: string, lines: readonly Span[]): Paragraph {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  return { start, end, text: text.slice(start, end).replace(/[\r\n]/g, ' ') };
}

function startsLowerCase(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first !== first.toUpperCase();
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as it occurs at the edges of lines: ASCII, no-break, the typographic spaces, byte-order mark. */
function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0xfeff
  );
}
