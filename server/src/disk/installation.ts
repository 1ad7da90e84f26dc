/** What stands beside the built program: the name model and the bundled articles. */

import { readFileSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledArticles } from '../bundled.ts';
import { type Article, readArticle } from '../core/corpus/article.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import { parseNameModel } from '../core/names/tagger/model.ts';
import type { DeskParts } from '../corpus/folder-desk.ts';
import { nounPhraseAtEnd } from '../noun-phrases.ts';
import { diskFiles } from './disk-files.ts';

/** The folder above `dist/`, where the built program stands. */
const root = join(__dirname, '..');

export function loadTools(): LanguageTools {
  return { names: parseNameModel(readFileSync(join(root, 'dist', 'names.model'))), nounPhraseAtEnd };
}

/** A desk of this machine, with what was installed. */
export function deskParts(tools: LanguageTools): DeskParts {
  return {
    files: diskFiles,
    readArticle: (source) => readArticle(source, tools),
    bundled: loadBundled,
    user: () => userInfo().username,
  };
}

function loadBundled(): readonly Article[] {
  const folder = pathToFileURL(realpathSync(join(root, 'seeds'))).href;
  return bundledArticles(readFileSync(join(root, 'dist', 'seeds.json'), 'utf8'), folder);
}
