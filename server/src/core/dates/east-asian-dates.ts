/** Dates as Chinese, Japanese and Korean copy prints them: "2026年1月4日", "2026년 1월 4일", "1月4日". */

import type { Span, StatedDate } from '../model.ts';
import type { DateReading } from './meaning.ts';

const DATE =
  /(?<![\d.])(?:(?<year>\d{4})[年년] ?)?(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日號号일]|(?<![\d.])(?<only>\d{4})[年년](?:(?<with>\d{1,2})[月월])?/dg;

export function eastAsianDates(paragraph: string): DateReading[] {
  if (!/[年월月년]/.test(paragraph)) return [];
  return [...paragraph.matchAll(DATE)].flatMap((match) => {
    const stated: { year?: number; month?: number; day?: number } = {};
    const parts: { year?: Span; month?: Span; day?: Span } = {};
    for (const [group, part] of GROUPS) {
      const digits = match.groups?.[group];
      const at = match.indices?.groups?.[group];
      if (digits === undefined || !at) continue;
      stated[part] = Number(digits);
      parts[part] = { start: at[0], end: at[1] };
    }
    if (stated.month !== undefined && (stated.month < 1 || stated.month > 12)) return [];
    return [readingOf(match.index, match[0], stated, parts)];
  });
}

const GROUPS = [
  ['year', 'year'],
  ['only', 'year'],
  ['month', 'month'],
  ['with', 'month'],
  ['day', 'day'],
] as const;

function readingOf(
  start: number,
  text: string,
  stated: StatedDate,
  parts: DateReading['parts'],
): DateReading {
  return {
    span: { start, end: start + text.length },
    text,
    type: 'DATE',
    meaning: { is: 'calendar', ...stated },
    clock: undefined,
    looks: undefined,
    stated,
    parts,
  };
}
