/** Moves a date in the draft to another day, in the form in which the draft writes dates. */

import type { CalendarDate, DateMention, Edit, Span } from '../model.ts';
import { MONTHS, WEEKDAYS } from './calendar.ts';

/** The edits that make a date say another day; undefined where the words for what changes are not in the draft. */
export function editsToMove(
  date: DateMention,
  from: CalendarDate,
  to: CalendarDate,
): readonly Edit[] | undefined {
  const { parts } = date;
  if (!parts.day) return undefined;
  const edits: Edit[] = [];
  if (from.day !== to.day) edits.push({ span: parts.day, newText: String(to.day) });
  if (from.month !== to.month) {
    if (!parts.month) return undefined;
    edits.push(editMonth(date, parts.month, to.month));
  }
  if (from.year !== to.year && parts.year) edits.push({ span: parts.year, newText: String(to.year) });
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** "Sept." becomes "Oct." or "May", "September" becomes "October", "9" becomes "10". */
function editMonth({ span, text }: DateMention, at: Span, month: number): Edit {
  const written = text.slice(at.start - span.start, at.end - span.start);
  if (/^\d/.test(written)) return { span: at, newText: String(month).padStart(written.length, '0') };
  const name = MONTHS[month - 1] ?? '';
  const isShort = written.length < 5 && !/^(?:may|june|july)$/i.test(written);
  if (!isShort) return { span: at, newText: name };
  const hasStop = text.charAt(at.end - span.start) === '.';
  const end = hasStop ? at.end + 1 : at.end;
  // AP cuts no month of five letters or fewer.
  const short = name.length < 6 ? name : (SHORT[month] ?? name.slice(0, 3)) + (hasStop ? '.' : '');
  return { span: { start: at.start, end }, newText: short };
}

/** AP cuts September after its fourth letter. */
const SHORT: Readonly<Record<number, string>> = { 9: 'Sept' };

/** A weekday as the draft writes weekdays: in full, or cut as the one it replaces ("Mon.", "Mon"). */
export function likeWeekday(written: string, weekday: number): string {
  const name = WEEKDAYS[weekday] ?? '';
  const letters = written.replace(/\.$/, '');
  const text = /day$/i.test(letters) ? name : name.slice(0, 3) + (written.endsWith('.') ? '.' : '');
  return written === written.toUpperCase() ? text.toUpperCase() : text;
}
