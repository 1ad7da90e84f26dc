/** House forms, as a desk declares and applies them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Hover, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { deskFolder } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';

const FILES = {
  'draft.txt':
    'President Lee Jae-myung flew to Kiev. “Kiev is fine,” Lee Jae-myung said. Volodymyr Zelensky met Wi Sung Lac.\n',
  'a.txt': 'President Lee Jae-myung met Volodymyr Zelensky and Wi Sung-lac in Kyiv.\n',
  'stet.yaml': [
    'sources: [a.txt]',
    'house-forms:',
    '  - Lee Jae Myung',
    '  - Volodymyr Zelenskyy # his own',
    '  - { form: Kyiv, instead-of: [Kiev] }',
    '',
  ].join('\n'),
};
const ALL = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const codes = (findings: readonly { readonly code?: unknown }[]) => findings.map((it) => it.code);

test('the action for saving applies the declared forms, and nothing else, and nothing inside quotation marks', async () => {
  const desk = deskFolder(FILES);
  const draft = await desk.open('draft.txt');
  const form = 'name/not-house-form';
  assert.deepEqual(codes(await draft.findings()), [
    form,
    form,
    form,
    form,
    form,
    'name/conflicts-with-sources',
  ]);
  const asked = (only: readonly string[]) => draft.actions(ALL, { only, triggerKind: 2 });
  const [action, ...others] = await asked(['source.fixAll']);
  assert.deepEqual(others, []);
  assert.equal(action?.kind, 'source.fixAll.stet');
  assert.equal(action.title, 'Apply the house forms (3 places)');
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.equal(
    TextDocument.applyEdits(
      TextDocument.create('', '', 1, desk.read('draft.txt')),
      change.edits as TextEdit[],
    ),
    // Of “Zelensky” letters differ: that is for the editor to decide.
    'President Lee Jae Myung flew to Kyiv. “Kiev is fine,” Lee Jae Myung said. Volodymyr Zelensky met Wi Sung Lac.\n',
  );
  const isAmongOthers = (it: CodeAction) => it.kind === 'source.fixAll.stet';
  assert.ok(!(await draft.actions(ALL)).some(isAmongOthers));
  await draft.client.stop();
});

test('where nothing is declared, nothing is applied on saving', async () => {
  const desk = deskFolder({ ...FILES, 'stet.yaml': 'sources: [a.txt]\n' });
  const draft = await desk.open('draft.txt');
  const conflict = 'name/conflicts-with-sources';
  assert.deepEqual(codes(await draft.findings()), [conflict, conflict, conflict]);
  assert.deepEqual(await draft.actions(ALL, { only: ['source'], triggerKind: 2 }), []);
  await draft.client.stop();
});

test('the sources’ form is preferred from now on, in place and in order', async () => {
  const desk = deskFolder(FILES);
  const draft = await desk.open('draft.txt');
  const last = (await draft.findings()).at(-1);
  assert.ok(last);
  await draft.take('Prefer “Wi Sung-lac” from now on', last.range);
  assert.match(
    desk.read('stet.yaml'),
    /Zelenskyy # his own\n {2}- Wi Sung-lac\n {2}- \{ form: Kyiv, instead-of: \[Kiev\] \}\n$/,
  );
  assert.equal((await draft.findings()).at(-1)?.code, 'name/not-house-form');
  await draft.client.stop();
});

test('two people are two people, in the editor and on the command line', async () => {
  const desk = deskFolder({
    'draft.txt': 'Mayor Janet Yelen left. Mayor Janet Yelen said no.\n',
    'a.txt': 'Mayor Janet Yellen left.\n',
    'stet.yaml': 'sources: [a.txt]\n',
  });
  const draft = await desk.open('draft.txt');
  const [finding] = await draft.findings();
  assert.ok(finding);
  await draft.take('“Janet Yelen” and “Janet Yellen” are two people', finding.range);
  assert.equal(
    desk.read('stet.yaml'),
    'sources: [a.txt]\nnot-the-same-as:\n  - [Janet Yelen, Janet Yellen]\n',
  );
  assert.deepEqual(await draft.findings(), []);
  await draft.client.stop();
  assert.equal((await stet(['check', `${desk.path}/draft.txt`])).exitCode, 0);
});

test('dates in figures and marks are those of the desk', async () => {
  const files = {
    'draft.txt': 'The vote is on 6/4/2026, and again on 13/4/2026. "We shall see," Lee said.\n',
    'stet.yaml': 'sources: []\ndialect: british\nstyle: { marks: curly }\n',
  };
  const desk = deskFolder(files);
  const { client, uri, findings } = await desk.open('draft.txt');
  const dayAt = async (character: number) => {
    const position = { line: 0, character };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    return JSON.stringify(hover.contents);
  };
  assert.match(await dayAt(files['draft.txt'].indexOf('6/4')), /\*\*Monday 6 April 2026\*\*/);
  assert.match(await dayAt(files['draft.txt'].indexOf('13/4')), /\*\*Monday 13 April 2026\*\*/);
  assert.deepEqual(
    (await findings()).map((it) => it.message),
    ['1 quotation with straight marks; the desk prints curly ones.'],
  );

  // The desk changes its mind.
  desk.write('stet.yaml', 'sources: []\ndialect: american\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: desk.uri('stet.yaml'), type: 2 }],
  });
  assert.match(await dayAt(files['draft.txt'].indexOf('6/4')), /\*\*Thursday 4 June 2026\*\*/);
  assert.deepEqual(await findings(), []);
  await client.stop();
});
