/** The Gregorian calendar on plain numbers: no clock, no time zone, no JavaScript `Date`. */

import type { CalendarDate, StatedDate } from '../model.ts';

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Days since 1 January 1970, negative before. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * `days_from_civil`: years start in March, so that the leap day is the last of its year.
 */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of {@link dayNumber} (`civil_from_days` of the same source). */
export function dateOfDayNumber(days: number): CalendarDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day of another month; the month's last day where it has no such day. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) };
}

/** Days from one date to another; positive where `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The day of the month that is the nth weekday of its kind, the last for -1; it may lie behind the month's end. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const days = daysInMonth(year, month);
  if (nth < 0) return days - ((weekdayOf({ year, month, day: days }) - weekday + 7) % 7);
  return 1 + ((weekday - weekdayOf({ year, month, day: 1 }) + 7) % 7) + 7 * (nth - 1);
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** The day nearest to a date that falls on a weekday. */
export function nearestOn(date: CalendarDate, weekday: number): CalendarDate {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return addDays(date, ahead <= 3 ? ahead : ahead - 7);
}

/** ISO 8601 week: the week's year and its number. */
export function isoWeekOf(date: CalendarDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 3 - ((weekdayOf(date) + 6) % 7));
  const firstDay = dayNumber({ year: thursday.year, month: 1, day: 1 });
  return { year: thursday.year, week: 1 + Math.floor((dayNumber(thursday) - firstDay) / 7) };
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** `2026-01-04`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Reads `2026-01-04`; undefined for anything else and for days that no calendar has. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDate(date) ? date : undefined;
}

/** The month that a name or abbreviation begins ("Jan.", "sept"); undefined where none does. */
function monthNamed(name: string): number | undefined {
  const key = name.slice(0, 3).toLowerCase();
  const index = key.length < 3 ? -1 : MONTHS.findIndex((it) => it.toLowerCase().startsWith(key));
  return index < 0 ? undefined : index + 1;
}

/** Reads a full date as datelines and front matter print it: "Jan. 5, 2026", "5 January 2026", "2026-01-05". */
export function parseFullDate(text: string): CalendarDate | undefined {
  const iso = /\d{4}-\d\d-\d\d/.exec(text);
  if (iso) return parseIsoDate(iso[0]);
  const match =
    /(?<month>\p{L}{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})|(?<day2>\d{1,2}) (?<month2>\p{L}{3,9})\.?,? (?<year2>\d{4})/u.exec(
      text,
    );
  const groups = match?.groups;
  const month = monthNamed(groups?.month ?? groups?.month2 ?? '');
  if (!groups || month === undefined) return undefined;
  const date = { year: Number(groups.year ?? groups.year2), month, day: Number(groups.day ?? groups.day2) };
  return isCalendarDate(date) ? date : undefined;
}

/** "Sunday 4 January 2026": unambiguous on both sides of the Atlantic. */
export function longDate(date: CalendarDate): string {
  return `${weekdayName(weekdayOf(date))} ${date.day} ${MONTHS[date.month - 1] ?? ''} ${date.year}`;
}

/**
 * The year in which a date without a year lies nearest to a day: at most half a year before or after.
 * A 29 February that the nearest year does not have stays in that year, for a rule to report.
 */
export function nearestYear({ month = 1, day = 1 }: StatedDate, near: CalendarDate): number {
  const distance = (year: number) =>
    Math.abs(daysBetween(near, { year, month, day: Math.min(day, daysInMonth(year, month) || 1) }));
  return [near.year - 1, near.year, near.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}
