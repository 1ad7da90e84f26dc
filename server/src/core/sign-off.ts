/** The sign-off of a draft: every name, date and quotation with what is known of it. */

import type { Check } from './checker.ts';
import type { Comparison, NearestQuote } from './comparison.ts';
import { passageOf } from './corpus/article.ts';
import { passageOfQuote, passageOfUse } from './corpus/corpus.ts';
import { agreeingClaims } from './corpus/event-days.ts';
import type { SourceCount } from './corpus/sources.ts';
import { isoDate, longDate } from './dates/calendar.ts';
import { introductionOf, sameInSources, shownName } from './entity-at.ts';
import type { Entity, Finding, Mention, Passage, Span } from './model.ts';
import { utterancesOf } from './quotes/find.ts';
import { countBefore } from './search.ts';
import { foldTypography } from './text/fold.ts';

/** In the order in which one goes before another where several hold. */
export type State =
  | { readonly is: 'differs'; readonly messages: readonly string[]; readonly evidence: readonly Passage[] }
  | { readonly is: 'checked'; readonly by: string; readonly on: string }
  | { readonly is: 'let stand'; readonly messages: readonly string[]; readonly evidence: readonly Passage[] }
  /** With one passage of each article, sorted by the article. */
  | { readonly is: 'agrees'; readonly sources: SourceCount; readonly evidence: readonly Passage[] }
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
  const said = {
    differing: findingsAbout(check.findings),
    standing: findingsAbout(check.standing.map((it) => it.finding)),
  };
  const stateOf = (mentions: readonly Mention[], sources: readonly Passage[]) =>
    stateAmong(check, said, mentions, sources);
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
      agreeingClaims(comparison, date).map((it) => passageOf(it.article, it.claim.span)),
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

/** Finds what is said of a mention, in the order of the draft, without looking at all that is said of others. */
function findingsAbout(findings: readonly Finding[]): (mention: Mention) => readonly Finding[] {
  const inOrder = findings.toSorted((a, b) => a.span.start - b.span.start);
  const longest = inOrder.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  return (mention) => {
    const { start, end } = mention.span;
    const about: Finding[] = [];
    const first = countBefore(inOrder.length, (it) => (inOrder[it]?.span.start ?? 0) < start - longest);
    for (let at = first; at < inOrder.length; at++) {
      const finding = inOrder[at];
      if (!finding || finding.span.start >= end) break;
      if (isAbout(mention, finding)) about.push(finding);
    }
    return about;
  };
}

function isAbout({ kind, span: mention }: Mention, { rule, span }: Finding): boolean {
  return (
    (rule.startsWith(`${kind}/`) || kind === 'name') &&
    mention.start < span.end &&
    span.start < mention.end &&
    // What is said of a whole quotation says nothing of the names inside it.
    (kind === 'quote' || span.end - span.start <= mention.end - mention.start)
  );
}

type Finder = ReturnType<typeof findingsAbout>;

function stateAmong(
  { checked, comparison }: Check,
  said: { readonly differing: Finder; readonly standing: Finder },
  mentions: readonly Mention[],
  agreeing: readonly Passage[],
): State {
  const differing = [...new Set(mentions.flatMap(said.differing))];
  if (differing.length > 0) return { is: 'differs', ...saidIn(differing) };
  const [mark] = mentions.flatMap((it) => checked.get(it) ?? []);
  if (mark) return { is: 'checked', by: mark.by, on: isoDate(mark.on) };
  const stands = [...new Set(mentions.flatMap(said.standing))];
  if (stands.length > 0) return { is: 'let stand', ...saidIn(stands) };
  if (agreeing.length === 0) return { is: 'no source' };
  const evidence = oneOfEach(agreeing).sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  return { is: 'agrees', sources: comparison.sources.among(evidence.map((it) => it.article)), evidence };
}

/** Where a name stands twice, the same is said of it twice. */
function saidIn(findings: readonly Finding[]) {
  return {
    messages: [...new Set(findings.map((it) => it.message))],
    evidence: oneOfEach(findings.flatMap((it) => it.evidence)),
  };
}

/** The first passage of each article. */
function oneOfEach(passages: readonly Passage[]): Passage[] {
  const firsts = new Map<Passage['article'], Passage>();
  for (const it of passages) if (!firsts.has(it.article)) firsts.set(it.article, it);
  return [...firsts.values()];
}

/** The sources that have a spelling of the draft; for a surname alone, those that have the one person it can mean. */
function sourcesOfName(comparison: Comparison, entity: Entity): readonly Passage[] {
  const drafted = new Set(entity.mentions.map((it) => foldTypography(it.text)));
  const known = comparison.spellingsOf(entity);
  const same = known.filter((it) => drafted.has(it.name)).flatMap((it) => it.uses.map(passageOfUse));
  if (same.length > 0) return same;
  if (known.length > 0)
    return sameInSources(comparison, entity).map((it) => passageOf(it.article, it.entity.mentions[0].span));
  const [person, ...others] = entity.type === 'person' ? comparison.peopleBySurname(entity.name) : [];
  return person && others.length === 0 ? person.passages : [];
}

function carriersOf(nearest: NearestQuote | undefined): readonly Passage[] {
  return nearest?.kind === 'same' ? nearest.carriers.map(passageOfQuote) : [];
}
