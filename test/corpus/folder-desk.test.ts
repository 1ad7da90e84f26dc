/** The desk on disk: what it reads again when something has changed, and what it keeps. */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FolderDesk } from '../../server/src/corpus/folder-desk.ts';
import { deskParts } from '../support/desk-parts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('after a change on disk only the files that were written are read, and equal articles are the same corpus', async () => {
  const base = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(base, name), text);
  write('a.txt', 'Lee Jae Myung left.\n');
  write('b.txt', 'Xi Jinping stayed.\n');
  let read: string[] = [];
  const desk = new FolderDesk({
    ...deskParts,
    readArticle: (source) => {
      read.push(source.id);
      return deskParts.readArticle(source);
    },
  });
  const library = async () => {
    read = [];
    desk.refresh();
    return (await desk.libraryOf({ named: { patterns: ['.'], base } })).library;
  };
  const first = await library();
  assert.deepEqual(read, ['a.txt', 'b.txt']);
  assert.equal(await library(), first);
  assert.deepEqual(read, []);

  write('b.txt', 'Xi Jinping stayed in Beijing.\n');
  const second = await library();
  assert.deepEqual(read, ['b.txt']);
  assert.notEqual(second.revision, first.revision);
  assert.equal([...second.articles()][1]?.reading.text, 'Xi Jinping stayed in Beijing.\n');

  rmSync(join(base, 'a.txt'));
  assert.deepEqual(
    [...(await library()).articles()].map((it) => it.head.id),
    ['b.txt'],
  );
  assert.deepEqual(read, []);
});
