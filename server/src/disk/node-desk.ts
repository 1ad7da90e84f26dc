/** The desk of a server that runs on Node. */

import type { Connection } from 'vscode-languageserver';
import type { Archives } from '../archives.ts';
import { type DeskParts, FolderDesk } from '../corpus/folder-desk.ts';
import type { Desk } from '../desk.ts';
import { clientFiles } from '../lsp/client-files.ts';
import type { Client } from '../lsp/client-settings.ts';
import { diskFiles } from './disk-files.ts';
import { reachableFiles } from './reachable-files.ts';

/**
 * A client that serves files is asked for those that are not on this machine. `archivesIn` gives the archives in a folder, or
 * where this machine keeps such things.
 */
export function nodeDesk(
  connection: Connection,
  parts: DeskParts,
  archivesIn: (folder: string | undefined) => Archives | undefined,
): (client: Client) => Desk {
  const files = reachableFiles(clientFiles(connection));
  return ({ servesFiles, storage }) => {
    const archives = archivesIn(storage && diskFiles.addressOf(storage));
    return new FolderDesk({ ...parts, archives, ...(servesFiles ? { files } : {}) });
  };
}
