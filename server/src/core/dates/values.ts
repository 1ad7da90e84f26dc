/** TIMEX3 values of days, and of the weeks, months, quarters, years and centuries that hold them. */

import type { CalendarDate } from '../model.ts';
import { addDays, addMonths, isoDate, isoWeekOf } from './calendar.ts';
import type { Unit } from './lexicon.ts';

const pad = (n: number, length = 2) => String(n).padStart(length, '0');

/** What words state of a day, with `X` for what they leave open: `XXXX-01-04`, `2026-05`, `XXXX-XX-04`. */
export function partialDate(year: number | undefined, month?: number, day?: number): string {
  const y = year === undefined ? 'XXXX' : pad(year, 4);
  if (month === undefined && day === undefined) return y;
  const m = month === undefined ? 'XX' : pad(month);
  return day === undefined ? `${y}-${m}` : `${y}-${m}-${pad(day)}`;
}

/** `XXXX-WXX-2`: a weekday of no known week. ISO weeks end on Sunday, their seventh day. */
export function openWeekday(weekday: number): string {
  return `XXXX-WXX-${weekday === 0 ? 7 : weekday}`;
}

/** The day, week, month, quarter, year, decade or century so many units away from a day. */
export function valueAway(from: CalendarDate, unit: Unit, by: number): string {
  switch (unit) {
    case 'D':
      return isoDate(addDays(from, Math.round(by)));
    case 'W':
      return Number.isInteger(by)
        ? weekOf(addDays(from, 7 * by))
        : isoDate(addDays(from, Math.round(7 * by)));
    case 'WE':
      return `${weekOf(addDays(from, 7 * Math.round(by)))}-WE`;
    case 'M':
      return isoDate(addMonths(from, Math.round(by))).slice(0, -3);
    case 'Q':
      return quarterOf(addMonths(from, 3 * Math.round(by)));
    case 'Y':
      return Number.isInteger(by)
        ? pad(from.year + by, 4)
        : isoDate(addMonths(from, Math.round(12 * by))).slice(0, -3);
    case 'DE':
      return pad(Math.floor(from.year / 10) + Math.round(by), 3);
    case 'CE':
      return pad(Math.floor(from.year / 100) + Math.round(by), 2);
    default:
      return isoDate(from);
  }
}

/** The same where no day is known: what the words say of it. */
export function openValue(unit: Unit): string {
  return OPEN[unit] ?? 'XXXX-XX-XX';
}

const OPEN: { readonly [unit in Unit]?: string } = {
  W: 'XXXX-WXX',
  WE: 'XXXX-WXX-WE',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
};

function weekOf(date: CalendarDate): string {
  const { year, week } = isoWeekOf(date);
  return `${pad(year, 4)}-W${pad(week)}`;
}

function quarterOf({ year, month }: CalendarDate): string {
  return `${pad(year, 4)}-Q${quarterNumber(month)}`;
}

export function quarterNumber(month: number): number {
  return Math.ceil(month / 3);
}
