import { passageOf } from '../corpus/article.ts';
import { claimsIn, type DateClaim, type Likeness } from '../corpus/claims.ts';
import { agrees, isSameDay } from '../corpus/event-days.ts';
import { stemOf } from '../corpus/stems.ts';
import { daysBetween, isCalendarDate, longDate, weekdayOf } from '../dates/calendar.ts';
import { editsToMove, likeWeekday } from '../dates/move.ts';
import { count } from '../english.ts';
import type { CalendarDate, DateMention, Fix } from '../model.ts';
import type { Rule } from '../rule.ts';

export const dateConflictsWithSources: Rule = {
  id: 'date/conflicts-with-sources',
  summary: 'The sources give another date for what seems to be the same event.',
  why: [
    'Events are matched by the words around their dates: who did what, and where. A source whose sentence is only a',
    'little alike is no evidence, and a draft that agrees with any source is left alone.',
    'A weekday is compared by the day it stands for, and only where the sentences are much alike; the day on which',
    'somebody said something is not the day of the event.',
    'Agencies in other time zones, and reports that come a day later, may rightly differ.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,

  each: 'paragraph',
  dependsOn: ({ dates }, { claims }) => (dates.length > 0 ? [claims()] : []),
  *check(reading, { articles, claims }) {
    if (articles.length === 0) return;
    for (const claim of claimsIn(reading)) {
      if (claim.of !== 'day') continue;
      const { date } = claim;
      const isStated = date.stated.day !== undefined && date.stated.month !== undefined;
      if (!date.resolved || (!isStated && (date.stated.weekday === undefined || isReport(date)))) continue;
      const near = claims().near(claim);
      const rival = rivalOf(claim, date.resolved, isStated, near);
      const other = rival?.[0].claim.date.resolved;
      if (!rival || !other) continue;
      const sources = new Set(rival.map((it) => it.article)).size;
      yield {
        span: date.span,
        message:
          `“${date.text}” (${longDate(date.resolved)}) differs from the sources: ` +
          `${count(sources, 'source')} ${sources === 1 ? 'has' : 'have'} ${longDate(other)} for what seems to be the same event. ` +
          `${count(articles.length, 'article')} searched.`,
        evidence: rival.map((it) => passageOf(it.article, it.claim.span)),
        fixes: fixesFor(date, date.resolved, other, sources),
        ...(isStated ? {} : { severity: 'information' as const }),
      };
    }
  },

  examples: [
    {
      writtenFor: { year: 2018, month: 10, day: 15 },
      sources: [
        'RIYADH, Oct. 15, 2018 (AP) — Khashoggi entered the Saudi consulate in Istanbul on Oct. 2 and has not been seen since.',
      ],
      bad: 'Khashoggi was last seen when he entered the Saudi consulate in Istanbul on [[Oct. 3]].',
      message:
        '“Oct. 3” (Wednesday 3 October 2018) differs from the sources: 1 source has Tuesday 2 October 2018 for what seems to be the same event. 1 article searched.',
      fixed: ['Khashoggi was last seen when he entered the Saudi consulate in Istanbul on Oct. 2.'],
    },
    {
      writtenFor: { year: 2018, month: 10, day: 15 },
      sources: [
        'RIYADH, Oct. 15, 2018 (AP) — Turkish police searched the Saudi consulate in Istanbul on Oct. 14, an official said.',
      ],
      good: 'Khashoggi was last seen when he entered the Saudi consulate on Oct. 2.',
    },
    {
      writtenFor: { year: 2026, month: 1, day: 6 },
      sources: [
        'SEOUL, Dec. 30, 2025 (AFP) — Lee will visit China, the Blue House in Seoul said on Tuesday.',
      ],
      good: 'Lee will meet Zhao in China on Tuesday, the Blue House in Seoul said.',
    },
  ],
};

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
  protest march storm flood indict charge appoint call letter speech announce file expire enter leave escape`
    .split(/\s+/)
    .map(stemOf),
);
/** Dates farther apart belong to other events. */
const MOST_DAYS = { stated: 15, weekday: 3 } as const;
/** Another day nearly as well supported: then nobody knows which event is meant. */
const NEARLY = 0.7;

type Near = Likeness<DateClaim>;
type Rival = readonly [Near, ...Near[]];

/** The day that sources have instead, most alike first; undefined where the match is weak or the days are many. */
function rivalOf(
  claim: DateClaim,
  day: CalendarDate,
  isStated: boolean,
  near: readonly Near[],
): Rival | undefined {
  const { date } = claim;
  const how = isStated ? 'stated' : 'weekday';
  if (near.some((it) => agrees(date, it))) return undefined;
  const others = near.filter(({ claim }) => isEventDay(claim.date, isStated));
  const [top] = others.filter((it) => apart(date, day, it.claim.date) <= MOST_DAYS[how]);
  if (!top || !isSameEvent(claim, top, isStated)) return undefined;
  const agreeing = others.filter((it) => agrees(top.claim.date, it));
  const isDisputed = others.some(
    (it) =>
      it.alike > top.alike * NEARLY &&
      !isSameDay(top.claim.date, it.claim.date) &&
      apart(date, day, it.claim.date) <= MOST_DAYS[how],
  );
  return isDisputed ? undefined : [top, ...agreeing.filter((it) => it !== top)];
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
  const isOpen = date.stated.year === undefined || other.stated.year === undefined;
  const isDayStated = date.stated.day !== undefined && other.stated.day !== undefined;
  const moved = { ...other.resolved, year: day.year };
  return Math.abs(daysBetween(day, isOpen && isDayStated && isCalendarDate(moved) ? moved : other.resolved));
}

/** A day that can stand against the draft's: stated in full, or a weekday that is no day of a report. */
function isEventDay(date: DateMention, isStated: boolean): boolean {
  if (date.stated.day !== undefined && date.stated.month !== undefined) return true;
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

function fixesFor(date: DateMention, from: CalendarDate, to: CalendarDate, sources: number): Fix[] {
  const title = `Change to ${longDate(to)}, as ${count(sources, 'source')} ${sources === 1 ? 'has' : 'have'} it`;
  if (date.stated.day !== undefined) {
    const target = date.stated.year === undefined ? { ...to, year: from.year } : to;
    const edits = editsToMove(date, from, target);
    if (!edits) return [];
    const { weekday } = date.parts;
    const all = weekday ? [{ span: weekday, newText: weekdayText(date, weekdayOf(to)) }, ...edits] : edits;
    return [{ title, edits: all }];
  }
  const at = date.parts.weekday;
  return at ? [{ title, edits: [{ span: at, newText: weekdayText(date, weekdayOf(to)) }] }] : [];
}

function weekdayText({ text, span, parts }: DateMention, weekday: number): string {
  const at = parts.weekday ?? span;
  return likeWeekday(text.slice(at.start - span.start, at.end - span.start), weekday);
}
