import { passageOf } from '../corpus/article.ts';
import { claimsIn, type DateClaim } from '../corpus/claims.ts';
import { isStatedDay, rivalDay, tellsRival } from '../corpus/event-days.ts';
import type { SourceCount } from '../corpus/sources.ts';
import { longDate, weekdayOf } from '../dates/calendar.ts';
import { editsToMove, likeWeekday } from '../dates/move.ts';
import { count, sourcesHave } from '../english.ts';
import type { CalendarDate, DateMention, Fix } from '../model.ts';
import { NONE } from '../recall.ts';
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
  dependsOn: ({ dates }, { claims }) => (dates.length > 0 ? [claims()] : NONE),
  *check(reading, { searched, sources, claims }) {
    if (searched === 0) return;
    const stated = claimsIn(reading).filter((it): it is DateClaim => it.of === 'day');
    for (const claim of stated) {
      const { date } = claim;
      const rival = rivalDay(claim, claims());
      if (!date.resolved || !rival) continue;
      // What the source dates so, another date beside this one may tell.
      if (stated.some((it) => it !== claim && tellsRival(it, claim, rival, claims()))) continue;
      const { day } = rival;
      const theirs = sources.among(rival.claims.map((it) => it.article.head));
      yield {
        span: date.span,
        message:
          `“${date.text}” (${longDate(date.resolved)}) differs from the sources: ` +
          `${sourcesHave(theirs)} ${longDate(day)} for what seems to be the same event. ` +
          `${count(searched, 'article')} searched.`,
        evidence: rival.claims.map((it) => passageOf(it.article, it.claim.span)),
        fixes: fixesFor(date, date.resolved, day, theirs),
        ...(isStatedDay(date) ? {} : { severity: 'information' as const }),
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
      writtenFor: { year: 2013, month: 6, day: 6 },
      sources: [
        'OSLO, June 5, 2013 (AP) — The warrant was signed on April 25, and ships may be searched until July 19.',
      ],
      bad: 'Ships may be searched in all ports until the warrant expires on [[July 14]].',
      message:
        '“July 14” (Sunday 14 July 2013) differs from the sources: 1 source has Friday 19 July 2013 for what seems to be the same event. 1 article searched.',
      fixed: ['Ships may be searched in all ports until the warrant expires on July 19.'],
    },
    {
      writtenFor: { year: 2014, month: 9, day: 19 },
      sources: ['EDINBURGH, Sept. 19, 2014 (AP) — Draft laws on new powers are due by Jan. 25, 2015.'],
      bad: 'Draft laws on the new powers are due by [[25 February 2015]].',
      message:
        '“25 February 2015” (Wednesday 25 February 2015) differs from the sources: 1 source has Sunday 25 January 2015 for what seems to be the same event. 1 article searched.',
      fixed: ['Draft laws on the new powers are due by 25 January 2015.'],
    },
    {
      writtenFor: { year: 2018, month: 8, day: 19 },
      sources: ['GENEVA, Aug. 18, 2018 (AP) — Kofi Annan was born in Kumasi, Ghana, on April 8, 1938.'],
      bad: 'Annan, born in Kumasi on [[8 April 1939]], led the body for ten years.',
      message:
        '“8 April 1939” (Saturday 8 April 1939) differs from the sources: 1 source has Friday 8 April 1938 for what seems to be the same event. 1 article searched.',
      fixed: ['Annan, born in Kumasi on 8 April 1938, led the body for ten years.'],
    },
    {
      // What the source dates so, the other date of the sentence tells.
      writtenFor: { year: 2011, month: 9, day: 2 },
      sources: [
        'TOKYO, Sept. 2, 2011 (AP) — Prime Minister Sato and his Cabinet resigned on Tuesday, Aug. 30.',
      ],
      good: 'Sato, who resigned as party president on Aug. 26, and his Cabinet resigned as ministers on Tuesday.',
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

function fixesFor(date: DateMention, from: CalendarDate, to: CalendarDate, sources: SourceCount): Fix[] {
  const title = `Change to ${longDate(to)}, as ${sourcesHave(sources)} it`;
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
