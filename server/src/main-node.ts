/** Starts the language server on Node: the one place that knows all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FolderDesk } from './corpus/folder-desk.ts';
import { bundledArticles, loadNameModel, version } from './corpus/installation.ts';
import { serve } from './lsp/server.ts';

const model = loadNameModel();
serve(createConnection(ProposedFeatures.all), new FolderDesk(model, bundledArticles), model, version);
