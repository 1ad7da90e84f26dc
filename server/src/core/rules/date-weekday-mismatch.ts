import {
  addDays,
  dayNumber,
  isCalendarDate,
  longDate,
  MONTHS,
  weekdayName,
  weekdayOf,
} from '../dates/calendar.ts';
import type { WrittenFor } from '../dates/written-for.ts';
import type { CalendarDate, DateMention, Edit, Fix } from '../model.ts';
import type { Rule } from '../rule.ts';

export const dateWeekdayMismatch: Rule = {
  id: 'date/weekday-mismatch',
  summary: 'The weekday and the date do not fit each other.',
  why: [
    'Readers plan by the weekday, and one of the two sends them on another day.',
    'Which of the two is right only the editor can know, so both repairs are offered and neither is preferred.',
    'Where the draft states no year, the year is the one nearest to the day that the draft is written for;',
    'without that day nothing is reported.',
  ].join('\n'),
  severity: 'error',

  *check({ draft }) {
    for (const date of draft.dates) {
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
        '“Thursday, 7 January” falls on a Wednesday in 2026, the year nearest to Monday 5 January 2026, for which the draft is written.',
      fixed: ['He will fly home on Wednesday, 7 January.', 'He will fly home on Thursday, 8 January.'],
    },
    { good: 'The vote is on Tuesday, January 6, 2026.' },
    { good: 'He will fly home on Thursday, January 7.' },
  ],
};

/** Says which year was taken, and from where, when the draft states none. */
function reason({ stated }: DateMention, { year }: CalendarDate, writtenFor: WrittenFor | undefined): string {
  if (stated.year !== undefined || !writtenFor) return '';
  return ` in ${year}, the year nearest to ${longDate(writtenFor.date)}, for which the draft is written`;
}

function repairs(date: DateMention, resolved: CalendarDate, weekday: number): Fix[] {
  const actual = weekdayName(weekdayOf(resolved));
  const { parts } = date;
  const fixes: Fix[] = [];
  if (parts.weekday) {
    const newText = likeWeekday(
      date.text.slice(parts.weekday.start - date.span.start, parts.weekday.end - date.span.start),
      actual,
    );
    fixes.push({ title: `Change the weekday: ${newText}`, edits: [{ span: parts.weekday, newText }] });
  }
  const moved = nearestOn(resolved, weekday);
  const edits = moveDate(date, resolved, moved);
  if (edits.length > 0) {
    fixes.push({
      title: `Change the date: ${weekdayName(weekday)} ${moved.day} ${MONTHS[moved.month - 1] ?? ''}`,
      edits,
    });
  }
  return fixes;
}

/** A weekday as the draft writes weekdays: in full, or cut as the one it replaces ("Mon.", "Mon"). */
function likeWeekday(written: string, name: string): string {
  const letters = written.replace(/\.$/, '');
  const text = letters.endsWith('day') ? name : name.slice(0, 3) + (written.endsWith('.') ? '.' : '');
  return written === written.toUpperCase() ? text.toUpperCase() : text;
}

/** The day nearest to a date that falls on a weekday. */
function nearestOn(date: CalendarDate, weekday: number): CalendarDate {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return addDays(date, ahead <= 3 ? ahead : ahead - 7);
}

/** The edits that turn one date into another, where the words for what changes are in the draft. */
function moveDate({ parts }: DateMention, from: CalendarDate, to: CalendarDate): Edit[] {
  const edits: Edit[] = [];
  if (!parts.day || dayNumber(from) === dayNumber(to) || !isCalendarDate(to)) return edits;
  edits.push({ span: parts.day, newText: String(to.day) });
  if (to.month !== from.month) {
    if (!parts.month) return [];
    edits.push({ span: parts.month, newText: MONTHS[to.month - 1] ?? '' });
  }
  if (to.year !== from.year && parts.year) edits.push({ span: parts.year, newText: String(to.year) });
  return edits.sort((a, b) => a.span.start - b.span.start);
}
