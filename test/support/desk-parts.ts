/** What the desks of all tests are made of: this machine's files, and the bundled articles, read once. */

import { readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { once } from '../../server/src/core/once.ts';
import type { DeskParts } from '../../server/src/corpus/folder-desk.ts';
import { diskFiles } from '../../server/src/disk/disk-files.ts';
import { tools } from './tools.ts';

export const deskParts: DeskParts = {
  files: diskFiles,
  readArticle: (source) => readArticle(source, tools),
  bundled: once(() => readdirSync('seeds').sort().map(readSeed)),
  user: () => userInfo().username,
};

function readSeed(id: string) {
  const path = resolve(join('seeds', id));
  const text = readFileSync(path, 'utf8');
  return readArticle({ id, text, language: 'plaintext', uri: pathToFileURL(path).href }, tools);
}
