import { type Claim, type Claims, claimsIn, type DateClaim } from '../corpus/claims.ts';
import { daysInMonth, isLeapYear, MONTHS, weekdayOf } from '../dates/calendar.ts';
import { editsToMove } from '../dates/move.ts';
import { count } from '../english.ts';
import type { CalendarDate, DateMention, Fix } from '../model.ts';
import { NONE } from '../recall.ts';
import type { Rule } from '../rule.ts';

export const dateImpossible: Rule = {
  id: 'date/impossible',
  summary: 'No calendar has this day.',
  why: [
    'A day that does not exist is a slip of the key or of the copy: a thirty-first of April, a leap day in a common year.',
    'Offered are the day that sources have for what seems to be the same event, the last day of the month and the day that counting on leads to.',
    'Where the draft states no year, a leap day is reported only if the day that the draft is written for tells the year.',
  ].join('\n'),
  severity: 'error',

  each: 'paragraph',
  dependsOn: ({ dates }, { claims }) => (dates.length > 0 ? [claims()] : NONE),
  *check(reading, { claims }) {
    for (const date of reading.dates) {
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
        fixes: [
          ...fromSources(date, { year: year ?? 2000, month, day }, claimsIn(reading), claims),
          ...repairs(date, { year: year ?? 2000, month, day }, days),
        ],
      };
    }
  },

  examples: [
    {
      bad: 'The hearing is set for [[April 31]].',
      message: '“April 31”: April has 30 days.',
      fixed: ['The hearing is set for April 30.', 'The hearing is set for May 1.'],
    },
    {
      bad: 'The law was signed on [[Feb. 29, 2026]], in Warsaw.',
      message: '“Feb. 29, 2026”: February has 28 days in 2026.',
      fixed: [
        'The law was signed on Feb. 28, 2026, in Warsaw.',
        'The law was signed on March 1, 2026, in Warsaw.',
      ],
    },
    {
      sources: ['The hearing on the dam is set for April 13, 2026, in Warsaw, the court said.'],
      bad: 'The hearing on the dam is set for [[April 31]] in Warsaw.',
      message: '“April 31”: April has 30 days.',
      fixed: [
        'The hearing on the dam is set for April 13 in Warsaw.',
        'The hearing on the dam is set for April 30 in Warsaw.',
        'The hearing on the dam is set for May 1 in Warsaw.',
      ],
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

/** How alike a source's sentence must be for its day to be offered. */
const ALIKE = 0.2;

/** The day of the same month that the source most alike has. */
function fromSources(
  date: DateMention,
  from: CalendarDate,
  drafted: readonly Claim[],
  claims: () => Claims,
): Fix[] {
  const claim = drafted.find((it): it is DateClaim => it.of === 'day' && it.date === date);
  if (!claim) return [];
  const near = claims()
    .near(claim)
    .find((it) => it.alike >= ALIKE && it.claim.date.resolved?.month === from.month);
  const day = near?.claim.date.resolved?.day;
  const edits = day === undefined ? undefined : editsToMove(date, from, { ...from, day });
  if (!near || !edits) return [];
  return [
    { title: `Change to ${MONTHS[from.month - 1] ?? ''} ${day}, as ${near.article.head.id} has it`, edits },
  ];
}

/** The month's last day, and the day that as many days from its beginning lead to. */
function repairs(date: DateMention, stated: CalendarDate, days: number): Fix[] {
  const last = { ...stated, day: days };
  const fixes = [fixTo(date, stated, last, 'the last day of the month')];
  if (stated.day > days) {
    const isLast = stated.month === 12;
    const next = {
      year: stated.year + (isLast ? 1 : 0),
      month: isLast ? 1 : stated.month + 1,
      day: stated.day - days,
    };
    fixes.push(fixTo(date, stated, next, 'counting on'));
  }
  const { weekday } = date.stated;
  return fixes.flatMap((it) =>
    it && (weekday === undefined || date.stated.year === undefined || weekdayOf(it.to) === weekday)
      ? [it.fix]
      : [],
  );
}

function fixTo(date: DateMention, from: CalendarDate, to: CalendarDate, why: string) {
  const edits = editsToMove(date, from, to);
  return edits && { to, fix: { title: `Change to ${MONTHS[to.month - 1] ?? ''} ${to.day}, ${why}`, edits } };
}
