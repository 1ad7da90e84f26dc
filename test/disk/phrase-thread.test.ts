/** Noun phrases, on the thread that is built for them. */

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { phrasesOnThread } from '../../server/src/disk/phrase-thread.ts';
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
