/**
 * `npm start`: builds, prints what Stet finds in the sample, and opens the sample in a real VS Code.
 * `npm start -- --no-editor` stops after the report.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTests } from '../test/vscode/build.mjs';

const checkout = join(import.meta.dirname, '..');
const sample = join('sample', 'visit.txt');
const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean', default: false } } });

run('npm', ['run', '--silent', 'build'], { shell: process.platform === 'win32' });
console.log(`\nWhat Stet finds in ${sample}:\n`);
run(process.execPath, [join('dist', 'cli.js'), 'check', sample, '--fail-on', 'none']);

if (!values['no-editor']) {
  console.log('');
  const { openEditor } = await import(pathToFileURL(join(await buildTests(), 'open-editor.mjs')).href);
  await openEditor(join(checkout, sample));
}

/**
 * Runs a step, and ends here if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { ...options, cwd: checkout, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
