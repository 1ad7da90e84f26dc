/** What a hover shows: the evidence for a name, a date or a quotation, in the order in which an editor asks for it. */

import type { Comparison, KnownSpelling, NearestQuote } from './comparison.ts';
import { type Article, lineIn, passageOf, surroundingsOf } from './corpus/article.ts';
import type { DateClaim, Likeness } from './corpus/claims.ts';
import { passageOfUse, type SpellingUse } from './corpus/corpus.ts';
import { agreeingClaims, rivalDayOf } from './corpus/event-days.ts';
import type { SourceCount, Sources } from './corpus/sources.ts';
import { daysInMonth, longDate, MONTHS, nearestOn, weekdayName, weekdayOf } from './dates/calendar.ts';
import type { Settled } from './decisions.ts';
import { count, countSources, list, sourcesHave } from './english.ts';
import type {
  ArticleHead,
  CalendarDate,
  DateMention,
  Decision,
  Entity,
  Mention,
  Passage,
  QuoteMention,
  Span,
} from './model.ts';
import { rolesOf } from './names/roles.ts';
import { escapeMarkdown } from './text/escape.ts';
import { foldTypography, squash } from './text/fold.ts';

export interface Explanation {
  readonly span: Span;
  /** Markdown in which nothing of a text is markup. */
  readonly markdown: string;
}

/** How many source lines a hover shows; the rest is a count. */
const MOST_LINES = 3;
const MOST_LOOK_ALIKES = 3;
/** More articles with the same text are only counted. */
const MOST_COPIES = 3;

/** Explains the smallest mention that contains an offset of the draft. */
export function explainAt(
  comparison: Comparison,
  offset: number,
  standing: Settled['standing'] = [],
): Explanation | undefined {
  const { draft } = comparison;
  const at = ({ span }: Mention) => span.start <= offset && offset <= span.end;
  const mentions: Mention[] = [
    ...draft.names.filter(at),
    ...draft.dates.filter(at),
    ...draft.quotes.filter(at),
  ];
  mentions.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const [mention] = mentions;
  if (!mention) return undefined;
  const lines = [...explain(comparison, mention), ...explainDecisions(standing, mention)];
  return { span: mention.span, markdown: lines.join('\n\n') };
}

/** What would be reported here, had nobody decided that it may stand. */
function explainDecisions(standing: Settled['standing'], { span }: Mention): string[] {
  return standing
    .filter(({ finding }) => finding.span.start < span.end && span.start < finding.span.end)
    .map(({ finding: { message }, by }) => `${byWhom(by)}: ${escapeMarkdown(message)}`);
}

function byWhom(by: Decision | 'directive'): string {
  if (by === 'directive') return 'Let stand by a directive in the draft';
  if ('checked' in by) return `Checked by ${escapeMarkdown(by.by)}, ${plainDate(by.on)}`;
  return by.draft === undefined ? 'Let stand always' : `Let stand ${by.beside ? 'here' : 'in this draft'}`;
}

function explain(comparison: Comparison, mention: Mention): string[] {
  switch (mention.kind) {
    case 'name': {
      const entity = comparison.draft.entityOf(mention);
      return entity ? explainEntity(comparison, entity) : [];
    }
    case 'date':
      return explainDate(comparison, mention);
    case 'quote':
      return explainQuote(comparison, mention);
  }
}

function explainEntity(comparison: Comparison, entity: Entity): string[] {
  const { draft, articles, sources, spellingsOf, declared } = comparison;
  const known = spellingsOf(entity);
  const lines = [`**${escapeMarkdown(known[0]?.name ?? entity.name)}**`];
  const [form] = entity.mentions.flatMap((it) => declared.houseFormOf(it) ?? []);
  if (form !== undefined) lines.push(`House form: **${escapeMarkdown(form)}**`);
  if (known.length === 0) {
    const type = { person: 'person', organization: 'organization', place: 'place' }[entity.type];
    return [...lines, `No source names this ${type}. ${sayHowMany(comparison)}`];
  }
  const roles = rolesIn(known, sources);
  if (roles.length > 0)
    lines.push(roles.map((it) => `- ${escapeMarkdown(it.role)}: ${countSources(it.sources)}`).join('\n'));
  lines.push(
    known
      .map(
        (it) =>
          `- “${escapeMarkdown(it.name)}”: ${countSources(it.sources)}${drafted(entity, it) ? ', and this draft' : ''}`,
      )
      .join('\n'),
  );
  lines.push(
    ...sourceLines(
      known.flatMap((it) => it.uses),
      sources,
    ),
  );
  const others = lookAlikes(draft.entities, articles, entity, known);
  if (others.length > 0) lines.push(`Not ${list(others.map(escapeMarkdown))}.`);
  lines.push(sayHowMany(comparison));
  return lines;
}

function drafted(entity: Entity, { name }: KnownSpelling): boolean {
  return entity.mentions.some((it) => foldTypography(it.text) === name);
}

/** The roles that the sources give, each with its count of sources; capitals make no other role. */
export function rolesIn(
  known: readonly KnownSpelling[],
  sources: Sources,
): { readonly role: string; readonly sources: SourceCount }[] {
  const roles = new Map<string, { readonly role: string; readonly articles: Set<ArticleHead> }>();
  for (const { article, entity } of new Set(known.flatMap((it) => it.uses))) {
    for (const { text } of rolesOf(entity)) {
      const role = foldTypography(text);
      const entry = roles.get(role.toLowerCase()) ?? { role, articles: new Set() };
      entry.articles.add(article.head);
      roles.set(role.toLowerCase(), entry);
    }
  }
  return [...roles.values()]
    .map(({ role, articles }) => ({ role, sources: sources.among(articles) }))
    .sort((a, b) => b.sources.count - a.sources.count);
}

/** Up to three source lines, from as many sources as there are. */
function sourceLines(uses: readonly SpellingUse[], sources: Sources): string[] {
  const { shown, more } = sampleUses(uses, sources);
  const lines = shown.map(({ use, copies }) => quoteLine(use.article, passageOfUse(use), copies));
  return more > 0 ? [...lines, `and ${count(more, 'more source')}`] : lines;
}

/** A use of which a line is shown, with the other articles that print the same text. */
export interface SampledUse {
  readonly use: SpellingUse;
  readonly copies: readonly ArticleHead[];
}

/** The uses of which a line is shown, a source each, and how many more sources there are. */
export function sampleUses(
  uses: readonly SpellingUse[],
  sources: Sources,
): { readonly shown: readonly SampledUse[]; readonly more: number } {
  const bySource = groupBySource(uses, sources);
  const shown = bySource.slice(0, MOST_LINES).map(({ first, copies }) => ({ use: first, copies }));
  return { shown, more: bySource.length - shown.length };
}

/** The first of each source, with the other articles that print the same text. */
function groupBySource<T extends { readonly article: Article }>(
  cited: readonly T[],
  sources: Sources,
): { readonly first: T; readonly copies: readonly ArticleHead[] }[] {
  const groups = new Map<ArticleHead, { readonly first: T; readonly heads: Set<ArticleHead> }>();
  for (const it of cited) {
    const { head } = it.article;
    const group = groups.get(sources.of(head)) ?? { first: it, heads: new Set() };
    group.heads.add(head);
    groups.set(sources.of(head), group);
  }
  return [...groups.values()].map(({ first, heads: [, ...copies] }) => ({ first, copies }));
}

/** One line of a source: the words around a passage, the passage in bold, and where it stands. */
function quoteLine(article: Article, passage: Passage, copies: readonly ArticleHead[]): string {
  const { before, after } = surroundingsOf(article, passage.span);
  const line = `${escapeMarkdown(before)}**${escapeMarkdown(passage.text)}**${escapeMarkdown(after)}`;
  return `> ${line}  \n> ${articleLink(article, passage.span)}${alsoIn(copies)}`;
}

/** Which other articles print the same text: all of them are one source. */
function alsoIn(copies: readonly ArticleHead[]): string {
  if (copies.length === 0) return '';
  if (copies.length > MOST_COPIES) return `, and the same text in ${count(copies.length, 'more article')}`;
  return `, and the same text in ${list(copies.map((it) => escapeMarkdown(it.id)))}`;
}

/** The article's name, outlet and date, as a link to the line where it can be opened. */
function articleLink(article: Article, span: Span): string {
  const { head } = article;
  const outlet = head.outlet === undefined ? '' : `, ${escapeMarkdown(head.outlet)}`;
  const date = head.published ? `, ${plainDate(head.published)}` : '';
  const name = escapeMarkdown(head.id);
  if (head.uri === undefined) return `${name}${outlet}${date}`;
  // Round brackets would end the link.
  const target = head.uri.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${name}](${target}#L${lineIn(article, span.start)})${outlet}${date}`;
}

function plainDate(date: CalendarDate): string {
  return longDate(date).replace(/^\w+ /, '');
}

/** People of the sources who bear the same surname, and are somebody else. */
export function lookAlikes(
  drafted: readonly Entity[],
  articles: readonly Article[],
  entity: Pick<Entity, 'type' | 'name'>,
  known: readonly KnownSpelling[],
): string[] {
  if (entity.type !== 'person') return [];
  const ours = new Set([...known.map((it) => squash(it.name)), squash(entity.name)]);
  const edges = (name: string) => [name.split(' ')[0], name.split(' ').at(-1)];
  const [first, last] = edges(entity.name);
  const others = new Map<string, string>();
  for (const other of [...drafted, ...articles.flatMap((it) => it.reading.entities)]) {
    if (other.type !== 'person' || !other.name.includes(' ') || ours.has(squash(other.name))) continue;
    const [otherFirst, otherLast] = edges(other.name);
    if (otherFirst === first || otherLast === last) others.set(squash(other.name), other.name);
  }
  return [...others.values()].slice(0, MOST_LOOK_ALIKES);
}

function explainDate(comparison: Comparison, date: DateMention): string[] {
  const { draft } = comparison;
  if (date.resolved) {
    const from = draft.writtenFor
      ? ` The day that the draft is written for is from ${draft.writtenFor.from}.`
      : '';
    const why = date.why
      ? `Because ${escapeMarkdown(date.why)}.${from}`
      : 'The draft states the day in full.';
    return [
      `**${longDate(date.resolved)}**`,
      ...explainWeekday(date, date.resolved),
      why,
      ...explainAgreement(comparison, date),
      ...explainRival(comparison, date),
    ];
  }
  const why =
    dayBeyondMonth(date) ??
    (draft.writtenFor
      ? 'It does not stand for one day.'
      : 'The day that this draft is written for is not known, so nothing relative is resolved.');
  return [`**${escapeMarkdown(date.text)}**`, why];
}

/** Why a day is on no calendar, as a sentence; undefined for one that is, or may be. */
function dayBeyondMonth({ stated: { year = 2000, month, day } }: DateMention): string | undefined {
  if (month === undefined || day === undefined || day <= daysInMonth(year, month)) return undefined;
  return `No calendar has this day: ${MONTHS[month - 1] ?? ''} has ${count(daysInMonth(year, month), 'day')}.`;
}

/** Where the draft has another weekday than the calendar: the day on which that one falls. */
function explainWeekday({ stated }: DateMention, day: CalendarDate): string[] {
  if (stated.weekday === undefined || stated.weekday === weekdayOf(day)) return [];
  return [
    `The calendar has no ${weekdayName(stated.weekday)} there: that is ${longDate(nearestOn(day, stated.weekday))}.`,
  ];
}

/** The sources that give the same day for what seems to be the same event. */
function explainAgreement(comparison: Comparison, date: DateMention): string[] {
  const agreeing = agreeingClaims(comparison, date);
  return agreeing.length === 0 ? [] : explainClaims(agreeing, 'the same day', comparison);
}

/** The sources that give another day, where none gives the same. */
function explainRival(comparison: Comparison, date: DateMention): string[] {
  const rival = rivalDayOf(comparison, date);
  return rival ? explainClaims(rival.claims, longDate(rival.day), comparison) : [];
}

function explainClaims(
  claims: readonly Likeness<DateClaim>[],
  day: string,
  { sources }: Comparison,
): string[] {
  const lines = groupBySource(claims, sources)
    .slice(0, MOST_LINES)
    .map(({ first: { article, claim }, copies }) =>
      quoteLine(article, passageOf(article, claim.span), copies),
    );
  const give = sourcesHave(sources.among(claims.map((it) => it.article.head)), 'gives', 'give');
  return [`${give} ${day} for what seems to be the same event:`, ...lines];
}

function explainQuote(comparison: Comparison, quote: QuoteMention): string[] {
  const { draft } = comparison;
  const lines: string[] = [];
  if (quote.speaker) {
    lines.push(`Speaker: **${escapeMarkdown(draft.text.slice(quote.speaker.start, quote.speaker.end))}**`);
  }
  const nearest = comparison.nearest(quote);
  if (!nearest) return [...lines, `No source carries these words as a quotation. ${sayHowMany(comparison)}`];
  lines.push(
    describeNearest(nearest),
    `> ${markedWords(nearest)}  \n> ${articleLink(nearest.source.article, nearest.source.parts[0].span)}`,
  );
  const others = new Set(nearest.carriers.map((it) => it.article));
  others.delete(nearest.source.article);
  if (others.size > 0) lines.push(`Also in ${list([...others].map(({ head }) => escapeMarkdown(head.id)))}.`);
  lines.push(sayHowMany(comparison));
  return lines;
}

function describeNearest({ kind, changes, isShortened }: NearestQuote): string {
  if (kind === 'same' && isShortened) return 'The source has the same words, and more at the ends.';
  if (kind === 'same') return 'The source has the same words.';
  return `${count(changes.length, 'difference')} from the source, in bold:`;
}

/** The words of the source, those that differ in bold. */
function markedWords({ source, changes }: NearestQuote): string {
  let marked = '';
  let from = 0;
  for (const { source: words } of changes) {
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) continue;
    marked += `${escapeMarkdown(source.words.slice(from, first.start))}**${escapeMarkdown(source.words.slice(first.start, last.end))}**`;
    from = last.end;
  }
  return marked + escapeMarkdown(source.words.slice(from));
}

function sayHowMany({ searched }: Comparison): string {
  return `${count(searched, 'article')} searched.`;
}
