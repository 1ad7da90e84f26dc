/** Times of day: "10:30 a.m. EST", "7pm", "at 7:50", "16:00 UTC", "noon", with the day beside them. */

import { isInsideFigure, type Match } from './grammar.ts';
import type { Meaning } from './meaning.ts';
import { isGlued, isSign, type Tokens, textOf, wordOf } from './tokens.ts';

/** A time that begins at a token; `dayAt` reads the day that may follow it. */
export function clockTimeAt(
  tokens: Tokens,
  index: number,
  dayAt: (tokens: Tokens, index: number) => Match | undefined,
): Match | undefined {
  const time = timeAt(tokens, index);
  if (!time) return undefined;
  const zone = zoneAfter(tokens, time.end);
  const end = zone?.end ?? time.end;
  const clock = `${time.clock}${zone?.isUtc ? 'Z' : ''}`;
  // "3:57 p.m. Friday", "7 a.m. on January 4": one expression, but with a comma they are two.
  const word = textOf(tokens, end).toLowerCase();
  const day = dayAt(tokens, word === 'on' ? end + 1 : end);
  if (day && day.clock === undefined && !day.next && isDay(day.meaning))
    return { ...day, type: 'TIME', clock };
  // "10.30pm on Saturday night": the night is an expression of its own.
  const meaning = day && isDay(day.meaning) ? day.meaning : dayBehindBrackets(tokens, end, dayAt);
  return { end, type: 'TIME', meaning: meaning ?? { is: 'clock' }, clock };
}

/** "11:56 a.m. (0611 GMT) on Saturday": the day of both times, an expression of its own. */
function dayBehindBrackets(
  tokens: Tokens,
  index: number,
  dayAt: (tokens: Tokens, index: number) => Match | undefined,
): Meaning | undefined {
  if (!isSign(tokens, index, '(')) return undefined;
  let at = index + 1;
  while (at < index + LONGEST_IN_BRACKETS && !isSign(tokens, at, ')')) at++;
  if (!isSign(tokens, at, ')')) return undefined;
  const day = dayAt(tokens, textOf(tokens, at + 1) === 'on' ? at + 2 : at + 1);
  return day && isDay(day.meaning) ? day.meaning : undefined;
}

/** "(6.11am GMT)". */
const LONGEST_IN_BRACKETS = 8;

function isDay(meaning: Meaning): boolean {
  if (meaning.is === 'weekday') return true;
  if (meaning.is === 'calendar') return meaning.day !== undefined;
  return meaning.is === 'shift' && meaning.unit === 'D';
}

const two = (n: number) => String(n).padStart(2, '0');

function timeAt(tokens: Tokens, index: number): { readonly end: number; readonly clock: string } | undefined {
  const entry = tokens.entries[index];
  if (entry?.is === 'clock')
    return isInsideFigure(tokens, index) ? undefined : { end: index + 1, clock: `T${two(entry.hour)}:00` };
  if (entry?.is === 'word' && entry.word === 'noon') return { end: index + 1, clock: 'T12:00' };
  if (entry?.is === 'word' && entry.word === 'midnight') return { end: index + 1, clock: 'T24:00' };
  if (entry?.is !== 'number' || isInsideFigure(tokens, index)) return undefined;
  if (entry.digits === 4 || entry.digits === 0) return militaryTime(tokens, index, entry.n, entry.digits);
  if (entry.n > 24) return undefined;
  const minutes = tokens.entries[index + 2];
  const hasMinutes =
    isSign(tokens, index + 1, ':.') &&
    isGlued(tokens, index + 1) &&
    isGlued(tokens, index + 2) &&
    /^\d\d(?:[ap]m)?$/i.test(textOf(tokens, index + 2));
  const minute = hasMinutes ? textOf(tokens, index + 2).slice(0, 2) : '00';
  if (Number(minute) > 59) return undefined;
  const glued = hasMinutes
    ? textOf(tokens, index + 2)
        .slice(2)
        .toLowerCase()
    : '';
  let end = index + (hasMinutes ? 3 : 1);
  const half = glued === 'am' || glued === 'pm' ? glued : halfOfDay(tokens, end);
  if (half !== undefined) {
    if (glued === '') end += 1;
    if (entry.n < 1 || entry.n > 12) return undefined;
    const hour = (entry.n % 12) + (half.startsWith('p') ? 12 : 0);
    return { end, clock: `T${two(hour)}:${minute}` };
  }
  if (wordOf(tokens, end) === "o'clock") return { end: end + 1, clock: `T${two(entry.n)}:00` };
  if (!hasMinutes || isSign(tokens, index + 1, '.') || minutes === undefined) return undefined;
  // "10:30" is a time only where something says so; it may be a score or a verse.
  const last = textOf(tokens, index - 1).toLowerCase();
  const isSaid =
    /^(?:at|by|until|around|about|from|since|before|after)$/.test(last) ||
    zoneAfter(tokens, end) !== undefined;
  if (isGlued(tokens, end) && isSign(tokens, end, ':-–')) return undefined;
  return isSaid ? { end, clock: `T${two(entry.n)}:${minute}` } : undefined;
}

/** "0800 UTC". */
function militaryTime(tokens: Tokens, index: number, n: number, digits: number) {
  if (digits !== 4 || n > 2400 || n % 100 > 59 || !zoneAfter(tokens, index + 1)) return undefined;
  return { end: index + 1, clock: `T${two(Math.floor(n / 100))}:${two(n % 100)}` };
}

function halfOfDay(tokens: Tokens, index: number): string | undefined {
  const word = wordOf(tokens, index)?.replace(/\./g, '');
  return word === 'am' || word === 'pm' ? word : undefined;
}

const ZONES = /^(?:GMT|UTC|E[SD]?T|C[SD]T|P[SD]T|M[SD]T|BST|CEST|CET|KST|JST|IST|AEST|Z)$/;

/** "EST", "(GMT +8)", "local time"; whether it is the zone of TIMEX3's `Z`. */
function zoneAfter(
  tokens: Tokens,
  index: number,
): { readonly end: number; readonly isUtc: boolean } | undefined {
  if (isSign(tokens, index, '(') && ZONES.test(textOf(tokens, index + 1))) {
    for (let end = index + 2; end < index + 5; end++)
      if (isSign(tokens, end, ')')) return { end: end + 1, isUtc: false };
  }
  const word = textOf(tokens, index);
  if (ZONES.test(word)) return { end: index + 1, isUtc: word === 'UTC' || word === 'GMT' };
  if (word === 'local' && textOf(tokens, index + 1) === 'time') return { end: index + 2, isUtc: false };
  return undefined;
}
