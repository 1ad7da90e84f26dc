import { addDays, daysBetween } from '../dates/calendar.ts';
import { daysOf } from '../dates/durations.ts';
import { editsToMove } from '../dates/move.ts';
import { count } from '../english.ts';
import type { CalendarDate, DateMention, Fix } from '../model.ts';
import type { Rule } from '../rule.ts';
import type { Paragraph } from '../text/paragraphs.ts';

export const dateDurationMismatch: Rule = {
  id: 'date/duration-mismatch',
  summary: 'A number of days and the dates beside it do not fit each other.',
  why: [
    'A visit from the 4th to the 7th lasts four days when both ends are counted, three when one is: both ways fit.',
    'Only a length that fits neither is reported, and only where one sentence gives the length and then both ends.',
  ].join('\n'),
  severity: 'information',

  each: 'paragraph',
  *check({ paragraph, dates }) {
    for (const [index, length] of dates.entries()) {
      const days = length.type === 'DURATION' ? daysOf(length.value) : undefined;
      const from = dates[index + 1];
      const to = dates[index + 2];
      if (days === undefined || !from || !to || !isRange(length, from, to)) continue;
      if (!from.resolved || !to.resolved) continue;
      const between = daysBetween(from.resolved, to.resolved);
      if (between < 1 || days === between || days === between + 1) continue;
      yield {
        span: length.span,
        message:
          `“${length.text}” differs from “${textBetween(paragraph, from.span.start, to.span.end)}”: ` +
          `that is ${count(between + 1, 'day')}, or ${between} when one end is not counted.`,
        fixes: repairs(length, from.resolved, to, days, between),
      };
    }
  },

  examples: [
    {
      bad: 'Lee will make a [[four-day]] visit to China from January 4 to 9, 2026.',
      message:
        '“four-day” differs from “January 4 to 9, 2026”: that is 6 days, or 5 when one end is not counted.',
      fixed: [
        'Lee will make a six-day visit to China from January 4 to 9, 2026.',
        'Lee will make a four-day visit to China from January 4 to 7, 2026.',
      ],
    },
    { good: 'Lee will make a four-day visit to China from January 4 to 7, 2026.' },
    { good: 'Lee will make a four-day visit to China from January 4 to 8, 2026.' },
    { good: 'The four-day truce ended. Talks go on from January 4 to 20, 2026.' },
  ],
};

/** What may stand between a length and its dates: a noun, where, "from"; no stop and no other clause. */
const MOST_BETWEEN = 60;

function isRange(length: DateMention, from: DateMention, to: DateMention): boolean {
  const before = textBetween(length.paragraph, length.span.end, from.span.start);
  const joint = textBetween(length.paragraph, from.span.end, to.span.start);
  return (
    before.length <= MOST_BETWEEN &&
    !/[.;:!?\n]|\b(?:after|before|since|until|ahead|starting|later|earlier)\b/i.test(before) &&
    /^\s*(?:-|–|—|to|through|until)\s*$/.test(joint)
  );
}

/** What stands between two offsets of the text, in one paragraph. */
function textBetween({ text, start }: Paragraph, from: number, to: number): string {
  return text.slice(from - start, to - start);
}

function repairs(
  { span, text }: DateMention,
  from: CalendarDate,
  to: DateMention,
  days: number,
  between: number,
): Fix[] {
  const fixes: Fix[] = [];
  const written = /^(?:\d+|\p{L}+)/u.exec(text)?.[0] ?? '';
  const counted = likeNumber(written, between + 1);
  if (counted !== undefined && /\bdays?$/.test(text) && text.startsWith(written)) {
    fixes.push({
      title: `Change to ${count(between + 1, 'day')}, counting both ends`,
      edits: [{ span: { start: span.start, end: span.start + written.length }, newText: counted }],
    });
  }
  const end = addDays(from, days - 1);
  const edits = to.resolved && editsToMove(to, to.resolved, end);
  if (edits) fixes.push({ title: `Change the end to fit ${count(days, 'day')}, counting both ends`, edits });
  return fixes;
}

const WORDS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A number in figures or in a word, as the draft writes numbers. */
function likeNumber(written: string, n: number): string | undefined {
  if (/^\d/.test(written)) return String(n);
  const word = WORDS[n] ?? String(n);
  if (!WORDS.includes(written.toLowerCase())) return undefined;
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
