/** Resolves what paragraphs state of dates, by the day the text is written for and by what the text told before. */

import type { CalendarDate, DateMention, Span } from '../model.ts';
import { makeRow, type Row } from '../recall.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  isCalendarDate,
  isoDate,
  longDate,
  nearestYear,
  nthWeekday,
  weekdayOf,
} from './calendar.ts';
import { dayOfHoliday } from './holidays.ts';
import type { DateReading, Look, Meaning, Shift } from './meaning.ts';
import { openValue, openWeekday, partialDate, quarterNumber, valueAway } from './values.ts';

/** One paragraph with what it states of dates. */
export interface DatedParagraph {
  readonly paragraph: Paragraph;
  readonly dates: readonly DateReading[];
}

/** What a date comes to. */
interface Resolution {
  readonly value: string;
  readonly day?: CalendarDate;
  readonly why?: string;
}

/** The last point in time that the text told of. */
interface Point {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

interface Context {
  /** The day the text is written for. */
  readonly written: CalendarDate;
  /** What the story told last, where that counts for the date at hand. */
  readonly story: Point | undefined;
  /** Whether open years follow the story rather than the day of publication. */
  readonly isTale: boolean;
}

/** A paragraph's dates, and where the story stands after it. */
export interface ResolvedParagraph {
  readonly mentions: readonly DateMention[];
  readonly story: Point | undefined;
}

/**
 * The dates of each of a text's paragraphs, in reading order. Without a written-for date nothing relative is resolved.
 * The dates of a paragraph are the same as in an earlier reading where what they were resolved from is.
 */
export function resolveDates(
  paragraphs: readonly DatedParagraph[],
  writtenFor: CalendarDate | undefined,
  previous?: Row<ResolvedParagraph>,
): Row<ResolvedParagraph> {
  const isTale = writtenFor !== undefined && tellsOfOtherYears(paragraphs, writtenFor);
  const year = isTale ? firstYear(paragraphs) : undefined;
  const opening: Point | undefined = year === undefined ? undefined : { year };
  return makeRow(
    {
      wholes: [writtenFor && isoDate(writtenFor), isTale, year],
      lists: [paragraphs],
      make: ([it], last) => resolveParagraph(it, writtenFor, isTale, last && isTale ? last.story : opening),
      leavesSame: (a, b) => !isTale || isSamePoint(a?.story, b?.story),
    },
    previous,
  );
}

function isSamePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;
}

function resolveParagraph(
  { paragraph, dates }: DatedParagraph,
  writtenFor: CalendarDate | undefined,
  isTale: boolean,
  from: Point | undefined,
): ResolvedParagraph {
  let story = from;
  let isPast = false;
  const mentions = dates.map((date) => {
    const context = writtenFor && {
      written: writtenFor,
      story,
      isTale: isTale || (isPast && date.looks === 'back'),
    };
    const resolution = resolve(date, context);
    const mention = mentionOf(paragraph, date, resolution);
    const point = context && movesStory(date, isTale, story) ? pointOf(resolution.value) : undefined;
    if (!point || isAside(date, point, isTale, story)) return mention;
    story = point;
    // A year that a paragraph states holds for the months that follow, until it comes back to today.
    if (date.stated.year !== undefined)
      isPast = date.stated.year < (writtenFor?.year ?? 0) && date.stated.month !== undefined;
    else if (date.meaning.is === 'weekday' || date.meaning.is === 'shift') isPast = false;
    return mention;
  });
  return { mentions, story };
}

function mentionOf(paragraph: Paragraph, date: DateReading, { value, day, why }: Resolution): DateMention {
  const shift = (it: Span): Span => paragraph.at(it.start, it.end);
  return {
    kind: 'date',
    paragraph,
    span: shift(date.span),
    text: date.text,
    type: date.type,
    stated: date.stated,
    parts: Object.fromEntries(Object.entries(date.parts).map(([part, at]) => [part, shift(at)])),
    value,
    resolved: day,
    why,
  };
}

/**
 * A text of years long gone ("in June" after "on 1 September 1939") names them, and hardly ever today. A life is no such
 * text: an obituary comes from the day of death to the year of birth and back.
 */
function tellsOfOtherYears(paragraphs: readonly DatedParagraph[], written: CalendarDate): boolean {
  let named = 0;
  let today = 0;
  for (const { dates } of paragraphs) {
    for (const { meaning, stated } of dates) {
      if (stated.year !== undefined && stated.year < written.year - 1) named++;
      else if (meaning.is === 'weekday' || (meaning.is === 'shift' && meaning.shift.from === 'publication'))
        today++;
    }
  }
  return named >= 4 && named > 3 * today && !paragraphs.slice(0, HEAD).some(tellsOfDeath);
}

/** In how many of its first paragraphs an obituary says that somebody died, and at what age. */
const HEAD = 4;

function tellsOfDeath({ paragraph: { text } }: DatedParagraph): boolean {
  return /\b(?:died|dead|death|dies)\b/i.test(text) && /\b(?:aged|at the age of|at|was) \d{2}\b/.test(text);
}

function firstYear(paragraphs: readonly DatedParagraph[]): number | undefined {
  for (const { dates } of paragraphs)
    for (const { stated } of dates) if (stated.year !== undefined) return stated.year;
  return undefined;
}

/** In a tale, what counts from the day of publication ("today", "now 30 years ago") is no step of the tale. */
function movesStory({ meaning }: DateReading, isTale: boolean, story: Point | undefined): boolean {
  if (!isTale || story === undefined) return true;
  return (
    meaning.is !== 'weekday' &&
    meaning.is !== 'fixed' &&
    !(meaning.is === 'shift' && meaning.shift.from === 'publication')
  );
}

/** "the heaviest defeat since 1812": a bare year far from the tale is a comparison. */
function isAside({ stated }: DateReading, point: Point, isTale: boolean, story: Point | undefined): boolean {
  if (!isTale || !story || stated.month !== undefined || stated.year === undefined) return false;
  return Math.abs(point.year - story.year) > FAR;
}

const FAR = 12;

/** The point in time of a value that is one: a day, a month, a year; a week lies in no one month. */
function pointOf(value: string): Point | undefined {
  const match = /^(\d{4,5})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|(SP|SU|FA|WI)|H([12])))?(?:T|$)/.exec(value);
  if (!match) return undefined;
  const season = SEASON_MONTHS[match[5] ?? ''];
  const month =
    match[2] !== undefined ? Number(match[2]) : match[4] !== undefined ? 3 * Number(match[4]) - 1 : season;
  return {
    year: Number(match[1]),
    ...(month === undefined ? {} : { month }),
    ...(match[3] === undefined ? {} : { day: Number(match[3]) }),
  };
}

/** A month in the middle of each season; a winter begins its year. */
const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 1 };

function resolve(date: DateReading, context: Context | undefined): Resolution {
  const resolution = context ? resolveMeaning(date, date.meaning, context) : openResolution(date.meaning);
  if (date.clock === undefined) return resolution;
  const day = /^(?:[\dX]{4,5}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)$/.test(resolution.value)
    ? resolution.value
    : 'XXXX-XX-XX';
  return { ...resolution, value: day + date.clock };
}

/** What the words alone say. */
function openResolution(meaning: Meaning): Resolution {
  switch (meaning.is) {
    case 'fixed':
      return { value: meaning.value };
    case 'calendar':
      return stated(meaning.year, meaning.month, meaning.day);
    case 'weekday':
      return { value: openWeekday(meaning.weekday) };
    case 'nth weekday':
      return meaning.year === undefined
        ? { value: partialDate(undefined, meaning.month) }
        : onNthWeekday(meaning, meaning.year);
    case 'season':
      return { value: `${partialDate(meaning.year)}-${meaning.code}` };
    case 'shift':
      return { value: openValue(meaning.unit) };
    case 'holiday':
      return onHoliday(meaning.name, meaning.year);
    case 'clock':
      return { value: 'XXXX-XX-XX' };
  }
}

function stated(year: number | undefined, month?: number, day?: number): Resolution {
  const value = partialDate(year, month, day);
  if (year === undefined || month === undefined || day === undefined) return { value };
  const date = { year, month, day };
  return isCalendarDate(date) ? { value, day: date } : { value };
}

function onHoliday(name: string, year: number | undefined): Resolution {
  const day = year === undefined ? undefined : dayOfHoliday(name, year);
  return day ? { value: isoDate(day), day } : { value: 'XXXX-XX-XX' };
}

function onNthWeekday(
  { nth, weekday, month }: Extract<Meaning, { is: 'nth weekday' }>,
  year: number,
): Resolution {
  const day = { year, month, day: nthWeekday(year, month, weekday, nth) };
  return isCalendarDate(day) ? { value: isoDate(day), day } : { value: partialDate(year, month) };
}

function resolveMeaning(date: DateReading, meaning: Meaning, context: Context): Resolution {
  switch (meaning.is) {
    case 'fixed':
      return openResolution(meaning);
    case 'calendar':
      return resolveCalendar(date, meaning, context);
    case 'weekday':
      return resolveWeekday(meaning, date.looks, context);
    case 'nth weekday': {
      const { year, why } = openYear(date, meaning.month, undefined, context);
      return { ...onNthWeekday(meaning, meaning.year ?? year), why };
    }
    case 'season':
      return { value: `${partialDate(yearOfSeason(meaning, date.looks, context))}-${meaning.code}` };
    case 'shift':
      return resolveShift(meaning, date.looks, context);
    case 'holiday':
      return onHoliday(meaning.name, meaning.year ?? yearOfHoliday(meaning, date.looks, context));
    case 'clock': {
      const day = dayOfStory(context);
      return { value: isoDate(day), day, why: `it is the day that this paragraph told of last` };
    }
  }
}

/** The day the story is at: the one it told of last, else the day of publication. */
function dayOfStory({ story, written }: Context): CalendarDate {
  if (story?.month === undefined || story.day === undefined) return written;
  const day = { year: story.year, month: story.month, day: story.day };
  return isCalendarDate(day) ? day : written;
}

/** Some day of the story, exact as far as the story was. */
function baseOf(from: Shift['from'], { story, written }: Context): CalendarDate {
  if (from === 'publication' || !story) return written;
  if (story.month === undefined && story.year === written.year) return written;
  return { year: story.year, month: story.month ?? 1, day: story.day ?? 1 };
}

function resolveShift(
  meaning: Extract<Meaning, { is: 'shift' }>,
  looks: Look | undefined,
  context: Context,
): Resolution {
  const { unit, shift } = meaning;
  if (unit === 'WE' && shift.by === 0 && shift.from === 'story') {
    // "over the weekend", written on a working day, is the one that is over unless the verb looks ahead.
    const isOver = looks !== 'ahead' && weekdayOf(context.written) % 6 !== 0;
    return { value: valueAway(context.written, unit, isOver ? -1 : 0) };
  }
  if (unit === 'H' || unit === 'MIN' || unit === 'S') return { value: openValue('D') };
  const fromStory = shift.from === 'story' || (context.isTale && unit !== 'D');
  if (unit === 'Q' && shift.from === 'story' && !context.story) {
    return { value: valueAway(context.written, unit, shift.by - 1) };
  }
  const base = baseOf(fromStory ? 'story' : 'publication', context);
  const value = valueAway(base, unit, shift.by);
  if (unit !== 'D' || (fromStory && context.story && context.story.day === undefined)) {
    return unit === 'D' ? { value: partialDate(base.year, context.story?.month) } : { value };
  }
  const day = addDays(base, Math.round(shift.by));
  return {
    value,
    day,
    why: fromStory && context.story ? `it counts from ${longDate(base)}` : becauseWritten(context),
  };
}

function becauseWritten({ written }: Context): string {
  return `the draft is written for ${longDate(written)}`;
}

function resolveWeekday(
  { weekday, which, weeks = 0 }: Extract<Meaning, { is: 'weekday' }>,
  looks: Look | undefined,
  context: Context,
): Resolution {
  const base = which?.from === 'story' ? dayOfStory(context) : context.written;
  const ahead = (weekday - weekdayOf(base) + 7) % 7;
  const back = ahead === 0 ? 0 : ahead - 7;
  // "This Friday" is the one to come, unless the verb looks back.
  const isAhead = weeks > 0 || looks === 'ahead' || (which !== undefined && looks === undefined);
  const by =
    which === undefined || which.by === 0 ? (isAhead ? ahead : back) : which.by > 0 ? ahead || 7 : back || -7;
  const day = addDays(base, by + 7 * weeks);
  return { value: isoDate(day), day, why: whyWeekday(which, looks, context) };
}

function whyWeekday(which: Shift | undefined, looks: Look | undefined, context: Context): string {
  const written = becauseWritten(context);
  if (which && which.by !== 0) return written;
  if (looks === undefined) return `${written} and a weekday by itself is the last one`;
  return `${written} and the verb looks ${looks === 'ahead' ? 'forward' : 'back'}`;
}

function resolveCalendar(
  date: DateReading,
  meaning: Extract<Meaning, { is: 'calendar' }>,
  context: Context,
): Resolution {
  const { year, month, day, yearsFrom } = meaning;
  if (year !== undefined) return stated(year, month, day);
  if (yearsFrom) return stated(baseOf(yearsFrom.from, context).year + yearsFrom.by, month, day);
  if (month === undefined)
    return day === undefined ? { value: 'XXXX' } : dayOfOpenMonth(day, date.looks, context);
  const open = openYear(date, month, day, context);
  const { why } = open;
  const resolution = stated(open.year, month, day);
  return resolution.day ? { ...resolution, why } : resolution;
}

/** "the 4th": of the month that the story is in, else of the nearest that has passed or comes. */
function dayOfOpenMonth(day: number, looks: Look | undefined, context: Context): Resolution {
  const base = context.story?.month === undefined ? context.written : baseOf('story', context);
  const isOver = day < base.day;
  const by =
    context.story?.month !== undefined
      ? 0
      : looks === 'ahead' && isOver
        ? 1
        : looks !== 'ahead' && day > base.day
          ? -1
          : 0;
  const { year, month } = addMonths({ ...base, day: 1 }, by);
  return { ...stated(year, month, day), why: becauseWritten(context) };
}

function openYear(
  { looks, stated: { weekday }, meaning }: DateReading,
  month: number,
  day: number | undefined,
  context: Context,
): { readonly year: number; readonly why: string } {
  const { written, story, isTale } = context;
  if (meaning.is === 'calendar' && meaning.which) {
    return { year: yearOfWhichMonth(month, meaning.which.by, written), why: becauseWritten(context) };
  }
  if (isTale && story) {
    return { year: yearInTale(month, story), why: `the text told of ${story.year} before` };
  }
  const nearest =
    day === undefined ? nearestYearOfMonth(month, written) : nearestYear({ month, day }, written);
  const year = towards(looks, nearest, month, day ?? 15, written);
  // Of two years that may be meant, one fits the weekday that is stated.
  if (
    weekday !== undefined &&
    day !== undefined &&
    year !== nearest &&
    isCalendarDate({ year: nearest, month, day })
  ) {
    if (
      weekdayOf({ year: nearest, month, day }) === weekday ||
      !isCalendarDate({ year, month, day }) ||
      weekdayOf({ year, month, day }) !== weekday
    )
      return { year: nearest, why: whyNearest(written) };
  }
  return { year, why: year === nearest ? whyNearest(written) : whyTowards(looks, context) };
}

function whyNearest(written: CalendarDate): string {
  return `the year is the one nearest to ${longDate(written)}, for which the draft is written`;
}

function whyTowards(looks: Look | undefined, context: Context): string {
  return `${becauseWritten(context)} and the verb looks ${looks === 'ahead' ? 'forward' : 'back'}`;
}

/** How many days a date may lie against the direction of its verb: tenses are read from few words. */
const AGAINST = 90;

/** The nearest year, or the one before or after where that lies far on the other side of the verb. */
function towards(
  looks: Look | undefined,
  nearest: number,
  month: number,
  day: number,
  written: CalendarDate,
): number {
  const away = daysBetween(written, { year: nearest, month, day });
  if (looks === 'ahead') return away < -AGAINST ? nearest + 1 : nearest;
  return looks === 'back' && away > AGAINST ? nearest - 1 : nearest;
}

function nearestYearOfMonth(month: number, { year, month: now }: CalendarDate): number {
  const away = month - now;
  return away > 6 ? year - 1 : away < -6 ? year + 1 : year;
}

/** "last November" is the last one that is over, "next May" the next to begin, "this May" this year's. */
function yearOfWhichMonth(month: number, by: number, { year, month: now }: CalendarDate): number {
  if (by < 0) return month < now ? year : year - 1;
  if (by > 0) return month > now ? year : year + 1;
  return year;
}

/** A tale goes on: a month that lies well before the one it told of last belongs to the next year. */
function yearInTale(month: number, { year, month: last }: Point): number {
  if (last === undefined) return year;
  if (last - month > 8) return year + 1;
  return month - last > 9 ? year - 1 : year;
}

function yearOfSeason(
  meaning: Extract<Meaning, { is: 'season' }>,
  looks: Look | undefined,
  context: Context,
): number {
  const { code, year, yearsFrom, which } = meaning;
  const { written, story, isTale } = context;
  if (year !== undefined) return year;
  if (yearsFrom) return baseOf(yearsFrom.from, context).year + yearsFrom.by;
  if (isTale && story && !which) return story.year;
  const month = SEASON_MONTHS[code];
  if (month === undefined) {
    const isAhead = code.startsWith('Q') ? Number(code.charAt(1)) > quarterNumber(written.month) : false;
    return isAhead && looks !== 'ahead' ? written.year - 1 : written.year;
  }
  if (which && which.by < 0) return month + 1 < written.month ? written.year : written.year - 1;
  if (which && which.by > 0) return month - 1 > written.month ? written.year : written.year + 1;
  if (which) return written.year;
  const away = month - written.month;
  if (looks === 'back') return away > 1 ? written.year - 1 : written.year;
  return looks === 'ahead' && away < -2 ? written.year + 1 : written.year;
}

function yearOfHoliday(
  { name, yearsFrom }: Extract<Meaning, { is: 'holiday' }>,
  looks: Look | undefined,
  context: Context,
): number {
  const { written, story, isTale } = context;
  if (yearsFrom) return baseOf(yearsFrom.from, context).year + yearsFrom.by;
  if (isTale && story) return story.year;
  const day = dayOfHoliday(name, written.year);
  if (!day) return written.year;
  return towards(looks, nearestYear(day, written), day.month, day.day, written);
}
