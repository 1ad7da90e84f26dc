/** Groups the name mentions of one text into entities: who is meant where. */

import type { Entity, NameMention } from '../model.ts';
import type { Reading } from '../reading.ts';
import { foldTypography, squash } from '../text/fold.ts';
import { blockingKeys, comparePrinted } from './compare.ts';
import { isFullName, longFamiliesOf, referenceKeys } from './parts.ts';

interface Group {
  readonly type: Entity['type'];
  readonly mentions: NameMention[];
  /** One mention of each spelling. */
  readonly spellings: Map<string, NameMention>;
}

/**
 * Full names that are the same by {@link compareNames} are one entity. A bare surname belongs to the last person
 * before it whose full name bears it, or, in a headline, to the first one after it; one that nobody bears stands
 * for an entity of its own. Two people who share a surname are never joined.
 */
export function groupEntities(names: readonly NameMention[]): Entity[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group[]>();
  const groupOf = new Map<NameMention, Group>();
  const open = (mention: NameMention, keys: readonly string[]): Group => {
    const group: Group = { type: mention.type, mentions: [], spellings: new Map() };
    groups.push(group);
    for (const key of keys) {
      const bearers = byKey.get(key);
      if (bearers) bearers.push(group);
      else byKey.set(key, [group]);
    }
    return group;
  };

  const longFamilies = longFamiliesIn(names);
  const opensGroup = (name: string) => isFullName(name) && !longFamilies.has(squash(name));
  for (const mention of names) {
    if (mention.type === 'person' && !opensGroup(mention.text)) continue;
    const keys = blockingKeys(mention.text).map((it) => `${mention.type}:${it}`);
    const group = bestMatch(mention, keys, byKey) ?? open(mention, keys);
    group.mentions.push(mention);
    group.spellings.set(mention.text, mention);
    groupOf.set(mention, group);
  }

  const bearers = bearersOf(groups);
  for (const mention of names) {
    if (groupOf.has(mention)) continue;
    const key = `bare:${squash(mention.text)}`;
    const group = bearerFor(mention, bearers) ?? byKey.get(key)?.[0] ?? open(mention, [key]);
    group.mentions.push(mention);
    groupOf.set(mention, group);
  }
  return groups.flatMap(toEntity);
}

/** Family names of several words that full names of the text end with: alone, they refer back as bare surnames do. */
function longFamiliesIn(names: readonly NameMention[]): ReadonlySet<string> {
  const persons = names.filter(({ type, text }) => type === 'person' && isFullName(text));
  return new Set(persons.flatMap(({ text }) => longFamiliesOf(text)));
}

function bestMatch(
  mention: NameMention,
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly Group[]>,
): Group | undefined {
  let best: Group | undefined;
  let bestScore = 0;
  for (const group of new Set(keys.flatMap((key) => byKey.get(key) ?? []))) {
    if (group.spellings.has(mention.text)) return group;
    for (const other of group.spellings.values()) {
      const { same, score } = comparePrinted(mention, other);
      if (same && score > bestScore) [best, bestScore] = [group, score];
    }
  }
  return best;
}

/** Full mentions by the short forms that may refer back to them, in reading order. */
function bearersOf(
  groups: readonly Group[],
): ReadonlyMap<string, readonly { readonly at: number; readonly group: Group }[]> {
  const bearers = new Map<string, { readonly at: number; readonly group: Group }[]>();
  for (const group of groups) {
    if (group.type !== 'person') continue;
    for (const { text, span } of group.mentions) {
      for (const key of referenceKeys(text)) {
        const list = bearers.get(key) ?? [];
        list.push({ at: span.start, group });
        bearers.set(key, list);
      }
    }
  }
  for (const list of bearers.values()) list.sort((a, b) => a.at - b.at);
  return bearers;
}

function bearerFor(
  { text, span }: NameMention,
  bearers: ReadonlyMap<string, readonly { readonly at: number; readonly group: Group }[]>,
): Group | undefined {
  const list = bearers.get(squash(text));
  return (list?.findLast(({ at }) => at < span.start) ?? list?.[0])?.group;
}

const indexes = new WeakMap<readonly Entity[], ReadonlyMap<NameMention, Entity>>();

/** The entity of a text that one of its mentions stands for. */
export function entityOf({ entities }: Reading, mention: NameMention): Entity | undefined {
  const index =
    indexes.get(entities) ??
    new Map(entities.flatMap((it) => it.mentions.map((name) => [name, it] as const)));
  indexes.set(entities, index);
  return index.get(mention);
}

function toEntity({ type, mentions }: Group): Entity[] {
  mentions.sort((a, b) => a.span.start - b.span.start);
  const [first, ...rest] = mentions;
  if (!first) return [];
  const fullest = mentions.reduce(
    (a, b) => (b.text.length > a.text.length && b.part !== 'headline' ? b : a),
    first,
  );
  return [{ type, name: foldTypography(fullest.text), mentions: [first, ...rest] }];
}
