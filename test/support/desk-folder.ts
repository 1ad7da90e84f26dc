/** A desk's folder on disk, and its server: what an editor does there, played through the protocol. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MODERN, type StartOptions, startServer, type TestClient } from './start-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface DeskFolder {
  readonly path: string;
  uri(name: string): string;
  read(name: string): string;
  write(name: string, text: string): void;
  /** Starts a server for the folder and opens a file of it. */
  open(name: string, options?: StartOptions): Promise<OpenDraft>;
}

interface OpenDraft {
  readonly client: TestClient;
  readonly uri: string;
  findings(): Promise<readonly Diagnostic[]>;
  actions(range: Range, context?: object): Promise<readonly CodeAction[]>;
  /** Takes the action whose title begins so, as the client would: edits of files are made on disk. */
  take(title: string, range: Range): Promise<void>;
}

/** A client that edits several files in one step. */
export const EDITING = {
  ...MODERN,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

/** A new folder with these files in it. */
export function deskFolder(files: Readonly<Record<string, string>>): DeskFolder {
  const path = temporaryFolder();
  const desk: DeskFolder = {
    path,
    uri: (name) => pathToFileURL(join(path, name)).href,
    read: (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : ''),
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    open: (name, options) => openDraft(desk, name, options),
  };
  for (const [name, text] of Object.entries(files)) desk.write(name, text);
  return desk;
}

async function openDraft(desk: DeskFolder, name: string, options: StartOptions = {}): Promise<OpenDraft> {
  const workspace = pathToFileURL(desk.path).href;
  const client = await startServer({ capabilities: EDITING, workspace, ...options });
  const uri = desk.uri(name);
  await client.open(uri, desk.read(name), name.endsWith('.md') ? 'markdown' : 'plaintext');
  const actions: OpenDraft['actions'] = (range, context = {}) =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  return {
    client,
    uri,
    findings: async () => {
      const { items } = await client.connection.sendRequest<{ readonly items: readonly Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return items;
    },
    actions,
    take: async (title, range) => {
      const all = await actions(range);
      const action = all.find((it) => it.title.startsWith(title));
      assert.ok(action, `${title} is not among: ${all.map((it) => it.title).join(' | ')}`);
      for (const change of action.edit?.documentChanges ?? []) {
        if (!('edits' in change)) continue;
        const file = change.textDocument.uri.slice(workspace.length + 1);
        const before = TextDocument.create('', '', 0, desk.read(file));
        desk.write(file, TextDocument.applyEdits(before, change.edits as TextEdit[]));
      }
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    },
  };
}
