/** What the grammar's files share: the form of a match, and numbers and units in figures and in words. */

import type { DateType, Span, StatedDate } from '../model.ts';
import type { Unit } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { DASHES, HYPHENS, isGlued, isSign, type Tokens, textOf, wordOf } from './tokens.ts';

/** An expression from the token it was asked for, up to `end`. */
export interface Match {
  /** After its last token. */
  readonly end: number;
  readonly type: DateType;
  readonly meaning: Meaning;
  readonly clock?: string;
  readonly stated?: StatedDate;
  readonly parts?: { readonly [Part in keyof StatedDate]?: Span };
  /** A second expression that begins right here: the end of a range. */
  readonly next?: Match & { readonly start: number };
}

export function fixed(end: number, type: DateType, value: string): Match {
  return { end, type, meaning: { is: 'fixed', value } };
}

export function spanOf(tokens: Tokens, index: number): Span {
  return { start: tokens.starts[index] ?? 0, end: tokens.ends[index] ?? 0 };
}

export function skipHyphen(tokens: Tokens, index: number): number {
  return isSign(tokens, index, HYPHENS) ? index + 1 : index;
}

/** "to", "through", "until" or a dash: the sign of a range. */
export function skipRangeSign(tokens: Tokens, index: number): number | undefined {
  if (isSign(tokens, index, DASHES)) return index + 1;
  const word = wordOf(tokens, index);
  return word === 'to' || word === 'through' || word === 'until' || word === 'till' ? index + 1 : undefined;
}

export interface Quantity {
  /** Undefined for "several". */
  readonly n: number | undefined;
  readonly end: number;
}

/** "12", "1,000", "2.5", "twelve", "twenty-one", "one hundred", "two and a half"; not part of a longer figure. */
export function readNumber(tokens: Tokens, index: number): Quantity | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'number') return undefined;
  return entry.digits > 0 ? readFigures(tokens, index, entry.n) : readNumberWords(tokens, index, entry.n);
}

function readFigures(tokens: Tokens, index: number, first: number): Quantity | undefined {
  if (isInsideFigure(tokens, index)) return undefined;
  let n = first;
  let end = index + 1;
  for (;;) {
    const next = tokens.entries[end + 1];
    if (next?.is !== 'number' || next.digits === 0 || !isGlued(tokens, end) || !isGlued(tokens, end + 1))
      break;
    if (isSign(tokens, end, ',') && next.digits === 3) n = n * 1000 + next.n;
    else if (isSign(tokens, end, '.')) n += next.n / 10 ** next.digits;
    else break;
    end += 2;
  }
  return { n, end };
}

/** "$5", "1.5" from its second figure, "3-2" from its second, "#4", "No.4". */
export function isInsideFigure(tokens: Tokens, index: number): boolean {
  return (
    isGlued(tokens, index) && NOT_BEFORE_FIGURES.includes(tokens.text.charAt((tokens.starts[index] ?? 0) - 1))
  );
}

const NOT_BEFORE_FIGURES = '$£€¥#/.,:+%*=_&@';

function readNumberWords(tokens: Tokens, index: number, first: number): Quantity {
  let n = first;
  let end = index + 1;
  const ones = tokens.entries[skipHyphen(tokens, end)];
  if (first >= 20 && first < 100 && ones?.is === 'number' && ones.digits === 0 && ones.n < 10) {
    n += ones.n;
    end = skipHyphen(tokens, end) + 1;
  }
  if (n < 100 && wordOf(tokens, end) === 'hundred') {
    n *= 100;
    end += 1;
  }
  return { n, end };
}

/** "and a half" after a number or after its unit. */
export function readHalf(tokens: Tokens, index: number): number | undefined {
  const and = skipHyphen(tokens, index);
  const a = skipHyphen(tokens, and + 1);
  const half = skipHyphen(tokens, a + 1);
  const isHalf =
    wordOf(tokens, and) === 'and' && wordOf(tokens, a) === 'a' && wordOf(tokens, half) === 'half';
  return isHalf ? half + 1 : undefined;
}

/** The unit that a token names; "second" only where a number asks for it. */
export function unitAt(
  tokens: Tokens,
  index: number,
): { readonly unit: Unit; readonly isPlural: boolean } | undefined {
  const entry = tokens.entries[index];
  if (entry?.is === 'unit') return entry;
  if (entry?.is === 'ordinal' && entry.word === 'second') return { unit: 'S', isPlural: false };
  if (entry?.is === 'part' && textOf(tokens, index) === 'night') return { unit: 'D', isPlural: false };
  return undefined;
}

/** `P4D`, `PT2H`, `PXY`. */
export function duration(n: number | undefined, unit: Unit): string {
  const amount = n === undefined ? 'X' : String(n);
  if (unit === 'S' || unit === 'H') return `PT${amount}${unit}`;
  return unit === 'MIN' ? `PT${amount}M` : `P${amount}${unit}`;
}
