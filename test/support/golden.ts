/** Compares text with a committed file. `UPDATE=1 npm test` rewrites the file instead: read the difference. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export function assertGolden(path: string, actual: string): void {
  if (process.env.UPDATE) writeFileSync(path, actual);
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : '';
  assert.equal(actual, expected, `${path} is out of date: run UPDATE=1 npm test and read the difference`);
}
