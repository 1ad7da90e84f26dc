/** A draft is checked by itself while the sources are still being read, and against them when they are. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FolderDesk } from '../../server/src/corpus/folder-desk.ts';
import { letOthersIn } from '../../server/src/slices.ts';
import { deskFolder, EDITING } from '../support/desk-folder.ts';
import { deskParts } from '../support/desk-parts.ts';

const REFRESHED = {
  ...EDITING,
  workspace: { ...EDITING.workspace, diagnostics: { refreshSupport: true } },
};

test('what needs no source is shown before the sources are read, and the rest when they are', async () => {
  const desk = deskFolder({
    'stet.yaml': 'sources: [wires]\n',
    'wires/a.txt': 'Lee Jae Myung met reporters. “Nothing has changed,” Lee Jae Myung said.\n',
    'draft.txt': 'Lee Jae-myung left on April 31.\n',
  });
  let allow = (): void => {};
  const allowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const { client, findings } = await desk.open('draft.txt', {
    capabilities: REFRESHED,
    parts: {
      patience: 0,
      readArticle: async (source) => {
        await allowed;
        return deskParts.readArticle(source);
      },
    },
  });
  const refreshed = new Promise<void>((resolve) => {
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    });
  });
  const codes = async () => (await findings()).map((it) => it.code);
  assert.deepEqual(await codes(), ['date/impossible']);
  allow();
  await refreshed;
  assert.deepEqual(await codes(), ['name/conflicts-with-sources', 'date/impossible']);
  await client.stop();
});

test('which files are drafts is told when all sources are read, however impatient who checks them is', async () => {
  const { path, uri } = deskFolder({
    'stet.yaml': 'sources: [a.txt]\n',
    'a.txt': 'Lee Jae Myung met reporters.\n',
    'draft.txt': 'Lee Jae Myung left.\n',
  });
  const desk = new FolderDesk({
    ...deskParts,
    patience: 0,
    readArticle: async (source) => {
      // Whoever has no patience has gone by then.
      await letOthersIn();
      return deskParts.readArticle(source);
    },
  });
  const settings = { sources: undefined, severities: {}, isTrusted: true };
  assert.deepEqual(await desk.draftsIn([pathToFileURL(path).href], settings), [uri('draft.txt')]);
});
