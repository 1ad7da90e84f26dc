/** Holidays by name, and the days on which they fall. */

import type { CalendarDate } from '../model.ts';
import { addDays, nthWeekday } from './calendar.ts';
import type { Match } from './grammar.ts';
import { isCapital, type Tokens } from './tokens.ts';

/** Their names in small letters, longest first where one begins another. */
const NAMES: readonly (readonly [name: string, month: number, day: (year: number) => number])[] = [
  ['christmas eve', 12, () => 24],
  ['christmas day', 12, () => 25],
  ['christmas', 12, () => 25],
  ['boxing day', 12, () => 26],
  ["new year's eve", 12, () => 31],
  ["new year's day", 1, () => 1],
  ["valentine's day", 2, () => 14],
  ['independence day', 7, () => 4],
  ['halloween', 10, () => 31],
  ['veterans day', 11, () => 11],
  ['thanksgiving day', 11, (year) => nthWeekday(year, 11, 4, 4)],
  ['thanksgiving', 11, (year) => nthWeekday(year, 11, 4, 4)],
  ['labor day', 9, (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', 5, (year) => nthWeekday(year, 5, 1, -1)],
  ['good friday', 0, () => -2],
  ['easter sunday', 0, () => 0],
  ['easter monday', 0, () => 1],
  ['easter', 0, () => 0],
];

/** The name of a holiday that begins at a token. */
export function holidayAt(tokens: Tokens, index: number): Match | undefined {
  if (tokens.entries[index]?.is !== 'holiday' || !isCapital(tokens, index)) return undefined;
  const start = tokens.starts[index] ?? 0;
  const words = tokens.text
    .slice(start, start + LONGEST)
    .toLowerCase()
    .replace(/’/g, "'");
  const found = NAMES.find(
    ([name]) => words.startsWith(name) && !/^[\p{L}\p{N}]/u.test(words.slice(name.length)),
  );
  if (!found) return undefined;
  let end = index;
  while (end < tokens.count && (tokens.ends[end] ?? 0) < start + found[0].length) end++;
  const year = tokens.entries[end + 1];
  const hasYear = year?.is === 'number' && year.digits === 4 && year.n > 1500 && year.n < 2200;
  return {
    end: hasYear ? end + 2 : end + 1,
    type: 'DATE',
    meaning: { is: 'holiday', name: found[0], ...(hasYear ? { year: year.n } : {}) },
  };
}

const LONGEST = 20;

/** The day of a holiday in a year; undefined for a name that is none. */
export function dayOfHoliday(name: string, year: number): CalendarDate | undefined {
  const found = NAMES.find((it) => it[0] === name);
  if (!found) return undefined;
  const [, month, day] = found;
  return month === 0 ? addDays(easter(year), day(year)) : { year, month, day: day(year) };
}

/** The Gregorian Easter Sunday, by the anonymous algorithm (Meeus, "Astronomical Algorithms", chapter 8). */
export function easter(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 };
}
