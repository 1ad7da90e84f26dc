/** Noun phrases, by the program that is built for them. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { phrasesOnThread } from '../../server/src/disk/phrase-thread.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tools } from '../support/tools.ts';

const SCRIPT = resolve('dist/phrases.cjs');
const CLAUSES = ['In a letter, the board', 'and then', 'a familiar voice', 'the board'];

test('clauses are answered in their order, as they are on this thread, again and again', async () => {
  const find = phrasesOnThread(SCRIPT);
  const expected = CLAUSES.map(tools.nounPhraseAtEnd);
  assert.ok(expected.some((it) => it) && expected.some((it) => !it));
  assert.deepEqual(await find(CLAUSES), expected);
  assert.deepEqual(await find(CLAUSES.slice(1)), expected.slice(1));
});

test('what is not found in time counts as none, and so does what a thread that dies was asked', async () => {
  assert.deepEqual(await phrasesOnThread(SCRIPT, 0)(CLAUSES), []);
  assert.deepEqual(await phrasesOnThread(resolve('dist/no-such.cjs'))(CLAUSES), []);
});

test('a thread that nobody asks any more ends, and another one is started for who does', async () => {
  const started: Worker[] = [];
  const note = (worker: Worker) => started.push(worker);
  process.on('worker', note);
  const find = phrasesOnThread(SCRIPT, undefined, 0);
  const expected = CLAUSES.map(tools.nounPhraseAtEnd);
  assert.deepEqual(await find(CLAUSES), expected);
  const [first] = started;
  assert.ok(first);
  await once(first, 'exit');
  assert.deepEqual(await find(CLAUSES), expected);
  process.off('worker', note);
  assert.equal(started.length, 2);
});

test('a command loads it when it needs it', () => {
  const story = join(temporaryFolder(), 'story.txt');
  writeFileSync(story, 'Multiple outlets called it “a step too far,” and waited.\n');
  const found = execFileSync(process.execPath, ['dist/cli.js', 'annotate', story], { encoding: 'utf8' });
  assert.match(found, /Multiple outlets/);
});
