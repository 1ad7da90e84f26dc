/** `stet lookup`: what the sources have for a name. */

import { parseArgs } from 'node:util';
import { type KnownSpelling, knownSpellingsOf } from '../core/comparison.ts';
import { lineIn, surroundingsOf } from '../core/corpus/article.ts';
import { type Corpus, passageOfUse } from '../core/corpus/corpus.ts';
import type { SourceCount } from '../core/corpus/sources.ts';
import { isoDate } from '../core/dates/calendar.ts';
import { count, countSources, list } from '../core/english.ts';
import { lookAlikes, rolesIn, type SampledUse, sampleUses } from '../core/explain.ts';
import { namesStarting } from '../core/known-names.ts';
import type { EntityType } from '../core/model.ts';
import { oneOf, parsing } from './arguments.ts';
import { CORPUS_OPTIONS, openCorpus } from './corpus.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

const TYPES: readonly EntityType[] = ['person', 'organization', 'place'];

/** What the sources know by one name; JSON has the same fields, and of counts the number. */
interface Known {
  readonly type: EntityType;
  /** The spelling of most sources. */
  readonly name: string;
  /** Most sources first. */
  readonly roles: readonly { readonly role: string; readonly sources: SourceCount }[];
  readonly spellings: readonly {
    readonly name: string;
    readonly sources: SourceCount;
    readonly articles: readonly string[];
  }[];
  /** Lines that have the name, from as many sources as there are. */
  readonly lines: readonly Line[];
  readonly moreSources: number;
  /** People of the sources with a name like this one, who are somebody else. */
  readonly others: readonly string[];
}

interface Line {
  readonly article: string;
  readonly outlet: string | null;
  readonly published: string | null;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Other articles that print the same text. */
  readonly copies: readonly string[];
}

/** 0 where a source has the name, 1 where none has, 2 where a source is named that is not there. */
export async function lookup(args: readonly string[], world: World): Promise<ExitCode> {
  const { values, positionals } = parsing(() =>
    parseArgs({ args: [...args], options: CORPUS_OPTIONS, allowPositionals: true }),
  );
  const format = oneOf('format', values.format, ['pretty', 'json']);
  // A name of several words needs no quotation marks.
  const name = positionals.join(' ').trim();
  if (name === '') throw new UsageError('no name is given');
  const { library, isWhole } = await openCorpus(values.sources, world);
  const corpus = library.corpusAbout(name);
  const known = TYPES.flatMap((type) => whatIsKnown(corpus, name, type));
  const searched = corpus.size;
  // A surname alone, or the beginning of a name, is nobody's name in full.
  const starting = known.length > 0 ? [] : namesStarting(corpus, name).map((it) => it.name);
  if (format === 'json')
    world.stdout.write(
      `${JSON.stringify({ version: 1, name, searched, known: known.map(toJson), starting }, undefined, 1)}\n`,
    );
  else world.stdout.write(pretty(name, known, starting, searched));
  if (!isWhole) return 2;
  return known.length + starting.length > 0 ? 0 : 1;
}

function whatIsKnown(corpus: Corpus, name: string, type: EntityType): Known[] {
  const spellings = knownSpellingsOf(corpus, name, type);
  const [first] = spellings;
  if (!first) return [];
  const { shown, more } = sampleUses(
    spellings.flatMap((it) => it.uses),
    corpus.sources,
  );
  return [
    {
      type,
      name: first.name,
      roles: rolesIn(spellings, corpus.sources),
      spellings: spellings.map((it) => ({ name: it.name, sources: it.sources, articles: articlesOf(it) })),
      lines: shown.map(lineOf),
      moreSources: more,
      others: lookAlikes([], corpus.articles, { type, name }, spellings),
    },
  ];
}

function toJson({ roles, spellings, ...known }: Known) {
  const counted = <T extends { readonly sources: SourceCount }>(it: T) => ({
    ...it,
    sources: it.sources.count,
  });
  return { ...known, roles: roles.map(counted), spellings: spellings.map(counted) };
}

function articlesOf({ uses }: KnownSpelling): string[] {
  return [...new Set(uses.map((it) => it.article.head.id))];
}

function lineOf({ use, copies }: SampledUse): Line {
  const { head } = use.article;
  const { span, text } = passageOfUse(use);
  const { before, after } = surroundingsOf(use.article, span);
  return {
    article: head.id,
    outlet: head.outlet ?? null,
    published: head.published ? isoDate(head.published) : null,
    line: lineIn(use.article, span.start),
    text: `${before}${text}${after}`,
    copies: copies.map((it) => it.id),
  };
}

function pretty(
  name: string,
  known: readonly Known[],
  starting: readonly string[],
  searched: number,
): string {
  const lines = known.length > 0 ? known.flatMap(prettyKnown) : prettyUnknown(name, starting);
  return [...lines, `${count(searched, 'article')} searched.`, ''].join('\n');
}

/** In the order of the hover on a name. */
function prettyKnown({ type, name, roles, spellings, lines, moreSources, others }: Known): string[] {
  return [
    `${name} (${type})`,
    ...roles.map((it) => `  ${it.role}: ${countSources(it.sources)}`),
    ...spellings.map((it) => `  “${it.name}”: ${count(it.sources.count, 'source')} (${list(it.articles)})`),
    ...lines.map(
      ({ text, article, line, outlet, published, copies }) =>
        `    ${text}\n      ${[`${article}:${line}`, outlet ?? [], published ?? []].flat().join(', ')}` +
        (copies.length > 0 ? `\n      the same text in ${list(copies)}` : ''),
    ),
    ...(moreSources > 0 ? [`    and ${count(moreSources, 'more source')}`] : []),
    ...(others.length > 0 ? [`  Not ${list(others)}.`] : []),
  ];
}

function prettyUnknown(name: string, starting: readonly string[]): string[] {
  if (starting.length === 0) return [`No source has “${name}”.`];
  return [`No source has “${name}” as a name in full. Some have:`, ...starting.map((it) => `  ${it}`)];
}
