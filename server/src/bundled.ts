/** The articles that Stet comes with, which were read when it was built. */

import type { Article } from './core/corpus/article.ts';
import { restoreArticle, type StoredArticle } from './core/corpus/stored-article.ts';

/** From the JSON that the build has stored; `folder` is the uri of the folder in which they lie. */
export function bundledArticles(stored: string, folder: string): readonly Article[] {
  const articles: readonly StoredArticle[] = JSON.parse(stored);
  return articles.map((it) => {
    const article = restoreArticle(it);
    return { ...article, head: { ...article.head, uri: `${folder}/${article.head.id}` } };
  });
}
