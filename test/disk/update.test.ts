/** Archives stay as the files are that they come from. */

import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Archives, OpenArchive } from '../../server/src/archives.ts';
import type { NamedSources } from '../../server/src/corpus/find-sources.ts';
import { FolderDesk } from '../../server/src/corpus/folder-desk.ts';
import { deskParts } from '../support/desk-parts.ts';
import { archivesIn } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAYOR = 'Mayor Ilse Brandvold opened the bridge.\n';

/** A folder of sources, and one for their archive. */
function desk(texts: Readonly<Record<string, string | Uint8Array>>) {
  const base = temporaryFolder();
  const write = (name: string, text: string | Uint8Array) => writeFileSync(join(base, name), text);
  for (const [name, text] of Object.entries(texts)) write(name, text);
  return { base, write, cache: temporaryFolder(), named: { base, patterns: ['.'] } };
}

const THREE = {
  'a.txt': MAYOR,
  'b.txt': 'Xi Jinping was in Beijing.\n',
  'c.txt': 'Lee Jae Myung was too.\n',
};

async function open(archives: Archives, named: NamedSources): Promise<OpenArchive> {
  const archive = await archives.open(named);
  assert.ok(archive && 'library' in archive, JSON.stringify(archive));
  return archive;
}

function idsOf(archive: OpenArchive): string[] {
  return [...archive.library.articles()].map((it) => it.head.id);
}

test('few sources are no archive', async () => {
  const { named, cache } = desk({ 'a.txt': MAYOR, 'b.txt': MAYOR });
  assert.equal(await archivesIn(cache).open(named), undefined);
  assert.deepEqual(readdirSync(cache), []);
});

test('sources are read once, and then what has changed', async () => {
  const { named, cache, base, write } = desk(THREE);
  let read: string[] = [];
  const openAgain = () => {
    read = [];
    return open(archivesIn(cache, { onRead: (id) => read.push(id) }), named);
  };
  assert.deepEqual(idsOf(await openAgain()), ['a.txt', 'b.txt', 'c.txt']);
  assert.deepEqual(read, ['a.txt', 'b.txt', 'c.txt']);

  const first = await openAgain();
  assert.deepEqual(read, []);
  assert.equal(first.library.size, 3);

  write('b.txt', 'Xi Jinping stayed in Beijing.\n');
  write('d.txt', 'Sanae Takaichi called.\n');
  rmSync(join(base, 'a.txt'));
  const archive = await openAgain();
  assert.deepEqual(read, ['b.txt', 'd.txt']);
  assert.deepEqual(idsOf(archive).sort(), ['b.txt', 'c.txt', 'd.txt']);
  assert.deepEqual(archive.library.corpusAbout('Ilse Brandvold').articles, []);
  assert.equal(
    archive.library.corpusAbout('Xi Jinping').articles[0]?.reading.text,
    'Xi Jinping stayed in Beijing.\n',
  );
});

test('a file that was written to and says the same is not read again', async () => {
  const { named, cache, base } = desk(THREE);
  await open(archivesIn(cache), named);
  utimesSync(join(base, 'a.txt'), 1, 1);
  const read: string[] = [];
  for (let i = 0; i < 2; i++) await open(archivesIn(cache, { onRead: (id) => read.push(id) }), named);
  assert.deepEqual(read, []);
});

test('an archive that is open is brought up to date when one of its files is said to have changed', async () => {
  const { named, cache, base, write } = desk(THREE);
  const archives = archivesIn(cache);
  const uriOf = (name: string) => `file://${join(base, name)}`;
  const first = await open(archives, named);
  write('b.txt', 'Wang Yi was in Beijing.\n');
  archives.changed(['file:///elsewhere/b.txt']);
  assert.equal((await open(archives, named)).library, first.library);
  archives.changed([uriOf('b.txt')]);
  const second = await open(archives, named);
  assert.notEqual(second.library.revision, first.library.revision);
  assert.equal(second.library.corpusAbout('Wang Yi').articles.length, 1);
});

test('what can’t be read is named with the reason, and all else is indexed', async () => {
  const { named, cache, base } = desk({
    ...THREE,
    'empty.txt': '',
    'binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]),
    'wrong.json': '{"a":',
    'western.txt': new Uint8Array(Buffer.from('Ren\xe9 Prud\x92homme spoke in Paris.', 'latin1')),
    'secret.txt': MAYOR,
  });
  mkdirSync(join(base, 'folder.txt'));
  symlinkSync(base, join(base, 'loop'));
  rmSync(join(base, 'secret.txt'));
  symlinkSync(join(base, 'nowhere.txt'), join(base, 'secret.txt'));
  const archive = await open(archivesIn(cache), { ...named, patterns: ['.', 'missing'] });
  assert.deepEqual(idsOf(archive), ['a.txt', 'b.txt', 'c.txt', 'western.txt']);
  assert.deepEqual(
    archive.skipped.map((it) => it.path.slice(it.path.lastIndexOf('/') + 1)),
    ['missing', 'binary.txt', 'empty.txt', 'wrong.json'],
  );
  assert.ok(archive.skipped.every((it) => it.reason.length > 10));
});

test('what was left off goes on where it was', async () => {
  const texts = Array.from({ length: 200 }, (_, i) => [`${1000 + i}.txt`, `Ilse Brandvold${i} spoke.\n`]);
  const { named, cache } = desk(Object.fromEntries(texts));
  let read: string[] = [];
  const archives = archivesIn(cache, { onRead: (id) => read.push(id) });
  archives.listen({ changed: () => {}, reading: ({ done, cancel }) => (done > 0 ? cancel() : undefined) });
  const part = await open(archives, named);
  assert.ok(read.length >= 64 && read.length < 200, String(read.length));
  assert.equal(part.library.size, read.length);
  assert.match(part.skipped[0]?.reason ?? '', /^reading was left off.*: \d+ files to go$/);

  const before = read;
  read = [];
  const whole = await open(archivesIn(cache, { onRead: (id) => read.push(id) }), named);
  assert.equal(whole.library.size, 200);
  assert.deepEqual(
    [...before, ...read],
    texts.map(([id]) => id),
  );
});

test('what another version has read is read anew', async () => {
  const { named, cache } = desk(THREE);
  await open(archivesIn(cache), named);
  const read: string[] = [];
  const archive = await open(archivesIn(cache, { build: 'newer', onRead: (id) => read.push(id) }), named);
  assert.equal(read.length, 3);
  assert.equal(archive.library.size, 3);
});

test('of two windows one reads and the other waits', async () => {
  const texts = Array.from({ length: 150 }, (_, i) => [`${1000 + i}.txt`, `Ilse Brandvold${i} spoke.\n`]);
  const { named, cache } = desk(Object.fromEntries(texts));
  const read: string[] = [];
  const windows = [1, 2].map(() => archivesIn(cache, { onRead: (id) => read.push(id) }));
  const opened = await Promise.all(windows.map((it) => open(it, named)));
  assert.equal(read.length, 150);
  assert.deepEqual(
    opened.map((it) => it.library.size),
    [150, 150],
  );
});

test('where nothing can be kept, the sources are read as ever, and that is said', async () => {
  const { named, cache } = desk(THREE);
  writeFileSync(join(cache, 'file'), 'in the way');
  const inFile = new FolderDesk({ ...deskParts, archives: archivesIn(join(cache, 'file')) });
  const { kept } = await open(archivesIn(cache), named);
  rmSync(kept.path);
  mkdirSync(kept.path);
  const inFolder = new FolderDesk({ ...deskParts, archives: archivesIn(cache) });
  for (const it of [inFile, inFolder]) {
    const { library, skipped } = await it.libraryOf({ named });
    assert.equal(library.size, 3);
    assert.match(skipped[0]?.reason ?? '', /^the index can’t be written: /);
  }
});

test('a folder of sources that may only be read works, and nothing is written there', async () => {
  const { named, cache, base } = desk(THREE);
  const before = readdirSync(base);
  chmodSync(base, 0o500);
  const archive = await open(archivesIn(cache), named);
  chmodSync(base, 0o700);
  assert.equal(archive.library.size, 3);
  assert.deepEqual(readdirSync(base), before);
  assert.ok(statSync(archive.kept.path ?? '').size > 0);
});
