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
import { NONE, recall } from '../recall.ts';
import { foldLetters } from '../text/fold.ts';
import { comparePrinted } from './compare.ts';
import { editDistance } from './edit-distance.ts';
import { isEnglishGivenName } from './nicknames.ts';
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

/** A person of the sources, in every spelling that they give the name; the one that most of them have comes first. */
export type SourcePerson = readonly [Spelling, ...Spelling[]];

/**
 * The one person of the sources who may be meant, by the name and the office; undefined where there is any doubt. Of
 * several who bear the family name, the one who holds the office that the draft gives.
 */
export function namesakeOf(
  entity: Entity,
  bearers: readonly Spelling[],
  isOwn: (article: Article) => boolean,
): SourcePerson | undefined {
  const full = entity.mentions.find((it) => isFullName(it.text));
  if (!full || isSlogan(full)) return undefined;
  const others = bearers.filter(
    (it) => !isBorneAsGivenName(full, it) && it.uses.some((use) => !isOwn(use.article)),
  );
  const known = personsOf(others);
  if (known.length > MOST_BEARERS) return undefined;
  const [only, second] = known.length > 1 ? known.filter((it) => hasSameOffice(entity, it)) : known;
  // Two people of this name in the sources: no guess.
  if (!only || second) return undefined;
  return isAnotherForm(full, only[0], hasSameOffice(entity, only)) ? only : undefined;
}

/** "Ryan Zinke" is none of the Ryans. */
function isBorneAsGivenName(full: NameMention, { name }: Spelling): boolean {
  const [first, ...rest] = parseName(name).words;
  const family = parseName(full.text).words.at(-1);
  return first === family && first !== undefined && isEnglishGivenName(first) && rest.at(-1) !== family;
}

/** Of more people who bear one family name, nobody is the likely one; nor is every pair of them compared. */
const MOST_BEARERS = 8;

/** The people whom spellings name, up to one too many: each with what may be another spelling of the name used most. */
function personsOf(spellings: readonly Spelling[]): SourcePerson[] {
  const persons: [Spelling, ...Spelling[]][] = [];
  const byUse = [...spellings].sort((a, b) => b.uses.length - a.uses.length || (a.name < b.name ? -1 : 1));
  for (const it of byUse) {
    const person = persons.find(([first]) => isSamePerson(it, first));
    if (person) person.push(it);
    else if (persons.push([it]) > MOST_BEARERS) break;
  }
  return persons;
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
  namesake: SourcePerson,
  sources: Sources,
): boolean {
  return evidenceFor(entity, seen, namesake, sources) >= ENOUGH;
}

/** Posts that one person holds at a time in whatever a text tells of; ministers and secretaries where it says of what. */
const SOLE: ReadonlySet<string> = new Set([
  'prime minister',
  'attorney general',
  'solicitor general',
  'secretary-general',
  'surgeon general',
  'majority leader',
  'minority leader',
  'majority whip',
  'minority whip',
  'speaker',
  'chief justice',
  'president',
  'chancellor',
]);

const soleOffices = recall<Entity, readonly Office[]>();

/** The offices of a person of a draft that nobody else can hold at the same time. */
export function soleOfficesOf(entity: Entity): readonly Office[] {
  return soleOffices(entity, NONE, () =>
    officesOf(entity).filter(({ post, domain }) => SOLE.has(post) || domain !== ''),
  );
}

/**
 * Whether two people of one draft seem to be one, under another given name: family name, initial and a sole office are
 * the same. A son who follows his father in office has most often another initial.
 */
export function isUnderAnotherGivenName(a: Entity, b: Entity): boolean {
  const [x, y] = [parseName(a.name).words, parseName(b.name).words];
  const [firstX = '', firstY = ''] = [x[0], y[0]];
  return (
    x.length > 1 &&
    y.length > 1 &&
    x.at(-1) === y.at(-1) &&
    firstX !== firstY &&
    Math.min(firstX.length, firstY.length) > 1 &&
    firstX.charAt(0) === firstY.charAt(0) &&
    soleOfficesOf(a).some((it) => soleOfficesOf(b).some((other) => compareOffices(it, other) === 'none'))
  );
}

/** Words that a pair of marks holds alone, as in ‘Impeach Trump’, and "Team Obama" name nobody. */
function isSlogan({ text: name, paragraph: { text, start }, span }: NameMention): boolean {
  if (/^(?:Team|Camp|House|Family)\s/.test(name)) return true;
  const [from, to] = [span.start - start, span.end - start];
  return /["'“‘]/.test(text.charAt(from - 1)) && /^[.,]?["'”’](?!\p{L})/u.test(text.slice(to, to + 3));
}

function isSamePerson(a: Spelling, b: Spelling): boolean {
  const [x, y] = [a.uses[0]?.mentions[0], b.uses[0]?.mentions[0]];
  return x !== undefined && y !== undefined && comparePrinted(x, y).same;
}

/**
 * One word differs: another given name, or a letter or two of any name; the rest is equal. What begins alike may be a
 * short form that no list has, unless the office tells who is meant: Vladislav is not Vladimir.
 */
function isAnotherForm(ours: NameMention, { name, uses }: Spelling, isSameOffice: boolean): boolean {
  const theirs = uses[0]?.mentions[0];
  const [x, y] = [parseName(ours.text).words, parseName(name).words];
  const [firstX = '', firstY = ''] = [x[0], y[0]];
  if (x.length < 2 || y.length < 2 || firstX.length < 2 || firstY.length < 2) return false;
  if (!theirs || comparePrinted(ours, theirs).same) return false;
  // Without its middle name a name is the same; with another it is not.
  if (x.at(-1) === y.at(-1) && firstX === firstY) return x.length === y.length;
  if (x.at(-1) === y.at(-1))
    return isSameOffice || firstX.slice(0, 4) !== firstY.slice(0, 4) || editDistance(firstX, firstY, 1) <= 1;
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
  /\b(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|sibling|cousin|nephew|niece|uncle|aunt|grandson|granddaughter|grandfather|grandmother|in-law|family|heir|first lady|first gentleman|married|marries|wed)\b/i;

/** "His father and Joe Biden" makes no relative of him; "the first lady, Michelle Obama" does of her. */
const INTRODUCED = new RegExp(`${RELATIVE.source},?\\s*$`, 'i');

/** "Father Lombardi" is a priest, and nobody's father. */
function withoutClergy(text: string): string {
  return text.replace(/(?<!\p{L})(?:Father|Mother|Brother|Sister)\s+(?=\p{Lu}|$)/gu, '');
}

/** Points for one person: 3 for the same office, 3 for the same words in their mouths, 1 for the same initial, 1 or 2 for the sources, up to 3 for context. */
function evidenceFor(
  entity: Entity,
  { contexts, quotes }: SeenPerson,
  namesake: SourcePerson,
  sources: Sources,
): number {
  const full = entity.mentions.filter((it) => isFullName(it.text));
  if (full.some((it) => RELATIVE.test(withoutClergy(contextInParagraph(it))))) return 0;
  const theirs = factsOfPerson(namesake);
  if (theirs.isRelative || full.some((it) => isNamedBeside(it, namesake))) return 0;
  const heads = namesake.flatMap((it) => it.uses.map(({ article }) => article.head));
  const isSameInitial = entity.name.charAt(0) === namesake[0].name.charAt(0);
  const likeness = cosine(telling(contexts, [entity.name]), theirs.words);
  return (
    (hasSameOffice(entity, namesake) ? 3 : 0) +
    (saysTheSame(quotes, theirs) ? 3 : 0) +
    (isSameInitial ? 1 : 0) +
    Math.min(2, sources.among(heads).count - 1) +
    (entity.mentions.length > 2 ? 1 : 0) +
    (likeness > 0.3 ? 3 : likeness > 0.2 ? 2 : likeness > 0.12 ? 1 : 0)
  );
}

/** What the sources say of a person. */
interface PersonFacts {
  /** Introduced as somebody's wife, son or the like. */
  readonly isRelative: boolean;
  /** The words around the name that say something. */
  readonly words: ReadonlyMap<string, number>;
  readonly offices: readonly Office[];
  /** What they say, each as words with a space on either side. */
  readonly spoken: readonly string[];
}

const people = recall<Spelling, PersonFacts>();

function factsOfPerson(person: SourcePerson): PersonFacts {
  return people(person[0], person, () => readPerson(person));
}

function readPerson(person: SourcePerson): PersonFacts {
  const uses = person.flatMap((it) => it.uses);
  const isRelative = uses.some(({ article: { reading }, mentions }) =>
    mentions.some(({ span: { start } }) =>
      INTRODUCED.test(withoutClergy(reading.text.slice(Math.max(0, start - BESIDE), start))),
    ),
  );
  const contexts = uses.flatMap(({ article, mentions }) =>
    mentions.map((it) => contextOf(article.reading, it)),
  );
  return {
    isRelative,
    words: telling(
      contexts,
      person.map((it) => it.name),
    ),
    offices: uses.flatMap((it) => officesOf(it.entity)),
    spoken: uses.flatMap((it) => spokenWords(quotesOf(it.entity, it.article.reading))),
  };
}

function officesOf(entity: Entity): Office[] {
  return rolesOf(entity).flatMap((it) => parseOffice(it.text) ?? []);
}

function hasSameOffice(entity: Entity, person: SourcePerson): boolean {
  const ours = officesOf(entity);
  if (ours.length === 0) return false;
  const { offices } = factsOfPerson(person);
  return ours.some((a) => offices.some((b) => compareOffices(a, b) === 'none'));
}

/** Fewer words are a phrase that two people may well use. */
const LEAST_QUOTED = 5;

/** Whether a source quotes its person with the words that the draft has from this one. */
function saysTheSame(quotes: readonly QuoteMention[], { spoken }: PersonFacts): boolean {
  return spokenWords(quotes).some((a) => spoken.some((b) => a.includes(b) || b.includes(a)));
}

/** What is said in quotation marks, each as words with a space on either side. */
function spokenWords(quotes: readonly QuoteMention[]): string[] {
  return quotes
    .map((it) => quoteWords(it.text))
    .filter((words) => words.length >= LEAST_QUOTED)
    .map((words) => ` ${words.map((it) => it.key).join(' ')} `);
}

/** "Joe and Hunter Biden": who shares a family name with somebody is not that person. */
function isNamedBeside({ paragraph: { text, start }, span }: NameMention, namesake: SourcePerson): boolean {
  const given = /(\p{L}+)(?:,| and| or| &) $/u.exec(text.slice(0, span.start - start).slice(-CONTEXT))?.[1];
  return given !== undefined && namesake.some((it) => parseName(it.name).words[0] === foldLetters(given));
}

/** The words on either side of a mention. */
function contextOf({ text }: Reading, { span: { start, end } }: NameMention): string {
  return `${text.slice(Math.max(0, start - CONTEXT), start)} ${text.slice(end, end + CONTEXT)}`;
}

function contextInParagraph({ paragraph: { text, start }, span }: NameMention): string {
  const [from, to] = [span.start - start, span.end - start];
  return `${text.slice(Math.max(0, from - CONTEXT), from)} ${text.slice(to, to + CONTEXT)}`;
}

/** The words of contexts that say something, with how often they occur; the names' own words left out. */
function telling(contexts: readonly string[], names: readonly string[]): ReadonlyMap<string, number> {
  const own = new Set(names.flatMap((it) => parseName(it).words));
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
