/** Check Workspace: asked for, shown while it runs, cancelled, and what it leaves behind. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { DraftSheet, SignOff, StatusParams, WorkspaceChecked } from '../../server/src/lsp/protocol.ts';
import { type DeskFolder, deskFolder, EDITING } from '../support/desk-folder.ts';
import { type StartOptions, startServer, type TestClient } from '../support/start-server.ts';

const FILES = {
  'stories/one.txt': 'President Lee Jae-myung left.\n\nThe vote is on April 31.\n',
  'stories/two.md':
    '# Visit\n\nPresident **Lee Jae-myung** spoke. <!-- stet-disable-next-line -->\n\nLee Jae-myung left.\n',
  'stories/clean.txt': 'President Lee Jae Myung left.\n',
  'wires/a.txt': 'President Lee Jae Myung left on Sunday.\n',
  'stet.yaml': [
    'sources: [wires]',
    'decisions:',
    '  - { draft: stories/gone.txt, rule: date/impossible, words: June 31 }',
    '  - { rule: name/conflicts-with-sources, words: Kim Jong-un }',
    '  - { draft: stories/one.txt, rule: date/impossible, words: April 31 }',
    '',
  ].join('\n'),
};

/** What the client has been sent of each file, by its name, the last state of each. */
function watch(desk: DeskFolder, { connection }: TestClient) {
  const shown = new Map<string, readonly string[]>();
  const waiting = new Map<string, (codes: readonly string[]) => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      const codes = diagnostics.map((it) => `${it.code}${it.tags ? ' (unused)' : ''}`);
      const path = uri.slice(desk.uri('').length + 1);
      shown.set(path, codes);
      waiting.get(path)?.(codes);
    },
  );
  /** What the client is sent next of a file. */
  const next = (path: string) => new Promise<readonly string[]>((resolve) => waiting.set(path, resolve));
  return { shown: shown as ReadonlyMap<string, readonly string[]>, next };
}

const checkWorkspace = (client: TestClient, params: object = {}) =>
  client.connection.sendRequest<WorkspaceChecked>('workspace/executeCommand', {
    command: 'stet.checkWorkspace',
    ...params,
  });

async function start(desk: DeskFolder, options: StartOptions = {}) {
  const { client } = await desk.open('stories/clean.txt', options);
  return { client, ...watch(desk, client) };
}

test('every draft is checked, what is no draft is not, and decisions that hold for nothing are shown', async () => {
  const desk = deskFolder(FILES);
  const { client, shown, next } = await start(desk);
  const { sheets, ...answer } = await checkWorkspace(client);
  assert.deepEqual(answer, { drafts: 3, of: 3, findings: 2, unused: 2, unread: [], cancelled: false });
  assert.deepEqual(Object.fromEntries(shown), {
    'stories/one.txt': ['name/conflicts-with-sources'],
    'stories/two.md': ['name/conflicts-with-sources'],
    'stet.yaml': ['unused-decision (unused)', 'unused-decision (unused)'],
  });
  assert.deepEqual(
    sheets.map(({ path, rows }) => [path, ...rows.map((it) => `${it.text}: ${it.state}`)]),
    [
      ['stories/clean.txt', 'Lee Jae Myung: agrees with 1 source'],
      ['stories/one.txt', 'Lee Jae-myung: differs', 'April 31: let stand'],
      ['stories/two.md', 'Lee Jae-myung: differs'],
    ],
  );

  // What is opened shows its findings by itself.
  await client.open(desk.uri('stories/one.txt'), FILES['stories/one.txt']);
  await client.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: desk.uri('stories/one.txt') },
  });
  assert.deepEqual(shown.get('stories/one.txt'), []);

  // A file that is written as it was is said to have changed all the same, and late.
  const changed = (paths: readonly string[]) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map((it) => ({ uri: desk.uri(it), type: 2 })),
    });
  const again = next('stories/two.md');
  await changed(['stories/two.md']);
  assert.deepEqual(await again, ['name/conflicts-with-sources']);

  desk.write('stories/two.md', '# Visit\n');
  desk.write('stet.yaml', 'sources: [wires]\n');
  await changed(['stories/two.md', 'stet.yaml']);
  assert.equal((await checkWorkspace(client)).unused, 0);
  assert.deepEqual([shown.get('stories/two.md'), shown.get('stet.yaml')], [[], []]);
  await client.stop();
});

test('a folder that is added to the workspace is checked with it, one that is removed is not', async () => {
  const [desk, other] = [deskFolder(FILES), deskFolder({ 'three.txt': 'The vote is on April 31.\n' })];
  const { client } = await start(desk, {
    capabilities: { ...EDITING, workspace: { ...EDITING.workspace, workspaceFolders: true } },
  });
  const folder = (it: DeskFolder) => ({ uri: it.uri('').replace(/\/$/, ''), name: it.path });
  const change = async (added: DeskFolder[], removed: DeskFolder[]) => {
    const event = { added: added.map(folder), removed: removed.map(folder) };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    return (await checkWorkspace(client)).of;
  };
  assert.equal(await change([other], []), 4);
  assert.equal(await change([], [desk]), 1);
  await client.stop();
});

test('stet.yaml says what the drafts are, and what can’t be read is said not to be', async () => {
  const desk = deskFolder({
    ...FILES,
    'stet.yaml': 'sources: [wires]\ndrafts: ["stories/*.txt"]\n',
    'stories/odd.txt': 'NUL \0 NUL',
  });
  const { client } = await start(desk);
  const { drafts, of, unread } = await checkWorkspace(client);
  assert.deepEqual([drafts, of], [2, 3]);
  assert.deepEqual(unread, [
    { uri: desk.uri('stories/odd.txt'), reason: 'it is not text: it holds NUL bytes' },
  ]);
  await client.stop();
});

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string; readonly cancellable?: boolean; readonly message?: string };
}

const SHOWING = { ...EDITING, window: { workDoneProgress: true } };

test('the client sees how far it has come', async () => {
  const desk = deskFolder(FILES);
  const { client } = await start(desk, { capabilities: SHOWING });
  const seen: string[] = [];
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('$/progress', ({ value }: Progress) => {
    seen.push(value.message ?? `${value.kind}${value.cancellable ? ', can be cancelled' : ''}`);
  });
  await checkWorkspace(client);
  assert.deepEqual(seen, [
    'begin, can be cancelled',
    '1 of 3: clean.txt',
    '2 of 3: one.txt',
    '3 of 3: two.md',
    'end',
  ]);
  // A client that has asked for progress gets it under its own name.
  const tokens = new Set<string>();
  client.connection.onNotification('$/progress', ({ token }: Progress) => {
    tokens.add(token);
  });
  await checkWorkspace(client, { workDoneToken: 'mine' });
  assert.deepEqual([...tokens], ['mine']);
  await client.stop();
});

test('what a cancellation cuts off is not read, and said not to be', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`stories/${i}.txt`, 'Lee Jae-myung left.\n']),
  );
  const desk = deskFolder({ ...FILES, ...many });
  const { client } = await start(desk, { capabilities: SHOWING });
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('$/progress', async ({ token, value }: Progress) => {
    if (value.kind === 'begin')
      await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
  });
  const { drafts, of, cancelled, unused } = await checkWorkspace(client);
  assert.equal(of, 63);
  assert.ok(drafts < of, `${drafts} of ${of}`);
  assert.deepEqual([cancelled, unused], [true, 0]);
  await client.stop();
});

test('a view gets the state of every name, date and quotation of the open draft, with its place', async () => {
  const desk = deskFolder(FILES);
  const { client, uri } = await desk.open('stories/one.txt');
  const about = { textDocument: { uri } };
  const { rows } = await client.connection.sendRequest<SignOff>('stet/signOff', about);
  const sheet = await client.connection.sendRequest<DraftSheet>('stet/signOffSheet', about);
  assert.deepEqual(
    rows.map(({ at, state }) => [at.words, state.is, at.range.start]),
    [
      ['Lee Jae-myung', 'differs', { line: 0, character: 10 }],
      ['April 31', 'let stand', { line: 2, character: 15 }],
    ],
  );
  assert.equal(
    sheet.summary,
    '2 mentions, 1 of them with findings. 1 article searched. Written for no known day.',
  );
  const [source] = sheet.sources;
  assert.deepEqual(source?.at, {
    uri: desk.uri('wires/a.txt'),
    range: { start: { line: 0, character: 10 }, end: { line: 0, character: 23 } },
    words: 'Lee Jae Myung',
  });
  await client.stop();
});

interface Pulled {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly resultId: string;
    readonly items?: object[];
  }[];
}

test('a client that pulls the workspace gets what has changed since it asked last', async () => {
  const desk = deskFolder(FILES);
  const { client } = await start(desk);
  assert.equal(client.initialized.capabilities.diagnosticProvider?.workspaceDiagnostics, true);
  const pull = (previousResultIds: object[]) =>
    client.connection.sendRequest<Pulled>('workspace/diagnostic', { previousResultIds });
  const first = await pull([]);
  assert.deepEqual(
    first.items.map((it) => [it.kind, it.items?.length]),
    [
      ['full', 0],
      ['full', 1],
      ['full', 1],
    ],
  );
  desk.write('stories/one.txt', 'Nobody left.\n');
  const second = await pull(first.items.map((it) => ({ uri: it.uri, value: it.resultId })));
  assert.deepEqual(
    second.items.map((it) => [it.kind, it.items?.length]),
    [
      ['unchanged', undefined],
      ['full', 0],
      ['unchanged', undefined],
    ],
  );
  await client.stop();
});

test('a client that would pull all the time is not invited to', async () => {
  const desk = deskFolder(FILES);
  const { client } = await start(desk, { initializationOptions: { checksWorkspaceOnCommand: true } });
  assert.equal(client.initialized.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
  await client.stop();
});

test('where the workspace is not trusted, the sources of its stet.yaml are not read, and that is said', async () => {
  const desk = deskFolder({ ...FILES, 'stories/one.txt': 'Wi Sung Lac left on April 31.\n' });
  const sourcesAndFindings = async (isTrusted: boolean) => {
    const draft = await desk.open('stories/one.txt', {
      initializationOptions: { isTrusted, showsStatus: true },
    });
    const status = new Promise<StatusParams>((resolve) => {
      draft.client.connection.onNotification('stet/status', resolve);
    });
    const findings = await draft.findings();
    const { sources } = await status;
    await draft.client.stop();
    return [sources, ...findings.map((it) => it.code)];
  };
  assert.deepEqual(await sourcesAndFindings(true), ['1 source of stet.yaml']);
  // The decisions of stet.yaml hold all the same.
  assert.deepEqual(await sourcesAndFindings(false), [
    'the bundled articles, as those of stet.yaml are read in trusted workspaces only',
    'name/conflicts-with-sources',
  ]);
});

const VIRTUAL = {
  'memfs:/desk/stet.yaml': 'sources: [wires/**/*.txt]\nwritten-for: 2026-01-04\n',
  'memfs:/desk/wires/caf%C3%A9/the%20wire%20%281%29.txt': 'President Lee Jae Myung left on Sunday.\n',
  'memfs:/desk/wires/.old/gone.txt': 'President Lee Jae-myung left on Sunday.\n',
  'memfs:/desk/stories/one.txt': 'President Lee Jae-myung left.\n',
};

test('a folder that is on no disk has sources, drafts and a stet.yaml as any other, where the client serves files', async () => {
  const client = await startServer({ capabilities: EDITING, folders: ['memfs:/desk'], texts: VIRTUAL });
  const { drafts, findings } = await checkWorkspace(client);
  assert.deepEqual([drafts, findings], [1, 1]);

  const textDocument = { uri: 'memfs:/desk/stories/one.txt' };
  await client.open(textDocument.uri, VIRTUAL['memfs:/desk/stories/one.txt']);
  const { items } = await client.connection.sendRequest<{ readonly items: readonly Diagnostic[] }>(
    'textDocument/diagnostic',
    { textDocument },
  );
  assert.deepEqual(
    items.map((it) => [it.code, it.message]),
    [
      [
        'name/conflicts-with-sources',
        '“Lee Jae-myung” differs from the sources (hyphen): 1 source has “Lee Jae Myung”, none has this spelling. 1 article searched.',
      ],
    ],
  );
  assert.deepEqual(
    items[0]?.relatedInformation?.map((it) => it.location.uri),
    ['memfs:/desk/wires/caf%C3%A9/the%20wire%20%281%29.txt'],
  );

  const actions = await client.connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: items[0]?.range,
    context: { diagnostics: [] },
  });
  const change = actions.find((it) => it.title === 'Let it stand always')?.edit?.documentChanges?.at(-1);
  assert.ok(change && 'edits' in change, actions.map((it) => it.title).join(' | '));
  assert.equal(change.textDocument.uri, 'memfs:/desk/stet.yaml');
  await client.stop();
});
