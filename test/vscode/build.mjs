/** Bundles this folder into `out/test-vscode`, so that any Node the product runs on can run it. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const out = join(folder, '..', '..', 'out', 'test-vscode');

const shared = {
  absWorkingDir: folder,
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
};
/** Programs of Node's. */
const programs = { ...shared, outExtension: { '.js': '.mjs' }, format: 'esm', packages: 'external' };

/** The program of a Node that has SQLite: this one, or one that npm brings. */
export async function findNodeWithSqlite() {
  if (hasSqlite()) return process.execPath;
  await build({ ...programs, entryPoints: { 'install-node': 'stand-in/install-node.ts' } });
  const { installNode } = await import(pathToFileURL(join(out, 'install-node.mjs')).href);
  return installNode();
}

/** With its search in texts. */
function hasSqlite() {
  try {
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    new DatabaseSync(':memory:').exec('CREATE VIRTUAL TABLE can USING fts5(it)');
    return true;
  } catch {
    return false;
  }
}

/** Returns the folder of the bundles. */
export async function buildTests() {
  await Promise.all([
    build({
      ...programs,
      entryPoints: {
        launch: 'launch.ts',
        visit: 'ui/visit.ts',
        story: 'ui/story.ts',
        view: 'ui/view.ts',
        sheet: 'ui/sheet.ts',
        'open-editor': 'open-editor.ts',
      },
    }),
    // @vscode/test-electron spawns this one as if it were VS Code's own executable.
    build({
      ...programs,
      entryPoints: { code: 'stand-in/code.ts' },
      banner: { js: '#!/usr/bin/env node' },
    }),
    // VS Code's extension host loads the suite with `require`.
    build({
      ...shared,
      entryPoints: { 'suite/index': 'suite/index.ts', 'suite/stet': 'suite/stet.ts' },
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      external: ['vscode', 'mocha'],
    }),
    build({
      ...shared,
      platform: 'browser',
      target: 'es2023',
      entryPoints: { 'suite/index-web': 'suite/index-web.ts' },
      format: 'cjs',
      external: ['vscode'],
    }),
  ]);
  await chmod(join(out, 'code.mjs'), 0o755);
  return out;
}
