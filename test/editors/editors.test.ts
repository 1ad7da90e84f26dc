/** Stet in other editors: the built command as their language server, driven without a screen. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What an editor was shown of the sample, and its text after a fix was taken. */
interface Answers {
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly text: string;
}

before(() => {
  if (!existsSync('dist/cli.js')) execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'ignore' });
});

const REPORTED = [
  'name/conflicts-with-sources',
  'quote/altered',
  'date/weekday-mismatch',
  'name/conflicts-with-sources',
];

/** Runs an editor on a copy of the sample; it prints its answers as a line of JSON. */
function runEditor(command: string, args: (draft: string) => readonly string[]): Answers {
  const folder = temporaryFolder();
  const draft = join(folder, 'visit.txt');
  copyFileSync('sample/visit.txt', draft);
  const { stdout, stderr } = spawnSync(command, args(draft), {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, STET_NODE: process.execPath, STET_CLI: resolve('dist/cli.js'), STET_DRAFT: draft },
  });
  const line = stdout.split('\n').find((it) => it.startsWith('{'));
  assert.ok(line, `${stdout}\n${stderr}`);
  return JSON.parse(line);
}

function assertChecked({ diagnostics, hover, text }: Answers): void {
  assert.equal(diagnostics.length, REPORTED.length, diagnostics.join('\n'));
  for (const [index, rule] of REPORTED.entries()) assert.ok(diagnostics[index]?.includes(rule), rule);
  assert.match(hover, /^(?:\*\*)?Lee Jae Myung.*“Lee Jae Myung”: 3 sources.*5 articles searched\./s);
  const fixed = readFileSync('sample/visit.txt', 'utf8').replaceAll('Lee Jae-myung', 'Lee Jae Myung');
  assert.equal(text.trimEnd(), fixed.trimEnd());
}

/** Why a test can't run here; false where it can. */
function missing(command: string, ...args: readonly string[]): string | false {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
    ? false
    : `${command} is not installed here, or not with its language client`;
}

test('Neovim shows findings and a hover, and takes a fix', { skip: missing('nvim', '--version') }, () => {
  assertChecked(
    runEditor('nvim', (draft) => [
      ...['--headless', '-u', 'NONE', draft],
      ...['-c', `luafile ${resolve('test/editors/neovim.lua')}`],
    ]),
  );
});

const WITH_EGLOT = ['--batch', '-f', 'package-initialize', '--eval', "(require 'eglot)"];

test('Emacs shows findings and a hover, and takes a fix', { skip: missing('emacs', ...WITH_EGLOT) }, () => {
  assertChecked(runEditor('emacs', () => ['--batch', '-l', resolve('test/editors/eglot.el')]));
});
