/** What a client does that serves files: answers for those of this machine, and for a folder that is on no disk. */

import type { ProtocolConnection } from 'vscode-languageserver/node';
import { diskFiles } from '../../server/src/disk/disk-files.ts';
import { type Entry, UnreadableFile } from '../../server/src/files.ts';
import {
  type FileParams,
  type FileRead,
  listRequest,
  readRequest,
  stateRequest,
} from '../../server/src/lsp/protocol.ts';

/** Texts by their uris. */
export type Texts = Readonly<Record<string, string>>;

export function serveFiles(connection: ProtocolConnection, texts: Texts): void {
  const isFolder = (uri: string) => Object.keys(texts).some((it) => it.startsWith(`${uri}/`));
  const onDisk = (uri: string) => diskFiles.addressOf(uri);
  connection.onRequest(stateRequest, async ({ uri }: FileParams) => {
    const path = onDisk(uri);
    if (path !== undefined) return (await diskFiles.stateOf(path)) ?? null;
    if (isFolder(uri)) return { kind: 'folder', size: 0, modified: 0 };
    return uri in texts ? { kind: 'file', size: texts[uri]?.length, modified: 0 } : null;
  });
  connection.onRequest<readonly Entry[], void>(listRequest, async ({ uri }: FileParams) => {
    const path = onDisk(uri);
    if (path !== undefined) return diskFiles.list(path);
    const below = Object.keys(texts).flatMap((it) =>
      it.startsWith(`${uri}/`) ? it.slice(uri.length + 1) : [],
    );
    return [...new Set(below.map((it) => it.replace(/\/.*/, '/')))].map((it) => ({
      name: decodeURIComponent(it.replace('/', '')),
      kind: it.endsWith('/') ? 'folder' : 'file',
    }));
  });
  connection.onRequest<FileRead, void>(readRequest, async ({ uri }: FileParams) => {
    const path = onDisk(uri);
    if (path === undefined) return { base64: Buffer.from(texts[uri] ?? '').toString('base64') };
    try {
      return { base64: Buffer.from(await diskFiles.read(path)).toString('base64') };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { reason: error.message };
    }
  });
}
