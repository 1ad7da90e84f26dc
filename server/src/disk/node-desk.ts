/** The desk of a server that runs on Node. */

import type { Connection } from 'vscode-languageserver';
import { type DeskParts, FolderDesk } from '../corpus/folder-desk.ts';
import type { Desk } from '../desk.ts';
import { clientFiles } from '../lsp/client-files.ts';
import type { Client } from '../lsp/client-settings.ts';
import { reachableFiles } from './reachable-files.ts';

/** A client that serves files is asked for those that are not on this machine. */
export function nodeDesk(connection: Connection, parts: DeskParts): (client: Client) => Desk {
  const files = reachableFiles(clientFiles(connection));
  return ({ servesFiles }) => new FolderDesk(servesFiles ? { ...parts, files } : parts);
}
