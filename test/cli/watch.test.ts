/** `stet check --watch`, and `stet index` where there is little to index. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { watch } from '../../server/src/cli/watch.ts';
import { deskFolder } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';

test('what is watched is printed where it is another, until somebody stops it', async () => {
  const seen = ['one finding', 'one finding', 'none'];
  const stopping = new AbortController();
  const printed: string[] = [];
  let looks = 0;
  const look = async () => {
    const it = seen[looks++] ?? '';
    if (looks === seen.length) stopping.abort();
    return { printed: it, exitCode: it === 'none' ? 0 : 1 };
  };
  assert.equal(await watch(look, (it) => printed.push(it), stopping.signal), 0);
  assert.deepEqual(printed, ['one finding', 'none']);
});

test('a watched draft is checked as any other', async () => {
  const desk = deskFolder({
    'wires/a.txt': 'Mayor Ilse Brandvold opened the bridge.\n',
    'story.txt': 'Ilse Brandvolt opened the bridge.\n',
  });
  const args = ['--sources', join(desk.path, 'wires'), join(desk.path, 'story.txt')];
  const once = await stet(['check', ...args]);
  const watched = await stet(['check', '--watch', ...args], '', AbortSignal.abort());
  assert.match(watched.stdout, /Ilse Brandvold/);
  assert.deepEqual(watched, once);
});

test('what can’t be watched is said', async () => {
  for (const args of [['-'], ['--batch', 'cases.jsonl', '--format', 'jsonl']]) {
    const { exitCode, stderr } = await stet(['check', '--watch', ...args]);
    assert.equal(exitCode, 2);
    assert.match(stderr, /watch/);
  }
});

test('few sources have no index, and why is said', async () => {
  const { exitCode, stdout } = await stet(['index', '--sources', 'seeds']);
  assert.equal(exitCode, 0);
  assert.match(
    stdout,
    /^5 articles .*\n.* read whenever they are needed.* index .*\.\n$|without an index\.\n$/,
  );
  assert.equal((await stet(['index', '--sources', 'seeds', '--sources', 'nowhere'])).exitCode, 2);
});
