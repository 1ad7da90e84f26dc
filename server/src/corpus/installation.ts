/** What stands beside the built program: the name model and the bundled articles. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageTools } from '../core/language-tools.ts';
import { parseNameModel } from '../core/names/tagger/model.ts';
import { nounPhraseAtEnd } from '../noun-phrases.ts';

/** Replaced by the bundler. */
declare const STET_VERSION: string;

export const version = STET_VERSION;

/** The folder above `dist/`, where the built program stands. */
const root = join(__dirname, '..');

/** The folder of the articles that are used until a desk names its own. */
export const bundledArticles = join(root, 'seeds');

export function loadTools(): LanguageTools {
  return { names: parseNameModel(readFileSync(join(root, 'dist', 'names.model'))), nounPhraseAtEnd };
}
