/** Finds the dates of a paragraph and resolves them by the day that the text is written for. */

import type { CalendarDate, DateMention, Span, StatedDate } from '../model.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { isCalendarDate, isoDate, monthNamed, nearestYear, weekdayNamed } from './calendar.ts';

const WEEKDAY = '(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)';
const MONTH = String.raw`(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)`;
const US = new RegExp(
  String.raw`(?<![\w])(?:${WEEKDAY},? )?${MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?(?![\w%]|[.,]\d)`,
  'dg',
);
const UK = new RegExp(
  String.raw`(?<![\w])(?:${WEEKDAY},? )?(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? (?<year>\d{4}))?(?!\w)`,
  'dg',
);

/** One date as the paragraph states it; offsets in the paragraph. */
export interface DateReading {
  readonly span: Span;
  readonly text: string;
  readonly stated: StatedDate;
  readonly parts: { readonly [Part in keyof StatedDate]?: Span };
}

/** What a paragraph's text alone says about dates. */
export function readDates(paragraph: string): DateReading[] {
  const found: DateReading[] = [];
  for (const pattern of [US, UK]) {
    for (const match of paragraph.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((it) => it.span.start < span.end && span.start < it.span.end)) continue;
      const stated: Record<string, number> = {};
      const parts: Record<string, Span> = {};
      for (const part of ['weekday', 'month', 'day', 'year'] as const) {
        const words = match.groups?.[part];
        const at = match.indices?.groups?.[part];
        const value =
          words === undefined
            ? undefined
            : part === 'month'
              ? monthNamed(words)
              : part === 'weekday'
                ? weekdayNamed(words)
                : Number(words);
        if (!at || value === undefined) continue;
        stated[part] = value;
        parts[part] = { start: at[0], end: at[1] };
      }
      found.push({ span, text: match[0], stated, parts });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Resolves what a paragraph states by the day that its text is written for. */
export function resolveDates(
  { start: base }: Paragraph,
  readings: readonly DateReading[],
  writtenFor: CalendarDate | undefined,
): DateMention[] {
  return readings.map(({ span, text, stated, parts }) => {
    const { month, day } = stated;
    const year = stated.year ?? (writtenFor && nearestYear(stated, writtenFor));
    const date =
      month === undefined || day === undefined || year === undefined ? undefined : { year, month, day };
    const resolved = date && isCalendarDate(date) ? date : undefined;
    const shift = (it: Span): Span => ({ start: it.start + base, end: it.end + base });
    return {
      kind: 'date',
      span: shift(span),
      text,
      type: 'DATE',
      stated,
      parts: Object.fromEntries(Object.entries(parts).map(([part, at]) => [part, shift(at)])),
      value: date ? isoDate(date) : 'XXXX-XX-XX',
      resolved,
      why:
        stated.year === undefined && writtenFor
          ? `the year is the one nearest to ${isoDate(writtenFor)}, for which the draft is written`
          : undefined,
    };
  });
}
