/** The grammar's top: which expression of time begins at a token, with what leads it ("early", "more than"). */

import { calendarDateAt, yearAt } from './calendar-dates.ts';
import { clockTimeAt } from './clock-times.ts';
import { durationAt, recurrenceAt } from './durations.ts';
import type { Match } from './grammar.ts';
import { holidayAt } from './holidays.ts';
import { awayAt, partAt, relativeDateAt } from './relative-dates.ts';
import { HYPHENS, isGlued, isSign, type Tokens, textOf, wordOf } from './tokens.ts';

/** The longest expression that begins at a token. */
export function expressionAt(tokens: Tokens, index: number): Match | undefined {
  if (tokens.entries[index] === undefined || leadsNowhere(tokens, index)) return undefined;
  const match = longest(plainAt(tokens, index), edgedAt(tokens, index));
  return match ?? approximateAt(tokens, index);
}

/** Whether a small word that needs company has none, as "the" of "the bridge" and most others of a text. */
function leadsNowhere(tokens: Tokens, index: number): boolean {
  const entry = tokens.entries[index];
  return (
    entry?.is === 'word' &&
    entry.word !== 'noon' &&
    entry.word !== 'midnight' &&
    tokens.entries[index + 1] === undefined &&
    !isSign(tokens, index + 1, JOINTS)
  );
}

/** "half-hour", "the '80s". */
const JOINTS = `${HYPHENS}'’‘`;

function longest(...matches: readonly (Match | undefined)[]): Match | undefined {
  let best: Match | undefined;
  for (const match of matches) if (match && (!best || endOf(match) > endOf(best))) best = match;
  return best;
}

function endOf(match: Match): number {
  return match.next?.end ?? match.end;
}

function plainAt(tokens: Tokens, index: number): Match | undefined {
  return longest(
    clockTimeAt(tokens, index, dateAt),
    awayAt(tokens, index),
    recurrenceAt(tokens, index),
    dateAt(tokens, index),
    durationAt(tokens, index),
    partOfDay(tokens, index),
  );
}

function dateAt(tokens: Tokens, index: number): Match | undefined {
  const match = longest(
    calendarDateAt(tokens, index),
    relativeDateAt(tokens, index),
    holidayAt(tokens, index),
  );
  if (!match || match.clock !== undefined || match.next) return match;
  return ofRelativeYear(tokens, match) ?? match;
}

/** "October of last year", "August of that year", "12 June last year", "Christmas Eve last year". */
function ofRelativeYear(tokens: Tokens, match: Match): Match | undefined {
  const { meaning } = match;
  const isOpen =
    (meaning.is === 'calendar' && meaning.month !== undefined) ||
    meaning.is === 'holiday' ||
    (meaning.is === 'season' && !meaning.yearsFrom);
  if (!isOpen || meaning.year !== undefined) return undefined;
  const hasOf = wordOf(tokens, match.end) === 'of';
  if (!hasOf && meaning.is === 'calendar' && meaning.which) return undefined;
  const behind = hasOf ? match.end + 1 : match.end;
  const at = hasOf && wordOf(tokens, behind) === 'the' ? behind + 1 : behind;
  const which = tokens.entries[at];
  const unit = tokens.entries[at + 1];
  if (which?.is !== 'which' || unit?.is !== 'unit' || unit.unit !== 'Y' || unit.isPlural) return undefined;
  return {
    ...match,
    end: at + 2,
    meaning: { ...meaning, yearsFrom: { by: which.by, from: which.from } },
  };
}

/** "in the morning", "the morning of January 31", "the early morning hours of 30 April". */
function partOfDay(tokens: Tokens, index: number): Match | undefined {
  if (wordOf(tokens, index) !== 'the') return undefined;
  const at = tokens.entries[index + 1]?.is === 'edge' ? index + 2 : index + 1;
  const clock = partAt(tokens, at) ?? earlyHours(tokens, index + 1);
  if (clock === undefined) return undefined;
  const hours = textOf(tokens, at + 1) === 'hours' ? at + 2 : at + 1;
  const of = wordOf(tokens, hours);
  const day = of === 'of' ? dateAt(tokens, hours + 1) : undefined;
  if (day && !day.next && (day.clock === undefined || day.clock === clock))
    return { ...day, type: 'TIME', clock };
  const last = wordOf(tokens, index - 1);
  const leads = last === 'in' || /^(?:during|by)$/.test(textOf(tokens, index - 1).toLowerCase());
  return leads && of !== 'of' ? { end: hours, type: 'TIME', meaning: { is: 'clock' }, clock } : undefined;
}

/** "the early hours of Sunday". */
function earlyHours(tokens: Tokens, index: number): string | undefined {
  return wordOf(tokens, index) === 'early' && wordOf(tokens, index + 1) === 'hours' ? 'TMO' : undefined;
}

/** "early Tuesday", "mid-September", "the end of last year", "later this month", "late in the day", "early 1998". */
function edgedAt(tokens: Tokens, index: number): Match | undefined {
  let at = wordOf(tokens, index) === 'the' ? index + 1 : index;
  const edge = tokens.entries[at];
  if (edge?.is !== 'edge') return undefined;
  at += 1;
  if (isSign(tokens, at, HYPHENS)) at += 1;
  else if (isGlued(tokens, at)) return undefined;
  else if (at - 1 > index && tokens.entries[at]?.word === 'part') at += 1;
  const joint = wordOf(tokens, at);
  const isNoun = /^(?:end|beginning|start|middle)$/.test(edge.word);
  if (joint === 'of' || (joint === 'in' && !isNoun) || (joint === 'on' && !isNoun)) at += 1;
  else if (isNoun && !isSign(tokens, at - 1, HYPHENS) && textOf(tokens, at - 1) !== 'part') return undefined;
  const date = longest(edgedDate(tokens, at), wholeUnit(tokens, at), partOfDay(tokens, at));
  if (!date || date.type === 'DURATION' || date.type === 'SET') return undefined;
  return date;
}

function edgedDate(tokens: Tokens, index: number): Match | undefined {
  const date = dateAt(tokens, index);
  if (date && date.meaning.is === 'fixed' && date.meaning.value.endsWith('_REF')) return undefined;
  return date ?? yearAt(tokens, index);
}

/** "the end of the year", "late in the day", "mid-year". */
function wholeUnit(tokens: Tokens, index: number): Match | undefined {
  const at = wordOf(tokens, index) === 'the' ? index + 1 : index;
  const unit = tokens.entries[at];
  if (unit?.is !== 'unit' || unit.isPlural || unit.unit === 'H' || unit.unit === 'MIN') return undefined;
  if (at === index && !isGlued(tokens, at)) return undefined;
  return {
    end: at + 1,
    type: 'DATE',
    meaning: { is: 'shift', unit: unit.unit, shift: { by: 0, from: 'story' } },
  };
}

/** "about two years", "more than a decade ago", "at least four days": what limits a length belongs to it. */
function approximateAt(tokens: Tokens, index: number): Match | undefined {
  const at = endOfLimit(tokens, index);
  const entry = at === undefined ? undefined : tokens.entries[at];
  if (at === undefined || !entry) return undefined;
  const isLength = entry.is === 'number' || entry.is === 'vague' || /^(?:a|an|half)$/.test(entry.word);
  return isLength ? longest(awayAt(tokens, at), durationAt(tokens, at)) : undefined;
}

/** The token after "about", "more than", "at least", "up to", "just over". */
function endOfLimit(tokens: Tokens, index: number): number | undefined {
  const word = wordOf(tokens, index) ?? '';
  if (ABOUT.has(word)) return index + 1;
  return LIMITS.get(word)?.has(wordOf(tokens, index + 1) ?? '') ? index + 2 : undefined;
}

const ABOUT = new Set('about around nearly almost roughly approximately over under some'.split(' '));
const LIMITS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['more', new Set(['than'])],
  ['less', new Set(['than'])],
  ['at', new Set(['least', 'most'])],
  ['up', new Set(['to'])],
  ['just', new Set(['over', 'under'])],
  ['well', new Set(['over', 'under'])],
]);
