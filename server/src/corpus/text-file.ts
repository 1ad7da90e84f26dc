/** Reads text files, and says in words why one can't be read. */

import { readFile, stat } from 'node:fs/promises';

/** Larger files are no articles and no drafts; they would hold up everything else. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A file that can't be read as text. Its message is a sentence for the editor, without the path. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Reads a UTF-8 file, without its byte-order mark. Throws {@link UnreadableFile}. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readBytes(path);
  return decodeText(bytes);
}

/** Decodes UTF-8, without the byte-order mark. Throws {@link UnreadableFile} for anything else, and for binary data. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableFile(
      `it is ${Math.round(bytes.length / 1048576)} MB long, and Stet reads files of up to 10 MB`,
    );
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UnreadableFile('it is UTF-16: save it as UTF-8 and try again');
  if (bytes.includes(0)) throw new UnreadableFile('it is not text: it holds NUL bytes');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('it is not UTF-8: save it as UTF-8 and try again');
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await checkedStat(path);
    if (size > MOST_BYTES) {
      throw new UnreadableFile(
        `it is ${Math.round(size / 1048576)} MB long, and Stet reads files of up to 10 MB`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(reasonOf(error));
  }
}

/** Only plain files: a pipe or a device would never end. */
async function checkedStat(path: string) {
  const stats = await stat(path);
  if (stats.isDirectory()) throw new UnreadableFile('it is a folder');
  if (!stats.isFile()) throw new UnreadableFile('it is not a file');
  return stats;
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
