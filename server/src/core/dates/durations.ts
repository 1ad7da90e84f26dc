/** Spans of time: "four days", "four-day", "two and a half years", "the past decade", "daily", "$5 a year". */

import { duration, fixed, type Match, readHalf, readNumber, skipHyphen, unitAt } from './grammar.ts';
import { HYPHENS, isCapital, isGlued, isSign, type Tokens, textOf, wordOf } from './tokens.ts';
import { openWeekday } from './values.ts';

/** A duration that begins at a token. */
export function durationAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  switch (entry?.is) {
    case 'number':
      return numbered(tokens, index);
    case 'vague':
      return vague(tokens, index);
    case 'which':
      return ofTheLast(tokens, index);
    case 'ordinal':
      return entry.word === 'first' ? ofTheLast(tokens, index) : undefined;
    case 'unit':
      return bareUnits(tokens, index);
    case 'word':
      return afterWord(tokens, index, entry.word);
    default:
      return undefined;
  }
}

function afterWord(tokens: Tokens, index: number, word: string): Match | undefined {
  switch (word) {
    case 'the':
    case 'these':
    case 'those': {
      const next = tokens.entries[index + 1];
      if (next?.is === 'which' || next?.word === 'first') return ofTheLast(tokens, index + 1);
      // "the 12-month period" has its article for the period.
      const isAdjective = isSign(tokens, index + 2, HYPHENS);
      if (next?.is === 'number' && next.digits < 4 && !isAdjective) return numbered(tokens, index + 1);
      return undefined;
    }
    case 'a':
    case 'an':
      return afterArticle(tokens, index);
    case 'half':
      return halfA(tokens, index);
    default:
      return undefined;
  }
}

/** "four days", "four-day", "2.5 years", "two and a half years", "six straight days". */
function numbered(tokens: Tokens, index: number): Match | undefined {
  const number = readNumber(tokens, index);
  if (!number || number.n === undefined) return undefined;
  let n = number.n;
  let at = number.end;
  const half = readHalf(tokens, at);
  if (half !== undefined) {
    n += 0.5;
    at = half;
  }
  return ofUnit(tokens, at, n);
}

function ofUnit(tokens: Tokens, index: number, n: number | undefined): Match | undefined {
  let at = skipHyphen(tokens, index);
  const isHyphened = at > index;
  if (!isHyphened && BETWEEN.has(wordOf(tokens, at) ?? '')) at += 1;
  const unit = unitAt(tokens, at);
  if (!unit || (at > index && !isHyphened && isGlued(tokens, at))) return undefined;
  const { unit: name, isPlural } = unit;
  // "one second-half goal", "two quarter-finals", "five night clubs".
  if (name === 'S' && !isPlural && !isHyphened) return undefined;
  const isSingular = n === 1 || n === 0.5 || (n !== undefined && n < 1);
  const follows = textOf(tokens, at + 1).toLowerCase();
  if (
    !isPlural &&
    !isHyphened &&
    !isSingular &&
    !/^(?:period|low|high|deal|contract|rally|long|old)$/.test(follows)
  )
    return undefined;
  if (isAge(tokens, at)) return undefined;
  // "three quarters of the voters", "three-quarters".
  if (name === 'Q' && (isHyphened ? isPlural : at === index && follows === 'of')) return undefined;
  let end = at + 1;
  if (isSign(tokens, end, HYPHENS) && isGlued(tokens, end)) {
    if (textOf(tokens, end + 1) !== 'long') return undefined;
    end += 2;
  } else if (follows === 'and' && n !== undefined) {
    const half = readHalf(tokens, end);
    if (half !== undefined) return fixed(half, 'DURATION', duration(n + 0.5, name));
  }
  if (n === 0.5 && name === 'Y') return fixed(end, 'DURATION', 'P6M');
  if (n === 0.5 && name === 'H') return fixed(end, 'DURATION', 'PT30M');
  return fixed(end, 'DURATION', duration(n, name));
}

const BETWEEN = new Set(
  'consecutive straight full additional trading working business successive solid more whole long entire other'.split(
    ' ',
  ),
);

/** "42-year-old", "42 years old", "42 years of age": an age, not a date. */
function isAge(tokens: Tokens, index: number): boolean {
  const next = skipHyphen(tokens, index + 1);
  const word = textOf(tokens, next).toLowerCase();
  return word === 'old' || word === 'olds' || (word === 'of' && textOf(tokens, next + 1) === 'age');
}

/** "several months", "a few days", "many years". */
function vague(tokens: Tokens, index: number): Match | undefined {
  const at = wordOf(tokens, index + 1) === 'of' ? index + 2 : index + 1;
  const unit = unitAt(tokens, at);
  if (!unit?.isPlural || isAge(tokens, at)) return undefined;
  return fixed(at + 1, 'DURATION', duration(undefined, unit.unit));
}

/** "the past five years", "next few weeks", "the first two quarters". */
function ofTheLast(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index + 1];
  if (entry?.is === 'vague') return vague(tokens, index + 1);
  const number = readNumber(tokens, index + 1);
  if (number?.n === undefined || number.n > 999) return undefined;
  return ofUnit(tokens, number.end, number.n);
}

/** "a year" where it lasts or recurs; "a few days", "a year and a half", "a couple of weeks". */
function afterArticle(tokens: Tokens, index: number): Match | undefined {
  const next = tokens.entries[index + 1];
  if (next?.is === 'vague') return vague(tokens, index + 1);
  if (next?.word === 'half') {
    const unit = unitAt(tokens, index + 2);
    return unit && !unit.isPlural ? ofUnit(tokens, index + 2, 0.5) : undefined;
  }
  const at =
    wordOf(tokens, index + 1) === 'full' || wordOf(tokens, index + 1) === 'whole' ? index + 2 : index + 1;
  const unit = unitAt(tokens, at);
  if (!unit || unit.isPlural || isAge(tokens, at)) return undefined;
  const half = readHalf(tokens, at + 1);
  if (half !== undefined) return fixed(half, 'DURATION', duration(1.5, unit.unit));
  if (isSign(tokens, at + 1, HYPHENS) && isGlued(tokens, at + 1)) return undefined;
  if (unit.unit === 'S' || unit.unit === 'Q') return undefined;
  if (isRate(tokens, index)) return fixed(at + 1, 'SET', duration(1, unit.unit));
  const last = textOf(tokens, index - 1).toLowerCase();
  const follows = textOf(tokens, at + 1).toLowerCase();
  if (!LASTING.has(last) && !/^(?:after|before)$/.test(follows)) return undefined;
  if (
    (follows === 'of' || follows === 'when' || follows === 'that') &&
    !/^(?:for|in|within|after|than|over)$/.test(last)
  )
    return undefined;
  return fixed(at + 1, 'DURATION', duration(1, unit.unit));
}

const LASTING = new Set(
  'for in within after over than about nearly almost during lasted lasting take took takes taken only once just least around under spent spend spends'.split(
    ' ',
  ),
);

/** "$5 a year", "30 attacks a day", "15 a year", "twice a week", "4 percent a month". */
function isRate(tokens: Tokens, index: number): boolean {
  const last = textOf(tokens, index - 1).toLowerCase();
  if (
    /^(?:\d[\d,.]*|%|percent|million|billion|thousand|hundred|times|once|twice|cents|dollars|hours?|days?|tons|barrels|euros|pounds|yen)$/.test(
      last,
    )
  )
    return true;
  if (!/s$/.test(last) && last !== 'people') return false;
  for (let back = 2; back <= 4; back++) {
    const entry = tokens.entries[index - back];
    if (entry?.is === 'number' || entry?.is === 'vague') return true;
  }
  return false;
}

/** "half an hour", "half a year". */
function halfA(tokens: Tokens, index: number): Match | undefined {
  const article = wordOf(tokens, index + 1);
  if (article !== 'a' && article !== 'an') return undefined;
  const unit = unitAt(tokens, index + 2);
  return unit && !unit.isPlural ? ofUnit(tokens, index + 2, 0.5) : undefined;
}

/** "for years", "in decades", "months-long", "weeks of talks". */
function bareUnits(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'unit') return undefined;
  if (
    isSign(tokens, index + 1, HYPHENS) &&
    textOf(tokens, index + 2) === 'long' &&
    isGlued(tokens, index + 1)
  ) {
    return fixed(index + 3, 'DURATION', duration(entry.isPlural ? undefined : 1, entry.unit));
  }
  if (!entry.isPlural || entry.unit === 'S' || entry.unit === 'Q') return undefined;
  const last = textOf(tokens, index - 1).toLowerCase();
  const follows = textOf(tokens, index + 1).toLowerCase();
  if (last === 'the' && /^(?:over|through|down)$/.test(textOf(tokens, index - 2).toLowerCase()))
    return fixed(index + 1, 'DURATION', duration(undefined, entry.unit));
  const lasts = /^(?:for|in|within|after|over|than|took|take|takes|just|lasted|last|only|spent|of)$/.test(
    last,
  );
  if (last === 'of' && !/^(?:of)$/.test(follows)) return undefined;
  if (!lasts && !/^(?:of|after|before)$/.test(follows)) return undefined;
  if (isAge(tokens, index)) return undefined;
  return fixed(index + 1, 'DURATION', duration(undefined, entry.unit));
}

/** "every day", "each Tuesday", "every two weeks", "per month", "daily". */
export function recurrenceAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is === 'frequency') {
    if (isGlued(tokens, index + 1) && isSign(tokens, index + 1, HYPHENS)) return undefined;
    // "two Fridays ago" recurs as little as it is told.
    if (entry.value.startsWith('X') && tokens.entries[index - 1]?.is === 'number') return undefined;
    // "The Daily Telegraph", "the 67th Annual Tony Awards".
    if (index > 0 && isCapital(tokens, index) && isCapital(tokens, index + 1)) return undefined;
    return fixed(index + 1, 'SET', entry.value);
  }
  if (entry?.is === 'weekday') return onWeekdays(tokens, index, entry.weekday);
  if (entry?.is !== 'word') return undefined;
  if (entry.word === 'per') {
    const unit = unitAt(tokens, index + 1);
    return unit && !unit.isPlural ? fixed(index + 2, 'SET', duration(1, unit.unit)) : undefined;
  }
  if (entry.word !== 'every' && entry.word !== 'each') return undefined;
  const next = tokens.entries[index + 1];
  if (next?.is === 'weekday') {
    return fixed(index + 2, 'SET', openWeekday(next.weekday));
  }
  if (next?.is === 'month') return fixed(index + 2, 'SET', `XXXX-${String(next.month).padStart(2, '0')}`);
  if (next?.is === 'season') return fixed(index + 2, 'SET', `XXXX-${next.season}`);
  if (next?.is === 'part') return fixed(index + 2, 'SET', `XXXX-XX-XXT${next.part}`);
  const number = readNumber(tokens, index + 1);
  const at = number ? number.end : next?.word === 'other' || next?.word === 'single' ? index + 2 : index + 1;
  const unit = unitAt(tokens, at);
  if (!unit || (unit.isPlural && !number)) return undefined;
  return fixed(at + 1, 'SET', duration(number?.n ?? (next?.word === 'other' ? 2 : 1), unit.unit));
}

/** "on Saturday mornings". */
function onWeekdays(tokens: Tokens, index: number, weekday: number): Match | undefined {
  const next = tokens.entries[index + 1];
  if (next?.is !== 'part' || !next.word.endsWith('s')) return undefined;
  return fixed(index + 2, 'SET', `${openWeekday(weekday)}T${next.part}`);
}

/** The unit that a duration counts, for the checks that count days. */
export function daysOf(value: string): number | undefined {
  const match = /^P(\d+)([DW])$/.exec(value);
  return match ? Number(match[1]) * (match[2] === 'W' ? 7 : 1) : undefined;
}
