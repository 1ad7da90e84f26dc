import { type Comparison, type DraftedSpelling, spellingsOf } from '../comparison.ts';
import { count } from '../english.ts';
import type { Entity, Fix, NameMention } from '../model.ts';
import { comparePrinted } from '../names/compare.ts';
import { describeDifference, isFaintDifference, isSpellingDifference } from '../names/differences.ts';
import { editDistance } from '../names/edit-distance.ts';
import { isUnderAnotherGivenName, soleOfficesOf } from '../names/given-names.ts';
import { familyOf, isFullName } from '../names/parts.ts';
import { isAllCapitals, isCompound, respell, respellAll } from '../names/respell.ts';
import type { Draft } from '../reading.ts';
import { flat, NONE, recall } from '../recall.ts';
import type { Problem, Rule } from '../rule.ts';
import { foldLetters, foldTypography } from '../text/fold.ts';

export const nameInconsistentInDraft: Rule = {
  id: 'name/inconsistent-in-draft',
  summary: 'One person, organization or place is spelled in two ways in this draft.',
  why: [
    'Readers take two spellings for two people, and both for carelessness.',
    'Stet reports the spelling that the draft uses less often, short forms included. When both are used as often, it is',
    'the one that looks mistyped, else the later one.',
    'Headlines in capitals and short forms ("Lee" after "Lee Jae Myung") are no second spelling, unless letters differ;',
    'a surname by itself that is a letter away from that of the one person it can mean is reported too.',
    'So is a second given name with the same initial for one who holds an office alone, as a prime minister does.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  each: 'entity',
  dependsOn(entity, comparison) {
    const found = slipsOfSurnames(entity, comparison);
    const namesake = usualNamesake(entity, comparison);
    if (found.length === 0 && !namesake) return NONE;
    return [...found.flatMap(({ surname, usual, slips }) => [surname, usual, slips]), namesake];
  },
  *check(entity, comparison) {
    for (const slip of slipsOfSurnames(entity, comparison)) yield problemOf(slip, entity);
    const namesake = usualNamesake(entity, comparison);
    if (namesake) yield* otherGivenName(entity, namesake);
    const all = spellingsOf(entity);
    const [first, ...others] = all.filter((it) => !isAllCapitals(it.name));
    if (!first || all.length === 1) return;
    const spellings = [first, ...others, ...all.filter((it) => isAllCapitals(it.name))];
    const places = placesByText(entity);
    const support = new Map(spellings.map((it) => [it, supportOf(it, places)]));
    const usual = others.reduce(
      (best, it) => ((support.get(it) ?? 0) > (support.get(best) ?? 0) ? it : best),
      first,
    );
    for (const spelling of spellings) {
      const { kind } = comparePrinted(spelling.mentions[0], usual.mentions[0]);
      if (spelling === usual || !isSpellingDifference(kind)) continue;
      if (comparison.declared.areTwo(spelling.name, usual.name)) continue;
      // Capitals drop accents and hyphens.
      if (isAllCapitals(spelling.name) && kind !== 'typo') continue;
      const isFaint = isFaintDifference(kind, entity.type, spelling.name, usual.name);
      const isPreferred = (support.get(usual) ?? 0) - (support.get(spelling) ?? 0) > 0.2;
      const fixesOf = respellings(spelling, usual, isPreferred);
      for (const mention of spelling.mentions) {
        if (kind === 'hyphenation' && isCompound(mention)) continue;
        yield {
          span: mention.span,
          message: messageOf(mention, spelling, usual, describeDifference(kind)),
          fixes: fixesOf(mention),
          ...(isFaint ? { severity: 'hint' as const } : {}),
        };
      }
    }
  },

  examples: [
    {
      bad: 'Wi Sung-lac, the national security adviser, briefed reporters. Later [[Wi Sung Lac]] said talks would go on.',
      message: '“Wi Sung Lac” is “Wi Sung-lac” elsewhere in this draft (hyphen): 1 place against 1 place.',
      fixed: [
        'Wi Sung-lac, the national security adviser, briefed reporters. Later Wi Sung-lac said talks would go on.',
        'Wi Sung Lac, the national security adviser, briefed reporters. Later Wi Sung Lac said talks would go on.',
      ],
    },
    {
      bad: 'SENATE LEADER [[CHUCK SHUMER]] OBJECTS\n\nSenate Majority Leader Chuck Schumer objected on Monday.',
      message:
        '“CHUCK SHUMER” is “Chuck Schumer” elsewhere in this draft (letters): 1 place against 1 place.',
      fixed: [
        'SENATE LEADER CHUCK SCHUMER OBJECTS\n\nSenate Majority Leader Chuck Schumer objected on Monday.',
      ],
    },
    {
      bad: 'House Speaker Kevin McCarthy said no. “No deal,” [[McCarhty]] said. McCarthy left.',
      message: '“McCarhty” is “McCarthy” elsewhere in this draft (letters): 2 places against 1 place.',
      fixed: ['House Speaker Kevin McCarthy said no. “No deal,” McCarthy said. McCarthy left.'],
    },
    {
      bad: 'President Recep Tayyip Erdoğan won. Olaf Scholz invited [[Erdogan]] to Berlin, and Erdoğan accepted.',
      severity: 'hint',
      message: '“Erdogan” is “Erdoğan” elsewhere in this draft (accents): 2 places against 1 place.',
      fixed: [
        'President Recep Tayyip Erdoğan won. Olaf Scholz invited Erdoğan to Berlin, and Erdoğan accepted.',
      ],
    },
    {
      good: 'Aleksei Starovoytov met John Steel. Starovoytova, his wife, and Mr Steele were there; the Starovoytovs left.',
    },
    {
      bad: 'House Speaker Paul Rennick said no. “No deal,” Paul Rennick said. House Speaker [[Phil Rennick]] left at noon.',
      message:
        '“Phil Rennick” is “Paul Rennick” elsewhere in this draft (given name): 2 places against 1 place.',
      fixed: [
        'House Speaker Paul Rennick said no. “No deal,” Paul Rennick said. House Speaker Paul Rennick left at noon.',
      ],
    },
    {
      // The full name is the slip, as the sources tell: that is another rule’s finding.
      sources: ['Judge Thandi Masipo extended the bail.'],
      good: 'Judge Thandi Masepo acquitted the athlete. Judge Masipo extended the bail.',
    },
    {
      good: 'House Speaker Paul Rennick met Senator Phil Rennick, his brother. Former House Speaker Pat Rennick was there.',
    },
    { good: 'Wi Sung-lac briefed reporters. Wi said talks would go on, and Mr Wi’s office agreed.' },
  ],
};

/** Reports a name as a slip of the given name of somebody else in the draft. */
function* otherGivenName(entity: Entity, namesake: DraftedSpelling): Iterable<Problem> {
  for (const spelling of spellingsOf(entity)) {
    for (const mention of spelling.mentions) {
      yield {
        span: mention.span,
        message: messageOf(mention, spelling, namesake, 'given name'),
        fixes: [changeTo(mention, namesake.name)],
      };
    }
  }
}

/** The name of whoever holds a person's sole office in this draft, more often or earlier, and alone besides bears the family name. */
function usualNamesake(entity: Entity, comparison: Comparison): DraftedSpelling | undefined {
  if (entity.type !== 'person' || soleOfficesOf(entity).length === 0) return undefined;
  const [first, second, third] = holdersOfDraft(comparison).get(familyOf(entity.name) ?? '') ?? NONE;
  const other = first === entity ? second : first;
  if (!other || third || !isUnderAnotherGivenName(entity, other)) return undefined;
  const [[own], [usual]] = [spellingsOf(entity), spellingsOf(other)];
  if (!own || !usual || comparison.declared.areTwo(own.name, usual.name)) return undefined;
  const difference = usual.mentions.length - own.mentions.length;
  const isEarlier = usual.mentions[0].span.start < own.mentions[0].span.start;
  return difference > 0 || (difference === 0 && isEarlier) ? usual : undefined;
}

const holders = recall<Comparison, ReadonlyMap<string, readonly Entity[]>>();

/** The people of a draft who have a sole office, by family name. */
function holdersOfDraft(comparison: Comparison): ReadonlyMap<string, readonly Entity[]> {
  return holders(comparison, NONE, () => {
    const index = new Map<string, Entity[]>();
    for (const entity of comparison.draft.entities) {
      if (entity.type !== 'person' || soleOfficesOf(entity).length === 0) continue;
      const family = familyOf(entity.name) ?? '';
      const others = index.get(family);
      if (others) others.push(entity);
      else index.set(family, [entity]);
    }
    return index;
  });
}

/** A surname by itself, misspelled. */
interface SurnameSlip {
  readonly mention: NameMention;
  readonly surname: string;
  /** In how many places the draft has the surname, and in how many the slip. */
  readonly usual: number;
  readonly slips: number;
}

/**
 * Misspelled are a surname with other accents than the full name it stands for has, and one that no list and no source
 * knows, a letter away from the surname of one person of the draft.
 */
function slipsOfSurnames(entity: Entity, comparison: Comparison): readonly SurnameSlip[] {
  if (entity.type !== 'person') return NONE;
  const slips = entity.isNamed
    ? otherAccents(entity, NONE, accentedSurnames)
    : otherLetters(entity, [surnamesOfDraft(comparison)], () =>
        slipsAmong(entity.mentions, (it) => surnameMeant(comparison, it)),
      );
  if (slips.length === 0) return NONE;
  return slips.map(({ mention, surname }) => ({
    mention,
    surname,
    usual: placesOf(surname, comparison.draft),
    slips: placesOf(foldTypography(mention.text), comparison.draft),
  }));
}

type FoundSlip = Pick<SurnameSlip, 'mention' | 'surname'>;

/** The mentions that are slips. The surname that is meant follows from the letters of a mention: most have the same. */
function slipsAmong(
  mentions: readonly NameMention[],
  meant: (mention: NameMention) => string | undefined,
): readonly FoundSlip[] {
  const byText = new Map<string, string | undefined>();
  const slips: FoundSlip[] = [];
  for (const mention of mentions) {
    const { text, part } = mention;
    if (part === 'dateline' || isAllCapitals(text)) continue;
    const surname = byText.has(text) ? byText.get(text) : meant(mention);
    byText.set(text, surname);
    if (surname !== undefined) slips.push({ mention, surname });
  }
  return slips;
}

const otherAccents = recall<Entity, readonly FoundSlip[]>();
const otherLetters = recall<Entity, readonly FoundSlip[]>();

function accentedSurnames(entity: Entity): readonly FoundSlip[] {
  const words = spellingsOf(entity).flatMap(({ name }) => name.split(' '));
  return slipsAmong(entity.mentions, (it) => (isFullName(it.text) ? undefined : accentedIn(words, it)));
}

/** In how many names of people a draft has a word. */
function placesOf(word: string, { read }: Draft): number {
  let places = 0;
  for (const { names } of read)
    for (const words of wordsOfPeople(names, NONE, readPeople)) if (words.includes(word)) places++;
  return places;
}

const wordsOfPeople = recall<readonly NameMention[], readonly (readonly string[])[]>();

function readPeople(names: readonly NameMention[]): string[][] {
  return names.flatMap((it) => (it.type === 'person' ? [foldTypography(it.text).split(' ')] : []));
}

function problemOf({ mention, surname, usual, slips }: SurnameSlip, { isNamed }: Entity): Problem {
  const difference = isNamed ? 'accents' : 'letters';
  return {
    span: mention.span,
    message: `“${mention.text}” is “${surname}” elsewhere in this draft (${difference}): ${count(usual, 'place')} against ${count(slips, 'place')}.`,
    fixes: [changeTo(mention, surname)],
    ...(isNamed ? { severity: 'hint' as const } : {}),
  };
}

/** The word of a person's full names, given by word, that has these letters with other accents; undefined where one has the same. */
function accentedIn(words: readonly string[], { text }: NameMention): string | undefined {
  const own = foldTypography(text);
  if (words.includes(own)) return undefined;
  return words.find((it) => !isAllCapitals(it) && isAccentDifference(it, own));
}

function isAccentDifference(a: string, b: string): boolean {
  const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  return a !== b && bare(a) === bare(b);
}

const SHORTEST_SURNAME = 5;

/** The surname that a mistyped one seems to mean: that of one person of the draft, and of nobody else. */
function surnameMeant(comparison: Comparison, { text, unlisted }: NameMention): string | undefined {
  const own = foldLetters(text);
  if (own.length < SHORTEST_SURNAME || !unlisted.includes(own)) return undefined;
  const known = surnamesOfDraft(comparison).get(own.charAt(0)) ?? [];
  const [only, ...rest] = [...known].filter((surname) => isMistyped(own, foldLetters(surname)));
  if (only === undefined || rest.length > 0) return undefined;
  return comparison.peopleBySurname(text).length === 0 && !isSurnameInSources(own, only, comparison)
    ? only
    : undefined;
}

/** Whether it is the full name that is mistyped: the sources have the person under the surname at hand. */
function isSurnameInSources(
  own: string,
  surname: string,
  { draft, spellingsOf: known }: Comparison,
): boolean {
  return draft.entities.some(
    (it) =>
      surnamesOf(it).includes(surname) &&
      known(it).some(({ name }) => foldLetters(familyOf(name) ?? '') === own),
  );
}

type Surnames = ReadonlyMap<string, ReadonlySet<string>>;

const surnames = recall<Comparison, Surnames>();
const keptSurnames = recall<Comparison['kept'], Surnames>();

/** The surnames of the people whom a draft names in full, by their first letters, folded. */
function surnamesOfDraft(comparison: Comparison): Surnames {
  return surnames(comparison, NONE, () => {
    const all = flat(comparison.draft.entities.map(surnamesOf));
    return keptSurnames(comparison.kept, all, () => byInitial(all));
  });
}

function byInitial(all: readonly string[]): Surnames {
  const index = new Map<string, Set<string>>();
  for (const surname of all) {
    const initial = foldLetters(surname).charAt(0);
    const others = index.get(initial);
    if (others) others.add(surname);
    else index.set(initial, new Set([surname]));
  }
  return index;
}

const surnamesOfEntities = recall<Entity, readonly string[]>();

function surnamesOf(entity: Entity): readonly string[] {
  if (entity.type !== 'person' || !entity.isNamed) return NONE;
  return surnamesOfEntities(entity, NONE, readSurnames);
}

function readSurnames(entity: Entity): string[] {
  return spellingsOf(entity).flatMap(({ name }) => (isAllCapitals(name) ? [] : (familyOf(name) ?? [])));
}

/** A letter away, but for the endings of families ("the Kennedys") and of wives ("Navalny, Navalnaya"). */
function isMistyped(word: string, surname: string): boolean {
  const [shorter, longer] = word.length < surname.length ? [word, surname] : [surname, word];
  const isEnding = longer.startsWith(shorter) && /[sa]$/.test(longer);
  return word.charAt(0) === surname.charAt(0) && !isEnding && editDistance(word, surname, 1) === 1;
}

/**
 * How much of the draft speaks for a spelling: full mentions, short forms that show a word of it, and, where those
 * are even, that it holds no word that no list has.
 */
function supportOf({ name, mentions }: DraftedSpelling, places: ReadonlyMap<string, number>): number {
  let short = 0;
  for (const word of new Set(name.split(/[\s-]/))) short += places.get(word) ?? 0;
  return mentions.length + short - Math.min(0.5, mentions[0].unlisted.length / 4);
}

/** In how many places somebody is named so. */
function placesByText({ mentions }: Entity): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { text } of mentions) {
    const name = foldTypography(text);
    places.set(name, (places.get(name) ?? 0) + 1);
  }
  return places;
}

function messageOf(
  { text }: NameMention,
  spelling: DraftedSpelling,
  usual: DraftedSpelling,
  difference: string,
): string {
  const places = `${count(usual.mentions.length, 'place')} against ${count(spelling.mentions.length, 'place')}`;
  return `“${text}” is “${usual.name}” elsewhere in this draft (${difference}): ${places}.`;
}

function changeTo(mention: NameMention, name: string): Fix {
  return { title: `Change to “${name}”, as elsewhere in this draft`, edits: [respell(mention, name)] };
}

/** The fixes that make one of two spellings the only one: this mention as the usual one, or all of those as this one. */
function respellings(
  spelling: DraftedSpelling,
  usual: DraftedSpelling,
  isPreferred: boolean,
): (mention: NameMention) => Fix[] {
  const others: Fix = {
    title: `Use “${spelling.name}” everywhere in this draft (${count(usual.mentions.length, 'other place')})`,
    edits: respellAll(usual.mentions, spelling.name),
  };
  return (mention) => [
    { ...changeTo(mention, usual.name), ...(isPreferred ? { isPreferred } : {}) },
    ...(isAllCapitals(spelling.name) ? [] : [others]),
  ];
}
