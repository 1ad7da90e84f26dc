/** Loads articles from disk. */

import { pathToFileURL } from 'node:url';
import type { Article, SourceText } from '../core/corpus/article.ts';
import type { Language } from '../core/reading.ts';
import { findSources, realPathOf, type Skipped, type SourceFile } from './find-sources.ts';
import { readTextFile, UnreadableFile } from './text-file.ts';

export interface LoadedArticles {
  readonly articles: readonly Article[];
  /** What was named and is no article, with the reasons. */
  readonly skipped: readonly Skipped[];
}

export type ArticleReader = (source: SourceText) => Article;

/** Loads every readable article that the patterns name; what can't be read is skipped and named. */
export async function loadArticles(
  patterns: readonly string[],
  base: string,
  readArticle: ArticleReader,
): Promise<LoadedArticles> {
  const found = await findSources(patterns, base);
  const skipped = [...found.skipped];
  const articles: Article[] = [];
  for (const file of found.files) {
    try {
      articles.push(await loadArticle(file, readArticle));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      skipped.push({ path: file.path, reason: error.message });
    }
  }
  return { articles, skipped };
}

async function loadArticle({ path, id }: SourceFile, readArticle: ArticleReader): Promise<Article> {
  const text = await readTextFile(path);
  if (text.trim() === '') throw new UnreadableFile('it is empty');
  const uri = pathToFileURL(await realPathOf(path)).href;
  return readArticle({ id, text, language: languageOf(path), uri });
}

/** The language that a file's name says. */
export function languageOf(path: string): Language {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plaintext';
}
