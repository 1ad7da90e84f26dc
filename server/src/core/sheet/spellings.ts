/** Which source spells a name how: the ground of a matrix of spelling × source. */

import { type Comparison, spellingsOf } from '../comparison.ts';
import { passageOfUse, type SpellingUse } from '../corpus/corpus.ts';
import type { SourceCount } from '../corpus/sources.ts';
import { shownName } from '../entity-at.ts';
import type { EntityType } from '../model.ts';
import type { Citation, Cite, Places } from './sheet.ts';

/** A name of the draft that sources know. */
export interface SpelledName<P> {
  readonly name: string;
  readonly type: EntityType;
  /** Those of the sources, most sources first, then those that only the draft has. */
  readonly spellings: readonly SheetSpelling<P>[];
}

export interface SheetSpelling<P> {
  readonly name: string;
  /** How often the draft has it, and where first. */
  readonly drafted: { readonly times: number; readonly at: P } | undefined;
  /** How many sources have it. */
  readonly sources: SourceCount;
  /** Those that have a column. */
  readonly cells: readonly SpellingCell<P>[];
}

/** That a source has a spelling: so often, and there first. */
interface SpellingCell<P> extends Citation<P> {
  readonly times: number;
}

/** Columns that can be read beside each other; of more sources those that know the most names of the draft. */
const MOST_COLUMNS = 12;

export function readSpellings<P>(
  comparison: Comparison,
  places: Places<P>,
  cite: Cite<P>,
): readonly SpelledName<P>[] {
  const known = comparison.draft.entities
    .map((entity) => ({ entity, known: comparison.spellingsOf(entity) }))
    .filter((it) => it.known.length > 0);
  const columns = mostNaming(known.map((it) => it.known.flatMap(({ uses }) => uses)));
  return known.map(({ entity, known }) => {
    const drafted = spellingsOf(entity);
    const draftedAs = (name: string) => {
      const it = drafted.find((it) => it.name === name);
      return it && { times: it.mentions.length, at: places.inDraft(it.mentions[0].span) };
    };
    const theirs = known.map(({ name, sources, uses }) => ({
      name,
      drafted: draftedAs(name),
      sources,
      cells: cellsOf(
        uses.filter((it) => columns.has(it.article)),
        cite,
      ),
    }));
    const ours = drafted
      .filter((it) => !known.some(({ name }) => name === it.name))
      .map(({ name }) => ({
        name,
        drafted: draftedAs(name),
        sources: comparison.sources.among([]),
        cells: [],
      }));
    return { name: shownName(entity), type: entity.type, spellings: [...theirs, ...ours] };
  });
}

/** The sources that have a column, by number. */
export function columnsOf(names: readonly SpelledName<unknown>[]): readonly number[] {
  const cells = names.flatMap((it) => it.spellings.flatMap((spelling) => spelling.cells));
  return [...new Set(cells.map((it) => it.source))].sort((a, b) => a - b);
}

/** The articles that have the most of some names. */
function mostNaming(names: readonly (readonly SpellingUse[])[]): ReadonlySet<SpellingUse['article']> {
  const times = new Map<SpellingUse['article'], number>();
  for (const uses of names)
    for (const article of new Set(uses.map((it) => it.article)))
      times.set(article, (times.get(article) ?? 0) + 1);
  const most = [...times].sort((a, b) => b[1] - a[1]).slice(0, MOST_COLUMNS);
  return new Set(most.map(([article]) => article));
}

/** One article may use a spelling for several people. */
function cellsOf<P>(uses: readonly SpellingUse[], cite: Cite<P>): SpellingCell<P>[] {
  const firsts = new Map<SpellingUse['article'], { readonly use: SpellingUse; times: number }>();
  for (const use of uses) {
    const first = firsts.get(use.article);
    if (first) first.times += use.mentions.length;
    else firsts.set(use.article, { use, times: use.mentions.length });
  }
  return [...firsts.values()].map(({ use, times }) => ({ ...cite(passageOfUse(use)), times }));
}
