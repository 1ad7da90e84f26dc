/** The counted things of a paragraph: "20 U.S. defense contractors", "$391 million", "3.2 percent", "14 years". */

import { readNumber } from '../dates/grammar.ts';
import { before, HYPHENS, isGlued, isSign, type Tokens, textOf } from '../dates/tokens.ts';
import { foldLetters } from '../text/fold.ts';
import { stemOf } from './stems.ts';

export interface Amount {
  readonly value: number;
  /** The sign of a currency, `%`, or the stems of the words that follow a count, the nearest first. */
  readonly unit: string | readonly string[];
  /** "about", "more than", "nearly": what limits it is no exact count. */
  readonly isRough: boolean;
}

export interface Figure extends Amount {
  /** The first token of the figure, and the one after its last: with its currency, its scale and its percent sign. */
  readonly start: number;
  readonly end: number;
}

/** Whether two amounts may count the same thing. */
export function isSameUnit({ unit: a }: Amount, { unit: b }: Amount): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.some((stem) => b.includes(stem));
}

/** Whether two amounts say the same: equal, of thousands nearly so, one of them the other rounded, or ages a birthday apart. */
export function agree({ value: a, unit }: Amount, { value: b }: Amount): boolean {
  const most = Math.max(a, b);
  const apart = Math.abs(a - b);
  if (unit[0]?.startsWith(AGE)) return apart <= 1;
  if (apart === 0 || (most >= 1000 && apart <= 0.015 * most)) return true;
  return apart <= 0.12 * most && (isRounded(a, b) || isRounded(b, a));
}

/** Whether `a` is `b` written with as few figures as `a` has: 600 for 620, 3 for 2.8, 1.6 million for 1,577,000. */
function isRounded(a: number, b: number): boolean {
  if (a < 20) return !Number.isInteger(b) && Math.round(b) === a;
  const figures = String(a)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  return Number(b.toPrecision(Math.max(1, figures))) === a;
}

/** The figures of a paragraph, in reading order: no years, no dates, no times, no scores, and ages behind a full name alone. */
export function readFigures(tokens: Tokens): Figure[] {
  const figures: Figure[] = [];
  for (let index = 0; index < tokens.count; ) {
    const figure = tokens.entries[index]?.is === 'number' ? figureAt(tokens, index) : gluedAt(tokens, index);
    if (figure) figures.push(figure);
    index = figure ? figure.end : index + 1;
  }
  return figures;
}

function figureAt(tokens: Tokens, index: number): Figure | undefined {
  const glued = gluedAt(tokens, index);
  if (glued) return glued;
  const currency = currencyBefore(tokens, index) === undefined ? 0 : 1;
  const number = currency ? readAfterCurrency(tokens, index) : readNumber(tokens, index);
  const entry = tokens.entries[index];
  if (number?.n === undefined || entry?.is !== 'number') return undefined;
  const scale = SCALES.get(textOf(tokens, number.end).toLowerCase());
  const value = number.n * (scale ?? 1);
  const end = scale === undefined ? number.end : number.end + 1;
  const start = index - currency;
  const isRough = isLimited(tokens, start);
  if (currency) return { start, end, value, unit: before(tokens, index), isRough };
  if (isSign(tokens, end, '%')) return { start, end: end + 1, value, unit: '%', isRough };
  const word = textOf(tokens, end).toLowerCase();
  if (word === 'percent') return { start, end: end + 1, value, unit: '%', isRough };
  if (word === 'per' && textOf(tokens, end + 1) === 'cent')
    return { start, end: end + 2, value, unit: '%', isRough };
  // A year, the one in "one of them", the second figure of a score.
  const isYear =
    entry.digits === 4 && scale === undefined && number.end === index + 1 && value > 1500 && value < 2100;
  if (isYear || (entry.digits === 0 && value < 2)) return undefined;
  const age = scale === undefined && end === index + 1 ? ageBefore(tokens, index, value) : undefined;
  const measure = age ?? measureBefore(tokens, index);
  const unit = measure === undefined ? countedAfter(tokens, end) : [measure];
  return unit.length === 0 ? undefined : { start, end, value, unit, isRough };
}

/** What the unit of an age begins with; whose it is follows. */
const AGE = 'age of ';

/** "Dwayne T. Marsh, 34, of Rutland": whose age a figure between two commas is. */
function ageBefore(tokens: Tokens, index: number, value: number): string | undefined {
  if (value < 10 || value > 110 || !isSign(tokens, index - 1, ',') || !isSign(tokens, index + 1, ',.;'))
    return undefined;
  const words: string[] = [];
  for (let at = index - 2; at > index - 8 && words.length < 2; at--) {
    if (isSign(tokens, at, '.')) continue;
    const word = textOf(tokens, at);
    if (!/^\p{Lu}/u.test(word) || NOT_COUNTED.has(word.toLowerCase())) return undefined;
    // Initials come and go.
    if (/\p{L}{2}/u.test(word)) words.unshift(word);
  }
  return words.length === 2 ? AGE + foldLetters(words.join(' ')) : undefined;
}

/** "magnitude 6.4", "a magnitude of 6.4", "attendance was 38,417": what is measured, where it stands before its figure. */
function measureBefore(tokens: Tokens, index: number): string | undefined {
  const last = textOf(tokens, index - 1).toLowerCase();
  const word = /^(?:of|was|is|at)$/.test(last) ? textOf(tokens, index - 2).toLowerCase() : last;
  return MEASURES.has(word) ? stemOf(word) : undefined;
}

const MEASURES = new Set(['magnitude', 'attendance']);

/** The sign of a currency right before a figure. */
function currencyBefore(tokens: Tokens, index: number): string | undefined {
  const sign = isGlued(tokens, index) ? before(tokens, index) : '';
  return sign !== '' && '$£€'.includes(sign) ? sign : undefined;
}

/** "£26bn", "$1.2m", "1.4bn people", "85mph": a figure with its scale or its unit as one word. */
function gluedAt(tokens: Tokens, index: number): Figure | undefined {
  const from = tokens.starts[index] ?? 0;
  if (
    !/^\d/.test(tokens.text.charAt(from)) ||
    (isGlued(tokens, index) && /[\d.,]/.test(before(tokens, index)))
  )
    return undefined;
  const match = GLUED.exec(tokens.text.slice(from, from + LONGEST_GLUED));
  const [whole, digits = '', suffix = ''] = match ?? [];
  if (whole === undefined) return undefined;
  const end = endOf(tokens, index, from + whole.length);
  const currency = currencyBefore(tokens, index);
  const scale = GLUED_SCALES.get(suffix.toLowerCase());
  const start = currency ? index - 1 : index;
  const value = Number(digits.replace(/,/g, '')) * (scale ?? 1);
  const isRough = isLimited(tokens, start);
  if (currency) return scale === undefined ? undefined : { start, end, value, unit: currency, isRough };
  // "12m" alone may be metres or millions.
  if (/^(?:m|k)$/i.test(suffix)) return undefined;
  const unit = scale === undefined ? [suffix.toLowerCase()] : countedAfter(tokens, end);
  return unit.length === 0 ? undefined : { start, end, value, unit, isRough };
}

const GLUED =
  /^(\d[\d,]*(?:\.\d+)?)(k|mn?|million|bn|billion|tn|trn|trillion|[mk]ph|km|kg|cm|mm|ft|lbs?|[kmg]w|[kmg]wh)(?![\p{L}\p{N}])/iu;
const LONGEST_GLUED = 32;
const GLUED_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ...['m', 'mn', 'million'].map((it) => [it, 1e6] as const),
  ...['bn', 'billion'].map((it) => [it, 1e9] as const),
  ...['tn', 'trn', 'trillion'].map((it) => [it, 1e12] as const),
]);

/** The token after those that stand before an offset. */
function endOf(tokens: Tokens, index: number, offset: number): number {
  let end = index;
  while (end < tokens.count && (tokens.ends[end] ?? 0) <= offset) end++;
  return end;
}

/** The number after a currency sign, which {@link readNumber} takes for the rest of another figure. */
function readAfterCurrency(
  tokens: Tokens,
  index: number,
): { readonly n: number; readonly end: number } | undefined {
  const match = /^\d[\d,]*(?:\.\d+)?/.exec(
    tokens.text.slice(tokens.starts[index], (tokens.starts[index] ?? 0) + 24),
  );
  if (!match) return undefined;
  const to = (tokens.starts[index] ?? 0) + match[0].replace(/,$/, '').length;
  return { n: Number(match[0].replace(/,/g, '')), end: endOf(tokens, index, to) };
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** How many words after a count may say what it counts. */
const COUNTED = 4;

/** The stems of the words that a count counts: up to the first that can't be counted. */
function countedAfter(tokens: Tokens, index: number): string[] {
  const stems: string[] = [];
  let at = wholeAfter(tokens, index) ?? index;
  if (isSign(tokens, at, HYPHENS)) at += 1;
  for (; at < tokens.count && stems.length < COUNTED; at++) {
    const word = textOf(tokens, at).toLowerCase();
    if (!/^[\p{L}][\p{L}.'’]*$/u.test(word) || NOT_COUNTED.has(word)) break;
    if (word === 'old' || word === 'olds') return [];
    const stem = TIME.get(word) ?? stemOf(word);
    if (stem !== undefined) stems.push(stem);
    if (isSign(tokens, at + 1, HYPHENS) && textOf(tokens, at + 2) === 'old') return [];
  }
  return stems;
}

/** "four of the seven commissioners": the token after the figure of which it is a part. */
function wholeAfter(tokens: Tokens, index: number): number | undefined {
  if (textOf(tokens, index) !== 'of' || !/^(?:the|its|their|his|her|our)$/.test(textOf(tokens, index + 1)))
    return undefined;
  return readNumber(tokens, index + 2)?.end;
}

/** Units of time are what "14 years in prison" counts, though they say nothing of the event. */
const TIME: ReadonlyMap<string, string> = new Map(
  ['minute', 'hour', 'day', 'week', 'month', 'year'].flatMap((unit) => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);

const NOT_COUNTED = new Set(
  `of in on at to for from by with as and or but than that which who whom whose is are was were has have had will would
  be been a an the this that these those it he she they we i you am pm a.m. p.m. jan feb mar apr may jun jul aug sep sept
  oct nov dec january february march april june july august september october november december percent ago after before
  when while if so not per said says including according since until during about against into over under between`
    .split(/\s+/)
    .filter((it) => it !== ''),
);

/** "about", "more than", "nearly", "up to" right before a figure. */
function isLimited(tokens: Tokens, index: number): boolean {
  const last = textOf(tokens, index - 1).toLowerCase();
  return LIMITS.has(last) || (last === 'than' && /^(?:more|less|fewer)$/i.test(textOf(tokens, index - 2)));
}

const LIMITS = new Set(
  'about around nearly almost roughly approximately over under some least most to'.split(' '),
);
