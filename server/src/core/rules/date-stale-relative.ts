import { type Article, passageOf } from '../corpus/article.ts';
import { claimsOf, type DateClaim, type Likeness } from '../corpus/claims.ts';
import type { Sources } from '../corpus/sources.ts';
import { longDate, MONTHS, weekdayOf } from '../dates/calendar.ts';
import { list, sourcesHave } from '../english.ts';
import type { ArticleHead, CalendarDate } from '../model.ts';
import type { Draft } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const dateStaleRelative: Rule = {
  id: 'date/stale-relative',
  summary: 'The words depend on the day of publication in a way that trips readers.',
  why: [
    'In copy for a Sunday, “last week” is the week that ends on that day to some readers, and the one before it to others.',
    '“This month” lifted from a source that was published in another month means another month.',
    'Where no source says so of the same thing, it is a hint. Quotations are left alone, and each expression is reported once, where it stands first.',
  ].join('\n'),
  severity: 'information',

  dependsOn: ({ draft, claims }) => [claims(), ...periodsOf(draft)],
  *check({ draft, claims, sources }) {
    const written = draft.writtenFor?.date;
    if (!written) return;
    const reported = new Set<string>();
    for (const claim of periodsOf(draft)) {
      const { span, date } = claim;
      const words = date.text.toLowerCase();
      const isWeek = words.endsWith('week');
      if (reported.has(words) || (isWeek && weekdayOf(written) !== 0)) continue;
      const lifted = claims()
        .near<DateClaim>(claim)
        .filter((it) => isLifted(it, claim) && (isWeek || isOfOtherMonth(it.article, written)));
      if (!isWeek && lifted.length === 0) continue;
      reported.add(words);
      yield {
        span,
        message: isWeek
          ? weekMessage(date.text, written, lifted, sources)
          : monthMessage(date.text, written, lifted, sources),
        evidence: lifted.map((it) => passageOf(it.article, it.claim.span)),
        ...(lifted.length === 0 ? { severity: 'hint' as const } : {}),
      };
    }
  },

  examples: [
    {
      writtenFor: { year: 2026, month: 1, day: 4 },
      bad: '[[Last week]], China held drills around Taiwan.',
      severity: 'hint',
      message:
        '“Last week” can mean two weeks in copy for Sunday 4 January 2026: readers begin the week on Sunday or on Monday.',
    },
    {
      writtenFor: { year: 2026, month: 1, day: 5 },
      sources: [
        'SEOUL, Dec. 30, 2025 (AP) — Asked this month whether he would side with Japan, Lee told journalists to wait.',
      ],
      bad: 'Asked [[this month]] whether he would side with Japan, Lee told journalists to wait and see.',
      message: '“this month” is January 2026 here; 1 source that says so was published in December 2025.',
    },
    { writtenFor: { year: 2026, month: 1, day: 7 }, good: 'Last week, China held drills around Taiwan.' },
    { good: 'Last week, China held drills around Taiwan.' },
  ],
};

function periodsOf(draft: Draft): DateClaim[] {
  return claimsOf(draft).filter((it): it is DateClaim => it.of === 'period');
}

/** How alike two sentences must be for one to be lifted from the other. */
const LIFTED = 0.4;

function isLifted({ alike, shared, claim }: Likeness<DateClaim>, { date }: DateClaim): boolean {
  return alike >= LIFTED && shared >= 4 && claim.date.text.toLowerCase() === date.text.toLowerCase();
}

function isOfOtherMonth({ head: { published } }: Article, written: CalendarDate): boolean {
  return published !== undefined && (published.year !== written.year || published.month !== written.month);
}

function weekMessage(
  text: string,
  written: CalendarDate,
  lifted: readonly Likeness[],
  sources: Sources,
): string {
  const heads = headsOf(lifted);
  const days = new Set([...heads].flatMap(({ published }) => (published ? [longDate(published)] : [])));
  const also =
    days.size === 0
      ? ''
      : ` ${sourcesHave(sources.among(heads), 'says', 'say')} the same, published on ${list([...days])}.`;
  return `“${text}” can mean two weeks in copy for ${longDate(written)}: readers begin the week on Sunday or on Monday.${also}`;
}

function monthMessage(
  text: string,
  written: CalendarDate,
  lifted: readonly Likeness[],
  sources: Sources,
): string {
  const heads = headsOf(lifted);
  const months = new Set([...heads].map(({ published }) => monthOf(published)));
  const theirs = sourcesHave(sources.among(heads), 'that says so was', 'that say so were');
  return `“${text}” is ${monthOf(written)} here; ${theirs} published in ${list([...months])}.`;
}

function headsOf(lifted: readonly Likeness[]): ReadonlySet<ArticleHead> {
  return new Set(lifted.map((it) => it.article.head));
}

function monthOf(date: CalendarDate | undefined): string {
  return date ? `${MONTHS[date.month - 1] ?? ''} ${date.year}` : '';
}
