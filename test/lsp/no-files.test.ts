/** Folders that are on no disk, for a client that can’t be asked for their files. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { deskFolder } from '../support/desk-folder.ts';

test('where the client serves no files, a draft of a folder that is on no disk is checked, and the storage keeps what is decided of it', async () => {
  const storage = deskFolder({});
  const desk = deskFolder({ 'draft.txt': '' });
  const { client } = await desk.open('draft.txt', {
    folders: ['vscode-vfs://github/desk/stories'],
    initializationOptions: { storage: storage.uri('').replace(/\/$/, '') },
  });
  const textDocument = { uri: 'vscode-vfs://github/desk/stories/one.txt' };
  await client.open(textDocument.uri, 'The vote is on April 31.\n');
  const at = { line: 0, character: 18 };
  const actions = await client.connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const change = actions.find((it) => it.title === 'Let it stand always')?.edit?.documentChanges?.at(-1);
  assert.ok(change && 'edits' in change, actions.map((it) => it.title).join(' | '));
  assert.equal(change.textDocument.uri, storage.uri('stet.yaml'));
  await client.stop();
});
