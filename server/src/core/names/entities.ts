/** Groups the name mentions of one text into entities: who is meant where. */

import type { Entity, EntityType, NameMention } from '../model.ts';
import { isSame, type Recall, recall, sameEnds } from '../recall.ts';
import { rememberText } from '../remember.ts';
import { foldTypography, squash } from '../text/fold.ts';
import { blockingKeys, comparePrinted } from './compare.ts';
import { isFullName, longFamiliesOf, referenceKeys } from './parts.ts';

/** The entities of a text, and what its next reading can take over. */
export interface Grouping {
  readonly entities: readonly Entity[];
  /** The entity that one of the mentions stands for. */
  readonly entityOf: (mention: NameMention) => Entity | undefined;
  readonly kept: {
    readonly paragraphs: readonly (readonly NameMention[])[];
    readonly forms: Recall<readonly NameMention[], readonly Form[]>;
    readonly spellings: Spellings;
    readonly clusters: ReadonlyMap<string, Cluster>;
    readonly byMention: WeakMap<NameMention, Entity>;
  };
}

/** The spellings of a text that are names by themselves: bare surnames of people are not. */
interface Spellings {
  /** The first mention of each, in reading order. */
  readonly firsts: readonly NameMention[];
  /** For each of them the place of the first one that is the same name: its own, or one before it. */
  readonly leaders: readonly number[];
}

/** Spellings that may be the same name, directly or by way of each other: what else stands in the text is nothing to them. */
interface Cluster {
  /** In reading order, as the leaders, which are places in this list. */
  readonly members: readonly NameMention[];
  readonly leaders: readonly number[];
}

/** What the letters of a name say of how its mentions are grouped. */
interface Form {
  readonly squashed: string;
  readonly isFull: boolean;
  /** The short forms that may stand for it later on. */
  readonly references: readonly string[];
  /** What may be its family name and looks like a full name. */
  readonly longFamilies: readonly string[];
}

const formOf = rememberText((text): Form => {
  const isFull = isFullName(text);
  return {
    squashed: squash(text),
    isFull,
    references: isFull ? referenceKeys(text) : [],
    longFamilies: isFull ? longFamiliesOf(text) : [],
  };
}, 2_000);

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
  const replaced = previous && replacedMentions(previous.kept.paragraphs, paragraphs);
  return previous && replaced
    ? withReplaced(previous, replaced, paragraphs)
    : groupAnew(paragraphs, previous);
}

/** The mentions that have taken the place of others, where those have the same words; undefined where names have changed. */
function replacedMentions(
  before: readonly (readonly NameMention[])[],
  after: readonly (readonly NameMention[])[],
): ReadonlyMap<NameMention, NameMention> | undefined {
  const { above, below } = sameEnds(before, after);
  const gone = before.slice(above, before.length - below).flat();
  const come = after.slice(above, after.length - below).flat();
  if (!areSameSpellings(gone, come) || gone.some((it, i) => it.part !== come[i]?.part)) return undefined;
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

function groupAnew(
  paragraphs: readonly (readonly NameMention[])[],
  previous: Grouping | undefined,
): Grouping {
  const knownForms = previous?.kept.forms ?? recall<readonly NameMention[], readonly Form[]>();
  const forms = paragraphs.flatMap((it) => knownForms(it, NONE, () => it.map(({ text }) => formOf(text))));
  const names = paragraphs.flat();
  const longFamilies = new Set<string>();
  for (let i = 0; i < names.length; i++) {
    if (names[i]?.type === 'person') for (const it of forms[i]?.longFamilies ?? NONE) longFamilies.add(it);
  }
  const places: { readonly [Type in EntityType]: Map<string, number> } = {
    person: new Map(),
    organization: new Map(),
    place: new Map(),
  };
  const firsts: NameMention[] = [];
  for (let i = 0; i < names.length; i++) {
    const [mention, form] = [names[i], forms[i]];
    if (!mention || places[mention.type].has(mention.text)) continue;
    const { type, text } = mention;
    // Alone, a family name of several words refers back as a bare surname does.
    if (type === 'person' && (!form?.isFull || longFamilies.has(form.squashed))) continue;
    places[type].set(text, firsts.length);
    firsts.push(mention);
  }
  const { spellings, clusters } = findLeaders(firsts, previous?.kept);

  const groups: NameMention[][] = firsts.map(() => []);
  const bare: NameMention[][] = [];
  const bareBySurname = new Map<string, NameMention[]>();
  /** The group whose full name was the last to bear a short form, and the first: by the place of its leader. */
  const lastBearers = new Map<string, number>();
  const firstBearers = new Map<string, number>();
  const open: { readonly mention: NameMention; readonly key: string }[] = [];
  for (let i = 0; i < names.length; i++) {
    const mention = names[i];
    if (!mention) continue;
    const place = places[mention.type].get(mention.text);
    if (place !== undefined) {
      const leader = spellings.leaders[place] ?? place;
      groups[leader]?.push(mention);
      if (mention.type !== 'person') continue;
      for (const key of forms[i]?.references ?? []) {
        lastBearers.set(key, leader);
        if (!firstBearers.has(key)) firstBearers.set(key, leader);
      }
      continue;
    }
    const key = forms[i]?.squashed ?? '';
    const bearer = lastBearers.get(key);
    if (bearer === undefined) open.push({ mention, key });
    else groups[bearer]?.push(mention);
  }
  const isLate = new Set<NameMention[]>();
  for (const { mention, key } of open) {
    const bearer = firstBearers.get(key);
    const group = bearer === undefined ? bareBySurname.get(key) : groups[bearer];
    if (group) group.push(mention);
    else {
      const opened = [mention];
      bare.push(opened);
      bareBySurname.set(key, opened);
    }
    if (bearer !== undefined && group) isLate.add(group);
  }
  // What stands before the first full name was added last.
  for (const group of isLate) group.sort((a, b) => a.span.start - b.span.start);

  const byMention = previous?.kept.byMention ?? new WeakMap<NameMention, Entity>();
  const entities = [...groups, ...bare].flatMap((it) => entityFor(it, byMention) ?? []);
  const entityOf = (mention: NameMention) => byMention.get(mention);
  return { entities, entityOf, kept: { paragraphs, forms: knownForms, spellings, clusters, byMention } };
}

/** The entity of some mentions: the one they had before, if it had the same. */
function entityFor(
  mentions: readonly NameMention[],
  byMention: WeakMap<NameMention, Entity>,
): Entity | undefined {
  const [first, ...rest] = mentions;
  if (!first) return undefined;
  const known = byMention.get(first);
  if (known && isSame(known.mentions, mentions)) return known;
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
function findLeaders(
  firsts: readonly NameMention[],
  previous: Grouping['kept'] | undefined,
): { readonly spellings: Spellings; readonly clusters: ReadonlyMap<string, Cluster> } {
  if (previous && areSameSpellings(firsts, previous.spellings.firsts)) return previous;
  const leaders = firsts.map((_, i) => i);
  const clusters = new Map<string, Cluster>();
  for (const places of clustersOf(firsts)) {
    const members = places.flatMap((it) => firsts[it] ?? []);
    const [first] = members;
    if (!first || members.length === 1) continue;
    const key = `${first.type}:${first.text}`;
    const known = previous?.clusters.get(key);
    const cluster =
      known && areSameSpellings(members, known.members) ? known : { members, leaders: leadersOf(members) };
    clusters.set(key, cluster);
    for (const [i, place] of places.entries()) leaders[place] = places[cluster.leaders[i] ?? i] ?? place;
  }
  return { spellings: { firsts, leaders }, clusters };
}

function areSameSpellings(a: readonly NameMention[], b: readonly NameMention[]): boolean {
  return a.length === b.length && a.every((it, i) => it.text === b[i]?.text && it.type === b[i]?.type);
}

/** The spellings that share a blocking key with each other, or with one that does, by their places. */
function clustersOf(firsts: readonly NameMention[]): Iterable<readonly number[]> {
  const parents = firsts.map((_, i) => i);
  const rootOf = (place: number): number => {
    let root = place;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = place; at !== root; ) [at, parents[at]] = [parents[at] ?? root, root];
    return root;
  };
  const byKey = new Map<string, number>();
  for (const [place, { type, text }] of firsts.entries()) {
    for (const key of blockingKeys(text)) {
      const typed = `${type}:${key}`;
      const other = byKey.get(typed);
      if (other === undefined) byKey.set(typed, place);
      else parents[rootOf(place)] = rootOf(other);
    }
  }
  const clusters = new Map<number, number[]>();
  for (const place of firsts.keys()) {
    const cluster = clusters.get(rootOf(place));
    if (cluster) cluster.push(place);
    else clusters.set(rootOf(place), [place]);
  }
  return clusters.values();
}

/** More names that are alike stand in lists and in no story; comparing each with all would take its time. */
const MOST_NEAR = 60;

/** For each spelling the place of the first one of its name: the one it is most like, of those that it is the same as. */
function leadersOf(members: readonly NameMention[]): number[] {
  const byKey = new Map<string, number[]>();
  const groups = new Map<number, NameMention[]>();
  return members.map((mention, place) => {
    const keys = blockingKeys(mention.text);
    // Those of the same letters come first.
    const leaders = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    let best = place;
    let bestScore = 0;
    for (const { leader, other } of firstOf(MOST_NEAR, leaders, groups)) {
      const { same, score } = comparePrinted(mention, other);
      if (same && score > bestScore) [best, bestScore] = [leader, score];
    }
    const group = groups.get(best);
    if (group) group.push(mention);
    else {
      groups.set(best, [mention]);
      for (const key of keys) {
        const others = byKey.get(key);
        if (!others) byKey.set(key, [best]);
        else if (others.length < MOST_NEAR) others.push(best);
      }
    }
    return best;
  });
}

/** The first so many names of the groups of some leaders. */
function* firstOf(
  most: number,
  leaders: Iterable<number>,
  groups: ReadonlyMap<number, readonly NameMention[]>,
): Iterable<{ readonly leader: number; readonly other: NameMention }> {
  let count = 0;
  for (const leader of leaders) {
    for (const other of groups.get(leader) ?? []) {
      if (count++ >= most) return;
      yield { leader, other };
    }
  }
}

const NONE: readonly never[] = [];
