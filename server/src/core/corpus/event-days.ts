/** The days that sources give for what seems to be the same event. */

import type { Comparison } from '../comparison.ts';
import { daysBetween, isCalendarDate } from '../dates/calendar.ts';
import type { CalendarDate, DateMention } from '../model.ts';
import { recall } from '../recall.ts';
import { type Claims, claimsIn, type DateClaim, type Likeness, UNTIL } from './claims.ts';
import { stemOf } from './stems.ts';

/** A claim of a source as alike as this tells of the same event, if it has the same day. */
const AGREES = 0.12;

/** Whether a source supports a day: its clause is alike, and so is its date. */
function agrees(date: DateMention, { alike, claim }: Likeness<DateClaim>): boolean {
  return alike >= AGREES && isSameDay(date, claim.date);
}

/** Dates of which one states no year are the same by day and month. */
function isSameDay(a: DateMention, b: DateMention): boolean {
  const [one, other] = [a.value.slice(0, 10), b.value.slice(0, 10)];
  if (one === other) return true;
  const bothStated = a.stated.day !== undefined && b.stated.day !== undefined;
  const isOpen = a.stated.year === undefined || b.stated.year === undefined;
  return bothStated && isOpen && one.slice(5) === other.slice(5);
}

/** The claims of sources that have the same day for what a date of the draft tells, the most alike first. */
export function agreeingClaims(comparison: Comparison, date: DateMention): readonly Likeness<DateClaim>[] {
  const claim = claimOf(comparison, date);
  if (!claim) return [];
  return near(claim, comparison.claims()).filter((it) => agrees(date, it));
}

/** The day that sources have instead for what a date of the draft tells. */
export function rivalDayOf(comparison: Comparison, date: DateMention): RivalDay | undefined {
  const claim = claimOf(comparison, date);
  return claim && rivalDay(claim, comparison.claims());
}

function claimOf({ draft, articles }: Comparison, date: DateMention): DateClaim | undefined {
  if (articles.length === 0) return undefined;
  const reading = draft.read.find((it) => it.paragraph === date.paragraph);
  return reading && claimsIn(reading).find((it): it is DateClaim => it.of === 'day' && it.date === date);
}

/** Asked by the rule, the hover and the sign-off of each date, and again after an edit elsewhere. */
function near(claim: DateClaim, claims: Claims): readonly Near[] {
  return likenesses(claim, [claims], () => claims.near(claim));
}

const likenesses = recall<DateClaim, readonly Near[]>();

/** How alike two clauses must be to tell of one event, and how many words they must share. */
const LIKE_ENOUGH = {
  /** Two stated dates. */
  stated: { alike: 0.2, shared: 3 },
  /** Two stated dates where both clauses name what happened. */
  named: { alike: 0.15, shared: 2 },
  /** Weekdays: both clauses must name what happened. */
  weekday: { alike: 0.28, shared: 4 },
} as const;
/** What happens in news: a clause that names it tells of an event. */
const EVENTS = new Set(
  `launch strike attack summit visit meeting talks vote arrest election earthquake crash shooting explosion missile test
  rally resign sentence trial hearing debate bombing fire kill die death arrive sign deadline deal flight landing
  protest march storm flood indict charge appoint call letter speech announce file expire enter leave escape quake blast
  murder shoot disappear vanish sink capsize collapse derail erupt elect swear inaugurate convict acquit plead raid marry`
    .split(/\s+/)
    .map(stemOf)
    .concat(UNTIL),
);
/** Dates farther apart belong to other events. */
const MOST_DAYS = { stated: 15, weekday: 3 } as const;
/** Another day nearly as well supported: then nobody knows which event is meant. */
const NEARLY = 0.7;

type Near = Likeness<DateClaim>;

/** A day that sources have instead of a draft's, with the claims that have it, the most alike first. */
export interface RivalDay {
  readonly day: CalendarDate;
  readonly claims: readonly [Near, ...Near[]];
}

/** The day that sources have instead; undefined where one has the same, where the match is weak or the days are many. */
export function rivalDay(claim: DateClaim, claims: Claims): RivalDay | undefined {
  const { date } = claim;
  const { resolved } = date;
  const isStated = isStatedDay(date);
  if (!resolved || (!isStated && (date.stated.weekday === undefined || isReport(date)))) return undefined;
  const alike = near(claim, claims);
  if (alike.some((it) => agrees(date, it))) return undefined;
  const most = MOST_DAYS[isStated ? 'stated' : 'weekday'];
  const others = alike.filter(({ claim }) => isEventDay(claim.date, isStated));
  const [top] = others.filter((it) => apart(date, resolved, it.claim.date) <= most);
  const day = top?.claim.date.resolved;
  if (!top || !day || !isSameEvent(claim, top, isStated)) return undefined;
  const agreeing = others.filter((it) => agrees(top.claim.date, it));
  const isDisputed = others.some(
    (it) =>
      it.alike > top.alike * NEARLY &&
      !isSameDay(top.claim.date, it.claim.date) &&
      apart(date, resolved, it.claim.date) <= most,
  );
  return isDisputed ? undefined : { day, claims: [top, ...agreeing.filter((it) => it !== top)] };
}

/** Whether another date of a sentence has the day that stands against one of its dates, for what the source tells with it. */
export function tellsRival(
  claim: DateClaim,
  { span, date: { paragraph } }: DateClaim,
  { claims: [top] }: RivalDay,
  claims: Claims,
): boolean {
  // "last Friday, July 2" is one date, told twice.
  const from = Math.min(claim.span.end, span.end) - paragraph.start;
  const between = paragraph.text.slice(from, Math.max(claim.span.start, span.start) - paragraph.start);
  if (between.length <= 2 || /[.!?]["”’')]*\s+\p{Lu}/u.test(between)) return false;
  return near(claim, claims).some(
    (it) => it.claim === top.claim && it.alike >= top.alike * NEARLY && agrees(claim.date, it),
  );
}

/** Whether the words state a day of a month. */
export function isStatedDay({ stated }: DateMention): boolean {
  return stated.day !== undefined && stated.month !== undefined;
}

function isSameEvent({ words }: DateClaim, { claim, alike, shared }: Near, isStated: boolean): boolean {
  const isNamed = [...words.keys()].some((it) => EVENTS.has(it) && claim.words.has(it));
  const enough = ({ alike: least, shared: fewest }: { readonly alike: number; readonly shared: number }) =>
    alike >= least && shared >= fewest;
  if (!isStated) return isNamed && enough(LIKE_ENOUGH.weekday);
  return enough(LIKE_ENOUGH.stated) || (isNamed && enough(LIKE_ENOUGH.named));
}

/** Days between two dates, by day and month where one of them states no year. */
function apart(date: DateMention, day: CalendarDate, other: DateMention): number {
  if (!other.resolved) return Number.POSITIVE_INFINITY;
  if (isMonthSlip(date, other) || isYearSlip(date, other)) return 0;
  const isOpen = date.stated.year === undefined || other.stated.year === undefined;
  const isDayStated = date.stated.day !== undefined && other.stated.day !== undefined;
  const moved = { ...other.resolved, year: day.year };
  return Math.abs(daysBetween(day, isOpen && isDayStated && isCalendarDate(moved) ? moved : other.resolved));
}

/** "25 February" for "25 January": the same day of a neighboring month. */
function isMonthSlip({ stated: a }: DateMention, { stated: b }: DateMention): boolean {
  if (a.day === undefined || a.day !== b.day || a.month === undefined || b.month === undefined) return false;
  return (
    Math.abs(a.month - b.month) === 1 && (a.year === b.year || a.year === undefined || b.year === undefined)
  );
}

/** "April 8, 1939" for "April 8, 1938": a day of another year, told in full. */
function isYearSlip({ stated: a }: DateMention, { stated: b }: DateMention): boolean {
  if (a.day === undefined || a.day !== b.day || a.month !== b.month) return false;
  return a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) === 1;
}

/** A day that can stand against the draft's: stated in full, or a weekday that is no day of a report. */
function isEventDay(date: DateMention, isStated: boolean): boolean {
  if (isStatedDay(date)) return true;
  return !isStated && date.stated.weekday !== undefined && !isReport(date);
}

/** "said on Tuesday", "a statement late Monday": the day of the report. */
function isReport({ paragraph, span }: DateMention): boolean {
  const at = span.start - paragraph.start;
  const before = paragraph.text.slice(Math.max(0, at - 40), at);
  return /\b(?:said|says|told|reported|announced|tweeted|wrote|added|statement|briefing|confirmed|reporters|interview)\b[^.]{0,12}$/i.test(
    before,
  );
}
