/** The files that only the client can reach, asked of it; addresses are uris, as the client writes them. */

import type { Connection } from 'vscode-languageserver';
import { checkReadable, type Entry, type FileState, type Files, UnreadableFile } from '../files.ts';
import { type FileParams, type FileRead, listRequest, readRequest, stateRequest } from './protocol.ts';

export function clientFiles(connection: Pick<Connection, 'sendRequest'>): Files {
  const ask = <R>(request: string, params: FileParams) => connection.sendRequest<R>(request, params);
  const stateOf: Files['stateOf'] = async (uri) =>
    (await ask<FileState | null>(stateRequest, { uri })) ?? undefined;
  return {
    // A browser has no folder that it works in.
    here: 'file:///',
    addressOf: (uri) => (uri.startsWith('untitled:') ? undefined : uri),
    uriOf: (uri) => uri,
    resolve(folder, path) {
      if (isOwnUri(path)) return path;
      const { root, names } = parse(folder);
      const all = path.startsWith('/') ? [] : [...names];
      for (const name of path.split('/')) {
        if (name === '..') all.pop();
        else if (name !== '' && name !== '.') all.push(encode(name));
      }
      return root + all.join('/');
    },
    folderOf(uri) {
      const { root, names } = parse(uri);
      return root + names.slice(0, -1).join('/');
    },
    pathIn(folder, uri) {
      const start = folder.endsWith('/') ? folder : `${folder}/`;
      return uri.startsWith(start) ? decodeURIComponent(uri.slice(start.length)) : undefined;
    },
    realAddressOf: async (uri) => uri,
    stateOf,
    list: (uri) => ask<readonly Entry[]>(listRequest, { uri }),
    async read(uri) {
      const state = await stateOf(uri);
      if (!state) throw new UnreadableFile('there is no such file');
      checkReadable(state);
      const read = await ask<FileRead>(readRequest, { uri });
      if ('reason' in read) throw new UnreadableFile(read.reason);
      return Uint8Array.from(atob(read.base64), (it) => it.charCodeAt(0));
    },
  };
}

/** A scheme has two letters at least: with one it would be a drive. */
export function isUri(address: string): boolean {
  return /^[a-z][\w+.-]+:\//i.test(address);
}

/** Whether a path is a uri by itself. An address of the web is none: whatever a `stet.yaml` names, nothing is fetched. */
export function isOwnUri(path: string): boolean {
  return isUri(path) && !/^https?:/i.test(path);
}

/** A uri taken apart: up to the first slash of its path, and what stands between the slashes after that. */
function parse(uri: string): { readonly root: string; readonly names: readonly string[] } {
  const [root = ''] = /^[^:]+:(?:\/\/[^/]*)?\/?/.exec(uri) ?? [];
  return {
    root: root.endsWith('/') ? root : `${root}/`,
    names: uri.slice(root.length).split('/').filter(Boolean),
  };
}

/** As VS Code writes uris: equal addresses have to be equal texts. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
