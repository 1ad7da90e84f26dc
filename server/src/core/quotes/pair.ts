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
  /** Nothing tells a single mark that is never closed from an apostrophe but its paragraph's neighbours. */
  readonly isSure: boolean;
}

/** How many marks further on are looked at to settle what one is: a bound, so that the work stays linear. */
const LOOK_AHEAD = 8;

/** Pairs the marks from left to right, in one pass over the marks; linear, whatever the nesting. */
export function pairMarks(text: string): PairedQuote[] {
  const marks = findMarks(text);
  const lastClosing = lastClosings(marks);
  const hasWireMarks = marks.some((it) => it.length === 2 && it.opens);
  const quotes: PairedQuote[] = [];
  let open: QuoteMark | undefined;
  /** How many marks of the same family, surely opening, stand open inside the open quotation. */
  let depth = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark) continue;
    if (!open) {
      // A single mark that nothing can close is an apostrophe.
      const canBeClosed =
        mark.family !== 'single' || (lastClosing.get('single') ?? -1) > mark.at || mayRunOn(text, marks, i);
      if (mark.opens && canBeClosed) open = mark;
      depth = 0;
      continue;
    }
    // `…at the end.''`: the marks of a quotation and of one inside it, not the mark of the wires.
    if (open.family === 'single' && mark.length === 2 && mark.closes && !hasWireMarks) {
      quotes.push(closedQuote(open, mark));
      open = undefined;
      continue;
    }
    if (mark.family !== open.family) continue;
    const closesHere = mark.closes && !(mark.family === 'single' && !isLikelyEnd(text, marks, i));
    if (closesHere && depth > 0) depth--;
    else if (closesHere) {
      quotes.push(closedQuote(open, mark));
      open = undefined;
    } else if (mark.opens && !mark.closes && mayNest(text, mark) && closesBoth(text, marks, i)) depth++;
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
    isSure: true,
  };
}

/** What is never closed, up to the end of its paragraph; whether a single mark opened it must be asked there. */
function leftOpen(text: string, open: QuoteMark): PairedQuote[] {
  return [
    {
      span: { start: open.at, end: text.length },
      words: { start: open.at + open.length, end: text.length },
      family: open.family,
      isClosed: false,
      isSure: open.family !== 'single' || text.charAt(open.at) === '‘',
    },
  ];
}

/** Whether a single mark that nothing closes may open speech that runs on: several words, and no double mark. */
function mayRunOn(text: string, marks: readonly QuoteMark[], index: number): boolean {
  const mark = marks[index];
  if (!mark || marks.slice(index + 1, index + 3).some((it) => it.family === 'double')) return false;
  if (text.charAt(mark.at) === '‘' && mark.at > 0 && !/[.:,?!]\s$/.test(text.slice(mark.at - 2, mark.at)))
    return false;
  return /^[[(]?\p{L}+(?:['’]\p{L}+)?(?:\s+\S+){3}/u.test(text.slice(mark.at + 1, mark.at + 120));
}

/** A straight mark looks like an apostrophe: it opens words inside a quotation where something leads into them. */
function mayNest(text: string, mark: QuoteMark): boolean {
  return (
    mark.isSure ||
    (mark.family === 'single' && /[,:\p{L}]\s$/u.test(text.slice(Math.max(0, mark.at - 2), mark.at)))
  );
}

function lastClosings(marks: readonly QuoteMark[]): ReadonlyMap<MarkFamily, number> {
  const last = new Map<MarkFamily, number>();
  for (const { family, closes, at, length } of marks) {
    if (closes) last.set(family, at);
    if (closes && length === 2) last.set('single', at);
  }
  return last;
}

/** Whether a mark inside a quotation opens another one: only if what follows closes both. */
function closesBoth(text: string, marks: readonly QuoteMark[], index: number): boolean {
  const family = marks[index]?.family;
  let open = 1;
  for (let i = index + 1; i < marks.length && i <= index + LOOK_AHEAD; i++) {
    const mark = marks[i];
    if (mark?.family !== family) continue;
    if (mark?.opens && !mark.closes) open++;
    else if (mark?.closes && (family !== 'single' || isLikelyEnd(text, marks, i)) && --open < 0) return true;
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
  for (let i = index + 1; i < marks.length && i <= index + LOOK_AHEAD; i++) {
    const next = marks[i];
    if (next?.family !== 'single') continue;
    if (next.opens) return true;
    if (next.closes && (next.isSure || !/^ \p{Ll}/u.test(text.slice(next.at + 1, next.at + 3)))) return false;
  }
  return true;
}
