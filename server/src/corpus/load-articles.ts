/** Loads articles from disk. */

import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article, SourceText } from '../core/corpus/article.ts';
import type { Language } from '../core/reading.ts';
import { findSources, realPathOf, type Skipped, type SourceFile } from './find-sources.ts';
import { readArchieMl } from './formats/archieml.ts';
import type { FormatReader } from './formats/found-article.ts';
import { readHtml } from './formats/html.ts';
import { placesIn } from './formats/mapped-text.ts';
import { readNewsXml } from './formats/news-xml.ts';
import { readNinjs } from './formats/ninjs.ts';
import { readTextFile, UnreadableFile } from './text-file.ts';

export interface LoadedArticles {
  readonly articles: readonly Article[];
  /** What was named and is no article, with the reasons. */
  readonly skipped: readonly Skipped[];
  /** What the next load can take over: files that have not been written to since. */
  readonly files: ReadonlyMap<string, LoadedFile>;
}

interface LoadedFile {
  /** When it was last written, and how long it is. */
  readonly stamp: string;
  readonly items: readonly (Article | Skipped)[];
}

export type ArticleReader = (source: SourceText) => Article;

/**
 * Loads every readable article that the patterns name; what can't be read is skipped and named. What `known`, the files
 * of an earlier load, has of a file that is as it was is not read again.
 */
export async function loadArticles(
  patterns: readonly string[],
  base: string,
  readArticle: ArticleReader,
  known: LoadedArticles['files'] = new Map(),
): Promise<LoadedArticles> {
  const found = await findSources(patterns, base, ARTICLE_ENDINGS);
  const skipped = [...found.skipped];
  const articles: Article[] = [];
  const files = new Map<string, LoadedFile>();
  for (const file of found.files) {
    const key = `${file.path}\0${file.id}`;
    const stamp = await stampOf(file.path);
    const last = known.get(key);
    const loaded = last && last.stamp === stamp ? last : { stamp, items: await readItems(file, readArticle) };
    files.set(key, loaded);
    for (const it of loaded.items) {
      if ('reason' in it) skipped.push(it);
      else articles.push(it);
    }
  }
  return { articles, skipped, files };
}

async function stampOf(path: string): Promise<string> {
  const stats = await stat(path).catch(() => undefined);
  return stats ? `${stats.mtimeMs} ${stats.size}` : '';
}

async function readItems(file: SourceFile, readArticle: ArticleReader): Promise<(Article | Skipped)[]> {
  try {
    return (await loadFile(file)).map((it) => ('reason' in it ? it : readArticle(it)));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return [{ path: file.path, reason: error.message }];
  }
}

/** What a file holds: itself where it is text, else what its format's reader finds in it. */
async function loadFile({ path, id }: SourceFile): Promise<readonly (SourceText | Skipped)[]> {
  const file = await readTextFile(path);
  if (file.trim() === '') throw new UnreadableFile('it is empty');
  const uri = pathToFileURL(await realPathOf(path)).href;
  const reader = READERS[endingOf(path)];
  if (!reader) return [{ id, text: file, language: languageOf(path), uri }];
  if (file.length > MOST_MARKUP)
    throw new UnreadableFile('it is too long: files with markup are read up to 4 million characters');
  const items = reader(file);
  if (items.length === 0) throw new UnreadableFile('it holds no article');
  const placesOf = placesIn(file);
  const isAlone = items.length === 1;
  return items.map((it, index) => {
    const isArticle = 'body' in it && it.body.text.trim() !== '';
    if (!isArticle)
      return {
        path: isAlone ? path : `${path} (item ${index + 1})`,
        reason: 'reason' in it ? it.reason : 'it has no text',
      };
    const { title, byline, published, body } = it;
    const itsId = isAlone ? id : `${id}#${index + 1}`;
    const places = placesOf(body);
    return { id: itsId, text: body.text, language: 'plaintext', title, byline, published, uri, places };
  });
}

/** In UTF-16 code units. A tree takes many times the memory of its text, and no story or feed is near this. */
const MOST_MARKUP = 4_000_000;

/** The readers of newsroom formats, by how a file's name ends. */
const READERS: { readonly [ending: string]: FormatReader | undefined } = {
  json: readNinjs,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  xml: readNewsXml,
  nitf: readNewsXml,
  newsml: readNewsXml,
  rss: readNewsXml,
  atom: readNewsXml,
  aml: readArchieMl,
};

/** How the names of text files end. */
export const TEXT_ENDINGS: readonly string[] = ['txt', 'md', 'markdown', 'text', 'copy', 'story'];
/** How the names of files end that are read as articles. */
export const ARTICLE_ENDINGS: readonly string[] = [...TEXT_ENDINGS, ...Object.keys(READERS)];

function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

/** The language that a file's name says. */
export function languageOf(path: string): Language {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plaintext';
}
