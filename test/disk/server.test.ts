/** Large sources in the editor: read meanwhile, shown as they come in, and kept as the files are. */

import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { ArchiveOptions } from '../../server/src/disk/disk-archives.ts';
import { updateOnThread } from '../../server/src/disk/update-thread.ts';
import { deskFolder, EDITING } from '../support/desk-folder.ts';
import { archivesIn } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DRAFT = 'Mayor Ilse Brandvolt3 opened the bridge.\n';

/** A desk with as many wires, whose server reads them while it is asked. */
async function open(wires: number, update?: ArchiveOptions['update']) {
  const texts = Array.from({ length: wires }, (_, i) => [
    `wires/${1000 + i}.txt`,
    `Mayor Ilse Brandvold${i} opened the bridge.\n`,
  ]);
  const desk = deskFolder({
    'stet.yaml': 'sources: [wires]\n',
    'draft.txt': DRAFT,
    ...Object.fromEntries(texts),
  });
  const draft = await desk.open('draft.txt', {
    archives: archivesIn(temporaryFolder(), { waits: false, ...(update && { update }) }),
    capabilities: {
      ...EDITING,
      window: { workDoneProgress: true },
      workspace: { ...EDITING.workspace, diagnostics: { refreshSupport: true } },
    },
  });
  const refreshes = new EventEmitter();
  const shown: string[] = [];
  const { connection } = draft.client;
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes.emit('refresh');
    return null;
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', ({ value }: { value: { kind: string; message?: string } }) => {
    shown.push(value.message ?? value.kind);
  });
  /** Asks until the findings are so: each time when the server has said that there is something new. */
  const until = async (isRight: (messages: readonly string[]) => boolean) => {
    for (;;) {
      const refreshed = once(refreshes, 'refresh');
      const found = (await draft.findings()).map((it) => String(it.message));
      if (isRight(found)) return found;
      await refreshed;
    }
  };
  return { desk, ...draft, until, shown };
}

test('a draft is checked against many sources when they are in, and the editor sees how far they are', async () => {
  const { client, until, shown } = await open(200);
  const [found] = await until((all) => all.some((it) => it.includes('1 source has “Ilse Brandvold3”')));
  assert.match(found ?? '', /200 articles searched/);
  assert.equal(shown[0], 'begin');
  assert.ok(
    shown.some((it) => /^\d+ of 200 files$/.test(it)),
    shown.join(),
  );
  assert.equal(shown.at(-1), 'end');
  await client.stop();
});

test('many sources are read on a thread of their own', async () => {
  const { client, until } = await open(70, updateOnThread(resolve('dist/server.cjs')));
  await until((all) => all.some((it) => it.includes('1 source has “Ilse Brandvold3”')));
  await client.stop();
});

test('a source that is written, added or deleted is heeded at once', async () => {
  const { client, desk, until } = await open(20);
  await until((all) => all.length === 1);
  const tell = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: desk.uri(name), type: 2 }],
    });
  desk.write('wires/1003.txt', 'Mayor Ilse Brandvolt3 opened the bridge.\n');
  desk.write('wires/2000.txt', 'Mayor Ilse Brandvollt3 opened another bridge.\n');
  await tell('wires/1003.txt');
  await until((all) => all.some((it) => it.includes('“Ilse Brandvollt3”')));
  rmSync(join(desk.path, 'wires', '2000.txt'));
  await tell('wires/2000.txt');
  await until((all) => all.length === 0);
  await client.stop();
});
