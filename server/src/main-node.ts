/** Starts the language server on Node: one of the places that know all its concrete parts. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { FolderDesk } from './corpus/folder-desk.ts';
import { diskFiles } from './disk/disk-files.ts';
import { deskParts, loadTools } from './disk/installation.ts';
import { reachableFiles } from './disk/reachable-files.ts';
import { clientFiles } from './lsp/client-files.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

const tools = loadTools();
const connection = createConnection(ProposedFeatures.all);
const files = reachableFiles(clientFiles(connection));
const deskOf = ({ servesFiles }: { readonly servesFiles: boolean }) =>
  new FolderDesk({ ...deskParts(tools), files: servesFiles ? files : diskFiles });
serve(connection, deskOf, tools, version);
