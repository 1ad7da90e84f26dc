/** Builds the tests and runs them with Node's own runner, those of the index on a Node that has SQLite: `node scripts/run-tests.mjs [part of a file's path]...`. */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { findNodeWithSqlite } from '../test/vscode/build.mjs';

const wanted = process.argv.slice(2);
const build = spawnSync(process.execPath, ['esbuild.mjs', '--tests'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

// Node 20 takes folders and no patterns, later ones patterns and no folders: both take files.
const files = readdirSync('out/test', { recursive: true })
  .filter(
    (it) => it.endsWith('.test.cjs') && (wanted.length === 0 || wanted.some((part) => it.includes(part))),
  )
  .map((it) => `out/test/${it}`)
  .sort();
if (files.length === 0) {
  console.error(`No test file's path holds ${wanted.join(' or ')}.`);
  process.exit(1);
}
const needsSqlite = (file) => file.startsWith('out/test/disk/');
const run = (node, some) =>
  some.length === 0 ||
  spawnSync(node, ['--test', '--enable-source-maps', '--test-reporter=spec', ...some], { stdio: 'inherit' })
    .status === 0;
const isPassed = run(
  process.execPath,
  files.filter((it) => !needsSqlite(it)),
);
const stored = files.filter(needsSqlite);
process.exit(run(stored.length > 0 && (await findNodeWithSqlite()), stored) && isPassed ? 0 : 1);
