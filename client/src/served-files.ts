/** Files that the server can't reach itself, such as those of a repository that was opened without a clone. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Entry, FileState } from '../../server/src/files.ts';
import {
  type FileParams,
  type FileRead,
  listRequest,
  readRequest,
  stateRequest,
} from '../../server/src/lsp/protocol.ts';

/** Answers what the server asks of files. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable[] {
  const { fs } = vscode.workspace;
  return [
    client.onRequest(stateRequest, async ({ uri }: FileParams): Promise<FileState | null> => {
      const stats = await orNothing(fs.stat(vscode.Uri.parse(uri)));
      return stats ? { kind: kindOf(stats.type), size: stats.size, modified: stats.mtime } : null;
    }),
    client.onRequest(listRequest, async ({ uri }: FileParams): Promise<readonly Entry[]> => {
      const entries = (await orNothing(fs.readDirectory(vscode.Uri.parse(uri)))) ?? [];
      return entries.flatMap(([name, type]) =>
        type & vscode.FileType.SymbolicLink ? [] : { name, kind: kindOf(type) },
      );
    }),
    client.onRequest<FileRead, void>(readRequest, async ({ uri }: FileParams) => {
      try {
        return { base64: base64Of(await fs.readFile(vscode.Uri.parse(uri))) };
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError)) throw error;
        return { reason: error.message };
      }
    }),
  ];
}

/** What is not there, or may not be seen, is no error: the server asks to find out. */
async function orNothing<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    return undefined;
  }
}

function kindOf(type: vscode.FileType): FileState['kind'] {
  if (type & vscode.FileType.File) return 'file';
  return type & vscode.FileType.Directory ? 'folder' : 'other';
}

/** More arguments than this no call takes. */
const CHUNK = 0x2000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
