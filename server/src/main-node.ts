/** Starts the language server on Node: one of the places that know all its concrete parts. */

import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { deskParts, loadTools, threadedArchives } from './disk/installation.ts';
import { nodeDesk } from './disk/node-desk.ts';
import { serveUpdate } from './disk/update-thread.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

const tools = loadTools();
const parts = deskParts(tools);

if (isMainThread) {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, nodeDesk(connection, parts, threadedArchives), tools, version);
} else serveUpdate(parts.readArticle);
