/** Builds the extension, the server and the command into dist/; with --tests, the tests into out/test/. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const MODULE_URL = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // One of our dependencies asks for its module's address, which CommonJS does not have.
  define: {
    STET_VERSION: JSON.stringify(version),
    STET_READING: JSON.stringify(hashOfReading()),
    'import.meta.url': 'moduleUrl',
  },
  banner: { js: MODULE_URL },
  logLevel: 'warning',
};

/** In a browser the client is a CommonJS module of VS Code's, and the server a script of a web worker. */
const web = { ...common, minify: true, platform: 'browser', target: 'es2023', banner: {} };
const webServer = { ...web, entryPoints: { 'server-web': 'server/src/main-web.ts' }, format: 'iife' };

if (process.argv.includes('--tests')) {
  rmSync('out/test', { recursive: true, force: true });
  const files = readdirSync('test', { recursive: true }).filter(
    (it) => it.endsWith('.test.ts') && !it.startsWith('vscode'),
  );
  await build({
    ...common,
    sourcemap: 'inline',
    entryPoints: files.map((it) => `test/${it}`),
    outdir: 'out/test',
    outbase: 'test',
    packages: 'external',
    outExtension: { '.js': '.cjs' },
  });
  await build({ ...webServer, outdir: 'out/test' });
  await storeArticles('assets/names.model', 'out/test/seeds.json');
} else {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  await build({
    ...common,
    minify: true,
    entryPoints: {
      client: 'client/src/extension.ts',
      server: 'server/src/main-node.ts',
      command: 'server/src/main-cli.ts',
      phrases: 'server/src/main-phrases.ts',
    },
    external: ['vscode'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
  });
  await build({
    ...web,
    entryPoints: { 'client-web': 'client/src/extension-web.ts' },
    external: ['vscode'],
    outdir: 'dist',
  });
  await build({ ...webServer, outdir: 'dist' });
  await build({
    ...common,
    minify: true,
    entryPoints: { cli: 'server/src/main-stet.ts' },
    banner: { js: `#!/usr/bin/env node\n${MODULE_URL}` },
    outdir: 'dist',
  });
  cpSync('assets/names.model', 'dist/names.model');
  await storeArticles('dist/names.model', 'dist/seeds.json');
  for (const file of readdirSync('dist'))
    console.log(`dist/${file}`, `${Math.round(statSync(`dist/${file}`).size / 1024)} kB`);
}

/** Of all that decides how an article is read and stored: what was stored by something else is read anew. */
function hashOfReading() {
  const hash = createHash('sha256').update(readFileSync('assets/names.model'));
  for (const folder of ['server/src/core', 'server/src/corpus', 'seeds']) {
    for (const file of readdirSync(folder, { recursive: true }).sort())
      if (/\.(?:ts|txt)$/.test(file)) hash.update(readFileSync(`${folder}/${file}`));
  }
  return hash.update(readFileSync('server/src/noun-phrases.ts')).digest('hex').slice(0, 16);
}

/** What the bundled articles say is read now, so that it need not be at every start. */
async function storeArticles(model, out) {
  await build({
    ...common,
    entryPoints: ['server/src/main-store.ts'],
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
  });
  execFileSync(process.execPath, ['out/main-store.cjs', 'seeds', model, out]);
}
