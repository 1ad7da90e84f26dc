/** Groups the name mentions of one text into entities: who is meant where. */

import { thisEra } from '../eras.ts';
import type { Entity, NameMention } from '../model.ts';
import { once } from '../once.ts';
import { isSame, NONE, type Recall, recall, sameEnds } from '../recall.ts';
import { atOnce, type Steps } from '../steps.ts';
import { foldTypography, squash } from '../text/fold.ts';
import { blockingKeys, comparePrinted } from './compare.ts';
import { isFullName, longFamiliesOf, referenceKeys } from './parts.ts';
import type { PrintedName } from './slips.ts';

/** The entities of a text, and what its next reading can take over. */
export interface Grouping {
  readonly entities: readonly Entity[];
  /** The entity that one of the mentions stands for. */
  readonly entityOf: (mention: NameMention) => Entity | undefined;
  readonly kept: {
    readonly paragraphs: readonly (readonly NameMention[])[];
    readonly table: Table;
    /** How many spellings the table had when it was begun. */
    readonly spellingsAtFirst: number;
    /** The spellings that are names by themselves (bare surnames of people are not), in reading order. */
    readonly names: readonly Spelling[];
    /** For each of them the place of the first one that is the same name: its own, or one before it. */
    readonly leaders: readonly number[];
    readonly clusters: ReadonlyMap<Spelling, Cluster>;
    readonly byMention: WeakMap<NameMention, Entity>;
    /** When `byMention` was begun. */
    readonly era: number;
  };
}

/** How a text prints a name of one type. Numbered, as its keys are, so that letters are compared once for all mentions. */
interface Spelling extends PrintedName {
  readonly id: number;
  /** Its letters, as those of a short form. */
  readonly letters: number;
  readonly isFull: boolean;
  /** The short forms that may stand for it later on. */
  readonly references: readonly number[];
  /** What may be its family name and looks like a full name. */
  readonly longFamilies: readonly number[];
  /** What names that may be the same have in common. */
  readonly blocks: () => readonly number[];
}

/** The spellings of a text, with those that it had before it was edited. */
interface Table {
  readonly spellings: Map<string, Spelling>;
  readonly keys: Map<string, number>;
  readonly ofMentions: Recall<readonly NameMention[], readonly Spelling[]>;
}

/** Spellings that may be the same name, directly or by way of each other: what else stands in the text is nothing to them. */
interface Cluster {
  /** In reading order, as the leaders, which are places in this list. */
  readonly members: readonly Spelling[];
  readonly leaders: readonly number[];
}

/**
 * Full names that are the same by {@link compareNames} are one entity. A bare surname belongs to the last person
 * before it whose full name bears it, or, in a headline, to the first one after it; one that nobody bears stands
 * for an entity of its own. Two people who share a surname are never joined. The mentions are given paragraph by
 * paragraph; `previous` is the grouping of the text before it was edited: what has the same mentions as there is the
 * same entity.
 */
export function groupEntities(
  paragraphs: readonly (readonly NameMention[])[],
  previous?: Grouping,
): Grouping {
  return atOnce(groupInSteps(paragraphs, previous));
}

/** The same, in steps: a paragraph with new spellings, or a spelling. */
export function* groupInSteps(
  paragraphs: readonly (readonly NameMention[])[],
  previous?: Grouping,
): Steps<Grouping> {
  if (previous?.kept.paragraphs === paragraphs) return previous;
  const replaced = previous && replacedMentions(previous.kept.paragraphs, paragraphs);
  const grouping =
    previous && replaced
      ? withReplaced(previous, replaced, paragraphs)
      : yield* groupAnew(paragraphs, previous);
  return grouping.kept.era === thisEra() ? grouping : withAnotherMap(grouping);
}

/** What an engine keeps a weak map in never gets smaller: in another era the mentions that are left move to another one. */
function withAnotherMap({ entities, kept }: Grouping): Grouping {
  const byMention = new WeakMap(
    entities.flatMap((entity) => entity.mentions.map((it) => [it, entity] as const)),
  );
  return { entities, entityOf: (it) => byMention.get(it), kept: { ...kept, byMention, era: thisEra() } };
}

/** The mentions that have taken the place of others, where those have the same words; undefined where names have changed. */
function replacedMentions(
  before: readonly (readonly NameMention[])[],
  after: readonly (readonly NameMention[])[],
): ReadonlyMap<NameMention, NameMention> | undefined {
  const { above, below } = sameEnds(before, after);
  const gone = before.slice(above, before.length - below).flat();
  const come = after.slice(above, after.length - below).flat();
  const isSame = (a: NameMention, b: NameMention | undefined) =>
    a.text === b?.text && a.type === b.type && a.part === b.part;
  if (gone.length !== come.length || !gone.every((it, i) => isSame(it, come[i]))) return undefined;
  return new Map(gone.flatMap((it, i) => (come[i] ? [[it, come[i]] as const] : [])));
}

/** Words have changed between names: every mention stands for whom it stood for. */
function withReplaced(
  { entities, entityOf, kept }: Grouping,
  replaced: ReadonlyMap<NameMention, NameMention>,
  paragraphs: readonly (readonly NameMention[])[],
): Grouping {
  const touched = new Set([...replaced.keys()].map(entityOf));
  const settled = entities.map((entity) => {
    if (!touched.has(entity)) return entity;
    const mentions = entity.mentions.map((it) => replaced.get(it) ?? it);
    return entityFor(mentions, kept.byMention) ?? entity;
  });
  return { entities: settled, entityOf, kept: { ...kept, paragraphs } };
}

function* groupAnew(
  paragraphs: readonly (readonly NameMention[])[],
  previous: Grouping | undefined,
): Steps<Grouping> {
  const kept = previous && isWorthKeeping(previous.kept) ? previous.kept : undefined;
  const table: Table = kept?.table ?? { spellings: new Map(), keys: new Map(), ofMentions: recall() };
  const spelled: (readonly Spelling[])[] = [];
  for (const it of paragraphs) {
    const { size } = table.spellings;
    spelled.push(
      table.ofMentions(it, NONE, (mentions) => mentions.map((mention) => spellingOf(mention, table))),
    );
    if (table.spellings.size > size) yield;
  }
  const names = namesIn(spelled, table);
  const { leaders, clusters } =
    kept && isSame(kept.names, names) ? kept : yield* findLeaders(names, table, kept?.clusters);
  /** For each spelling that is a name the place of its leader. */
  const leaderOf = new Int32Array(table.spellings.size).fill(-1);
  for (let place = 0; place < names.length; place++)
    leaderOf[names[place]?.id ?? 0] = leaders[place] ?? place;

  const byMention = previous?.kept.byMention ?? new WeakMap<NameMention, Entity>();
  const groups = names.map((): Group => ({ known: undefined, same: 0, mentions: undefined }));
  const bare: Group[] = [];
  const bareBySurname = new Map<number, Group>();
  /** The group whose full name was the last to bear a short form, and the first: by the place of its leader. */
  const lastBearers = new Int32Array(table.keys.size).fill(-1);
  const firstBearers = new Int32Array(table.keys.size).fill(-1);
  const open: { readonly mention: NameMention; readonly letters: number }[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const [mentions = NONE, spellings = NONE] = [paragraphs[at], spelled[at]];
    for (let i = 0; i < mentions.length; i++) {
      const [mention, spelling] = [mentions[i], spellings[i]];
      if (!mention || !spelling) continue;
      const { id, type, letters, references } = spelling;
      const leader = leaderOf[id] ?? -1;
      const group = groups[leader < 0 ? (lastBearers[letters] ?? -1) : leader];
      if (group) addTo(group, mention, byMention);
      else open.push({ mention, letters });
      if (leader < 0 || type !== 'person') continue;
      for (const key of references) {
        lastBearers[key] = leader;
        if ((firstBearers[key] ?? -1) < 0) firstBearers[key] = leader;
      }
    }
  }
  const late = new Set<Group>();
  for (const { mention, letters } of open) {
    const borne = groups[firstBearers[letters] ?? -1];
    let group = borne ?? bareBySurname.get(letters);
    if (!group) {
      group = { known: undefined, same: 0, mentions: undefined };
      bare.push(group);
      bareBySurname.set(letters, group);
    }
    addTo(group, mention, byMention);
    if (borne) late.add(borne);
  }
  // What stands before the first full name was added last.
  for (const { mentions } of late) mentions?.sort((a, b) => a.span.start - b.span.start);

  const entities: Entity[] = [];
  for (const { known, same, mentions } of [...groups, ...bare]) {
    const entity =
      known && !mentions && same === known.mentions.length
        ? known
        : entityFor(mentions ?? known?.mentions.slice(0, same) ?? NONE, byMention);
    if (entity) entities.push(entity);
  }
  const entityOf = (mention: NameMention) => byMention.get(mention);
  const spellingsAtFirst = kept?.spellingsAtFirst ?? table.spellings.size;
  return {
    entities,
    entityOf,
    kept: {
      paragraphs,
      table,
      spellingsAtFirst,
      names,
      leaders,
      clusters,
      byMention,
      era: previous?.kept.era ?? thisEra(),
    },
  };
}

/** The mentions of one entity, as they come in. */
interface Group {
  /** The entity that its first mention stood for, and how many of that one's mentions it has, if it has no others. */
  known: Entity | undefined;
  same: number;
  /** All of them, once one is another than the known entity's. */
  mentions: NameMention[] | undefined;
}

function addTo(group: Group, mention: NameMention, byMention: WeakMap<NameMention, Entity>): void {
  if (!group.mentions) {
    if (group.same === 0) group.known = byMention.get(mention);
    if (group.known?.mentions[group.same] === mention) {
      group.same++;
      return;
    }
    group.mentions = group.known?.mentions.slice(0, group.same) ?? [];
  }
  group.mentions.push(mention);
}

/** Spellings that have left the text keep their numbers; a text that has had many others starts over. */
function isWorthKeeping({ spellingsAtFirst, table }: Grouping['kept']): boolean {
  return table.spellings.size <= spellingsAtFirst * 1.25 + 200;
}

function spellingOf({ text, type, unlisted }: NameMention, { spellings, keys }: Table): Spelling {
  const printed = `${type}:${text}`;
  const known = spellings.get(printed);
  if (known) return known;
  const numberOf = (key: string): number => {
    const number = keys.get(key) ?? keys.size;
    keys.set(key, number);
    return number;
  };
  const isFull = isFullName(text);
  const isPerson = type === 'person';
  const spelling = {
    id: spellings.size,
    text,
    type,
    unlisted,
    letters: numberOf(squash(text)),
    isFull,
    references: isPerson && isFull ? referenceKeys(text).map(numberOf) : NONE,
    longFamilies: isPerson && isFull ? longFamiliesOf(text).map(numberOf) : NONE,
    blocks: once(() => blockingKeys(text).map((it) => numberOf(`${type}:${it}`))),
  };
  spellings.set(printed, spelling);
  return spelling;
}

/** The spellings that are names by themselves, in reading order: alone, a family name of several words refers back as a bare surname does. */
function namesIn(spelled: readonly (readonly Spelling[])[], { spellings, keys }: Table): Spelling[] {
  const isSeen = new Uint8Array(spellings.size);
  const isLongFamily = new Uint8Array(keys.size);
  const all: Spelling[] = [];
  for (const paragraph of spelled) {
    for (const spelling of paragraph) {
      if (isSeen[spelling.id] === 1) continue;
      isSeen[spelling.id] = 1;
      all.push(spelling);
      for (const key of spelling.longFamilies) isLongFamily[key] = 1;
    }
  }
  return all.filter(
    ({ type, isFull, letters }) => type !== 'person' || (isFull && isLongFamily[letters] === 0),
  );
}

/** The entity of some mentions: the one they had before, if it had the same. */
function entityFor(
  mentions: readonly NameMention[],
  byMention: WeakMap<NameMention, Entity>,
): Entity | undefined {
  const known = mentions[0] && byMention.get(mentions[0]);
  if (known && isSame(known.mentions, mentions)) return known;
  const [first, ...rest] = mentions;
  if (!first) return undefined;
  const entity = entityOfMentions(first, rest);
  for (const it of mentions) byMention.set(it, entity);
  return entity;
}

function entityOfMentions(first: NameMention, rest: readonly NameMention[]): Entity {
  const fullest = rest.reduce(
    (a, b) => (b.text.length > a.text.length && b.part !== 'headline' ? b : a),
    first,
  );
  const mentions = [first, ...rest] as const;
  const isNamed = first.type !== 'person' || mentions.some((it) => isFullName(it.text));
  return { type: first.type, name: foldTypography(fullest.text), isNamed, mentions };
}

/** Finds which spellings are one name, cluster by cluster: a cluster that was there before is not looked at again. */
function* findLeaders(
  names: readonly Spelling[],
  table: Table,
  previous: ReadonlyMap<Spelling, Cluster> | undefined,
): Steps<Pick<Grouping['kept'], 'leaders' | 'clusters'>> {
  const leaders = names.map((_, place) => place);
  const clusters = new Map<Spelling, Cluster>();
  for (const places of yield* clustersOf(names, table)) {
    const members = places.flatMap((it) => names[it] ?? []);
    const [first] = members;
    if (!first || members.length === 1) continue;
    const known = previous?.get(first);
    const cluster =
      known && isSame(members, known.members) ? known : { members, leaders: yield* leadersOf(members) };
    clusters.set(first, cluster);
    for (const [i, place] of places.entries()) leaders[place] = places[cluster.leaders[i] ?? i] ?? place;
  }
  return { leaders, clusters };
}

/** The spellings that share a blocking key with each other, or with one that does, by their places. */
function* clustersOf(names: readonly Spelling[], { keys }: Table): Steps<Iterable<readonly number[]>> {
  const parents = names.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = place; at !== root; ) [at, parents[at]] = [parents[at] ?? root, root];
    return root;
  };
  const blocks: (readonly number[])[] = [];
  for (const it of names) {
    const { size } = keys;
    blocks.push(it.blocks());
    if (keys.size > size) yield;
  }
  const byKey = new Int32Array(keys.size).fill(-1);
  for (let place = 0; place < names.length; place++) {
    for (const key of blocks[place] ?? NONE) {
      const other = byKey[key] ?? -1;
      if (other < 0) byKey[key] = place;
      else parents[rootOf(place)] = rootOf(other);
    }
  }
  const clusters = new Map<number, number[]>();
  for (let place = 0; place < names.length; place++) {
    const root = rootOf(place);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(place);
    else clusters.set(root, [place]);
  }
  return clusters.values();
}

/** More names that are alike stand in lists and in no story; comparing each with all would take its time. */
const MOST_NEAR = 60;

/** For each spelling the place of the first one of its name: the one it is most like, of those that it is the same as. */
function* leadersOf(members: readonly Spelling[]): Steps<number[]> {
  const byKey = new Map<number, number[]>();
  const groups = new Map<number, Spelling[]>();
  const all: number[] = [];
  for (const [place, name] of members.entries()) {
    const keys = name.blocks();
    // Those of the same letters come first.
    const leaders = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    let best = place;
    let bestScore = 0;
    for (const { leader, other } of firstOf(MOST_NEAR, leaders, groups)) {
      const { same, score } = comparePrinted(name, other);
      if (same && score > bestScore) [best, bestScore] = [leader, score];
    }
    const group = groups.get(best);
    if (group) group.push(name);
    else {
      groups.set(best, [name]);
      for (const key of keys) {
        const others = byKey.get(key);
        if (!others) byKey.set(key, [best]);
        else if (others.length < MOST_NEAR) others.push(best);
      }
    }
    all.push(best);
    yield;
  }
  return all;
}

/** The first so many names of the groups of some leaders. */
function* firstOf(
  most: number,
  leaders: Iterable<number>,
  groups: ReadonlyMap<number, readonly Spelling[]>,
): Iterable<{ readonly leader: number; readonly other: Spelling }> {
  let count = 0;
  for (const leader of leaders) {
    for (const other of groups.get(leader) ?? []) {
      if (count++ >= most) return;
      yield { leader, other };
    }
  }
}
