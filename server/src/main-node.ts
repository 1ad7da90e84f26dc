/** Starts the language server on Node: the one place that knows all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FolderDesk } from './corpus/folder-desk.ts';
import { bundledArticles, loadTools, version } from './corpus/installation.ts';
import { serve } from './lsp/server.ts';

const tools = loadTools();
serve(createConnection(ProposedFeatures.all), new FolderDesk(tools, bundledArticles), tools, version);
