/** Starts the language server on Node: the one place that knows all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FolderDesk } from './corpus/folder-desk.ts';
import { articleReader, bundledArticles, loadTools, version } from './corpus/installation.ts';
import { serve } from './lsp/server.ts';

const tools = loadTools();
const desk = new FolderDesk(articleReader(tools), bundledArticles);
serve(createConnection(ProposedFeatures.all), desk, tools, version);
