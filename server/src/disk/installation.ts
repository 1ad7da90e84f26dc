/** What stands beside the built program: the name model and the bundled articles. */

import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Archives } from '../archives.ts';
import { bundledArticles } from '../bundled.ts';
import { type Article, readArticle } from '../core/corpus/article.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import { type NameModel, parseNameModel } from '../core/names/tagger/model.ts';
import { once } from '../core/once.ts';
import type { DeskParts } from '../corpus/folder-desk.ts';
import type { ArticleReader } from '../corpus/load-articles.ts';
import { LearningTools } from '../learning-tools.ts';
import { reading } from '../version.ts';
import { DiskArchives, MOST_IN_MEMORY } from './disk-archives.ts';
import { diskFiles } from './disk-files.ts';
import { phrasesOnThread } from './phrase-thread.ts';
import { updateStore } from './update-store.ts';
import { updateOnThread } from './update-thread.ts';

/** The folder above `dist/`, where the built program stands. */
const root = join(__dirname, '..');

const PHRASES = join(root, 'dist', 'phrases.cjs');

/** For who may take his time. */
export function loadTools(): LanguageTools {
  const phrases = once(() => createRequire(import.meta.url)(PHRASES) as typeof import('../noun-phrases.ts'));
  return { names: loadNames(), nounPhraseAtEnd: (clause) => phrases().nounPhraseAtEnd(clause) };
}

/** For who answers others meanwhile. */
export function loadLearningTools(): LearningTools {
  return new LearningTools(loadNames(), phrasesOnThread(PHRASES));
}

function loadNames(): NameModel {
  return parseNameModel(readFileSync(join(root, 'dist', 'names.model')));
}

/** A desk of this machine, with what was installed; its archives are brought up to date before it is checked against them. */
export function deskParts(tools: LanguageTools): DeskParts {
  const read: ArticleReader = (source) => readArticle(source, tools);
  return {
    ...installedParts(read),
    archives: new DiskArchives({
      ...installedArchives(),
      folder: cacheFolder(),
      waits: true,
      update: (update, work) => updateStore(update, { ...work, readArticle: read }),
    }),
  };
}

/** The same without archives. */
export function installedParts(read: ArticleReader): DeskParts {
  return { files: diskFiles, readArticle: read, bundled: loadBundled, user: () => userInfo().username };
}

/** Archives that are brought up to date on a thread of their own. */
export function threadedArchives(folder: string | undefined): Archives {
  const update = updateOnThread(join(root, 'dist', 'server.cjs'));
  return new DiskArchives({ ...installedArchives(), folder: folder ?? cacheFolder(), waits: false, update });
}

/** What an archive of this installation is made with. */
function installedArchives() {
  // Stored articles are like each other.
  const dictionary = readFileSync(join(root, 'dist', 'seeds.json')).subarray(0, LONGEST_DICTIONARY);
  return { build: reading, dictionary, mostInMemory: MOST_IN_MEMORY };
}

/** In bytes. https://www.rfc-editor.org/rfc/rfc1950 */
const LONGEST_DICTIONARY = 32_768;

/** Where this machine keeps what can be made anew. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'stet');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'stet');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'stet');
}

function loadBundled(): readonly Article[] {
  const folder = pathToFileURL(realpathSync(join(root, 'seeds'))).href;
  return bundledArticles(readFileSync(join(root, 'dist', 'seeds.json'), 'utf8'), folder);
}
