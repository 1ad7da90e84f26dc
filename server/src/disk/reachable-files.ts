/** The files of this machine, and those that only the client can reach: a folder in an editor's window may be either. */

import { isAbsolute } from 'node:path';
import type { Files } from '../files.ts';
import { isOwnUri, isUri } from '../lsp/client-files.ts';
import { diskFiles } from './disk-files.ts';

/** An address is a path where it is on disk, else a uri. */
export function reachableFiles(client: Files): Files {
  const having = (address: string) => (isUri(address) ? client : diskFiles);
  return {
    here: diskFiles.here,
    addressOf: (uri) => diskFiles.addressOf(uri) ?? client.addressOf(uri),
    uriOf: (address) => having(address).uriOf(address),
    resolve: (folder, path) =>
      isAbsolute(path) || isOwnUri(path)
        ? (diskFiles.addressOf(path) ?? path)
        : having(folder).resolve(folder, path),
    folderOf: (address) => having(address).folderOf(address),
    pathIn: (folder, address) =>
      having(folder) === having(address) ? having(folder).pathIn(folder, address) : undefined,
    realAddressOf: (address) => having(address).realAddressOf(address),
    stateOf: (address) => having(address).stateOf(address),
    list: (folder) => having(folder).list(folder),
    read: (address) => having(address).read(address),
  };
}
