/**
 * The figures of one set. Exact: the same extent and type; overlap and relaxed: a character in common, one to one; honorifics,
 * possessives, marks and punctuation at the ends are stripped on both sides, as the scorers of these tasks do.
 */

import { checkDraft } from '../../server/src/core/checker.ts';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus } from '../../server/src/core/corpus/corpus.ts';
import { parseIsoDate } from '../../server/src/core/dates/calendar.ts';
import type { CalendarDate, Finding, Fix } from '../../server/src/core/model.ts';
import { compareNames } from '../../server/src/core/names/compare.ts';
import { type Draft, readText } from '../../server/src/core/reading.ts';
import { applyEdits } from '../support/check.ts';
import { tools } from '../support/tools.ts';
import {
  Counts,
  countWords,
  type Figure,
  match,
  percent,
  perThousand,
  ratio,
  shared,
  trimmed,
} from './scores.ts';
import type {
  CaseGold,
  CaseRecord,
  DatesRecord,
  Gold,
  NamesRecord,
  PairRecord,
  QualitySet,
  QuotesRecord,
} from './sets.ts';

/** Runs Stet over a set and counts. */
export function figuresOf(set: QualitySet): Figure[] {
  switch (set.kind) {
    case 'names':
      return scoreNames(set.records);
    case 'dates':
      return scoreDates(set.records);
    case 'quotes':
      return scoreQuotes(set.records);
    case 'pairs':
      return scorePairs(set.records);
    case 'cases':
      return scoreCases(set.records);
  }
}

function read(text: string, day: string | null | undefined): Draft {
  return readText(text, { language: 'plaintext', tools, requested: dayOf(day) });
}

function dayOf(text: string | null | undefined): CalendarDate | undefined {
  return text ? parseIsoDate(text.slice(0, 10)) : undefined;
}

const TYPES = { person: 'PERSON', organization: 'ORG', place: 'LOC' } as const;
const HONORIFIC =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Fr|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Sgt|Sen|Senator|Rep|Representative|Gov|Governor|Pres|President|Prime Minister|Premier|Chancellor|Minister|King|Queen|Prince|Princess|Pope|Judge|Justice|Secretary|Ambassador|Chairman|Mayor|Sheikh|Sheik|Imam|Ayatollah)\.?\s+)+(?=\S)/;

function scoreNames(records: readonly NamesRecord[]): Figure[] {
  let words = 0;
  const figures: Figure[] = [];
  const readings = records.map((it) => ({ ...it, names: read(it.text, undefined).names }));
  for (const { text } of records) words += countWords(text);
  for (const type of Object.values(TYPES)) {
    const exact = new Counts();
    const overlap = { predicted: 0, predictedHits: 0, gold: 0, goldHits: 0 };
    for (const { text, entities, names } of readings) {
      const gold = entities.filter((it) => it.type === type);
      const found = names.filter((it) => TYPES[it.type] === type).map((it) => it.span);
      const keys = new Set(gold.map((it) => stripped(text, it)));
      exact.add(found.filter((it) => keys.has(stripped(text, it))).length, found.length, gold.length);
      overlap.predicted += found.length;
      overlap.predictedHits += found.filter((it) => gold.some((g) => shared(g, it) > 0)).length;
      overlap.gold += gold.length;
      overlap.goldHits += gold.filter((it) => found.some((f) => shared(f, it) > 0)).length;
    }
    const [p, r] = [ratio(overlap.predictedHits, overlap.predicted), ratio(overlap.goldHits, overlap.gold)];
    figures.push(
      ...exact.figures(`${type} exact`),
      percent(`${type} overlap F1`, ratio(2 * p * r, p + r)),
      perThousand(`${type} false`, overlap.predicted - overlap.predictedHits, words),
    );
  }
  return figures;
}

/** A span without honorifics, possessive and punctuation, as a key. */
function stripped(text: string, { start, end }: Gold): string {
  let from = start;
  let to = end;
  const cut = (pattern: RegExp) => pattern.exec(text.slice(from, to))?.[0].length ?? 0;
  from += cut(/^[\s"'“”‘’([.,;:–—-]+/);
  from += cut(HONORIFIC);
  to -= cut(/(?:['’]s|['’])?[\s"'“”‘’)\],;:!?–—-]*$/);
  to -= cut(/(?:['’]s|['’])$/);
  if (/[a-z]{3}\.$/.test(text.slice(from, to))) to--;
  return `${from},${to}`;
}

const DATE_EDGE = /[\s"“”‘’'.,;:!?()—–-]/;

function scoreDates(records: readonly DatesRecord[]): Figure[] {
  const [strict, relaxed, type, value] = [new Counts(), new Counts(), new Counts(), new Counts()];
  for (const { text, timexes, dct } of records) {
    const gold = timexes.map((it) => ({ ...it, ...trimmed(text, it, DATE_EDGE) }));
    const found = read(text, dct).dates.map((it) => ({ ...it, ...trimmed(text, it.span, DATE_EDGE) }));
    const likeness = (a: Gold, b: Gold) => shared(a, b) / Math.max(a.end - a.start, b.end - b.start);
    const pairs = [...match(gold, found, likeness, 0)].flatMap(([i, j]) => {
      const [g, p] = [gold[i], found[j]];
      return g && p ? [{ g, p }] : [];
    });
    const count = (isHit: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(isHit).length;
    relaxed.add(pairs.length, found.length, gold.length);
    strict.add(
      count(({ g, p }) => g.start === p.start && g.end === p.end),
      found.length,
      gold.length,
    );
    type.add(
      count(({ g, p }) => g.type === p.type),
      found.length,
      gold.length,
    );
    value.add(
      count(({ g, p }) => g.value.trim().toUpperCase() === p.value.toUpperCase()),
      found.length,
      gold.length,
    );
  }
  return [
    ...strict.figures('strict'),
    ...relaxed.figures('relaxed'),
    ...type.figures('type'),
    ...value.figures('value'),
  ];
}

const QUOTE_EDGE = /[\s"“”„‘’'`«».,;:!?…—–-]/;
const LEAST_WORDS = 3;

function scoreQuotes(records: readonly QuotesRecord[]): Figure[] {
  const [strict, relaxed, endToEnd] = [new Counts(), new Counts(), new Counts()];
  let speakers = 0;
  let right = 0;
  for (const { text, quotes, date } of records) {
    const all = quotes.map((it) => ({ ...it, ...trimmed(text, it, QUOTE_EDGE) }));
    const isLong = (it: Gold) => countWords(text.slice(it.start, it.end)) >= LEAST_WORDS;
    const gold = all.filter(isLong);
    const ignored = all.filter((it) => !isLong(it));
    const found = read(text, date)
      .quotes.map((it) => ({ ...it, ...trimmed(text, it.span, QUOTE_EDGE) }))
      .filter((it) => isLong(it) || gold.some((g) => likeness(g, it) >= 0.5))
      .filter((it) => gold.some((g) => shared(g, it) > 0) || !ignored.some((g) => shared(g, it) > 0));
    const pairs = match(gold, found, likeness, 0.4999);
    const keys = new Set(found.map((it) => `${it.start},${it.end}`));
    strict.add(gold.filter((it) => keys.has(`${it.start},${it.end}`)).length, found.length, gold.length);
    relaxed.add(pairs.size, found.length, gold.length);
    let named = 0;
    for (const [i, j] of pairs) {
      const [g, p] = [gold[i], found[j]];
      if (g?.speakerStart == null || g.speakerEnd == null) continue;
      speakers++;
      const span = { start: g.speakerStart, end: g.speakerEnd };
      const isMention = p?.speaker !== undefined && shared(p.speaker, span) > 0;
      if (isMention) right++;
      if (
        isMention ||
        (p?.speaker && lastWord(text.slice(p.speaker.start, p.speaker.end)) === lastWord(g.speaker ?? ''))
      )
        named++;
    }
    endToEnd.add(named, found.length, gold.length);
  }
  return [
    ...strict.figures('strict'),
    ...relaxed.figures('relaxed'),
    percent('right speaker mention', ratio(right, speakers)),
    ...endToEnd.figures('quotation and speaker'),
  ];
}

function likeness(a: Gold, b: Gold): number {
  const both = shared(a, b);
  return ratio(both, a.end - a.start + (b.end - b.start) - both);
}

function lastWord(text: string): string | undefined {
  return text
    .replace(/['’]s?$/, '')
    .toLowerCase()
    .match(/[\p{L}\d'’.-]+/gu)
    ?.at(-1);
}

function scorePairs(records: readonly PairRecord[]): Figure[] {
  const counts = new Counts();
  for (const { a, b, same } of records) {
    const said = compareNames(a, b).same;
    counts.add(said && same ? 1 : 0, said ? 1 : 0, same ? 1 : 0);
  }
  return counts.figures('same');
}

interface Tally {
  cases: number;
  hits: number;
  withHints: number;
  fixed: number;
  trapped: number;
}

function scoreCases(records: readonly CaseRecord[]): Figure[] {
  const families = new Map<string, Tally>();
  const noise = new Map<string, number>();
  let words = 0;
  for (const { draft, writtenFor, sources, gold } of records) {
    const articles = sources.map(({ id, title, published, text }) =>
      readArticle({ id, text, title, language: 'plaintext', published: dayOf(published) }, tools),
    );
    const { findings } = checkDraft(read(draft, writtenFor), buildCorpus(articles), {});
    const tally = families.get(gold.family) ?? { cases: 0, hits: 0, withHints: 0, fixed: 0, trapped: 0 };
    families.set(gold.family, tally);
    tally.cases++;
    const own = findings.filter((it) => it.rule.startsWith(`${gold.group}/`));
    if (gold.kind === 'mutated') addPlanted(tally, draft, gold, own);
    else {
      words += countWords(draft);
      for (const it of findings.filter(isLoud)) {
        const group = it.rule.slice(0, it.rule.indexOf('/'));
        noise.set(group, (noise.get(group) ?? 0) + 1);
      }
      const isTrapped = own.some((it) => isLoud(it) && gold.trap?.some((trap) => shared(it.span, trap) > 0));
      if (isTrapped) tally.trapped++;
    }
  }
  return [
    ...[...families]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([family, tally]) => familyFigures(family, tally)),
    ...[...noise].map(([group, count]) => perThousand(`false ${group} findings on clean copy`, count, words)),
  ];
}

function addPlanted(tally: Tally, draft: string, gold: CaseGold, own: readonly Finding[]): void {
  const touching = own.filter((it) => shared(it.span, gold.span) > 0);
  const loud = touching.filter(isLoud);
  if (touching.length > 0) tally.withHints++;
  if (loud.length > 0) tally.hits++;
  if (loud.some((it) => it.fixes.some((fix) => repairs(draft, fix, gold)))) tally.fixed++;
}

function isLoud({ severity }: Finding): boolean {
  return severity !== 'hint';
}

/** Whether a fix turns the planted place into a text that the gold accepts; edits elsewhere do not count. */
function repairs(draft: string, { edits }: Fix, { fix }: CaseGold): boolean {
  if (!fix) return false;
  const near = edits.filter(({ span }) => span.start <= fix.end && span.end >= fix.start);
  if (near.length === 0) return false;
  const fixed = applyEdits(draft, near);
  return fix.accept.some((it) => draft.slice(0, fix.start) + it + draft.slice(fix.end) === fixed);
}

function familyFigures(family: string, { cases, hits, withHints, fixed, trapped }: Tally): Figure[] {
  if (family.startsWith('trap/')) return [percent(`${family} false alarms`, ratio(trapped, cases))];
  if (family === 'plain') return [];
  return [
    percent(`${family} found`, ratio(hits, cases)),
    percent(`${family} found, hints counted`, ratio(withHints, cases)),
    percent(`${family} right fix, of those found`, ratio(fixed, hits)),
  ];
}
