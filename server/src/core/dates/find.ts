/** Finds the temporal expressions of a paragraph: what its words state, before anything is resolved. */

import { eastAsianDates } from './east-asian-dates.ts';
import { expressionAt } from './expressions.ts';
import type { Match } from './grammar.ts';
import type { DateReading, Meaning } from './meaning.ts';
import { lookOf } from './tense.ts';
import type { Tokens } from './tokens.ts';

/** What a paragraph's text alone says about dates, in reading order and never overlapping. */
export function readDates(tokens: Tokens): readonly DateReading[] {
  const found: DateReading[] = [];
  for (let index = 0; index < tokens.count; ) {
    const match = expressionAt(tokens, index);
    if (!match || match.end <= index) {
      index += 1;
      continue;
    }
    found.push(readingOf(tokens, index, match));
    index = match.end;
    if (match.next) {
      found.push(readingOf(tokens, match.next.start, match.next));
      index = match.next.end;
    }
  }
  const eastAsian = eastAsianDates(tokens.text);
  return shareAcross(tokens.text, eastAsian.length === 0 ? found : merge(found, eastAsian));
}

function merge(found: readonly DateReading[], eastAsian: readonly DateReading[]): DateReading[] {
  const rest = found.filter(
    ({ span }) => !eastAsian.some((it) => it.span.start < span.end && span.start < it.span.end),
  );
  return [...rest, ...eastAsian].sort((a, b) => a.span.start - b.span.start);
}

function readingOf(tokens: Tokens, index: number, match: Match): DateReading {
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[match.end - 1] ?? start;
  return {
    span: { start, end },
    text: tokens.text.slice(start, end),
    type: match.type,
    meaning: match.meaning,
    clock: match.clock,
    looks: match.meaning.is === 'fixed' ? undefined : lookOf(tokens, index, match.end),
    stated: match.stated ?? {},
    parts: match.parts ?? {},
  };
}

/** The same with “7/8/2026” read as 7 August, as British copy has it. */
export function dayFirst(readings: readonly DateReading[]): readonly DateReading[] {
  return readings.map((it) => {
    const { meaning, stated, parts } = it;
    const canBeEither = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(it.text) && (stated.day ?? 13) <= 12;
    if (!canBeEither || meaning.is !== 'calendar' || !parts.day || !parts.month) return it;
    const { day, month } = stated;
    if (day === undefined || month === undefined || parts.day.start < parts.month.start) return it;
    const turned = { day: month, month: day };
    return {
      ...it,
      meaning: { ...meaning, ...turned },
      stated: { ...stated, ...turned },
      parts: { ...parts, day: parts.month, month: parts.day },
    };
  });
}

/** "from November 15 to February 15, 1989", "the 13th to the 19th of October": what stands once counts for both. */
function shareAcross(text: string, readings: readonly DateReading[]): readonly DateReading[] {
  let shared: DateReading[] | undefined;
  for (let i = readings.length - 2; i >= 0; i--) {
    const first = readings[i];
    const second = (shared ?? readings)[i + 1];
    if (first?.meaning.is !== 'calendar' || second?.meaning.is !== 'calendar') continue;
    const meaning = shareMeaning(first.meaning, second.meaning);
    if (!meaning || !JOINT.test(text.slice(first.span.end, second.span.start))) continue;
    shared ??= [...readings];
    shared[i] = { ...first, meaning };
  }
  return shared ?? readings;
}

const JOINT = /^\s?(?:[-–—/]|to|and|or|through|until|till)\s?$/;

type Calendar = Extract<Meaning, { is: 'calendar' }>;

function shareMeaning(first: Calendar, second: Calendar): Calendar | undefined {
  if (first.year !== undefined || first.yearsFrom || first.which || second.month === undefined)
    return undefined;
  const month = first.month ?? second.month;
  if (first.month === undefined && first.day === undefined) return undefined;
  if (second.year === undefined) return first.month === undefined ? { ...first, month } : undefined;
  return { ...first, month, year: month > second.month ? second.year - 1 : second.year };
}
