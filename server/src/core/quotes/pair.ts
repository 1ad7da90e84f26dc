/** Pairs the quotation marks of one paragraph: which words are quoted, and whether a quotation is left open. */

import type { Span } from '../model.ts';
import { findMarks, type MarkFamily, type QuoteMark } from './marks.ts';

/** A quotation in a paragraph; offsets in the paragraph. Nested quotations belong to the one around them. */
export interface PairedQuote {
  /** With its marks. */
  readonly span: Span;
  readonly words: Span;
  readonly family: MarkFamily;
  readonly isClosed: boolean;
}

/** Pairs the marks from left to right, in one pass over the marks; linear, whatever the nesting. */
export function pairMarks(text: string): PairedQuote[] {
  const marks = findMarks(text);
  const lastClosing = lastClosings(marks);
  const quotes: PairedQuote[] = [];
  let open: QuoteMark | undefined;
  /** How many marks of the same family, surely opening, stand open inside the open quotation. */
  let depth = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark) continue;
    if (!open) {
      // A single mark that nothing can close is an apostrophe.
      const canBeClosed = mark.family !== 'single' || (lastClosing.get('single') ?? -1) > mark.at;
      if (mark.opens && canBeClosed) open = mark;
      depth = 0;
      continue;
    }
    if (mark.family !== open.family) continue;
    const closesHere = mark.closes && !(mark.family === 'single' && !isLikelyEnd(text, marks, i));
    if (closesHere && depth > 0) depth--;
    else if (closesHere) {
      quotes.push(closedQuote(open, mark));
      open = undefined;
    } else if (mark.opens && mark.isSure && !mark.closes && hasTwoClosings(marks, i)) depth++;
  }
  if (open) quotes.push(...leftOpen(text, open));
  return quotes;
}

function closedQuote(open: QuoteMark, close: QuoteMark): PairedQuote {
  return {
    span: { start: open.at, end: close.at + close.length },
    words: { start: open.at + open.length, end: close.at },
    family: open.family,
    isClosed: true,
  };
}

/** A single mark that is never closed is left alone: it is an apostrophe more often than a quotation. */
function leftOpen(text: string, open: QuoteMark): PairedQuote[] {
  if (open.family === 'single' && !open.isSure) return [];
  return [
    {
      span: { start: open.at, end: text.length },
      words: { start: open.at + open.length, end: text.length },
      family: open.family,
      isClosed: false,
    },
  ];
}

function lastClosings(marks: readonly QuoteMark[]): ReadonlyMap<MarkFamily, number> {
  const last = new Map<MarkFamily, number>();
  for (const { family, closes, at } of marks) if (closes) last.set(family, at);
  return last;
}

/** Whether a mark inside a quotation opens another one: only if there are closings for both. */
function hasTwoClosings(marks: readonly QuoteMark[], index: number): boolean {
  const family = marks[index]?.family;
  let closings = 0;
  for (let i = index + 1; i < marks.length && i <= index + 8; i++) {
    const mark = marks[i];
    if (mark?.family !== family) continue;
    if (mark?.opens && !mark.closes) return false;
    if (mark?.closes && ++closings === 2) return true;
  }
  return false;
}

/**
 * Whether a single mark that can close does: `the ministers' plan` holds a possessive, unless no better mark follows
 * before the next opening one.
 */
function isLikelyEnd(text: string, marks: readonly QuoteMark[], index: number): boolean {
  const mark = marks[index];
  if (!mark || mark.isSure) return true;
  const after = text.slice(mark.at + 1, mark.at + 3);
  if (!/^ \p{Ll}/u.test(after)) return true;
  for (let i = index + 1; i < marks.length; i++) {
    const next = marks[i];
    if (next?.family !== 'single') continue;
    if (next.opens) return true;
    if (next.closes && (next.isSure || !/^ \p{Ll}/u.test(text.slice(next.at + 1, next.at + 3)))) return false;
  }
  return true;
}
