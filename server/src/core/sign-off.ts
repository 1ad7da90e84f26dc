/** The sign-off of a draft: every name, date and quotation with what is known of it, as a record of what was checked. */

import type { Check } from './checker.ts';
import type { Comparison, NearestQuote } from './comparison.ts';
import { agreeingClaims } from './corpus/event-days.ts';
import { isoDate, longDate } from './dates/calendar.ts';
import { count, list } from './english.ts';
import { introductionOf, sameInSources, shownName } from './entity-at.ts';
import type { ArticleHead, Entity, Mention, Span } from './model.ts';
import { utterancesOf } from './quotes/find.ts';
import { escapeMarkdown } from './text/escape.ts';
import { foldTypography } from './text/fold.ts';

/** In the order in which one goes before another where several hold. */
type State =
  | { readonly is: 'differs'; readonly messages: readonly string[] }
  | { readonly is: 'checked'; readonly by: string; readonly on: string }
  | { readonly is: 'let stand'; readonly messages: readonly string[] }
  | { readonly is: 'agrees'; readonly sources: readonly string[] }
  | { readonly is: 'no source' };

/** A name with all its mentions, a date, or a quotation with all its parts. */
export interface SignedOff {
  readonly kind: Mention['kind'];
  /** Where it is introduced. */
  readonly span: Span;
  readonly text: string;
  /** The day that a date stands for, the speaker of a quotation. */
  readonly detail: string;
  readonly state: State;
}

/** In reading order. */
export function signOff(check: Check): readonly SignedOff[] {
  const { comparison } = check;
  const { draft } = comparison;
  const stateOf = (mentions: readonly Mention[], sources: readonly ArticleHead[]) =>
    stateAmong(check, mentions, sources);
  const names = draft.entities.map((entity) => ({
    kind: 'name' as const,
    span: introductionOf(entity).span,
    text: shownName(entity),
    detail: entity.type,
    state: stateOf(entity.mentions, sourcesOfName(comparison, entity)),
  }));
  const dates = draft.dates.map((date) => ({
    kind: 'date' as const,
    span: date.span,
    text: date.text,
    detail: date.resolved ? longDate(date.resolved) : '',
    state: stateOf(
      [date],
      agreeingClaims(comparison, date).map((it) => it.article.head),
    ),
  }));
  const quotes = utterancesOf(draft.quotes).map((parts) => {
    const { span, speaker } = parts[0];
    const carriers = parts.flatMap((it) => carriersOf(comparison.nearest(it)));
    return {
      kind: 'quote' as const,
      span,
      text: parts.map((it) => it.text).join(' … '),
      detail: speaker ? draft.text.slice(speaker.start, speaker.end) : '',
      state: stateOf(parts, carriers),
    };
  });
  return [...names, ...dates, ...quotes].sort((a, b) => a.span.start - b.span.start);
}

function stateAmong(
  { findings, standing, checked }: Check,
  mentions: readonly Mention[],
  sources: readonly ArticleHead[],
): State {
  const isAbout = ({ rule, span }: { readonly rule: string; readonly span: Span }) =>
    mentions.some(
      (it) =>
        (rule.startsWith(`${it.kind}/`) || it.kind === 'name') &&
        it.span.start < span.end &&
        span.start < it.span.end &&
        // What is said of a whole quotation says nothing of the names inside it.
        (it.kind === 'quote' || span.end - span.start <= it.span.end - it.span.start),
    );
  // Where a name stands twice, the same is said of it twice.
  const once = (messages: readonly string[]) => [...new Set(messages)];
  const messages = once(findings.filter(isAbout).map((it) => it.message));
  if (messages.length > 0) return { is: 'differs', messages };
  const [mark] = mentions.flatMap((it) => checked.get(it) ?? []);
  if (mark) return { is: 'checked', by: mark.by, on: isoDate(mark.on) };
  const stands = once(standing.filter((it) => isAbout(it.finding)).map((it) => it.finding.message));
  if (stands.length > 0) return { is: 'let stand', messages: stands };
  const ids = [...new Set(sources.map((it) => it.id))].sort();
  return ids.length > 0 ? { is: 'agrees', sources: ids } : { is: 'no source' };
}

/** The sources that have a spelling of the draft; for a surname alone, those that have the one person it can mean. */
function sourcesOfName(comparison: Comparison, entity: Entity): ArticleHead[] {
  const drafted = new Set(entity.mentions.map((it) => foldTypography(it.text)));
  const known = comparison.spellingsOf(entity);
  const same = known
    .filter((it) => drafted.has(it.name))
    .flatMap((it) => it.uses.map((use) => use.article.head));
  if (same.length > 0) return same;
  if (known.length > 0) return sameInSources(comparison, entity).map((it) => it.article.head);
  const [person, ...others] = entity.type === 'person' ? comparison.peopleBySurname(entity.name) : [];
  return person && others.length === 0 ? person.passages.map((it) => it.article) : [];
}

function carriersOf(nearest: NearestQuote | undefined): ArticleHead[] {
  return nearest?.kind === 'same' ? nearest.carriers.map((it) => it.article.head) : [];
}

/** What a sheet has of one draft. */
export interface SheetEntry {
  readonly path: string;
  readonly check: Check;
}

const KINDS = [
  { kind: 'name', title: 'Names', detail: 'is' },
  { kind: 'date', title: 'Dates', detail: 'stands for' },
  { kind: 'quote', title: 'Quotations', detail: 'speaker' },
] as const;

/** The sign-off sheet of some drafts, as Markdown in which nothing of a text is markup. */
export function signOffSheet(entries: readonly SheetEntry[]): string {
  return ['# Sign-off sheet', ...entries.flatMap(sheetOf)].join('\n\n').concat('\n');
}

function sheetOf({ path, check }: SheetEntry): string[] {
  const { draft, articles } = check.comparison;
  const day = draft.writtenFor
    ? `Written for ${longDate(draft.writtenFor.date)}, from ${draft.writtenFor.from}.`
    : 'Written for no known day.';
  const rows = signOff(check);
  const open = rows.filter((it) => it.state.is === 'differs').length;
  return [
    `## ${escapeMarkdown(path)}`,
    `${count(rows.length, 'mention')}, ${open} of them with findings. ${count(articles.length, 'article')} searched. ${day}`,
    ...KINDS.flatMap(({ kind, title, detail }) => {
      const ofKind = rows.filter((it) => it.kind === kind);
      if (ofKind.length === 0) return [];
      const head = `| ${title} | ${detail} | state |\n| --- | --- | --- |`;
      return [[head, ...ofKind.map(rowOf)].join('\n')];
    }),
  ];
}

function rowOf({ text, detail, state }: SignedOff): string {
  return `| ${escapeMarkdown(text)} | ${escapeMarkdown(detail)} | ${escapeMarkdown(inWords(state))} |`;
}

function inWords(state: State): string {
  switch (state.is) {
    case 'differs':
      return `differs: ${state.messages.join(' ')}`;
    case 'checked':
      return `checked by ${state.by}, ${state.on}`;
    case 'let stand':
      return `let stand: ${state.messages.join(' ')}`;
    case 'agrees':
      return `agrees with ${count(state.sources.length, 'source')}: ${list(state.sources)}`;
    case 'no source':
      return 'no source';
  }
}
