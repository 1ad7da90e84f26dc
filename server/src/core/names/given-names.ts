/**
 * Another given name for what seems to be one person: "Janice Yellen" where the sources have Janet Yellen. Letters can't
 * tell this from two people of one family, so everything else has to speak for one: the office, the words around the
 * names, and that the sources' person is not in the draft as well.
 */

import type { Article } from '../corpus/article.ts';
import type { Spelling } from '../corpus/corpus.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Entity, NameMention, QuoteMention } from '../model.ts';
import { quotesOf } from '../quotes/speakers.ts';
import { quoteWords } from '../quotes/words.ts';
import type { Reading } from '../reading.ts';
import { recall } from '../recall.ts';
import { foldLetters } from '../text/fold.ts';
import { compareNames, comparePrinted } from './compare.ts';
import { editDistance } from './edit-distance.ts';
import { compareOffices, type Office, parseOffice } from './offices.ts';
import { parseName } from './parse.ts';
import { isFullName } from './parts.ts';
import { rolesOf } from './roles.ts';

/** How much has to speak for one person, in the points of {@link evidenceFor}. */
const ENOUGH = 4;
/** Characters on either side of a name that are its context. */
const CONTEXT = 120;
/** Characters before a name in which a source introduces who bears it. */
const BESIDE = 24;

/** The one person of the sources who may be meant, by the names alone; undefined where there is any doubt. */
export function namesakeOf(
  entity: Entity,
  bearers: readonly Spelling[],
  isOwn: (article: Article) => boolean,
): Spelling | undefined {
  const full = entity.mentions.find((it) => isFullName(it.text));
  if (!full || isSlogan(full)) return undefined;
  const others = bearers.filter((it) => it.uses.some((use) => !isOwn(use.article)));
  const [only, ...rest] = others;
  // Two people of this name in the sources: no guess.
  if (!only || rest.some((it) => !isSamePerson(it, only))) return undefined;
  return isAnotherForm(full.text, only.name) ? only : undefined;
}

/** What a draft says of a person whose name is in doubt. */
export interface SeenPerson {
  /** The words around each full name. */
  readonly contexts: readonly string[];
  readonly quotes: readonly QuoteMention[];
}

export function evidenceIn(entity: Entity, draft: Reading): SeenPerson {
  const full = entity.mentions.filter((it) => isFullName(it.text));
  return { contexts: full.map((it) => contextOf(draft, it)), quotes: quotesOf(entity, draft) };
}

/** What {@link isLikelyPerson} follows from besides the entity and the source. */
export function factsOf({ contexts, quotes }: SeenPerson): readonly unknown[] {
  return [...contexts, ...quotes];
}

/** Whether a person of the sources, who is not in the draft as well, seems to be meant. */
export function isLikelyPerson(
  entity: Entity,
  seen: SeenPerson,
  namesake: Spelling,
  sources: Sources,
): boolean {
  return evidenceFor(entity, seen, namesake, sources) >= ENOUGH;
}

/** Words that a pair of marks holds alone, as in ‘Impeach Trump’, name nobody. */
function isSlogan({ paragraph: { text, start }, span }: NameMention): boolean {
  const [from, to] = [span.start - start, span.end - start];
  return /["'“‘]/.test(text.charAt(from - 1)) && /^[.,]?["'”’](?!\p{L})/u.test(text.slice(to, to + 3));
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

/** Words that name a relative: who is introduced so bears the family's name by right. */
const RELATIVE =
  /\b(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|sibling|cousin|nephew|niece|uncle|aunt|grandson|granddaughter|grandfather|grandmother|in-law|family|heir|first lady|first gentleman)\b/i;

/** "His father and Joe Biden" makes no relative of him; "the first lady, Michelle Obama" does of her. */
const INTRODUCED = new RegExp(`${RELATIVE.source},?\\s*$`, 'i');

/** Points for one person: 3 for the same office, 3 for the same words in their mouths, 1 for the same initial, 1 or 2 for the sources, up to 3 for context. */
function evidenceFor(
  entity: Entity,
  { contexts, quotes }: SeenPerson,
  namesake: Spelling,
  sources: Sources,
): number {
  const full = entity.mentions.filter((it) => isFullName(it.text));
  if (full.some((it) => RELATIVE.test(contextInParagraph(it)))) return 0;
  const theirs = people(namesake, [sources], () => readPerson(namesake, sources));
  if (theirs.isRelative) return 0;
  const isSameInitial = entity.name.charAt(0) === namesake.name.charAt(0);
  const likeness = cosine(telling(contexts, entity.name), theirs.words);
  return (
    (hasSameOffice(entity, theirs) ? 3 : 0) +
    (saysTheSame(quotes, theirs) ? 3 : 0) +
    (isSameInitial ? 1 : 0) +
    Math.min(2, theirs.sources - 1) +
    (entity.mentions.length > 2 ? 1 : 0) +
    (likeness > 0.3 ? 3 : likeness > 0.2 ? 2 : likeness > 0.12 ? 1 : 0)
  );
}

/** What the sources say of a person. */
interface SourcePerson {
  readonly sources: number;
  /** Introduced as somebody's wife, son or the like. */
  readonly isRelative: boolean;
  /** The words around the name that say something. */
  readonly words: ReadonlyMap<string, number>;
  readonly offices: readonly Office[];
  /** What they say, each as words with a space on either side. */
  readonly spoken: readonly string[];
}

const people = recall<Spelling, SourcePerson>();

function readPerson({ name, uses }: Spelling, sources: Sources): SourcePerson {
  const isRelative = uses.some(({ article: { reading }, mentions }) =>
    mentions.some(({ span: { start } }) =>
      INTRODUCED.test(reading.text.slice(Math.max(0, start - BESIDE), start)),
    ),
  );
  const contexts = uses.flatMap(({ article, mentions }) =>
    mentions.map((it) => contextOf(article.reading, it)),
  );
  return {
    sources: sources.among(uses.map((it) => it.article.head)).count,
    isRelative,
    words: telling(contexts, name),
    offices: uses.flatMap((it) => officesOf(it.entity)),
    spoken: uses.flatMap((it) => spokenWords(quotesOf(it.entity, it.article.reading))),
  };
}

function officesOf(entity: Entity): Office[] {
  return rolesOf(entity).flatMap((it) => parseOffice(it.text) ?? []);
}

function hasSameOffice(entity: Entity, { offices }: SourcePerson): boolean {
  return officesOf(entity).some((a) => offices.some((b) => compareOffices(a, b) === 'none'));
}

/** Fewer words are a phrase that two people may well use. */
const LEAST_QUOTED = 5;

/** Whether a source quotes its person with the words that the draft has from this one. */
function saysTheSame(quotes: readonly QuoteMention[], { spoken }: SourcePerson): boolean {
  return spokenWords(quotes).some((a) => spoken.some((b) => a.includes(b) || b.includes(a)));
}

/** What is said in quotation marks, each as words with a space on either side. */
function spokenWords(quotes: readonly QuoteMention[]): string[] {
  return quotes
    .map((it) => quoteWords(it.text))
    .filter((words) => words.length >= LEAST_QUOTED)
    .map((words) => ` ${words.map((it) => it.key).join(' ')} `);
}

/** The words on either side of a mention. */
function contextOf({ text }: Reading, { span: { start, end } }: NameMention): string {
  return `${text.slice(Math.max(0, start - CONTEXT), start)} ${text.slice(end, end + CONTEXT)}`;
}

function contextInParagraph({ paragraph: { text, start }, span }: NameMention): string {
  const [from, to] = [span.start - start, span.end - start];
  return `${text.slice(Math.max(0, from - CONTEXT), from)} ${text.slice(to, to + CONTEXT)}`;
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
