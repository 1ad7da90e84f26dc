/** Starts the language server on Node: one of the places that know all its concrete parts. */

import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readArticle } from './core/corpus/article.ts';
import { PATIENCE } from './corpus/folder-desk.ts';
import { installedParts, loadLearningTools, loadTools, threadedArchives } from './disk/installation.ts';
import { nodeDesk } from './disk/node-desk.ts';
import { serveUpdate } from './disk/update-thread.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

if (isMainThread) {
  const tools = loadLearningTools();
  const parts = { ...installedParts((source) => tools.readArticle(source)), patience: PATIENCE };
  collectEarly();
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, nodeDesk(connection, parts, threadedArchives), tools, version);
} else {
  const tools = loadTools();
  serveUpdate((source) => readArticle(source, tools));
}

/**
 * V8 lets garbage grow to several times of what is alive, and a keystroke leaves a megabyte of it. What is alive of a
 * draft is little, and collecting it sooner keeps the server at about half the memory, and no answer waits for it. Both
 * are read at each collection, so that they may be set in a running program, and a V8 that doesn't know them goes on
 * without. Whether Electron's lets itself be told is not known.
 */
function collectEarly(): void {
  if ('electron' in process.versions) return;
  setFlagsFromString('--heap-growing-percent=40');
  // By now the young generation is as large as it need be.
  setFlagsFromString('--semi-space-growth-factor=1');
}
