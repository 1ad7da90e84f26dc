/** The files of this machine. The only disk access of the language server; addresses are paths. */

import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkReadable, type FileState, type Files, UnreadableFile } from '../files.ts';

export const diskFiles: Files = {
  here: resolve('.'),
  addressOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined),
  uriOf: (path) => pathToFileURL(path).href,
  resolve,
  folderOf: dirname,
  pathIn(folder, path) {
    const from = relative(folder, path);
    return from.startsWith('..') || resolve(from) === from ? undefined : from.split(sep).join('/');
  },
  realAddressOf: (path) => realpath(path).catch(() => resolve(path)),
  stateOf: (path) => readState(path).catch(() => undefined),
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries.flatMap((it) => (it.isSymbolicLink() ? [] : { name: it.name, kind: kindOf(it) }));
  },
  async read(path) {
    try {
      checkReadable(await readState(path));
      return await readFile(path);
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw new UnreadableFile(reasonOf(error));
    }
  },
};

async function readState(path: string): Promise<FileState> {
  const stats = await stat(path);
  return { kind: kindOf(stats), size: stats.size, modified: stats.mtimeMs };
}

function kindOf(it: { isFile(): boolean; isDirectory(): boolean }): FileState['kind'] {
  if (it.isFile()) return 'file';
  return it.isDirectory() ? 'folder' : 'other';
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'it is a link that leads back to itself',
};

/** Why a file can't be read, in words for the editor. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
