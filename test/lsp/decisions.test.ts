/** Decisions as an editor makes them: a quick fix, a line of stet.yaml, and the finding stands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplyWorkspaceEditParams, CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { type DeskFolder, deskFolder, EDITING } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';
import { startServer } from '../support/start-server.ts';

const DRAFT = 'President Lee Jae-myung left.\n\nHis guest met Lee Jae-myung and Wi Sung Lac in Seoul.\n';
const FILES = {
  'draft.txt': DRAFT,
  'wires/a.txt': 'President Lee Jae Myung met Wi Sung-lac.\n',
  'stet.yaml': '# Our desk\nsources: [wires]\n\nrules:\n  name/inconsistent-in-draft: off # for now\n',
};

/** Takes an action on the nth finding of the draft; gives how many are left. */
async function decide(desk: DeskFolder, nth: number, title: string): Promise<number> {
  const draft = await desk.open('draft.txt');
  const finding = (await draft.findings())[nth];
  assert.ok(finding);
  await draft.take(title, finding.range);
  const left = (await draft.findings()).length;
  await draft.client.stop();
  return left;
}

test('a finding is let stand here, in this draft, always; stet.yaml keeps all else and has a line for each, sorted', async () => {
  const desk = deskFolder(FILES);
  assert.equal(await decide(desk, 2, 'Let it stand always'), 2);
  assert.equal(await decide(desk, 1, 'Let it stand here'), 1);
  assert.equal(await decide(desk, 0, 'Let it stand in this draft'), 0);
  assert.equal(
    desk.read('stet.yaml'),
    [
      FILES['stet.yaml'].trimEnd(),
      'decisions:',
      '  - { draft: draft.txt, rule: name/conflicts-with-sources, words: Lee Jae-myung }',
      '  - { draft: draft.txt, rule: name/conflicts-with-sources, words: Lee Jae-myung, before: His guest met, after: and Wi Sung Lac in Seoul }',
      '  - { rule: name/conflicts-with-sources, words: Wi Sung Lac }',
      '',
    ].join('\n'),
  );
  const again = await desk.open('draft.txt');
  assert.deepEqual(await again.findings(), []);
  await again.client.stop();
});

test('the command line reads the same decisions', async () => {
  const desk = deskFolder(FILES);
  const check = async () => (await stet(['check', `${desk.path}/draft.txt`])).exitCode;
  assert.equal(await check(), 1);
  await decide(desk, 0, 'Let it stand in this draft');
  assert.equal(await check(), 1);
  assert.equal(await decide(desk, 0, 'Mark as checked'), 0);
  assert.equal(await check(), 0);
  const { decisions } = parse(desk.read('stet.yaml'), { schema: 'core' });
  const [mark] = decisions;
  assert.equal(mark.checked, 'name');
  assert.equal(mark.words, 'Wi Sung Lac');
  assert.notEqual(mark.by, '');
  assert.match(mark.on, /^\d{4}-\d\d-\d\d$/);
});

test('a decision is taken back where it holds', async () => {
  const desk = deskFolder(FILES);
  await decide(desk, 0, 'Let it stand in this draft');
  const draft = await desk.open('draft.txt');
  assert.equal((await draft.findings()).length, 1);
  const at = { line: 0, character: 12 };
  await draft.take('Take back “let stand in this draft”', { start: at, end: at });
  assert.equal((await draft.findings()).length, 3);
  assert.equal(desk.read('stet.yaml'), `${FILES['stet.yaml']}decisions:\n`);
  await draft.take('Let it stand always', { start: at, end: at });
  assert.match(desk.read('stet.yaml'), /\ndecisions:\n {2}- \{ rule: .*\}\n$/);
  await draft.client.stop();
});

test('what has been decided is listed, and taken back from the list, in the file as the editor has it', async () => {
  const desk = deskFolder(FILES);
  await decide(desk, 0, 'Let it stand in this draft');
  const { client } = await desk.open('draft.txt');
  const shown = `# not saved yet\n${desk.read('stet.yaml')}`;
  await client.open(desk.uri('stet.yaml'), shown, 'yaml');
  const run = <R>(command: string, ...args: object[]) =>
    client.connection.sendRequest<R>('workspace/executeCommand', { command, arguments: args });
  const lines = await run<object[]>('stet.listDecisions');
  assert.deepEqual(lines, [
    {
      file: desk.uri('stet.yaml'),
      text: '{ draft: draft.txt, rule: name/conflicts-with-sources, words: Lee Jae-myung }',
    },
  ]);
  const [line] = lines;
  assert.ok(line);
  let after = '';
  client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    after = TextDocument.applyEdits(TextDocument.create('', '', 1, shown), change.edits as TextEdit[]);
    return { applied: true };
  });
  assert.equal(await run('stet.takeBackDecision', line), true);
  assert.equal(after, `# not saved yet\n${FILES['stet.yaml']}decisions:\n`);
  assert.equal(await run('stet.takeBackDecision', { ...line, text: 'another' }), false);
  await client.stop();
});

test('one action marks all names of the file that have findings', async () => {
  const desk = deskFolder(FILES);
  assert.equal(await decide(desk, 0, 'Mark all 2 names'), 0);
  assert.match(desk.read('stet.yaml'), /words: Lee Jae-myung,.*\n.*words: Wi Sung Lac,/);
});

test('a name of which nothing is reported is marked as checked on demand, and no lamp burns for it', async () => {
  const desk = deskFolder({ ...FILES, 'draft.txt': 'President Lee Jae Myung left.\n' });
  const draft = await desk.open('draft.txt');
  const at = { line: 0, character: 12 };
  const range = { start: at, end: at };
  assert.deepEqual(await draft.actions(range, { triggerKind: 2 }), []);
  const titles = async (only: readonly string[]) =>
    (await draft.actions(range, { triggerKind: 1, only })).map((it) => it.title);
  assert.deepEqual(await titles(['refactor']), ['Mark as checked: Lee Jae Myung']);
  assert.deepEqual(await titles(['quickfix']), []);
  await draft.client.stop();
});

test('the actions on a finding stand in the order in which an editor asks', async () => {
  const desk = deskFolder({ ...FILES, 'wires/b.txt': 'President Lee Jaemyung met him.\n' });
  const draft = await desk.open('draft.txt', {
    capabilities: { ...EDITING, window: { showDocument: { support: true } } },
    initializationOptions: { opensBeside: true, savesDeskFile: true, rulesPage: 'file:///rules.md' },
  });
  const [finding] = await draft.findings();
  assert.ok(finding);
  const actions = await draft.actions(finding.range);
  assert.deepEqual(
    actions.map((it) => it.title),
    [
      'Change to “Lee Jae Myung”, 1 source',
      'Change to “Lee Jaemyung”, 1 source',
      'Change to “Lee Jae Myung”, 1 source, everywhere in this draft (2 places)',
      'Change to “Lee Jaemyung”, 1 source, everywhere in this draft (2 places)',
      'Prefer “Lee Jae Myung” from now on: make it the house form',
      'Prefer “Lee Jaemyung” from now on: make it the house form',
      'Keep “Lee Jae-myung”: make it the house form',
      'Mark as checked',
      'Let it stand here',
      'Let it stand in this draft',
      'Let it stand always',
      'Open a.txt beside the draft',
      'Explain name/conflicts-with-sources',
      'Mark all 2 names with findings in this file as checked',
    ],
  );
  assert.equal(actions.find((it) => it.title === 'Let it stand here')?.command?.command, 'stet.saveDeskFile');
  const shown = new Promise((resolve) => {
    draft.client.connection.onRequest('window/showDocument', (params) => {
      resolve(params);
      return { success: true };
    });
  });
  const { command } = actions.find((it) => it.title.startsWith('Explain')) ?? {};
  assert.ok(command);
  await draft.client.connection.sendRequest('workspace/executeCommand', command);
  assert.deepEqual(await shown, { uri: 'file:///rules.md#nameconflicts-with-sources' });
  await draft.client.stop();
});

test('of several folders each draft’s own keeps what is decided, and who has checked is as the settings say', async () => {
  const [first, second] = [deskFolder({}), deskFolder({ 'draft.txt': 'The vote is on April 31.\n' })];
  const draft = await second.open('draft.txt', {
    folders: [first.uri('').replace(/\/$/, ''), second.uri('').replace(/\/$/, '')],
    settings: { editor: 'Ada L.' },
  });
  const [finding] = await draft.findings();
  assert.ok(finding);
  await draft.take('Mark as checked', finding.range);
  assert.match(second.read('stet.yaml'), /checked: date, words: April 31, .*by: Ada L\., on: \d{4}-/);
  await draft.client.stop();
});

test('a draft that lies in no folder offers no decision that could not be kept', async () => {
  const client = await startServer({ capabilities: EDITING });
  const uri = 'untitled:Untitled-1';
  await client.open(uri, DRAFT);
  const actions = await client.connection.sendRequest<{ readonly title: string }[]>(
    'textDocument/codeAction',
    {
      textDocument: { uri },
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } },
      context: { diagnostics: [] },
    },
  );
  assert.notEqual(actions.length, 0);
  assert.deepEqual(
    actions.filter((it) => /stand|checked/.test(it.title)),
    [],
  );
  await client.stop();
});

test('with a storage, what is decided about it is kept there, and holds when that is saved', async () => {
  const storage = deskFolder({});
  const client = await startServer({
    capabilities: EDITING,
    initializationOptions: { storage: storage.uri('').replace(/\/$/, '') },
  });
  const uri = 'untitled:Untitled-1';
  await client.open(uri, 'The vote is on April 31.\n');
  const findings = async () => {
    const report = await client.connection.sendRequest<{ readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return report.items;
  };
  const [finding] = await findings();
  const actions = await client.connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding?.range,
    context: { diagnostics: [] },
  });
  const stands = actions.filter((it) => it.title.startsWith('Let it stand'));
  assert.deepEqual(
    stands.map((it) => it.title),
    ['Let it stand always'],
  );
  const [create, change] = stands[0]?.edit?.documentChanges ?? [];
  assert.ok(create && 'kind' in create && create.kind === 'create' && change && 'edits' in change);
  assert.equal(create.uri, storage.uri('stet.yaml'));
  const text = TextDocument.applyEdits(TextDocument.create('', '', 0, ''), change.edits as TextEdit[]);
  storage.write('stet.yaml', text);
  await client.open(create.uri, text, 'yaml');
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: create.uri } });
  assert.deepEqual(await findings(), []);
  await client.stop();
});

test('what is no decision is said, and the others hold', async () => {
  const desk = deskFolder({
    ...FILES,
    'stet.yaml': [
      'sources: [wires]',
      'decisions:',
      '  - { rule: name/conflicts-with-sources, words: Lee Jae-myung }',
      '  - { rule: name/nonsense, words: x }',
      '  - { checked: name, words: Kim }',
      '  - Lee',
      '',
    ].join('\n'),
  });
  const { stdout, stderr } = await stet(['check', `${desk.path}/draft.txt`, '--format', 'json']);
  assert.deepEqual(
    JSON.parse(stdout).drafts[0].findings.map((it: { readonly text: string }) => it.text),
    ['Wi Sung Lac'],
  );
  assert.deepEqual(stderr.trim().split('\n'), [
    'stet: stet.yaml: decisions has {"rule":"name/nonsense","words":"x"}; there is no rule “name/nonsense”.',
    'stet: stet.yaml: decisions has {"checked":"name","words":"Kim"}; it needs “by” with a name and “on” with a day such as 2026-01-04.',
    'stet: stet.yaml: decisions has "Lee"; it needs “words”.',
  ]);
});

test('a directive that names no rule is hinted at, where it names it', async () => {
  const desk = deskFolder({
    ...FILES,
    'draft.md': '<!-- stet-disable-next-line name/nonsense -->\nThe vote is on May 5.\n',
  });
  const draft = await desk.open('draft.md');
  const [hint, ...others] = await draft.findings();
  assert.deepEqual(others, []);
  assert.equal(hint?.message, 'There is no rule “name/nonsense”: here the directive lets nothing stand.');
  assert.deepEqual([hint.code, hint.severity, hint.range.start.character], ['unknown-rule', 4, 28]);
  await draft.client.stop();
});
