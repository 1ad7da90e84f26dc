import { longDate, MONTHS, nearestOn, weekdayName, weekdayOf } from '../dates/calendar.ts';
import { editsToMove, likeWeekday } from '../dates/move.ts';
import type { WrittenFor } from '../dates/written-for.ts';
import type { CalendarDate, DateMention, Fix } from '../model.ts';
import type { Rule } from '../rule.ts';

export const dateWeekdayMismatch: Rule = {
  id: 'date/weekday-mismatch',
  summary: 'The weekday and the date do not fit each other.',
  why: [
    'Readers plan by the weekday, and one of the two sends them on another day.',
    'Which of the two is right only the editor can know, so both repairs are offered and neither is preferred.',
    'Where the draft states no year, the day that the draft is written for and the verb tell it;',
    'without that day nothing is reported.',
  ].join('\n'),
  severity: 'error',

  each: 'paragraph',
  *check({ dates }, { draft }) {
    for (const date of dates) {
      const { weekday } = date.stated;
      const { resolved } = date;
      if (weekday === undefined || date.stated.day === undefined || !resolved) continue;
      const actual = weekdayOf(resolved);
      if (actual === weekday) continue;
      yield {
        span: date.span,
        message: `“${date.text}” falls on a ${weekdayName(actual)}${reason(date, resolved, draft.writtenFor)}.`,
        fixes: repairs(date, resolved, weekday),
      };
    }
  },

  examples: [
    {
      bad: 'The vote is on [[Monday, January 6, 2026]].',
      message: '“Monday, January 6, 2026” falls on a Tuesday.',
      fixed: ['The vote is on Tuesday, January 6, 2026.', 'The vote is on Monday, January 5, 2026.'],
    },
    {
      writtenFor: { year: 2026, month: 1, day: 5 },
      bad: 'He will fly home on [[Thursday, 7 January]].',
      message:
        '“Thursday, 7 January” falls on a Wednesday in 2026, as the draft is written for Monday 5 January 2026.',
      fixed: ['He will fly home on Wednesday, 7 January.', 'He will fly home on Thursday, 8 January.'],
    },
    {
      bad: 'Guyger was found guilty on [[Tuesday, Sept. 30, 2019]].',
      message: '“Tuesday, Sept. 30, 2019” falls on a Monday.',
      fixed: [
        'Guyger was found guilty on Monday, Sept. 30, 2019.',
        'Guyger was found guilty on Tuesday, Oct. 1, 2019.',
      ],
    },
    { good: 'The vote is on Tuesday, January 6, 2026.' },
    { good: 'He will fly home on Thursday, January 7.' },
  ],
};

/** Says which year was taken, and from where, when the draft states none. */
function reason({ stated }: DateMention, { year }: CalendarDate, writtenFor: WrittenFor | undefined): string {
  if (stated.year !== undefined || !writtenFor) return '';
  return ` in ${year}, as the draft is written for ${longDate(writtenFor.date)}`;
}

function repairs(date: DateMention, resolved: CalendarDate, weekday: number): Fix[] {
  const { parts, span, text } = date;
  const fixes: Fix[] = [];
  if (parts.weekday) {
    const written = text.slice(parts.weekday.start - span.start, parts.weekday.end - span.start);
    const newText = likeWeekday(written, weekdayOf(resolved));
    fixes.push({ title: `Change the weekday: ${newText}`, edits: [{ span: parts.weekday, newText }] });
  }
  const moved = nearestOn(resolved, weekday);
  const edits = editsToMove(date, resolved, moved);
  if (edits) {
    fixes.push({
      title: `Change the date: ${weekdayName(weekday)} ${moved.day} ${MONTHS[moved.month - 1] ?? ''}`,
      edits,
    });
  }
  return fixes;
}
