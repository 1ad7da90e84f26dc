/**
 * Makes the names of a document consistent: reads spans off the labels, takes titles off persons, lets the mentions
 * of one name vote on its type, and spreads full names to their surnames and to mentions that were not found.
 */

import { flat } from '../../recall.ts';
import { evidenceKey, isChristened, lowerSeen } from './evidence.ts';
import { FAMILY, GIVEN, joinHashes, Listed } from './gazetteer.ts';
import { hashText } from './hash.ts';
import { isInside, LABELS, OUTSIDE, TYPES, typeOf } from './labels.ts';
import type { Lexeme } from './lexicon.ts';
import { Candidate, Casing, type NameParagraph, nameStart } from './paragraph.ts';
import { isPlainOpening, isState, lastOfBearer, mendNames } from './spans.ts';
import type { TaggedName } from './tag.ts';
import { Word } from './word-classes.ts';

/** A name as the labels give it: word indices, inclusive, and the mean distance to the next best label. */
export interface FoundName {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  readonly margin: number;
}

const PERSON = TYPES.indexOf('person');
const ORGANIZATION = TYPES.indexOf('organization');
const PLACE = TYPES.indexOf('place');
/** Names of more words are neither looked for elsewhere nor looked up. */
const LONGEST_SPREAD = 8;
/** Of a score of 1: the least that a mention counts, and the score of a mention that others vouch for. */
const LEAST_VOTE = 0.2;
const VOUCHED = 0.5;

/** The names that the labels of a paragraph's candidate words spell, without leading titles. */
export function readNames(paragraph: NameParagraph, labels: Uint8Array, scores: Int32Array): FoundName[] {
  const names: FoundName[] = [];
  const { segments } = paragraph;
  let row = 0;
  for (let at = 0; at < segments.length; at += 2) {
    const start = segments[at] ?? 0;
    const end = segments[at + 1] ?? 0;
    for (let word = start; word < end; word++) {
      const label = labels[row + word - start] ?? OUTSIDE;
      if (label === OUTSIDE) continue;
      const first = word;
      while (word + 1 < end && isInside(labels[row + word + 1 - start] ?? OUTSIDE)) word++;
      let margin = 0;
      for (let inside = first; inside <= word; inside++) {
        margin += marginOf(scores, (row + inside - start) * LABELS, labels[row + inside - start] ?? OUTSIDE);
      }
      const type = typeOf(label);
      const mean = Math.round(margin / (word - first + 1));
      if (type === PERSON && first === word && mean < 0 && isAcronym(paragraph, word)) continue;
      if (type === PERSON && first === word && COINED.test(paragraph.lexemes[word]?.folded ?? '')) continue;
      if (type === PLACE && isPlainDemonym(paragraph.lexemes[word])) continue;
      let last = word;
      // "Moon Jae- in": what joins words ends no name.
      while (last > first && paragraph.candidates[last] === Candidate.connector) last--;
      names.push({
        first: type === PERSON ? nameStart(paragraph, first, last) : first,
        last,
        type,
        margin: mean,
      });
    }
    row += end - start;
  }
  return mendNames(
    paragraph,
    withSpeakers(paragraph, withHonored(paragraph, withGenerations(paragraph, names))),
  );
}

/** "Obamacare", "Reaganomics", "Peronism": named for a person, and none. */
const COINED = /(?:care|nomics|ism)$/;

/** Whether a word is a few capitals in a sentence that has other words: "BA", "GDP", hardly ever a person. */
function isAcronym({ lexemes, casing }: NameParagraph, at: number): boolean {
  const lexeme = lexemes[at];
  return (
    lexeme !== undefined &&
    casing[at] === Casing.sentence &&
    lexeme.length <= LONGEST_ACRONYM &&
    (lexeme.word & Word.allCapitals) !== 0
  );
}

const LONGEST_ACRONYM = 4;

/** Whether a word belongs to a people and names no place: what it ends ("South Korean") is none either. */
function isPlainDemonym(lexeme: Lexeme | undefined): boolean {
  const bits = lexeme?.listed ?? 0;
  return (bits & (Listed.demonym | Listed.country | Listed.city)) === Listed.demonym;
}

/** What stands after "Mr" or "Ms" is a person, whatever the labels say: at most three capitalized words. */
function withHonored(paragraph: NameParagraph, names: readonly FoundName[]): FoundName[] {
  const { lexemes, runEnd, sentenceStart, candidates } = paragraph;
  const settled: FoundName[] = [];
  let next = 0;
  for (let at = 1; at < lexemes.length; at++) {
    if (candidates[at] !== Candidate.capital || sentenceStart[at] === at) continue;
    if (!PERSONAL_HONORIFICS.has(lexemes[at - 1]?.folded ?? '')) continue;
    const word = lexemes[at]?.word ?? 0;
    if ((word & (Word.capital | Word.calendar | Word.honorific)) !== Word.capital) continue;
    for (let name = names[next]; name !== undefined && name.last < at; name = names[++next])
      settled.push(name);
    const found = names[next];
    if (found === undefined || found.first > at) {
      const last = Math.min(runEnd[at] ?? at, at + 2, found === undefined ? at + 2 : found.first - 1);
      settled.push({ first: at, last, type: PERSON, margin: 0 });
      at = last;
    } else if (found.type !== PERSON && found.first >= at - 1 && found.last - at < 3) {
      settled.push({ ...found, first: at, type: PERSON, margin: 0 });
      next++;
    }
  }
  settled.push(...names.slice(next));
  return settled;
}

/** A person's name goes on through "Jr." and "III". */
function withGenerations(paragraph: NameParagraph, names: readonly FoundName[]): FoundName[] {
  const settled: FoundName[] = [];
  for (const name of names) {
    const before = settled.at(-1);
    if (before !== undefined && before.last >= name.first) {
      // Its first word has been taken as the generation of the name before.
      if (name.last > before.last) settled.push({ ...name, first: before.last + 1 });
      continue;
    }
    const next = paragraph.lexemes[name.last + 1];
    const isGeneration =
      name.type === PERSON &&
      next !== undefined &&
      (next.word & Word.capital) !== 0 &&
      GENERATIONS.has(next.folded) &&
      name.last + 1 < (paragraph.sentenceEnd[name.last] ?? 0);
    settled.push(isGeneration ? { ...name, last: name.last + 1 } : name);
  }
  return settled;
}

/** Without I, V and X, which are other things more often. */
const GENERATIONS: ReadonlySet<string> = new Set(
  'jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xxiii'.split(' '),
);

/** A lone strange word that speaks is a person: '"No," Guilbeault said.' */
function withSpeakers(paragraph: NameParagraph, names: readonly FoundName[]): FoundName[] {
  const { lexemes, runStart, runEnd, sentenceStart, sentenceEnd } = paragraph;
  const settled: FoundName[] = [];
  let next = 0;
  for (let at = 0; at < lexemes.length; at++) {
    for (let name = names[next]; name !== undefined && name.first <= at; name = names[++next])
      settled.push(name);
    const lexeme = lexemes[at];
    if (lexeme === undefined || runStart[at] !== at || runEnd[at] !== at) continue;
    if (!mayBeSurname(lexeme)) continue;
    const after = at + 1 < (sentenceEnd[at] ?? 0) ? lexemes[at + 1] : undefined;
    const before = at > (sentenceStart[at] ?? 0) ? lexemes[at - 1] : undefined;
    const found = settled.at(-1);
    if (found !== undefined && found.last >= at) {
      // What speaks right after a quotation is hardly ever a company.
      if (found.type === PERSON || found.first !== at || !isClosingMark(before) || !isSpeech(after)) continue;
      settled.pop();
    }
    const isAside = after === undefined || after.folded === '.' || after.folded === ',';
    const speaks = isSpeech(after) || (isSpeech(before) && isAside);
    if ((speaks && before?.folded !== 'the') || (isAside && isKin(paragraph, at)))
      settled.push({ first: at, last: at, type: PERSON, margin: 0 });
  }
  settled.push(...names.slice(next));
  return settled;
}

/** "His wife, Callista," and "her son, 26-year-old Tywanza,". */
function isKin({ lexemes, sentenceStart }: NameParagraph, at: number): boolean {
  const start = sentenceStart[at] ?? 0;
  let before = at - 1;
  if (lexemes[before]?.folded === 'old' && lexemes[before - 2]?.folded === 'year') before -= 5;
  if (lexemes[before]?.folded === ',') before--;
  return before >= start && before < at - 1 && KIN.has(lexemes[before]?.folded ?? '');
}

const KIN: ReadonlySet<string> = new Set(
  'wife husband son daughter brother sister mother father fiance fiancee girlfriend boyfriend grandson granddaughter nephew niece'.split(
    ' ',
  ),
);

function isClosingMark(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && ['”', '"', "'", '»'].includes(lexeme.folded);
}

function isSpeech(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && SPEECH.has(lexeme.folded);
}

const SPEECH: ReadonlySet<string> = new Set(
  'said says told added wrote tweeted insisted recalled replied'.split(' '),
);

/** Capitalized, and on no list that would make it anything else. */
function mayBeSurname({ word, listed, length }: Lexeme): boolean {
  const other =
    Listed.common | Listed.demonym | Listed.title | Listed.country | Listed.city | Listed.organization;
  const kinds =
    Word.capital | Word.allCapitals | Word.calendar | Word.honorific | Word.organization | Word.placeNoun;
  return length > 2 && (listed & other) === 0 && (word & kinds) === Word.capital;
}

const PERSONAL_HONORIFICS: ReadonlySet<string> = new Set('mr mrs ms miss mx messrs mme'.split(' '));

function marginOf(scores: Int32Array, base: number, label: number): number {
  let next = Number.NEGATIVE_INFINITY;
  for (let other = 0; other < LABELS; other++) {
    if (other !== label) next = Math.max(next, scores[base + other] ?? 0);
  }
  return (scores[base + label] ?? 0) - next;
}

/** What the mentions of one name say together. */
interface Votes {
  /** Words of the name. */
  readonly length: number;
  readonly byType: [person: number, organization: number, place: number];
  mentions: number;
  /** Those in sentences that tell names by their capitals, not in headlines. */
  inSentences: number;
}

/** "Hariri" stands for "Saad al-Hariri". */
const ARTICLE = /^(?:al|el)-(\p{L}{3,})$/u;

/** What one mention says of its name, and a person's of the surname: hashes of the words, and of the first of them. */
export type Ballot =
  | {
      readonly of: 'name';
      readonly phrase: number;
      readonly start: number;
      readonly length: number;
      readonly type: number;
      readonly isHeadline: boolean;
      readonly vote: number;
    }
  | {
      readonly of: 'surname' | 'given';
      readonly phrase: number;
      readonly start: number;
      readonly vote: number;
    };

export function ballotsOf(
  paragraph: NameParagraph,
  found: readonly FoundName[],
  scale: number,
): readonly Ballot[] {
  const least = Math.max(1, Math.round(LEAST_VOTE * scale));
  const hashAt = (at: number) => paragraph.lexemes[at]?.hash ?? 0;
  return found.flatMap(({ first, last, type, margin }): Ballot[] => {
    if (last - first >= LONGEST_SPREAD) return [];
    const [phrase, start, length] = [phraseOf(paragraph, first, last), hashAt(first), last - first + 1];
    const isHeadline = paragraph.casing[first] !== Casing.sentence;
    const vote = Math.round(Math.max(least, margin) * (isHeadline ? 0.4 : 1));
    const name: Ballot = { of: 'name', phrase, start, length, type, isHeadline, vote };
    if (type !== PERSON || last === first) return [name];
    const family = lastOfBearer(paragraph, first, last);
    const bare = ARTICLE.exec(paragraph.lexemes[family]?.folded ?? '')?.[1];
    const surnames = [
      ...[family, ...(isFamilyFirst(paragraph, first, last) ? [first] : [])].map(hashAt),
      ...(bare === undefined ? [] : [hashText(bare)]),
    ];
    const weight = Math.max(least, margin);
    const given: Ballot[] = isGivenName(paragraph.lexemes[first])
      ? [{ of: 'given', phrase: start, start, vote: 1 }]
      : [];
    return [
      name,
      ...surnames.map((it): Ballot => ({ of: 'surname', phrase: it, start: it, vote: weight })),
      ...given,
      ...(family < first + 2
        ? []
        : [
            {
              of: 'surname' as const,
              phrase: phraseOf(paragraph, family - 1, family),
              start: hashAt(family - 1),
              vote: weight,
            },
          ]),
    ];
  });
}

/** The ballots of a whole document. They go along with it: each edit changes them. */
export interface Tally {
  readonly names: Map<number, Votes>;
  readonly surnames: Map<number, number>;
  /** How many full names begin with a given name. */
  readonly givens: Map<number, number>;
  /** How many names begin with a word. */
  readonly starts: Map<number, number>;
}

export function emptyTally(): Tally {
  return { names: new Map(), surnames: new Map(), givens: new Map(), starts: new Map() };
}

/**
 * Counts that the ballots of some paragraphs have gone and others have come; gives the first words of the names of
 * which {@link settleNames} now sees something else.
 */
export function recount(
  tally: Tally,
  gone: readonly (readonly Ballot[])[],
  come: readonly (readonly Ballot[])[],
  scale: number,
): ReadonlySet<number> {
  const ballots = [
    ...flat(gone).map((it) => ({ ballot: it, by: -1 })),
    ...flat(come).map((it) => ({ ballot: it, by: 1 })),
  ];
  const before = new Map(ballots.map(({ ballot: { phrase } }) => [phrase, seenOf(tally, phrase, scale)]));
  for (const { ballot, by } of ballots) cast(ballot, by, tally);
  const changed = new Set<number>();
  for (const { ballot } of ballots) {
    const { phrase, start } = ballot;
    if (seenOf(tally, phrase, scale) !== before.get(phrase)) changed.add(start);
  }
  return changed;
}

/** Adds a ballot, or takes it away. */
function cast(ballot: Ballot, by: number, { names, surnames, givens, starts }: Tally): void {
  const { phrase, start, vote } = ballot;
  if (ballot.of !== 'name') {
    change(ballot.of === 'surname' ? surnames : givens, phrase, by * vote);
    return;
  }
  const { type, length, isHeadline } = ballot;
  const votes = names.get(phrase) ?? { length, byType: [0, 0, 0], mentions: 0, inSentences: 0 };
  votes.byType[type] = (votes.byType[type] ?? 0) + by * vote;
  votes.mentions += by;
  if (!isHeadline) votes.inSentences += by;
  if (isAnyLeft(votes)) names.set(phrase, votes);
  else names.delete(phrase);
  change(starts, start, by);
}

function isAnyLeft({ mentions, inSentences, byType }: Votes): boolean {
  return mentions !== 0 || inSentences !== 0 || byType.some((it) => it !== 0);
}

function change(counts: Map<number, number>, key: number, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** All that is asked of the votes on a phrase, a bit each: of most ballots that come it is what it was. */
function seenOf({ names, surnames, givens }: Tally, phrase: number, scale: number): number {
  const votes = names.get(phrase);
  const surname = surnames.get(phrase) ?? 0;
  const bare = (surname > 0 ? 1 : 0) | (givens.has(phrase) ? 1 << 20 : 0);
  if (!votes) return bare;
  const { byType, length, inSentences } = votes;
  const [best, most] = winnerOf(byType);
  let seen = bare | 2 | (best << 2) | (most < scale ? 16 : 0) | (inSentences === 0 ? 32 : 0);
  for (let type = 0; type < byType.length; type++) {
    if (outweighs(most, byType[type])) seen |= 64 << type;
    if (surname > (byType[type] ?? 0)) seen |= 512 << type;
  }
  return seen | (length << 12);
}

/** Whether the votes for one type overrule the type that a mention was found with. */
function outweighs(most: number, own: number | undefined): boolean {
  return most > 1.5 * (own ?? 0);
}

/** The hashes of the words at which {@link settleNames} may see a name begin. */
export function nameStarts({ lexemes, candidates, casing }: NameParagraph): Int32Array {
  // In a headline, capitals tell nothing.
  return Int32Array.from(
    lexemes
      .filter((_, at) => candidates[at] !== Candidate.none || casing[at] !== Casing.sentence)
      .map((it) => it.hash),
  );
}

/** The final names of a paragraph. `seenOf` gives the document's evidence, `scale` the units of 1. */
export function settleNames(
  paragraph: NameParagraph,
  found: readonly FoundName[],
  tally: Tally,
  seenOf: (key: number) => number,
  scale: number,
): TaggedName[] {
  const { names: votes, surnames, starts } = tally;
  const names: FoundName[] = [];
  const taken = new Uint8Array(paragraph.lexemes.length);
  addFullNamesOfHeadlines(paragraph, names, taken, votes, starts, scale);
  for (const name of found) {
    if (taken.subarray(name.first, name.last + 1).includes(1)) continue;
    names.push({ ...name, type: settleType(paragraph, name, votes, surnames, scale) });
    taken.fill(1, name.first, name.last + 1);
  }
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] !== 0 || paragraph.candidates[at] !== Candidate.capital) continue;
    if (((paragraph.lexemes[at]?.word ?? 0) & Word.capital) === 0) continue;
    const missed = findMissed(paragraph, at, taken, tally, seenOf, scale);
    if (missed === undefined) continue;
    names.push({ ...missed, margin: VOUCHED * scale });
    taken.fill(1, missed.first, missed.last + 1);
  }
  if (!isInOrder(names)) names.sort((a, b) => a.first - b.first);
  const { starts: from, ends } = paragraph.words;
  let free = 0;
  return names
    .flatMap((it) => withAddress(paragraph, withStop(paragraph, it)))
    .map((name) => {
      const first = firstWithParticles(paragraph, name, free);
      free = name.last + 1;
      return { start: from[first] ?? 0, end: ends[name.last] ?? 0, type: TYPES[name.type] ?? 'person' };
    });
}

/** The stop of "Ky." is part of it. */
function withStop({ words, lexemes }: NameParagraph, name: FoundName): FoundName {
  const next = name.last + 1;
  const isStopped = lexemes[next]?.folded === '.' && words.starts[next] === words.ends[name.last];
  return isStopped && name.type === PLACE && isState(lexemes[name.last]) ? { ...name, last: next } : name;
}

/** "FoxNews.com" is the name of a body, to its end, and none of whoever's name is in it. */
function withAddress({ words, lexemes }: NameParagraph, name: FoundName): FoundName[] {
  const { starts, ends } = words;
  let last = name.last;
  while (
    lexemes[last + 1]?.folded === '.' &&
    DOMAINS.has(lexemes[last + 2]?.folded ?? '') &&
    starts[last + 1] === ends[last] &&
    starts[last + 2] === ends[last + 1]
  )
    last += 2;
  if (last === name.last) return [name];
  return name.type === PERSON ? [] : [{ ...name, last, type: ORGANIZATION }];
}

const DOMAINS: ReadonlySet<string> = new Set('com org net gov edu co uk au io info tv'.split(' '));

function isInOrder(names: readonly FoundName[]): boolean {
  for (let i = 1; i < names.length; i++)
    if ((names[i]?.first ?? 0) < (names[i - 1]?.first ?? 0)) return false;
  return true;
}

/** "Typhoon Haiyan", and a lone name that the document has of a storm or a ship: "Helene killed nine" where "Hurricane Helene" did. */
export function isThing(paragraph: NameParagraph, name: FoundName, seenOf: (key: number) => number): boolean {
  if (isPlainOpening(paragraph, name, seenOf)) return true;
  const { lexemes } = paragraph;
  const { first, last, type } = name;
  const lexeme = lexemes[first];
  if (type !== PERSON || lexeme === undefined) return false;
  return first === last ? isChristened(seenOf(evidenceKey(lexeme))) : (lexeme.word & Word.christened) !== 0;
}

/** Where a name begins with the particles of its surname, "bin Salman", "von der Leyen", as far as words are free. */
function firstWithParticles(
  { lexemes, sentenceStart }: NameParagraph,
  { first, type }: FoundName,
  free: number,
): number {
  const start = Math.max(free, sentenceStart[first] ?? 0);
  let at = first;
  if (type === PERSON) while (at > start && isNameParticle(lexemes[at - 1])) at--;
  // "al Qaeda", "al Shabaab".
  if (type === ORGANIZATION && at > start && lexemes[at - 1]?.folded === 'al') at--;
  return at;
}

/** In small letters: a capital particle is a candidate like any other word. */
function isNameParticle(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && (lexeme.word & Word.lower) !== 0 && PARTICLES.has(lexeme.folded);
}

const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den ter zu de la da di del della dos das bin bint ibn abu al el ould'.split(' '),
);

/** "Xi Jinping", "Lee Jae-myung": the first word is listed as a family name, and all read as syllables. */
function isFamilyFirst(paragraph: NameParagraph, first: number, last: number): boolean {
  const { lexemes } = paragraph;
  if (((lexemes[first]?.listed ?? 0) & FAMILY) === 0) return false;
  for (let at = first; at <= last; at++) if (((lexemes[at]?.word ?? 0) & Word.syllables) === 0) return false;
  return true;
}

/** In a headline every word may be a capital: there, what the body has as one name is that name, whole. */
function addFullNamesOfHeadlines(
  paragraph: NameParagraph,
  names: FoundName[],
  taken: Uint8Array,
  votes: ReadonlyMap<number, Votes>,
  starts: ReadonlyMap<number, number>,
  scale: number,
): void {
  const { lexemes, casing, sentenceEnd } = paragraph;
  for (let at = 0; at < lexemes.length; at++) {
    if (casing[at] === Casing.sentence || !starts.has(lexemes[at]?.hash ?? 0)) continue;
    let phrase = lexemes[at]?.hash ?? 0;
    let longest: FoundName | undefined;
    const end = Math.min(at + LONGEST_SPREAD, sentenceEnd[at] ?? 0);
    for (let last = at + 1; last < end; last++) {
      phrase = joinHashes(phrase, lexemes[last]?.hash ?? 0);
      const votesOf = votes.get(phrase);
      if (votesOf === undefined || votesOf.inSentences === 0 || votesOf.length !== last - at + 1) continue;
      longest = { first: at, last, type: winnerOf(votesOf.byType)[0], margin: VOUCHED * scale };
    }
    if (longest === undefined) continue;
    names.push(longest);
    taken.fill(1, longest.first, longest.last + 1);
    at = longest.last;
  }
}

function phraseOf(paragraph: NameParagraph, first: number, last: number): number {
  let phrase = paragraph.lexemes[first]?.hash ?? 0;
  for (let at = first + 1; at <= last; at++) phrase = joinHashes(phrase, paragraph.lexemes[at]?.hash ?? 0);
  return phrase;
}

/** The type that the mentions of a name agree on; a single word is a person where full names bear it as a surname. */
function settleType(
  paragraph: NameParagraph,
  { first, last, type }: FoundName,
  votes: ReadonlyMap<number, Votes>,
  surnames: ReadonlyMap<number, number>,
  scale: number,
): number {
  if (last - first >= LONGEST_SPREAD) return type;
  const phrase = phraseOf(paragraph, first, last);
  const byType = votes.get(phrase)?.byType;
  if (byType === undefined) return type;
  const [best, most] = winnerOf(byType);
  const settled = outweighs(most, byType[type]) ? best : type;
  if (mayBePersons(paragraph, first, last, settled) && isPerson(paragraph.lexemes[last], votes, scale))
    return PERSON;
  if (first !== last || settled === PERSON) return settled;
  const isDemonym = ((paragraph.lexemes[first]?.listed ?? 0) & Listed.demonym) !== 0;
  return !isDemonym && (surnames.get(phrase) ?? 0) > (byType[settled] ?? 0) ? PERSON : settled;
}

/** Whether a place, or an organization of two words, is perhaps a full name: "Mo Vaughn" where "Vaughn" is a person. */
function mayBePersons({ lexemes }: NameParagraph, first: number, last: number, type: number): boolean {
  const [start, end] = [lexemes[first], lexemes[last]];
  if (first === last || start === undefined || end === undefined) return false;
  if ((end.word & (Word.organization | Word.placeNoun)) !== 0) return false;
  return type === PLACE || (last === first + 1 && ((start.listed & GIVEN) !== 0 || mayBeSurname(start)));
}

/** Whether a word alone is surely a person. */
function isPerson(lexeme: Lexeme | undefined, votes: ReadonlyMap<number, Votes>, scale: number): boolean {
  const [best, most] = winnerOf(votes.get(lexeme?.hash ?? 0)?.byType ?? [0, 0, 0]);
  return best === PERSON && most >= scale;
}

function winnerOf(byType: Votes['byType']): [type: number, votes: number] {
  let best = 0;
  for (let type = 1; type < byType.length; type++) if ((byType[type] ?? 0) > (byType[best] ?? 0)) best = type;
  return [best, byType[best] ?? 0];
}

/** A name at a word that the labels left out: one found elsewhere in the document, or the surname of one. */
function findMissed(
  paragraph: NameParagraph,
  at: number,
  taken: Uint8Array,
  { names: votes, surnames, givens, starts }: Tally,
  seenOf: (key: number) => number,
  scale: number,
): Omit<FoundName, 'margin'> | undefined {
  const lexeme = paragraph.lexemes[at];
  if (lexeme === undefined) return undefined;
  const endsRun = paragraph.runEnd[at] === at;
  if (starts.has(lexeme.hash)) {
    let longest: Omit<FoundName, 'margin'> | undefined;
    let phrase = lexeme.hash;
    const end = Math.min(at + LONGEST_SPREAD, paragraph.sentenceEnd[at] ?? 0);
    for (let last = at; last < end && taken[last] === 0; last++) {
      if (last > at) phrase = joinHashes(phrase, paragraph.lexemes[last]?.hash ?? 0);
      const votesOf = votes.get(phrase);
      if (votesOf === undefined || votesOf.length !== last - at + 1) continue;
      const [type, most] = winnerOf(votesOf.byType);
      if (last === at) {
        const isPlainWord = lowerSeen(seenOf(evidenceKey(lexeme))) > 0 && paragraph.opens[at] === 1;
        if (most < scale || isPlainWord || !endsRun || !isLed(paragraph, at)) continue;
      }
      longest = { first: at, last, type };
    }
    if (longest !== undefined) return longest;
  }
  if (isFullName(paragraph, at, taken)) return { first: at, last: at + 1, type: PERSON };
  if (!endsRun || !isLed(paragraph, at)) return undefined;
  if (!surnames.has(lexeme.hash) && !(givens.has(lexeme.hash) && isGivenName(lexeme))) return undefined;
  if ((lexeme.listed & Listed.demonym) !== 0 || (lexeme.word & Word.calendar) !== 0) return undefined;
  return { first: at, last: at, type: PERSON };
}

/** A given name and what may be a surname, and no more capitals: "NBC's Maria Bartiromo". */
function isFullName(
  { lexemes, runStart, runEnd, casing }: NameParagraph,
  at: number,
  taken: Uint8Array,
): boolean {
  const [given, family, before] = [lexemes[at], lexemes[at + 1], lexemes[at - 1]];
  if (given === undefined || family === undefined || runStart[at] !== at || runEnd[at] !== at + 1)
    return false;
  if (casing[at] !== Casing.sentence || taken[at + 1] !== 0 || before?.folded !== "'s") return false;
  return (given.listed & GIVEN) !== 0 && mayBeSurname(given) && mayBeSurname(family);
}

/** A word that begins a full name and, alone, could stand for its bearer: "Mitt", not "Georgia". */
function isGivenName(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && mayBeSurname(lexeme) && (lexeme.word & Word.small) === 0;
}

/** Whether only titles, honorifics and short acronyms stand between a word and the beginning of its run. */
function isLed(paragraph: NameParagraph, at: number): boolean {
  const runStart = paragraph.runStart[at] ?? at;
  if (at - runStart > 6) return false;
  for (let before = runStart; before < at; before++) {
    const lexeme = paragraph.lexemes[before];
    if (lexeme === undefined) return false;
    const isTitle = (lexeme.word & Word.honorific) !== 0 || (lexeme.listed & Listed.title) !== 0;
    const isAcronym = (lexeme.word & Word.allCapitals) !== 0 && lexeme.length <= 3;
    if (!isTitle && !isAcronym && lexeme.folded !== '.') return false;
  }
  return true;
}
