/** The names that a corpus knows, to be looked up by how they begin: what completion and the workspace's symbols offer. */

import { type Article, passageOf } from './corpus/article.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { SourceCount, Sources } from './corpus/sources.ts';
import type { Entity, EntityType, Passage } from './model.ts';
import { isFullName } from './names/parts.ts';
import { isAllCapitals } from './names/respell.ts';
import { rolesOf } from './names/roles.ts';
import { recall } from './recall.ts';
import { countBefore } from './search.ts';
import { foldLetters, foldTypography } from './text/fold.ts';

/** One spelling of a name in the corpus. */
export interface KnownName {
  /** With typography folded. */
  readonly name: string;
  readonly type: EntityType;
  /** How many sources have it. */
  readonly sources: SourceCount;
  /** The entity that has it in each article, by article. */
  readonly bearers: ReadonlyMap<Article, Entity>;
}

interface Entry {
  /** The name from one of its words on, folded. */
  readonly key: string;
  readonly known: KnownName;
}

/** A corpus never changes, and neither does what it knows. */
const indexes = recall<Corpus, readonly Entry[]>();

/**
 * The names one of whose words begins so and goes on as the rest does (“lee j” finds Lee Jae Myung, “jinp” Xi Jinping),
 * most sources first. People are found by full names only. An empty beginning finds all. The draft's own article is no source.
 */
export function namesStarting(corpus: Corpus, beginning: string, own?: Article): readonly KnownName[] {
  const index = indexes(corpus, [], () => indexNames(corpus));
  const key = keyOf(beginning);
  const found = new Set<KnownName>();
  for (let at = firstFrom(index, key); index[at]?.key.startsWith(key); at++) {
    const entry = index[at];
    if (entry) found.add(entry.known);
  }
  return [...found]
    .flatMap((it) => withoutOwn(it, corpus.sources, own))
    .sort((a, b) => b.sources.count - a.sources.count || (a.name < b.name ? -1 : 1));
}

/** The role that the first source which gives one gives the name. */
export function roleOf({ bearers }: KnownName): string | undefined {
  for (const entity of bearers.values()) {
    const [role] = rolesOf(entity);
    if (role) return foldTypography(role.text);
  }
  return undefined;
}

/** Where an article first has an entity: at its full name, where it has one. */
export function firstPassage(article: Article, { name, mentions }: Entity): Passage {
  const first = mentions.find((it) => foldTypography(it.text) === name) ?? mentions[0];
  return passageOf(article, first.span);
}

function withoutOwn(known: KnownName, sources: Sources, own: Article | undefined): KnownName[] {
  if (!own || !known.bearers.has(own)) return [known];
  const bearers = new Map([...known.bearers].filter(([article]) => article !== own));
  return bearers.size > 0 ? [{ ...known, sources: countOf(bearers, sources), bearers }] : [];
}

function countOf(bearers: KnownName['bearers'], sources: Sources): SourceCount {
  return sources.among([...bearers.keys()].map((it) => it.head));
}

function indexNames({ articles, sources }: Corpus): readonly Entry[] {
  const names = new Map<string, Omit<KnownName, 'sources'> & { readonly bearers: Map<Article, Entity> }>();
  for (const article of articles) {
    for (const entity of article.reading.entities) {
      for (const { text, part } of entity.mentions) {
        const isShort = entity.type === 'person' && !isFullName(text);
        if (part === 'dateline' || isShort || isAllCapitals(text)) continue;
        const name = foldTypography(text);
        const key = `${entity.type}:${name}`;
        const known = names.get(key) ?? { name, type: entity.type, bearers: new Map() };
        if (!known.bearers.has(article)) known.bearers.set(article, entity);
        names.set(key, known);
      }
    }
  }
  const entries = [...names.values()].flatMap((it) => {
    const known = { ...it, sources: countOf(it.bearers, sources) };
    return beginningsOf(it.name).map((key) => ({ key, known }));
  });
  return entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** A name from each of its words on. */
function beginningsOf(name: string): string[] {
  const key = keyOf(name);
  return [...key.matchAll(/(?<=^| )\S/g)].map((it) => key.slice(it.index));
}

/** Hyphens are spaces here: who types “Lee Jae” means “Lee Jae-myung” too. */
function keyOf(text: string): string {
  return foldLetters(foldTypography(text)).replaceAll('-', ' ');
}

/** The first entry that is not before a key. */
function firstFrom(index: readonly Entry[], key: string): number {
  return countBefore(index.length, (it) => (index[it]?.key ?? '') < key);
}
