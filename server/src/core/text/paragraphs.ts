/** Paragraphs: the unit of work. Everything that one paragraph alone says is kept by its text. */

import type { Span } from '../model.ts';
import { Answers, sameEnds } from '../recall.ts';
import { detached } from '../remember.ts';

/**
 * A paragraph of one text. In a draft it lives from one reading to the next for as long as its words stay as they are,
 * and moves when something before it is edited: so whatever was read in it stays true, and need not be read again.
 */
export class Paragraph implements Span {
  /** The copy at the span, as long as the span; line breaks inside it are spaces. */
  readonly text: string;
  private from: number;
  private made: Answers | undefined;

  constructor(start: number, text: string) {
    this.from = start;
    this.text = text;
  }

  get start(): number {
    return this.from;
  }

  get end(): number {
    return this.from + this.text.length;
  }

  /** What was made of it. */
  get answers(): Answers {
    this.made ??= new Answers();
    return this.made;
  }

  /** Lets go of what was made of it: nothing will be edited here. */
  forget(): void {
    this.made = undefined;
  }

  /** The span in the text of what stands at these offsets of the paragraph: it moves along. */
  at(start: number, end: number): Span {
    return new SpanInside(this, start, end);
  }

  moveTo(start: number): void {
    this.from = start;
  }

  toJSON(): Span & { readonly text: string } {
    return { start: this.start, end: this.end, text: this.text };
  }
}

/** A span that moves along with its paragraph. */
export class SpanInside implements Span {
  readonly paragraph: Paragraph;
  /** Offsets in the paragraph. */
  readonly from: number;
  readonly to: number;

  constructor(paragraph: Paragraph, from: number, to: number) {
    this.paragraph = paragraph;
    this.from = from;
    this.to = to;
  }

  get start(): number {
    return this.paragraph.start + this.from;
  }

  get end(): number {
    return this.paragraph.start + this.to;
  }

  toJSON(): Span {
    return { start: this.start, end: this.end };
  }
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
    else for (const { start, end } of block) paragraphs.push(new Paragraph(start, text.slice(start, end)));
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

/**
 * The paragraphs of an edited text, as far as they can be the same as before: those above and below the edit, which
 * are moved to where they stand now, and between them the new ones.
 */
export function keepParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): Paragraph[] {
  const { above, below } = sameEnds(before, after, (a, b) => a?.text === b?.text);
  return after.map((it, index) => {
    if (index >= above && index < after.length - below) return new Paragraph(it.start, detached(it.text));
    const kept = before[index < above ? index : index - after.length + before.length] ?? it;
    kept.moveTo(it.start);
    return kept;
  });
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
  return new Paragraph(start, text.slice(start, end).replace(/[\r\n]/g, ' '));
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
