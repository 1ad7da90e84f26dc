/** Starts the language server on Node: one of the places that know all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { deskParts, loadTools } from './disk/installation.ts';
import { nodeDesk } from './disk/node-desk.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

const tools = loadTools();
const connection = createConnection(ProposedFeatures.all);
serve(connection, nodeDesk(connection, deskParts(tools)), tools, version);
