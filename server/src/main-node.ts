/** Starts the language server on Node: the one place that knows all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FolderDesk } from './corpus/folder-desk.ts';
import { deskParts, loadTools, version } from './disk/installation.ts';
import { serve } from './lsp/server.ts';

const tools = loadTools();
const desk = new FolderDesk(deskParts(tools));
serve(createConnection(ProposedFeatures.all), desk, tools, version);
