/**
 * Another given name for what seems to be one person: "Janice Yellen" where the sources have Janet Yellen. Letters can't
 * tell this from two people of one family, so everything else has to speak for one: the office, the words around the
 * names, and that the sources' person is not in the draft as well.
 */

import type { Article } from '../corpus/article.ts';
import type { Spelling } from '../corpus/corpus.ts';
import type { Entity, NameMention, Span } from '../model.ts';
import { personSpeaking } from '../quotes/speakers.ts';
import { quoteWords } from '../quotes/words.ts';
import type { Reading } from '../reading.ts';
import { foldLetters } from '../text/fold.ts';
import { compareNames, comparePrinted } from './compare.ts';
import { editDistance } from './edit-distance.ts';
import { compareOffices, parseOffice } from './offices.ts';
import { parseName } from './parse.ts';
import { isFullName } from './parts.ts';
import { rolesOf } from './roles.ts';

/** How much has to speak for one person, in the points of {@link evidenceFor}. */
const ENOUGH = 4;
/** Characters on either side of a name that are its context. */
const CONTEXT = 120;
/** Characters before a name in which a source introduces who bears it. */
const BESIDE = 24;

/** The one spelling of the sources that a name of the draft seems to mean; undefined where there is any doubt. */
export function likelyPerson(
  entity: Entity,
  draft: Reading,
  bearers: readonly Spelling[],
  isOwn: (article: Article) => boolean,
): Spelling | undefined {
  const full = entity.mentions.find((it) => isFullName(it.text));
  if (!full || entity.type !== 'person' || isSlogan(draft, full)) return undefined;
  const others = bearers.filter((it) => it.uses.some((use) => !isOwn(use.article)));
  const [only, ...rest] = others;
  // Two people of this name in the sources, or the sources' person in the draft as well: no guess.
  if (!only || rest.some((it) => !isSamePerson(it, only))) return undefined;
  if (!isAnotherForm(full.text, only.name) || isInDraft(only, draft)) return undefined;
  return evidenceFor(entity, draft, only) >= ENOUGH ? only : undefined;
}

/** Words that a pair of marks holds alone, as in ‘Impeach Trump’, name nobody. */
function isSlogan({ text }: Reading, { span }: NameMention): boolean {
  return (
    /["'“‘]/.test(text.charAt(span.start - 1)) &&
    /^[.,]?["'”’](?!\p{L})/u.test(text.slice(span.end, span.end + 3))
  );
}

function isSamePerson(a: Spelling, b: Spelling): boolean {
  const [x, y] = [a.uses[0]?.mentions[0], b.uses[0]?.mentions[0]];
  return x !== undefined && y !== undefined && comparePrinted(x, y).same;
}

/** One word differs: another given name, or a letter or two of any name; the rest is equal. */
function isAnotherForm(a: string, b: string): boolean {
  const [x, y] = [parseName(a).words, parseName(b).words];
  const [firstX = '', firstY = ''] = [x[0], y[0]];
  if (x.length < 2 || y.length < 2 || firstX.length < 2 || firstY.length < 2 || compareNames(a, b).same)
    return false;
  if (x.at(-1) === y.at(-1))
    return firstX.slice(0, 4) !== firstY.slice(0, 4) || editDistance(firstX, firstY, 1) <= 1;
  const isSameStart = x.slice(0, -1).join(' ') === y.slice(0, -1).join(' ');
  const [lastX = '', lastY = ''] = [x.at(-1), y.at(-1)];
  return (
    isSameStart &&
    lastX.length > 4 &&
    lastX.charAt(0) === lastY.charAt(0) &&
    editDistance(lastX, lastY, 1) <= 1
  );
}

function isInDraft({ uses }: Spelling, { entities }: Reading): boolean {
  const theirs = uses[0]?.mentions[0];
  return entities.some(({ mentions }) =>
    mentions.some((it) => theirs !== undefined && isFullName(it.text) && comparePrinted(it, theirs).same),
  );
}

/** Words that name a relative: who is introduced so bears the family's name by right. */
const RELATIVE =
  /\b(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|sibling|cousin|nephew|niece|uncle|aunt|grandson|granddaughter|grandfather|grandmother|in-law|family|heir|first lady|first gentleman)\b/i;

/** "His father and Joe Biden" makes no relative of him; "the first lady, Michelle Obama" does of her. */
const INTRODUCED = new RegExp(`${RELATIVE.source},?\\s*$`, 'i');

/** Points for one person: 3 for the same office, 3 for the same words in their mouths, 1 for the same initial, 1 or 2 for the sources, up to 3 for context. */
function evidenceFor(entity: Entity, draft: Reading, { name, uses }: Spelling): number {
  const full = entity.mentions.filter((it) => isFullName(it.text));
  const contexts = full.map((it) => contextOf(draft, it));
  if (full.some((it) => RELATIVE.test(contextOf(draft, it, it.paragraph)))) return 0;
  const isRelative = uses.some(({ article: { reading }, mentions }) =>
    mentions.some(({ span: { start } }) =>
      INTRODUCED.test(reading.text.slice(Math.max(0, start - BESIDE), start)),
    ),
  );
  if (isRelative) return 0;
  const sources = new Set(uses.map((it) => it.article)).size;
  const theirs = uses.flatMap(({ article, mentions }) =>
    mentions.map((it) => contextOf(article.reading, it)),
  );
  const isSameInitial = entity.name.charAt(0) === name.charAt(0);
  const likeness = cosine(telling(contexts, entity.name), telling(theirs, name));
  return (
    (hasSameOffice(entity, uses) ? 3 : 0) +
    (saysTheSame(entity, draft, uses) ? 3 : 0) +
    (isSameInitial ? 1 : 0) +
    Math.min(2, sources - 1) +
    (entity.mentions.length > 2 ? 1 : 0) +
    (likeness > 0.3 ? 3 : likeness > 0.2 ? 2 : likeness > 0.12 ? 1 : 0)
  );
}

function hasSameOffice(entity: Entity, uses: Spelling['uses']): boolean {
  const ours = rolesOf(entity).flatMap((it) => parseOffice(it.text) ?? []);
  const theirs = uses.flatMap((it) => rolesOf(it.entity)).flatMap((it) => parseOffice(it.text) ?? []);
  return ours.some((a) => theirs.some((b) => compareOffices(a, b) === 'none'));
}

/** Fewer words are a phrase that two people may well use. */
const LEAST_QUOTED = 5;

/** Whether a source quotes its person with the words that the draft has from this one. */
function saysTheSame(entity: Entity, draft: Reading, uses: Spelling['uses']): boolean {
  const ours = saidBy(entity, draft);
  if (ours.length === 0) return false;
  const theirs = uses.flatMap((it) => saidBy(it.entity, it.article.reading));
  return ours.some((a) => theirs.some((b) => a.includes(b) || b.includes(a)));
}

/** What a person says in quotation marks, as words with a space on either side. */
function saidBy(entity: Entity, reading: Reading): string[] {
  return reading.quotes
    .filter((it) => personSpeaking(reading, it) === entity)
    .map((it) => quoteWords(it.text))
    .filter((words) => words.length >= LEAST_QUOTED)
    .map((words) => ` ${words.map((it) => it.key).join(' ')} `);
}

/** The words on either side of a mention, of its own paragraph only where one is given. */
function contextOf({ text }: Reading, { span }: NameMention, within?: Span): string {
  const from = Math.max(within?.start ?? 0, span.start - CONTEXT);
  const to = Math.min(within?.end ?? text.length, span.end + CONTEXT);
  return `${text.slice(from, span.start)} ${text.slice(span.end, to)}`;
}

/** The words of contexts that say something, with how often they occur; the name's own words left out. */
function telling(contexts: readonly string[], name: string): ReadonlyMap<string, number> {
  const own = new Set(parseName(name).words);
  const counts = new Map<string, number>();
  for (const word of contexts.flatMap((it) => foldLetters(it).match(/[\p{L}\p{N}]{4,}/gu) ?? [])) {
    if (!own.has(word) && !COMMON.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const COMMON = new Set(
  `said that with from have been were will would could this they their there about after before which when while also
  into over more than what told other some just like only very most then them these those where during between because`
    .split(/\s+/)
    .filter((it) => it !== ''),
);

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [word, n] of a) product += n * (b.get(word) ?? 0);
  const length = (counts: ReadonlyMap<string, number>) => Math.hypot(...counts.values());
  return product === 0 ? 0 : product / (length(a) * length(b));
}
