/** The days that a draft tells of, beside the days that its sources give for what seem to be the same events. */

import type { Comparison } from '../comparison.ts';
import { passageOf } from '../corpus/article.ts';
import type { DateClaim, Likeness } from '../corpus/claims.ts';
import { agreeingClaims, rivalDayOf } from '../corpus/event-days.ts';
import { daysBetween, isoDate, longDate } from '../dates/calendar.ts';
import { count } from '../english.ts';
import type { CalendarDate, DateMention, Passage } from '../model.ts';
import type { Citation, Cite, Places } from './sheet.ts';

export interface TimelineDay<P> {
  /** `2026-01-04`. */
  readonly iso: string;
  readonly day: string;
  /** How far it is from the day that the draft is written for, in words; empty where that is not known. */
  readonly distance: string;
  /** What the draft says for it. */
  readonly drafted: readonly { readonly text: string; readonly at: P }[];
  readonly sources: readonly SourceDay<P>[];
  /** The sources of this timeline that were published on it. */
  readonly published: readonly Citation<P>[];
}

/** What a source says for a day. */
interface SourceDay<P> extends Citation<P> {
  readonly text: string;
  /** What the draft says of the same event, where it gives another day. */
  readonly instead: string | undefined;
}

/** A day while it is being put together. */
interface Day<P> {
  readonly date: CalendarDate;
  readonly drafted: TimelineDay<P>['drafted'][number][];
  readonly sources: SourceDay<P>[];
  readonly published: Citation<P>[];
}

/** Sources of one date; the first are the most alike. */
const MOST_CLAIMS = 5;

export function readTimeline<P>(
  comparison: Comparison,
  places: Places<P>,
  cite: Cite<P>,
): readonly TimelineDay<P>[] {
  const { dates, writtenFor } = comparison.draft;
  const days = new Map<string, Day<P>>();
  const dayOf = (date: CalendarDate): Day<P> => {
    const key = isoDate(date);
    const known = days.get(key) ?? { date, drafted: [], sources: [], published: [] };
    days.set(key, known);
    return known;
  };
  const articles = new Map<Passage['article'], Passage>();
  const tell = (
    date: DateMention,
    on: CalendarDate,
    claims: readonly Likeness<DateClaim>[],
    isOther: boolean,
  ) => {
    for (const { article, claim } of firstOfEach(claims).slice(0, MOST_CLAIMS)) {
      const passage = passageOf(article, claim.span);
      if (!articles.has(passage.article)) articles.set(passage.article, passage);
      const instead = isOther ? date.text : undefined;
      dayOf(on).sources.push({ ...cite(passage), text: passage.text, instead });
    }
  };
  for (const date of dates) {
    if (!date.resolved) continue;
    dayOf(date.resolved).drafted.push({ text: date.text, at: places.inDraft(date.span) });
    tell(date, date.resolved, agreeingClaims(comparison, date), false);
    const rival = rivalDayOf(comparison, date);
    if (rival) tell(date, rival.day, rival.claims, true);
  }
  for (const [{ published }, passage] of articles)
    if (published) dayOf(published).published.push(cite(passage));
  if (writtenFor && days.size > 0) dayOf(writtenFor.date);
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso, { date, ...day }]) => ({
      iso,
      day: longDate(date),
      distance: writtenFor ? distanceTo(daysBetween(writtenFor.date, date)) : '',
      ...day,
    }));
}

function firstOfEach(claims: readonly Likeness<DateClaim>[]): readonly Likeness<DateClaim>[] {
  return claims.filter((it, i) => claims.findIndex((other) => other.article === it.article) === i);
}

function distanceTo(days: number): string {
  if (days === 0) return 'the day it is written for';
  return `${count(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'}`;
}
