/** What the disk says of an article's file. */

import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ArticleHead } from '../core/model.ts';

interface FileFacts {
  /** Absolute. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, as ISO 8601 has it, in UTC. */
  readonly modified: string;
}

/** Undefined where an article stands in no file, or its file has gone since it was read. */
export async function fileFactsOf({ uri }: ArticleHead): Promise<FileFacts | undefined> {
  if (uri === undefined) return undefined;
  const path = fileURLToPath(uri);
  const stats = await stat(path).catch(() => undefined);
  return stats && { path, size: stats.size, modified: stats.mtime.toISOString() };
}
