/** What stands beside the built program: the name model and the bundled articles. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../core/corpus/article.ts';
import { restoreArticle, type StoredArticle } from '../core/corpus/stored-article.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import { parseNameModel } from '../core/names/tagger/model.ts';
import { once } from '../core/once.ts';
import { nounPhraseAtEnd } from '../noun-phrases.ts';
import type { ArticleReader } from './load-articles.ts';

/** Replaced by the bundler. */
declare const STET_VERSION: string;

export const version = STET_VERSION;

/** The folder above `dist/`, where the built program stands. */
const root = join(__dirname, '..');

/** The folder of the articles that are used until a desk names its own. */
export const bundledArticles = join(root, 'seeds');

/** The bundled articles as they were read when the program was built. */
const stored = once(() => {
  const file = join(root, 'dist', 'seeds.json');
  if (!existsSync(file)) return new Map<string, StoredArticle>();
  const articles: readonly StoredArticle[] = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(articles.map((it) => [it.text, it]));
});

/** Reads articles; those that the program came with have been read before. */
export function articleReader(tools: LanguageTools): ArticleReader {
  return (source) => {
    const { id, text, language, title, published, uri } = source;
    const isAsStored = language === 'plaintext' && title === undefined && published === undefined;
    const known = isAsStored ? stored().get(text) : undefined;
    return known ? restoreArticle(known, { id, uri }) : readArticle(source, tools);
  };
}

export function loadTools(): LanguageTools {
  return { names: parseNameModel(readFileSync(join(root, 'dist', 'names.model'))), nounPhraseAtEnd };
}
