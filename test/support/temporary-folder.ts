/** Folders for a test's files, which are gone when its process ends. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'stet-test-'));
  made.push(path);
  return path;
}

process.on('exit', () => {
  for (const it of made) rmSync(it, { recursive: true, force: true });
});
