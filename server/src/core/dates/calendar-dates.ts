/** Dates by the calendar: "January 4, 2026", "4 January", "Jan. 4-7", "May 2026", "7/8/07", "2019", "the 1990s". */

import type { Span, StatedDate } from '../model.ts';
import { fixed, isInsideFigure, type Match, skipRangeSign, spanOf } from './grammar.ts';
import {
  before,
  DASHES,
  HYPHENS,
  isCapital,
  isGlued,
  isSign,
  type Tokens,
  textOf,
  wordOf,
} from './tokens.ts';

type Parts = { readonly [Part in keyof StatedDate]?: Span };

/** A calendar date that begins at a token. */
export function calendarDateAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  switch (entry?.is) {
    case 'weekday':
      return afterWeekday(tokens, index, entry.weekday);
    case 'month':
      return monthFirst(tokens, index);
    case 'number':
      return numericDate(tokens, index) ?? dayFirst(tokens, index, index) ?? yearAt(tokens, index);
    case 'ordinal':
      return (
        dayFirst(tokens, index, index) ??
        nthWeekdayOfMonth(tokens, index, entry.n) ??
        century(tokens, index, index)
      );
    case 'which':
      return entry.word === 'last' ? nthWeekdayOfMonth(tokens, index, -1) : undefined;
    case 'decade':
      return decade(tokens, index, index);
    case 'word':
      if (entry.word !== 'the') return undefined;
      return (
        dayFirst(tokens, index, index + 1) ??
        nthWeekdayAfterThe(tokens, index + 1) ??
        bareDay(tokens, index) ??
        decade(tokens, index, isSign(tokens, index + 1, "'’‘") ? index + 2 : index + 1) ??
        century(tokens, index, index + 1)
      );
    default:
      return undefined;
  }
}

function nthWeekdayAfterThe(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is === 'ordinal') return nthWeekdayOfMonth(tokens, index, entry.n);
  return entry?.word === 'last' ? nthWeekdayOfMonth(tokens, index, -1) : undefined;
}

/** "the first Tuesday in November", "the last Sunday of May 2016", from its number on. */
function nthWeekdayOfMonth(tokens: Tokens, index: number, nth: number): Match | undefined {
  const day = tokens.entries[index + 1];
  const joint = wordOf(tokens, index + 2);
  const month = tokens.entries[index + 3];
  const end = endOfMonth(tokens, index + 3);
  if (nth > 5 || day?.is !== 'weekday' || (joint !== 'in' && joint !== 'of')) return undefined;
  if (month?.is !== 'month' || end === undefined) return undefined;
  const year = yearAfter(tokens, end);
  return {
    end: year ? year.end : end,
    type: 'DATE',
    meaning: {
      is: 'nth weekday',
      nth,
      weekday: day.weekday,
      month: month.month,
      ...(year ? { year: year.year } : {}),
    },
  };
}

/** "Sunday, January 4", "Sunday 4 January", "Sunday the 4th of January". */
function afterWeekday(tokens: Tokens, index: number, weekday: number): Match | undefined {
  let at = index + 1;
  if (isSign(tokens, at, '.') && isGlued(tokens, at)) at += 1;
  if (isSign(tokens, at, ',')) at += 1;
  if (wordOf(tokens, at) === 'the') at += 1;
  const entry = tokens.entries[at];
  const date =
    entry?.is === 'month'
      ? monthFirst(tokens, at)
      : entry?.is === 'number' || entry?.is === 'ordinal'
        ? dayFirst(tokens, at, at)
        : undefined;
  if (!date || date.stated?.day === undefined) return undefined;
  const stated = { ...date.stated, weekday };
  return { ...date, stated, parts: { ...date.parts, weekday: spanOf(tokens, index) } };
}

/** The token after a month's name and its stop; undefined where the word is no month here. */
function endOfMonth(tokens: Tokens, index: number): number | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'month') return undefined;
  const needsCapital =
    entry.isShort || entry.word === 'may' || entry.word === 'march' || entry.word === 'august';
  if (needsCapital && !isCapital(tokens, index)) return undefined;
  const hasStop = entry.isShort && isSign(tokens, index + 1, '.') && isGlued(tokens, index + 1);
  return hasStop ? index + 2 : index + 1;
}

/** "January 4", "Jan. 4-7, 2016", "January 4th to 7th", "January 2026", "January". */
function monthFirst(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  const end = endOfMonth(tokens, index);
  if (entry?.is !== 'month' || end === undefined) return undefined;
  const at = wordOf(tokens, end) === 'the' ? end + 1 : end;
  const day = dayAt(tokens, at);
  if (day === undefined || isYearAt(tokens, at)) return monthAlone(tokens, index, end, entry.month);
  const month = { month: entry.month, at: spanOf(tokens, index) };
  const range = rangeOfDays(tokens, at + 1);
  const year = yearAfter(tokens, range ? range.index + 1 : at + 1);
  if (!year && entry.month === 9 && day === 11 && isAttackOf2001(tokens, at + 1)) {
    const stated = { month: 9, day };
    return {
      end: at + 1,
      type: 'DATE',
      meaning: { is: 'calendar', year: 2001, ...stated },
      stated,
      parts: { month: month.at },
    };
  }
  const first = dateMatch(at + 1, { day, at: spanOf(tokens, at) }, month, range ? undefined : year);
  if (!range) return first;
  const second = dateMatch(range.index + 1, { day: range.day, at: spanOf(tokens, range.index) }, month, year);
  return { ...first, ...withYear(first, year), next: { ...second, start: range.index } };
}

/** "the Sept. 11 attacks": the one date that news copy cites without its year. */
function isAttackOf2001(tokens: Tokens, index: number): boolean {
  return /^,? (?:terrorist |terror )?attacks/.test(
    tokens.text.slice(tokens.ends[index - 1], (tokens.ends[index - 1] ?? 0) + 24),
  );
}

/** The year that stands once, at the end of a range, is meant for both days. */
function withYear(match: Match, year: Year | undefined): Partial<Match> {
  return year && match.meaning.is === 'calendar' ? { meaning: { ...match.meaning, year: year.year } } : {};
}

/** "4 January", "4th of January 2026", "4-7 January", "the 4th of January". */
function dayFirst(tokens: Tokens, start: number, index: number): Match | undefined {
  const day = dayAt(tokens, index) ?? dayInWords(tokens, index);
  if (day === undefined || isInsideFigure(tokens, index)) return undefined;
  const range = start === index ? rangeOfDays(tokens, index + 1) : undefined;
  let at = (range?.index ?? index) + 1;
  if (wordOf(tokens, at) === 'of') at += 1;
  if (!range && isSign(tokens, at, HYPHENS) && isGlued(tokens, at)) at += 1;
  const entry = tokens.entries[at];
  const end = endOfMonth(tokens, at);
  if (entry?.is !== 'month' || end === undefined) return undefined;
  const month = { month: entry.month, at: spanOf(tokens, at) };
  const year = yearAfter(tokens, end);
  if (!range) return dateMatch(end, { day, at: spanOf(tokens, index) }, month, year);
  const second = dateMatch(end, { day: range.day, at: spanOf(tokens, range.index) }, month, year);
  const first = dateMatch(index + 1, { day, at: spanOf(tokens, index) }, month, undefined);
  return { ...first, ...withYear(first, year), next: { ...second, start: range.index } };
}

interface Year {
  readonly year: number;
  readonly at: Span;
  readonly end: number;
}

function dateMatch(
  end: number,
  { day, at }: { readonly day: number; readonly at: Span },
  month: { readonly month: number; readonly at: Span },
  year: Year | undefined,
): Match {
  const stated: StatedDate = { day, month: month.month, ...(year ? { year: year.year } : {}) };
  const parts: Parts = { day: at, month: month.at, ...(year ? { year: year.at } : {}) };
  return { end: year ? year.end : end, type: 'DATE', meaning: { is: 'calendar', ...stated }, stated, parts };
}

/** A day of the month in figures; 0 and 45 are none, but 31 is one in April. */
function dayAt(tokens: Tokens, index: number): number | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'number' && entry?.is !== 'ordinal') return undefined;
  if (entry.n < 1 || entry.n > 39 || entry.digits === 0 || entry.digits > 2) return undefined;
  // "May 4.5 million", "March 1,000", "April 5%", "June 10:30".
  const goesOn =
    isGlued(tokens, index + 1) && isSign(tokens, index + 1, '.,:%/') && isFigure(tokens, index + 2);
  if (goesOn && isGlued(tokens, index + 2)) return undefined;
  return isSign(tokens, index + 1, '%') ? undefined : entry.n;
}

/** "the fourth of July", "Fourth of July". */
function dayInWords(tokens: Tokens, index: number): number | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'ordinal' || entry.digits > 0 || wordOf(tokens, index + 1) !== 'of') return undefined;
  return isCapital(tokens, index) || wordOf(tokens, index - 1) === 'the' ? entry.n : undefined;
}

function isFigure(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? -1);
  return code >= 0x30 && code <= 0x39;
}

/** "-7", "to 7", "and 8" after a day: the second day of the same month. */
function rangeOfDays(
  tokens: Tokens,
  index: number,
): { readonly index: number; readonly day: number } | undefined {
  const word = wordOf(tokens, index);
  const at =
    skipRangeSign(tokens, index) ?? (word === 'and' || isSign(tokens, index, '/&') ? index + 1 : undefined);
  if (at === undefined) return undefined;
  const day = dayAt(tokens, at);
  const next = tokens.entries[at + 1];
  // "January 4 to 10 a.m.", "May 2 and 3 people".
  if (day === undefined || next?.word === 'a.m.' || next?.word === 'p.m.' || next?.word === 'am')
    return undefined;
  if (word === 'and' && !isClosed(tokens, at + 1)) return undefined;
  return { index: at, day };
}

/** Whether no noun follows that a figure could count. */
function isClosed(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count) return true;
  const entry = tokens.entries[index];
  if (entry) return entry.is !== 'unit' && entry.is !== 'number' && entry.is !== 'vague';
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? 0) | 0x20;
  return code < 0x61 || code > 0x7a || VERB.test(textOf(tokens, index));
}

/** "May 10 and 11 were holidays", "June 28 and 29 in Osaka". */
const VERB = /^(?:is|are|was|were|will|would|has|have|had|in|at|on|for|as|when|while|after|before|with)$/;

/** ", 2026", " 2026", " of 2026", ", '98" after a month or a day. */
function yearAfter(tokens: Tokens, index: number): Year | undefined {
  let at = isSign(tokens, index, ',') || wordOf(tokens, index) === 'of' ? index + 1 : index;
  if (at === index && isSign(tokens, at, '/-') && isGlued(tokens, at)) at += 1;
  const entry = tokens.entries[at];
  if (entry?.is !== 'number') return undefined;
  const bc = beforeChrist(tokens, at + 1);
  if (bc !== undefined && entry.digits > 0 && at === index) return undefined;
  if (!isYearAt(tokens, at)) return undefined;
  return { year: entry.n, at: spanOf(tokens, at), end: at + 1 };
}

/** Four or five figures that can be a year and are no part of a longer number. */
function isYearAt(tokens: Tokens, index: number): boolean {
  const entry = tokens.entries[index];
  if (entry?.is !== 'number' || entry.digits < 4) return false;
  const goesOn =
    isGlued(tokens, index + 1) && isSign(tokens, index + 1, '.,:%/') && isGlued(tokens, index + 2);
  return !(goesOn && (isFigure(tokens, index + 2) || isSign(tokens, index + 1, '%')));
}

/** A month without a day: "May 2026", "April 480 BC", "in May". */
function monthAlone(tokens: Tokens, index: number, end: number, month: number): Match | undefined {
  const at = spanOf(tokens, index);
  const ancient = tokens.entries[end];
  const bc = ancient?.is === 'number' && ancient.digits > 0 ? beforeChrist(tokens, end + 1) : undefined;
  if (ancient?.is === 'number' && bc !== undefined)
    return fixed(bc, 'DATE', `${ancientYear(ancient.n)}-${String(month).padStart(2, '0')}`);
  const year = yearAfter(tokens, end);
  if (!year && !isMonthByItself(tokens, index, end)) return undefined;
  return {
    end: year ? year.end : end,
    type: 'DATE',
    meaning: { is: 'calendar', month, ...(year ? { year: year.year } : {}) },
    stated: { month, ...(year ? { year: year.year } : {}) },
    parts: { month: at, ...(year ? { year: year.at } : {}) },
  };
}

/** "May" and "March" are months after the words that months follow; "April Jones" is somebody. */
function isMonthByItself(tokens: Tokens, index: number, end: number): boolean {
  const entry = tokens.entries[index];
  if (entry?.is !== 'month') return false;
  if (!isCapital(tokens, index) && entry.word !== 'december' && entry.word.length < 7) return false;
  const last = wordOf(tokens, index - 1);
  const previous = tokens.entries[index - 1];
  const isHyphened = isSign(tokens, index - 1, HYPHENS) && isGlued(tokens, index);
  const leads =
    (last !== undefined && BEFORE_MONTHS.has(last)) ||
    previous?.is === 'which' ||
    previous?.is === 'edge' ||
    (isHyphened && tokens.entries[index - 2] !== undefined) ||
    ((last === 'and' || last === 'to' || last === 'or') && tokens.entries[index - 2]?.is === 'month');
  if (entry.word === 'may' || entry.word === 'march') {
    if (leads && !(last === 'of' && isSign(tokens, index + 1, "’'"))) return !isFollowedByName(tokens, end);
    return (last === 'the' || last === 'a') && entry.word === 'may' && isSmallWord(tokens, end);
  }
  if (entry.isShort) return leads || isSign(tokens, index + 1, '.');
  return leads || !isFollowedByName(tokens, end) || entry.word.length > 6;
}

const BEFORE_MONTHS = new Set(
  'in since until till by from of during through after before between last next this'.split(' '),
);

function isFollowedByName(tokens: Tokens, index: number): boolean {
  return isCapital(tokens, index) && tokens.entries[index] === undefined && !isGlued(tokens, index);
}

function isSmallWord(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? -1);
  return code >= 0x61 && code <= 0x7a && wordOf(tokens, index) === undefined;
}

/** "on the 4th": only where nothing follows that could be the fourth. */
function bareDay(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index + 1];
  const last = textOf(tokens, index - 1).toLowerCase();
  if (entry?.is !== 'ordinal' || entry.digits === 0 || entry.n > 31) return undefined;
  if (last !== 'on' && last !== 'from' && last !== 'until' && last !== 'by' && last !== 'to')
    return undefined;
  const end = index + 2;
  const closes = end >= tokens.count || isSign(tokens, end, '.,;:)') || wordOf(tokens, end) === 'to';
  if (!closes) return undefined;
  return {
    end,
    type: 'DATE',
    meaning: { is: 'calendar', day: entry.n },
    stated: { day: entry.n },
    parts: { day: spanOf(tokens, index + 1) },
  };
}

/** "2026-01-04", "7/8/07", "04/01/2026": figures alone; month first, as where it can only be so. */
function numericDate(tokens: Tokens, index: number): Match | undefined {
  if (isNineEleven(tokens, index)) return fixed(index + 3, 'DATE', '2001-09-11');
  const [a, sign, b, sign2, c] = [0, 1, 2, 3, 4].map((it) => textOf(tokens, index + it));
  if (a === undefined || b === undefined || c === undefined || sign === undefined || sign !== sign2)
    return undefined;
  if (sign.length !== 1 || !'-/.'.includes(sign) || isInsideFigure(tokens, index)) return undefined;
  if (![1, 2, 3, 4].every((it) => isGlued(tokens, index + it))) return undefined;
  if (!/^\d{1,4}$/.test(a) || !/^\d{1,2}$/.test(b) || !/^\d{1,4}$/.test(c)) return undefined;
  if (isGlued(tokens, index + 5) && isSign(tokens, index + 5, '-/.:') && isFigure(tokens, index + 6))
    return undefined;
  const at = (offset: number) => spanOf(tokens, index + offset);
  if (a.length === 4 && sign !== '.') {
    if (c.length > 2 || Number(b) > 12 || Number(b) < 1) return undefined;
    const stated = { year: Number(a), month: Number(b), day: Number(c) };
    return calendar(index + 5, stated, { year: at(0), month: at(2), day: at(4) });
  }
  if (a.length > 2 || (c.length !== 2 && c.length !== 4) || sign === '-') return undefined;
  const year = c.length === 4 ? Number(c) : Number(c) > 40 ? 1900 + Number(c) : 2000 + Number(c);
  const isDayFirst = sign === '.' || Number(a) > 12;
  const [month, day] = isDayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const parts = isDayFirst
    ? { day: at(0), month: at(2), year: at(4) }
    : { month: at(0), day: at(2), year: at(4) };
  return calendar(index + 5, { year, month, day }, parts);
}

/** "9/11": the one day that news copy writes so. */
function isNineEleven(tokens: Tokens, index: number): boolean {
  const start = tokens.starts[index] ?? 0;
  return /^9\/11(?![\d/-])/.test(tokens.text.slice(start, start + 5)) && !isInsideFigure(tokens, index);
}

function calendar(end: number, stated: StatedDate, parts: Parts): Match {
  return { end, type: 'DATE', meaning: { is: 'calendar', ...stated }, stated, parts };
}

/** "2019", "1915-17", "'98" is read by its apostrophe, "499 BC". */
export function yearAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'number' || entry.digits === 0 || isInsideFigure(tokens, index)) return undefined;
  const bc = beforeChrist(tokens, index + 1);
  if (bc !== undefined) return fixed(bc, 'DATE', ancientYear(entry.n));
  const at = skipRangeSign(tokens, index + 1);
  const to = at === undefined ? undefined : tokens.entries[at];
  const toBc = at === undefined || to?.is !== 'number' ? undefined : beforeChrist(tokens, at + 1);
  if (at !== undefined && to?.is === 'number' && toBc !== undefined && entry.digits > 1)
    return {
      ...fixed(index + 1, 'DATE', ancientYear(entry.n)),
      next: { ...fixed(toBc, 'DATE', ancientYear(to.n)), start: at },
    };
  const isCut =
    entry.digits === 2 && /['’‘]/.test(before(tokens, index)) && !/[\w]/.test(charAt(tokens, index, -2));
  if (isCut) {
    if (isGlued(tokens, index + 1) && !isSign(tokens, index + 1, '.,;:)-–')) return undefined;
    return yearMatch(tokens, index, index + 1, entry.n > 30 ? 1900 + entry.n : 2000 + entry.n);
  }
  if (entry.digits !== 4 || entry.n < 1000 || entry.n > 2199) return undefined;
  if (!isYearAt(tokens, index) || countsSomething(tokens, index)) return undefined;
  const year = yearMatch(tokens, index, index + 1, entry.n);
  if (at === undefined || to?.is !== 'number' || (to.digits !== 2 && to.digits !== 4)) return year;
  const until = to.digits === 4 ? to.n : Math.floor(entry.n / 100) * 100 + to.n;
  if (until <= entry.n || until > 2199 || (to.digits === 2 && !isGlued(tokens, at)) || !isYearEnd(tokens, at))
    return year;
  return { ...year, next: { ...yearMatch(tokens, at, at + 1, until), start: at } };
}

function charAt(tokens: Tokens, index: number, offset: number): string {
  return tokens.text.charAt((tokens.starts[index] ?? 0) + offset);
}

function isYearEnd(tokens: Tokens, index: number): boolean {
  return !(isGlued(tokens, index + 1) && isSign(tokens, index + 1, '.,:%/') && isFigure(tokens, index + 2));
}

function yearMatch(tokens: Tokens, index: number, end: number, year: number): Match {
  return {
    end,
    type: 'DATE',
    meaning: { is: 'calendar', year },
    stated: { year },
    parts: { year: spanOf(tokens, index) },
  };
}

/** "1500 people", "2000 miles", "1917-style"; but "in 1917 troops". */
function countsSomething(tokens: Tokens, index: number): boolean {
  const previous = textOf(tokens, index - 1).toLowerCase();
  if (NUMBERED.has(previous) || (previous === '.' && /^nos?$/i.test(textOf(tokens, index - 2)))) return true;
  if (BEFORE_YEARS.has(previous)) return false;
  const next = tokens.entries[index + 1];
  if (next?.is === 'unit' || next?.is === 'number') return true;
  // "the Russell 2000 Index".
  const isAmongNames = isFollowedByName(tokens, index - 1) && isFollowedByName(tokens, index + 1);
  if (isAmongNames && index > 1) return true;
  if (isGlued(tokens, index)) {
    const sign = before(tokens, index);
    if (/[A-Za-z]/.test(sign) || (DASHES.includes(sign) && isFigure(tokens, index - 2))) return true;
  }
  return (
    /^(?:[a-z]+s|people|men|women|percent|kilomet\w+|troops|feet)$/.test(textOf(tokens, index + 1)) &&
    !isGlued(tokens, index + 1)
  );
}

const BEFORE_YEARS = new Set(
  'in of since by from until till during through early late mid year fiscal around after before the back circa'.split(
    ' ',
  ),
);
const NUMBERED = new Set('no number room flight route highway page section chapter article model'.split(' '));

/** The token after "BC", where it stands. */
function beforeChrist(tokens: Tokens, index: number): number | undefined {
  const word = wordOf(tokens, index);
  if (word === 'bc' || word === 'bce' || word === 'b.c.') return index + 1;
  return undefined;
}

function ancientYear(year: number): string {
  return `BC${String(year).padStart(4, '0')}`;
}

/** "the 1980s", "the '80s", "the eighties". */
function decade(tokens: Tokens, start: number, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'decade' || isInsideFigure(tokens, index)) return undefined;
  const isFull = /^\d{4}/.test(entry.word);
  const isCut = /['’‘]/.test(before(tokens, index));
  const isNamed = start < index && !/^\d/.test(entry.word);
  // "the mid-80s", but "in her mid-80s".
  const edge = isSign(tokens, index - 1, HYPHENS) ? index - 2 : index - 1;
  const isEdged = tokens.entries[edge]?.is === 'edge' && wordOf(tokens, edge - 1) === 'the';
  if (!isFull && !isCut && !isNamed && !isEdged && start === index) return undefined;
  return fixed(index + 1, 'DATE', String(Math.floor(entry.n / 10)));
}

/** "the 19th century", "the nineteenth century", "21st-century". */
function century(tokens: Tokens, start: number, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'ordinal') return undefined;
  const at = isSign(tokens, index + 1, HYPHENS) ? index + 2 : index + 1;
  const unit = tokens.entries[at];
  if (
    unit?.is !== 'unit' ||
    unit.unit !== 'CE' ||
    unit.isPlural ||
    (start === index && at === index + 1 && entry.digits === 0)
  )
    return undefined;
  const bc = beforeChrist(tokens, at + 1);
  const value =
    bc === undefined ? String(entry.n - 1).padStart(2, '0') : `BC${String(entry.n - 1).padStart(2, '0')}`;
  return fixed(bc ?? at + 1, 'DATE', value);
}
