import { daysInMonth, isLeapYear, MONTHS } from '../dates/calendar.ts';
import { count } from '../english.ts';
import type { DateMention } from '../model.ts';
import type { Rule } from '../rule.ts';

export const dateImpossible: Rule = {
  id: 'date/impossible',
  summary: 'No calendar has this day.',
  why: [
    'A day that does not exist is a slip of the key or of the copy: a thirty-first of April, a leap day in a common year.',
    'Where the draft states no year, a leap day is reported only if the day that the draft is written for tells the year.',
  ].join('\n'),
  severity: 'error',

  *check({ draft }) {
    for (const date of draft.dates) {
      const { month, day } = date.stated;
      if (month === undefined || day === undefined) continue;
      const year = date.stated.year ?? yearOf(date);
      // Without any year, February has the 29 days that it may have.
      const days = daysInMonth(year ?? 2000, month);
      if (days === 0 || (day >= 1 && day <= days)) continue;
      const name = MONTHS[month - 1] ?? '';
      const inYear =
        month === 2 && year !== undefined && day === 29 && !isLeapYear(year) ? ` in ${year}` : '';
      yield {
        span: date.span,
        message: `“${date.text}”: ${name} has ${count(days, 'day')}${inYear}.`,
        fixes: date.parts.day
          ? [
              {
                title: `Change to ${name} ${days}, the last day of the month`,
                edits: [{ span: date.parts.day, newText: String(days) }],
              },
            ]
          : [],
      };
    }
  },

  examples: [
    {
      bad: 'The hearing is set for [[April 31]].',
      message: '“April 31”: April has 30 days.',
      fixed: ['The hearing is set for April 30.'],
    },
    {
      bad: 'The law was signed on [[Feb. 29, 2026]], in Warsaw.',
      message: '“Feb. 29, 2026”: February has 28 days in 2026.',
      fixed: ['The law was signed on Feb. 28, 2026, in Warsaw.'],
    },
    { good: 'The law was signed on 29 February 2024, and takes effect on 1 March.' },
    { good: 'He was born on February 29.' },
  ],
};

/** The year that a date without one was resolved to. */
function yearOf(date: DateMention): number | undefined {
  const year = /^\d{4}/.exec(date.value)?.[0];
  return year === undefined ? undefined : Number(year);
}
