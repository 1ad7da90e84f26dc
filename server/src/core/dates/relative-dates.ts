/** Dates by where we stand: "Tuesday", "last week", "the third quarter", "earlier this month", "three days ago", "now". */

import { yearAt } from './calendar-dates.ts';
import { fixed, type Match, readHalf, readNumber, spanOf, unitAt } from './grammar.ts';
import type { DayPart, Unit } from './lexicon.ts';
import type { Shift } from './meaning.ts';
import { HYPHENS, isCapital, isGlued, isSign, type Tokens, textOf, wordOf } from './tokens.ts';

/** A relative date that begins at a token. */
export function relativeDateAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  switch (entry?.is) {
    case 'weekday':
      return weekdayAt(tokens, index, undefined);
    case 'day':
      return dayAt(tokens, index);
    case 'which':
      return whichAt(tokens, index, index);
    case 'reference':
      return referenceAt(tokens, index);
    case 'season':
      return seasonOfYear(tokens, index, undefined) ?? bareSeason(tokens, index);
    case 'ordinal':
      return quarterAt(tokens, index);
    case 'word':
      return afterSmallWord(tokens, index, entry.word);
    default:
      return undefined;
  }
}

function afterSmallWord(tokens: Tokens, index: number, word: string): Match | undefined {
  if (word === 'fiscal') return fiscalYear(tokens, index);
  if (word === 'these') {
    return wordOf(tokens, index + 1) === 'days' ? fixed(index + 2, 'DATE', 'PRESENT_REF') : undefined;
  }
  if (word === 'at') {
    return wordOf(tokens, index + 1) === 'present' ? fixed(index + 2, 'DATE', 'PRESENT_REF') : undefined;
  }
  if (word !== 'the' && word !== 'its' && word !== 'a') return undefined;
  const next = tokens.entries[index + 1];
  if (word === 'a' && next?.is === 'unit') return weeksBefore(tokens, index);
  if (word === 'the') {
    const reference = theReference(tokens, index);
    if (reference) return reference;
    if (next?.is === 'which') return whichAt(tokens, index, index + 1) ?? quarterAt(tokens, index + 1);
    if (next?.is === 'season') {
      return seasonOfYear(tokens, index + 1, undefined) ?? theSeason(tokens, index + 1);
    }
    if (next?.is === 'word' && next.word === 'latest') {
      return quarterOfShift(tokens, index + 2, { by: -1, from: 'publication' });
    }
    if (next?.is === 'unit') return theUnit(tokens, index + 1, next.unit, next.isPlural);
    if (next?.word === 'entire' || next?.word === 'whole' || next?.word === 'full') {
      const unit = unitAt(tokens, index + 2);
      return unit ? theUnit(tokens, index + 2, unit.unit, unit.isPlural) : undefined;
    }
    if (next?.word === 'rest' || next?.word === 'remainder') return theRest(tokens, index + 2);
  }
  // "the third-quarter loss" has its article for the loss.
  if (isSign(tokens, index + 2, HYPHENS)) return undefined;
  return next?.is === 'ordinal' || next?.is === 'number' || next?.word === 'fiscal' || next?.word === 'final'
    ? quarterAt(tokens, index + 1)
    : undefined;
}

/** "the rest of the year", "the remainder of 1998". */
function theRest(tokens: Tokens, index: number): Match | undefined {
  if (wordOf(tokens, index) !== 'of') return undefined;
  const year = yearOrShift(tokens, index + 1);
  if (year) {
    const { end, ...of } = year;
    return of.year === undefined
      ? { end, type: 'DATE', meaning: { is: 'shift', unit: 'Y', shift: of.yearsFrom ?? NOW } }
      : fixed(end, 'DATE', String(of.year));
  }
  const at = /^(?:the|this)$/.test(wordOf(tokens, index + 1) ?? '') ? index + 2 : 0;
  const unit = tokens.entries[at];
  if (at === 0 || unit?.is !== 'unit' || unit.isPlural) return undefined;
  return { end: at + 1, type: 'DATE', meaning: { is: 'shift', unit: unit.unit, shift: NOW } };
}

const NOW: Shift = { by: 0, from: 'publication' };

/** "the quarter" is the one reported on; "the year-earlier period" a year before it. */
function theUnit(tokens: Tokens, index: number, unit: Unit, isPlural: boolean): Match | undefined {
  if (isPlural || wordOf(tokens, index + 1) === 'of') return undefined;
  if (unit === 'D') {
    const next = tokens.entries[index + 2];
    const side = textOf(tokens, index + 1).toLowerCase();
    // "the day before yesterday", "the day after tomorrow".
    if (next?.is === 'day' && ((side === 'before' && next.by < 0) || (side === 'after' && next.by > 0)))
      return {
        end: index + 3,
        type: 'DATE',
        meaning: { is: 'shift', unit, shift: { by: 2 * next.by, from: 'publication' } },
      };
  }
  const year = unit === 'Y' ? yearAt(tokens, index + 1) : undefined;
  if (year) return year;
  if (isSign(tokens, index + 1, HYPHENS)) {
    const how = wordOf(tokens, index + 2);
    if (unit !== 'Y' || (how !== 'earlier' && how !== 'ago')) return undefined;
    return {
      end: index + 3,
      type: 'DATE',
      meaning: { is: 'shift', unit: 'Y', shift: { by: -1, from: 'publication' } },
    };
  }
  if (unit === 'Q')
    return { end: index + 1, type: 'DATE', meaning: { is: 'shift', unit, shift: { by: 0, from: 'story' } } };
  const how = textOf(tokens, index + 1).toLowerCase();
  if (unit === 'Y' && (how === 'before' || how === 'earlier' || how === 'previous')) {
    return { end: index + 2, type: 'DATE', meaning: { is: 'shift', unit, shift: { by: -1, from: 'story' } } };
  }
  // "the day he left", "the week that was", "the year ended in March" mean some other day.
  const isNamed = unit === 'WE' && /^(?:over|at|during|on)$/i.test(textOf(tokens, index - 2));
  if (!SPANNED.has(unit) || (!isNamed && (WITH_CLAUSE.test(how) || isCapital(tokens, index + 1))))
    return undefined;
  return { end: index + 1, type: 'DATE', meaning: { is: 'shift', unit, shift: { by: 0, from: 'story' } } };
}

const SPANNED: ReadonlySet<Unit> = new Set<Unit>(['D', 'W', 'WE', 'M', 'Y']);
const WITH_CLAUSE =
  /^(?:of|after|before|when|that|he|she|it|they|we|i|you|the|his|her|who|where|a|an|care|job|school|trip|trader|traders|camp|light)$/;

const PART_CODES: Readonly<Record<DayPart, string>> = {
  MO: 'TMO',
  AF: 'TAF',
  EV: 'TEV',
  NI: 'TNI',
  DT: 'TDT',
};

/** The part of the day after a day: "Tuesday morning". */
export function partAt(tokens: Tokens, index: number): string | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'part' || entry.word.endsWith('s') || isGlued(tokens, index)) return undefined;
  return PART_CODES[entry.part];
}

/** "Tuesday", "last Tuesday", "Tuesday night". */
function weekdayAt(tokens: Tokens, index: number, which: Shift | undefined): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'weekday') return undefined;
  // "Black Monday", "Super Tuesday", "the Sunday Times", "Monday Night Football" are names.
  if (NAMED_DAYS.test(textOf(tokens, index - 1)) || isInName(tokens, index, entry.weekday)) return undefined;
  let end = index + 1;
  if (entry.isShort) {
    if (!isCapital(tokens, index) || !isSign(tokens, end, '.') || !isGlued(tokens, end)) return undefined;
    if (entry.word === 'sun' || entry.word === 'sat') return undefined;
    end += 1;
  }
  const weeks = which ? undefined : weeksBehind(tokens, end);
  if (weeks !== undefined) end += 1;
  const clock = weeks === undefined ? partAt(tokens, end) : undefined;
  return {
    end: clock ? end + 1 : end,
    type: clock ? 'TIME' : 'DATE',
    meaning: {
      is: 'weekday',
      weekday: entry.weekday,
      ...(which ? { which } : {}),
      ...(weeks ? { weeks } : {}),
    },
    ...(clock ? { clock } : {}),
    stated: { weekday: entry.weekday },
    parts: { weekday: spanOf(tokens, index) },
  };
}

/** "The Sunday Times", "the Mail on Sunday", "Friday Night Lights". */
function isInName(tokens: Tokens, index: number, weekday: number): boolean {
  const last = textOf(tokens, index - 1);
  if (last === 'on' && textOf(tokens, index - 2) === 'Mail' && textOf(tokens, index - 3) !== 'Daily')
    return true;
  const next = textOf(tokens, index + 1);
  if (next === 'Night' || next === 'Morning') return isCapital(tokens, index + 2);
  return weekday % 6 === 0 && last !== 'on' && PAPERS.test(next);
}

const PAPERS =
  /^(?:Age|Business|Express|Herald|Independent|Mail|Mercury|Mirror|Nation|News|People|Post|Premium|Record|Star|Sun|Standard|Telegraph|Times|Tribune|Vision|World)$/;
const NAMED_DAYS = /^(?:Black|Super|Bloody|Good|Ash|Palm|Easter|Cyber|Red|Ruby|Sheffield|Joy|Fat|Whit)$/;

/** "Monday week", "Tuesday fortnight", as the British and the Irish say. */
function weeksBehind(tokens: Tokens, index: number): number | undefined {
  const word = wordOf(tokens, index);
  const weeks = word === 'week' ? 1 : word === 'fortnight' ? 2 : undefined;
  return isCapital(tokens, index) || isSign(tokens, index + 1, HYPHENS) ? undefined : weeks;
}

/** "a week on Monday", "a fortnight from Saturday". */
function weeksBefore(tokens: Tokens, index: number): Match | undefined {
  const weeks = weeksBehind(tokens, index + 1);
  const joint = textOf(tokens, index + 2);
  if (weeks === undefined || (joint !== 'on' && joint !== 'from')) return undefined;
  const day = weekdayAt(tokens, index + 3, undefined);
  if (day?.meaning.is !== 'weekday' || day.clock !== undefined) return undefined;
  return { ...day, meaning: { ...day.meaning, weeks } };
}

/** "today", "yesterday afternoon", "tonight". */
function dayAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'day' || (isGlued(tokens, index + 1) && isSign(tokens, index + 1, HYPHENS)))
    return undefined;
  const clock = entry.word === 'tonight' ? 'TNI' : partAt(tokens, index + 1);
  return {
    end: clock && entry.word !== 'tonight' ? index + 2 : index + 1,
    type: clock ? 'TIME' : 'DATE',
    meaning: { is: 'shift', unit: 'D', shift: { by: entry.by, from: 'publication' } },
    ...(clock ? { clock } : {}),
  };
}

/** What follows "last", "this", "next", "the previous", "that same". */
function whichAt(tokens: Tokens, start: number, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'which') return undefined;
  const hasThe = start < index;
  let at = index + 1;
  if (entry.word === 'that' && wordOf(tokens, at) === 'same') at += 1;
  // "this past summer", "this coming Friday".
  const second = tokens.entries[at];
  if (entry.word === 'this' && second?.is === 'which' && second.from === 'publication' && second.by !== 0) {
    return whichAt(tokens, start, at);
  }
  const shift: Shift = { by: entry.by, from: hasThe && entry.word === 'next' ? 'story' : entry.from };
  const next = tokens.entries[at];
  switch (next?.is) {
    case 'weekday':
      return entry.word === 'that' || entry.word === 'current' ? undefined : weekdayAt(tokens, at, shift);
    case 'month':
      return shift.from === 'publication' || entry.word === 'previous' || entry.word === 'following'
        ? whichMonth(tokens, at, shift)
        : undefined;
    case 'season':
      return whichSeason(tokens, at, shift);
    case 'part':
      return whichPart(tokens, at, shift, entry.word);
    case 'ordinal':
    case 'word':
      return entry.word === 'this' || entry.word === 'last' ? ofFiscal(tokens, at, shift) : undefined;
    case 'unit':
      return whichUnit(tokens, at, shift, entry.word, hasThe);
    default:
      return undefined;
  }
}

function ofFiscal(tokens: Tokens, index: number, shift: Shift): Match | undefined {
  if (wordOf(tokens, index) !== 'fiscal' || wordOf(tokens, index + 1) !== 'year') return undefined;
  return { end: index + 2, type: 'DATE', meaning: { is: 'shift', unit: 'Y', shift } };
}

function whichUnit(
  tokens: Tokens,
  index: number,
  shift: Shift,
  word: string,
  hasThe: boolean,
): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'unit' || entry.unit === 'S' || entry.unit === 'MIN' || entry.unit === 'H')
    return undefined;
  if (isGlued(tokens, index + 1) && isSign(tokens, index + 1, HYPHENS)) return undefined;
  if (entry.isPlural) {
    if (word === 'this' || word === 'that' || word === 'same' || word === 'next') return undefined;
    // "the past years", "the coming weeks".
    return { end: index + 1, type: 'DURATION', meaning: { is: 'fixed', value: `PX${entry.unit}` } };
  }
  if (word === 'past') {
    return { end: index + 1, type: 'DURATION', meaning: { is: 'fixed', value: `P1${entry.unit}` } };
  }
  if (hasThe && word === 'last' && (entry.unit === 'D' || wordOf(tokens, index + 1) === 'of'))
    return undefined;
  if (word === 'last' && entry.unit === 'D') return undefined;
  // "over the last decade" is as long as one.
  if (hasThe && word === 'last' && entry.unit !== 'Q' && LASTING.test(textOf(tokens, index - 3)))
    return { end: index + 1, type: 'DURATION', meaning: { is: 'fixed', value: `P1${entry.unit}` } };
  if (entry.unit === 'D' && word === 'this' && !hasThe && isSign(tokens, index + 1, HYPHENS))
    return undefined;
  const clock = entry.unit === 'D' ? partAt(tokens, index + 1) : undefined;
  return {
    end: clock ? index + 2 : index + 1,
    type: clock ? 'TIME' : 'DATE',
    meaning: { is: 'shift', unit: entry.unit, shift },
    ...(clock ? { clock } : {}),
  };
}

const LASTING = /^(?:over|during|for|within|throughout|in)$/i;

/** "last November", "next May". */
function whichMonth(tokens: Tokens, index: number, shift: Shift): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'month') return undefined;
  if (!isCapital(tokens, index)) return undefined;
  if (tokens.entries[index + 1]?.is === 'number') return undefined;
  const hasStop = entry.isShort && isSign(tokens, index + 1, '.') && isGlued(tokens, index + 1);
  return {
    end: hasStop ? index + 2 : index + 1,
    type: 'DATE',
    meaning: { is: 'calendar', month: entry.month, which: shift },
    stated: { month: entry.month },
    parts: { month: spanOf(tokens, index) },
  };
}

function whichSeason(tokens: Tokens, index: number, which: Shift): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'season') return undefined;
  return { end: index + 1, type: 'DATE', meaning: { is: 'season', code: entry.season, which } };
}

/** "this morning", "last night", "that evening". */
function whichPart(tokens: Tokens, index: number, shift: Shift, word: string): Match | undefined {
  const clock = partAt(tokens, index);
  if (clock === undefined) return undefined;
  if (shift.by !== 0 && !(word === 'last' && clock === 'TNI') && shift.from !== 'story') return undefined;
  return { end: index + 1, type: 'TIME', meaning: { is: 'shift', unit: 'D', shift }, clock };
}

/** "spring 2019", "the summer of 2016", "autumn of that year". */
function seasonOfYear(tokens: Tokens, index: number, which: Shift | undefined): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'season') return undefined;
  const at = wordOf(tokens, index + 1) === 'of' ? index + 2 : index + 1;
  const year = yearOrShift(tokens, at);
  if (!year || (at === index + 1 && year.yearsFrom)) return undefined;
  const { end, ...of } = year;
  return {
    end,
    type: 'DATE',
    meaning: { is: 'season', code: entry.season, ...of, ...(which ? { which } : {}) },
  };
}

/** "2016", "last year", "that year", "fiscal 1998", "the year". */
function yearOrShift(
  tokens: Tokens,
  index: number,
): { readonly end: number; readonly year?: number; readonly yearsFrom?: Shift } | undefined {
  let at = wordOf(tokens, index) === 'the' ? index + 1 : index;
  if (wordOf(tokens, at) === 'fiscal') at += 1;
  const entry = tokens.entries[at];
  if (entry?.is === 'number' && entry.digits === 4 && entry.n > 1000 && entry.n < 2200) {
    const isMore = isGlued(tokens, at + 1) && isSign(tokens, at + 1, ',.') && isGlued(tokens, at + 2);
    return isMore ? undefined : { end: at + 1, year: entry.n };
  }
  const unit = tokens.entries[at + 1];
  if (entry?.is === 'which' && unit?.is === 'unit' && unit.unit === 'Y' && !unit.isPlural)
    return { end: at + 2, yearsFrom: { by: entry.by, from: entry.from } };
  if (at > index && entry?.is === 'unit' && entry.unit === 'Y' && !entry.isPlural)
    return { end: at + 1, yearsFrom: { by: 0, from: 'publication' } };
  return undefined;
}

/** "in the fall", "by the winter"; "the fall of Saigon" is none. */
function theSeason(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'season' || wordOf(tokens, index + 1) === 'of') return undefined;
  if (entry.word === 'fall' || entry.word === 'spring') {
    const last = wordOf(tokens, index - 2);
    if (last !== 'in' && last !== 'by' && last !== 'until' && last !== 'through') return undefined;
  }
  return { end: index + 1, type: 'DATE', meaning: { is: 'season', code: entry.season } };
}

function bareSeason(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'season' || entry.word === 'fall') return undefined;
  const last = textOf(tokens, index - 1).toLowerCase();
  if (!/^(?:in|by|during|since|until|every|through|into|and|to)$/.test(last)) return undefined;
  if (entry.word === 'spring' && !/^(?:in|by|since|until)$/.test(last)) return undefined;
  if (/^(?:and|to)$/.test(last) && tokens.entries[index - 2]?.is !== 'season') return undefined;
  return { end: index + 1, type: 'DATE', meaning: { is: 'season', code: entry.season } };
}

/** "third quarter", "third-quarter", "fiscal third quarter", "first half of 2008"; also of a year. */
function quarterAt(tokens: Tokens, index: number): Match | undefined {
  let at = index;
  const isFiscal = wordOf(tokens, at) === 'fiscal';
  if (isFiscal) at += isSign(tokens, at + 1, HYPHENS) ? 2 : 1;
  const entry = tokens.entries[at];
  let last = at;
  let n = entry?.is === 'ordinal' ? entry.n : undefined;
  const isLast = textOf(tokens, at) === 'final' || textOf(tokens, at) === 'last';
  if (isLast && wordOf(tokens, at + 2) === 'of') n = wordOf(tokens, at + 1) === 'half' ? 2 : 4;
  if (n === undefined && entry?.is === 'number' && entry.digits === 4) {
    // "the 2009 fourth quarter".
    const ordinal = tokens.entries[at + 1];
    if (ordinal?.is !== 'ordinal') return undefined;
    n = ordinal.n;
    last = at + 1;
  }
  if (n === undefined || n < 1) return undefined;
  if (wordOf(tokens, last + 1) === 'fiscal') last += 1;
  const isHyphened = isSign(tokens, last + 1, HYPHENS);
  const noun = isHyphened ? last + 2 : last + 1;
  const word = wordOf(tokens, noun);
  if (word !== 'quarter' && word !== 'half') return undefined;
  if ((word === 'quarter' && n > 4) || (word === 'half' && n > 2)) return undefined;
  const code = word === 'quarter' ? `Q${n}` : `H${n}`;
  const of = wordOf(tokens, noun + 1);
  const year =
    of === 'of' || of === 'in' || of === undefined || isSign(tokens, noun + 1, ',')
      ? yearOrShift(tokens, of === undefined && !isSign(tokens, noun + 1, ',') ? noun + 1 : noun + 2)
      : yearOrShift(tokens, noun + 1);
  if (entry?.is === 'number') {
    return { end: noun + 1, type: 'DATE', meaning: { is: 'season', code, year: entry.n } };
  }
  // The first half of a match is no date.
  if (
    word === 'half' &&
    !year &&
    !(isHyphened && /^(?:profit|sales|earnings|revenue|results|loss|net)/.test(textOf(tokens, noun + 1)))
  )
    return undefined;
  if (word === 'quarter' && !year && of === 'of' && !isFiscal) return undefined;
  if (!year) return { end: noun + 1, type: 'DATE', meaning: { is: 'season', code } };
  const { end, ...rest } = year;
  return { end, type: 'DATE', meaning: { is: 'season', code, ...rest } };
}

function quarterOfShift(tokens: Tokens, index: number, shift: Shift): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'unit' || entry.isPlural || entry.unit === 'D') return undefined;
  if (entry.unit !== 'Q' && entry.unit !== 'Y' && entry.unit !== 'M' && entry.unit !== 'W') return undefined;
  return { end: index + 1, type: 'DATE', meaning: { is: 'shift', unit: entry.unit, shift } };
}

/** "fiscal 1998", "fiscal year 2010". */
function fiscalYear(tokens: Tokens, index: number): Match | undefined {
  const at = wordOf(tokens, index + 1) === 'year' ? index + 2 : index + 1;
  const entry = tokens.entries[at];
  if (entry?.is === 'ordinal') return quarterAt(tokens, index);
  if (entry?.is !== 'number' || entry.digits !== 4) return undefined;
  return {
    end: at + 1,
    type: 'DATE',
    meaning: { is: 'fixed', value: entry.word },
    stated: { year: entry.n },
  };
}

/** "now", "currently", "recently", "recent weeks", "soon". */
function referenceAt(tokens: Tokens, index: number): Match | undefined {
  const entry = tokens.entries[index];
  if (entry?.is !== 'reference') return undefined;
  if (isGlued(tokens, index + 1) && isSign(tokens, index + 1, HYPHENS) && entry.word !== 'now')
    return undefined;
  if (entry.word === 'recent') {
    const unit = unitAt(tokens, index + 1);
    if (unit?.isPlural) return fixed(index + 2, 'DATE', 'PAST_REF');
  }
  // "more recent", "the most current" compare; before a noun they say when.
  if (entry.word === 'recent' || entry.word === 'current') {
    return isSmallWord(tokens, index + 1) ? fixed(index + 1, 'DATE', entry.value) : undefined;
  }
  if (entry.word === 'soon' && !looksAhead(tokens, index)) return undefined;
  return fixed(index + 1, 'DATE', entry.value);
}

/** "soon" of a tale ("soon found", "was soon", "soon after", "as soon as") is no day that comes. */
function looksAhead(tokens: Tokens, index: number): boolean {
  const next = textOf(tokens, index + 1).toLowerCase();
  const last = textOf(tokens, index - 1).toLowerCase();
  if (/^(?:as|was|were|had|he|she|it|they|who|which|and|but)$/.test(last) && last !== 'and') return false;
  return !/^(?:as|after|afterwards?|found|began|became|was|were|had|came|,)$/.test(next) && !/ed$/.test(next);
}

function isSmallWord(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[index] ?? -1);
  return code >= 0x61 && code <= 0x7a && !isGlued(tokens, index);
}

/** "the past", "the near future", "the present", "the time being", "the moment". */
function theReference(tokens: Tokens, index: number): Match | undefined {
  const word = textOf(tokens, index + 1).toLowerCase();
  const next = textOf(tokens, index + 2).toLowerCase();
  if (word === 'future') return fixed(index + 2, 'DATE', 'FUTURE_REF');
  if ((word === 'near' || word === 'foreseeable') && (next === 'future' || next === 'term'))
    return fixed(index + 3, 'DATE', 'FUTURE_REF');
  if (word === 'present') return fixed(index + 2, 'DATE', 'PRESENT_REF');
  if (word === 'past') {
    const unit = tokens.entries[index + 2];
    return unit === undefined || unit.is === 'word' ? fixed(index + 2, 'DATE', 'PAST_REF') : undefined;
  }
  if (word === 'time' && next === 'being') return fixed(index + 3, 'DATE', 'PRESENT_REF');
  return undefined;
}

/** "three years ago", "two days later", "a year earlier", "a few weeks before": the day that lies so far away. */
export function awayAt(tokens: Tokens, index: number): Match | undefined {
  const word = wordOf(tokens, index);
  const number = readNumber(tokens, index);
  let n: number | undefined;
  let at: number;
  if (number) {
    n = number.n;
    at = number.end;
  } else if (word === 'a' || word === 'an') {
    const entry = tokens.entries[index + 1];
    if (entry?.is === 'vague') at = wordOf(tokens, index + 2) === 'of' ? index + 3 : index + 2;
    else {
      n = 1;
      at = index + 1;
    }
  } else if (tokens.entries[index]?.is === 'vague') at = index + 1;
  else if (tokens.entries[index]?.is === 'unit') at = index;
  else return undefined;
  const half = readHalf(tokens, at);
  if (half !== undefined) {
    n = (n ?? 0) + 0.5;
    at = half;
  }
  const unit = unitAt(tokens, at);
  if (!unit || (at === index && !unit.isPlural)) return undefined;
  // "a year and a half ago".
  const halfBehind = half === undefined ? readHalf(tokens, at + 1) : undefined;
  if (halfBehind !== undefined) {
    n = (n ?? 0) + 0.5;
    at = halfBehind - 1;
  }
  const how = textOf(tokens, at + 1).toLowerCase();
  const by = AWAY.get(how);
  if (by === undefined) return undefined;
  const isFromNow = how === 'from' && textOf(tokens, at + 2).toLowerCase() === 'now';
  if (how === 'from' && !isFromNow) return undefined;
  const end = at + (isFromNow ? 3 : 2);
  // "two days before the vote" is a duration and a word.
  if ((how === 'before' || how === 'previously') && !isEndOfClause(tokens, end)) return undefined;
  if (how === 'earlier' && wordOf(tokens, end) === 'than') return undefined;
  if (how === 'later' && wordOf(tokens, end) === 'than') return undefined;
  if (n === undefined) return fixed(end, 'DATE', by < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const from = how === 'ago' || isFromNow ? 'publication' : 'story';
  return { end, type: 'DATE', meaning: { is: 'shift', unit: unit.unit, shift: { by: by * n, from } } };
}

const AWAY: ReadonlyMap<string, 1 | -1> = new Map([
  ['ago', -1],
  ['earlier', -1],
  ['before', -1],
  ['previously', -1],
  ['later', 1],
  ['hence', 1],
  ['from', 1],
]);

function isEndOfClause(tokens: Tokens, index: number): boolean {
  return index >= tokens.count || isSign(tokens, index, '.,;:)”"');
}
