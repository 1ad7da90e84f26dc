/** `stet sources`: what drafts are checked against, and what was left out. */

import { parseArgs } from 'node:util';
import type { Kept } from '../archives.ts';
import { type Article, lineIn } from '../core/corpus/article.ts';
import { isoDate } from '../core/dates/calendar.ts';
import { count, list, sizeInWords } from '../core/english.ts';
import type { Skipped } from '../corpus/find-sources.ts';
import { diskFiles } from '../disk/disk-files.ts';
import { oneOf, parsing } from './arguments.ts';
import { CORPUS_OPTIONS, openCorpus } from './corpus.ts';
import type { ExitCode, World } from './world.ts';

/** One article as it is listed; JSON has the same fields. */
interface Listed {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** As YYYY-MM-DD. */
  readonly published: string | null;
  readonly path: string | null;
  /** Of the file, in bytes. */
  readonly size: number | null;
  /** The file's time stamp, as ISO 8601 has it. */
  readonly modified: string | null;
  /** Lines from 1 that are boilerplate: no evidence comes from them. */
  readonly notIndexed: readonly LineRange[];
}

interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** 0, or 2 where a source is named that is not there. */
export async function sources(args: readonly string[], world: World): Promise<ExitCode> {
  const { values } = parsing(() => parseArgs({ args: [...args], options: CORPUS_OPTIONS }));
  const format = oneOf('format', values.format, ['pretty', 'json']);
  const { library, skipped, name, kept, isWhole } = await openCorpus(values.sources, world);
  const articles: Listed[] = [];
  for (const article of library.articles()) articles.push(await listed(article));
  if (format === 'pretty') world.stdout.write(pretty(name, articles, skipped, kept));
  else
    world.stdout.write(
      `${JSON.stringify({ version: 1, sources: name, index: indexOf(kept), articles, skipped }, undefined, 1)}\n`,
    );
  return isWhole ? 0 : 2;
}

async function listed(article: Article): Promise<Listed> {
  const { id, title, byline, outlet, published, uri } = article.head;
  const path = uri && diskFiles.addressOf(uri);
  // A file may have gone since it was read.
  const file = path ? await diskFiles.stateOf(path) : undefined;
  return {
    id,
    title,
    byline: byline ?? null,
    outlet: outlet ?? null,
    published: published ? isoDate(published) : null,
    path: file && path ? path : null,
    size: file?.size ?? null,
    modified: file ? new Date(file.modified).toISOString() : null,
    notIndexed: boilerplateLines(article),
  };
}

function boilerplateLines(article: Article): LineRange[] {
  const { paragraphs, structure } = article.reading;
  const ranges: LineRange[] = [];
  let isAfterBoilerplate = false;
  for (const [index, { start, end }] of paragraphs.entries()) {
    const isBoilerplate = structure.parts[index] === 'boilerplate';
    if (isBoilerplate) {
      const last = isAfterBoilerplate ? ranges.pop() : undefined;
      ranges.push({ from: last?.from ?? lineIn(article, start), to: lineIn(article, end - 1) });
    }
    isAfterBoilerplate = isBoilerplate;
  }
  return ranges;
}

function indexOf(kept: Kept | undefined): object | null {
  return kept ? { ...kept, written: new Date(kept.written).toISOString() } : null;
}

/** Where the index is, how large and how old. */
export function describeIndex({ path, size, written }: Kept): string {
  return `The index has ${sizeInWords(size)}, last written ${new Date(written).toISOString().slice(0, 10)}: ${path}`;
}

function pretty(
  name: string,
  articles: readonly Listed[],
  skipped: readonly Skipped[],
  kept: Kept | undefined,
): string {
  const bytes = articles.reduce((sum, it) => sum + (it.size ?? 0), 0);
  const left = skipped.length > 0 ? `, ${skipped.length} not used` : '';
  return [
    `${count(articles.length, 'article')}, ${sizeInWords(bytes)} (${name})${left}`,
    ...(kept ? [describeIndex(kept)] : []),
    ...articles.flatMap(prettyArticle),
    ...skipped.map(({ path, reason }) => `  ${path} is not used: ${reason}.`),
    '',
  ].join('\n');
}

function prettyArticle({
  id,
  title,
  byline,
  outlet,
  published,
  size,
  modified,
  notIndexed,
}: Listed): string[] {
  const facts = [
    ...(outlet === null ? [] : [outlet]),
    ...(byline === null ? [] : [`by ${byline}`]),
    published ? `published ${published}` : 'no date of publication',
    ...(size === null ? [] : [sizeInWords(size)]),
    ...(modified === null ? [] : [`written ${modified.slice(0, 10)}`]),
  ];
  const left = notIndexed.map(({ from, to }) => (from === to ? `line ${from}` : `lines ${from}-${to}`));
  return [
    `  ${id}: ${title}`,
    `      ${facts.join(', ')}`,
    ...(left.length > 0 ? [`      not indexed, as boilerplate: ${list(left)}`] : []),
  ];
}
