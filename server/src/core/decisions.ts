/** What editors have decided: which findings stand, and what becomes of a decision when the draft is edited. */

import { type Directed, directedIn } from './directives.ts';
import type { CheckMark, Decision, Finding, Fix, Mention, Signature, Span } from './model.ts';
import type { Reading } from './reading.ts';
import { countBefore } from './search.ts';
import { foldLetters, foldTypography } from './text/fold.ts';

export interface Settled {
  /** What nobody has decided, in the order of the draft. */
  readonly findings: readonly Finding[];
  /** What stands, with the decision or the directive that lets it stand. */
  readonly standing: readonly { readonly finding: Finding; readonly by: Decision | 'directive' }[];
  /** The mentions that somebody has checked, each with the mark. */
  readonly checked: ReadonlyMap<Mention, CheckMark>;
  /** The decisions that hold for something in this draft. */
  readonly used: ReadonlySet<Decision>;
}

/**
 * Takes out the findings that stand by a decision or by a directive in the text. `path` is the draft's path relative to
 * `stet.yaml`; without one, only decisions for the whole workspace hold.
 */
export function settle(
  findings: readonly Finding[],
  draft: Reading,
  decisions: readonly Decision[],
  path: string | undefined,
): Settled {
  const directed = directedIn(draft);
  if (directed.length === 0 && decisions.length === 0)
    return { findings, standing: [], checked: new Map(), used: new Set() };
  const stands = placesOf(
    findings,
    draft,
    decisions.filter((it) => 'rule' in it),
    path,
    (decision, { rule }) => decision.rule === rule,
  );
  const checked = checkedMentions(draft, decisions, path);
  const open: Finding[] = [];
  const standing: { finding: Finding; by: Decision | 'directive' }[] = [];
  for (const finding of findings) {
    const mention = checked.size > 0 ? mentionOf(finding, draft) : undefined;
    const by = isDirected(finding, directed)
      ? 'directive'
      : (stands.get(finding) ?? (mention && checked.get(mention)));
    if (by) standing.push({ finding, by });
    else open.push(finding);
  }
  return {
    findings: open,
    standing,
    checked,
    used: new Set<Decision>([...stands.values(), ...checked.values()]),
  };
}

function isDirected({ rule, span }: Finding, directed: readonly Directed[]): boolean {
  return directed.some(
    ({ from, to, rules }) =>
      from <= span.start &&
      span.start < to &&
      (rules.length === 0 || rules.some((it) => it === rule || rule.startsWith(`${it}/`))),
  );
}

/** The mentions that somebody has checked, each with the mark. */
function checkedMentions(
  draft: Reading,
  decisions: readonly Decision[],
  path: string | undefined,
): ReadonlyMap<Mention, CheckMark> {
  const marks = decisions.filter((it) => 'checked' in it);
  const mentions = (marks.length > 0 ? KINDS : []).flatMap((kind) => mentionsOf(kind, draft));
  return placesOf(mentions, draft, marks, path, (mark, { kind }) => mark.checked === kind);
}

const KINDS = ['name', 'date', 'quote'] as const;

function mentionsOf(kind: Mention['kind'], { names, dates, quotes }: Reading): readonly Mention[] {
  return { name: names, date: dates, quote: quotes }[kind];
}

/** The mention that a finding is about, where its rule is one of names, dates or quotations. */
function mentionOf({ rule, span }: Finding, draft: Reading): Mention | undefined {
  const kind = KINDS.find((it) => rule.startsWith(`${it}/`));
  if (!kind) return undefined;
  const touches = (it: Span | undefined) => it && it.start < span.end && span.start < it.end;
  const mentions = mentionsOf(kind, draft);
  const first = mentions[countBefore(mentions.length, (it) => (mentions[it]?.span.end ?? 0) <= span.start)];
  if (touches(first?.span)) return first;
  return kind === 'quote' ? draft.quotes.find((it) => touches(it.speaker)) : undefined;
}

/** Of the words beside a place, the share that has to be there still: an edit on one side leaves the other. */
const LEAST_LEFT = 0.25;

/**
 * The decision that holds for each of some places. One for a single place holds where its words stand and most of the
 * words beside them, as a TextQuoteSelector is anchored (W3C Web Annotation Data Model, 4.2.4).
 */
function placesOf<T extends { readonly span: Span }, D extends Decision>(
  places: readonly T[],
  draft: Reading,
  decisions: readonly D[],
  path: string | undefined,
  concerns: (decision: D, place: T) => boolean,
): ReadonlyMap<T, D> {
  const decided = new Map<T, D>();
  const near: { readonly decision: D; readonly place: T; readonly left: number }[] = [];
  const here = decisions.filter((it) => it.draft === undefined || it.draft === path);
  const byWords = here.length > 0 ? placesByWords(places, draft) : undefined;
  for (const decision of here) {
    for (const place of byWords?.get(foldTypography(decision.words)) ?? []) {
      if (!concerns(decision, place)) continue;
      if (!decision.beside) decided.set(place, decision);
      else near.push({ decision, place, left: shareLeft(decision.beside, wordsBeside(draft, place.span)) });
    }
  }
  const found = new Map<D, number>();
  near.sort((a, b) => b.left - a.left || a.place.span.start - b.place.span.start);
  for (const { decision, place, left } of near) {
    const at = found.get(decision) ?? place.span.start;
    // What else is reported of the very same words is the same place.
    if (left < LEAST_LEFT || at !== place.span.start || decided.has(place)) continue;
    found.set(decision, at);
    decided.set(place, decision);
  }
  return decided;
}

function placesByWords<T extends { readonly span: Span }>(
  places: readonly T[],
  draft: Reading,
): ReadonlyMap<string, readonly T[]> {
  const byWords = new Map<string, T[]>();
  for (const place of places) {
    const words = foldTypography(textAt(draft, place.span));
    const others = byWords.get(words);
    if (others) others.push(place);
    else byWords.set(words, [place]);
  }
  return byWords;
}

type Beside = NonNullable<Decision['beside']>;

/** How many words on either side a place is known by. */
const WORDS_BESIDE = 6;

/** The words beside some words, in their paragraph. */
function wordsBeside({ paragraphs }: Reading, { start, end }: Span): Beside {
  const paragraph = paragraphs.find((it) => it.start <= start && start < it.end);
  if (!paragraph) return { before: '', after: '' };
  const before = wordsOf(paragraph.text.slice(0, start - paragraph.start));
  const after = wordsOf(paragraph.text.slice(end - paragraph.start));
  return {
    before: before.slice(-WORDS_BESIDE).join(' '),
    after: after.slice(0, WORDS_BESIDE).join(' '),
  };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}

/** Which share of the words is there still; 1 where there were none. */
function shareLeft(was: Beside, is: Beside): number {
  const sides = [
    [was.before, is.before],
    [was.after, is.after],
  ].map((side) => side.map((it) => wordsOf(foldLetters(it ?? ''))));
  const all = sides.reduce((sum, [words = []]) => sum + words.length, 0);
  const left = sides.reduce(
    (sum, [words = [], now]) => sum + words.filter((it) => now?.includes(it)).length,
    0,
  );
  return all === 0 ? 1 : left / all;
}

function textAt({ text }: Reading, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What an editor can decide about a finding, in the order in which it is offered. */
export function decisionsOn(
  finding: Finding,
  draft: Reading,
  path: string | undefined,
  signature: Signature,
): Fix[] {
  const { rule, span } = finding;
  const words = shownWords(draft, span);
  const beside = wordsBeside(draft, span);
  const stands = (title: string, where: Pick<Decision, 'draft' | 'beside'>) =>
    decided(title, { rule, words, ...where });
  return [
    ...markMentionOf(finding, draft, path, signature),
    ...(path === undefined
      ? []
      : [
          stands('Let it stand here', { draft: path, beside }),
          stands('Let it stand in this draft', { draft: path }),
        ]),
    stands('Let it stand always', {}),
  ];
}

/** Declares that somebody has checked what a finding is about; nothing where that is no name, date or quotation. */
export function markMentionOf(
  finding: Finding,
  draft: Reading,
  path: string | undefined,
  signature: Signature,
): Fix[] {
  const mention = mentionOf(finding, draft);
  return mention ? [markAsChecked(mention, draft, path, signature)] : [];
}

/** Declares that somebody has checked a mention: a date where it stands, a name or a quotation in all of the draft. */
export function markAsChecked(
  { kind, span }: Mention,
  draft: Reading,
  path: string | undefined,
  signature: Signature,
): Fix {
  return decided('Mark as checked', {
    checked: kind,
    words: shownWords(draft, span),
    ...(path === undefined ? {} : { draft: path }),
    ...(kind === 'date' ? { beside: wordsBeside(draft, span) } : {}),
    ...signature,
  });
}

function decided(title: string, item: Decision): Fix {
  return { title, edits: [], declares: { list: 'decisions', item } };
}

/** The words as printed, on one line. */
function shownWords(draft: Reading, span: Span): string {
  return textAt(draft, span).replace(/\s+/g, ' ');
}
