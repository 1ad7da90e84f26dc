/** What the extension does inside VS Code, seen from its extension host. */
import * as vscode from 'vscode';
import * as assert from './assert.ts';

/** As `sample/visit.txt` has them, in reading order. */
const findingsInSample = [
  'name/conflicts-with-sources',
  'quote/altered',
  'date/weekday-mismatch',
  'name/conflicts-with-sources',
];
const otherFindings = ['quote/altered', 'date/weekday-mismatch'];

suite('Stet in VS Code', () => {
  let draft: vscode.TextDocument;

  suiteSetup(async () => {
    const [sample] = await vscode.workspace.findFiles('visit.txt');
    assert.ok(sample, 'the workspace holds the sample');
    draft = await vscode.workspace.openTextDocument(sample);
    // Pinned: what a test shows next would close it.
    await vscode.window.showTextDocument(draft, { preview: false });
  });

  teardown(async () => {
    const settings = vscode.workspace.getConfiguration('stet');
    for (const key of ['sources', 'rules.date/weekday-mismatch']) {
      await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a plain text draft is checked against the bundled articles with nothing configured', async () => {
    await rulesIn(draft.uri, findingsInSample);
  });

  test('a finding stands on the words that differ, and no more', async () => {
    await rulesIn(draft.uri, findingsInSample);
    assert.equal(draft.getText(find(draft, 'name/conflicts-with-sources').range), 'Lee Jae-myung');
  });

  test('a finding’s code leads to its line of the page of rules', () => {
    const { code } = find(draft, 'date/weekday-mismatch');
    assert.ok(typeof code === 'object');
    assert.match(code.target.path, /\/docs\/rules\.md$/);
    assert.match(code.target.fragment, /^L\d+$/);
  });

  test('a finding names the lines of the sources it rests on', () => {
    const { relatedInformation = [] } = find(draft, 'name/conflicts-with-sources');
    assert.ok(relatedInformation.length > 0);
    for (const { location } of relatedInformation) assert.match(location.uri.path, /\/seeds\/\d+_\w+\.txt$/);
  });

  test('the hover on a name gives the spellings and how many sources have each', async () => {
    const { range } = find(draft, 'name/conflicts-with-sources');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      draft.uri,
      range.start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((it) => (typeof it === 'string' ? it : it.value)),
    );
    assert.match(text.join('\n'), /Lee Jae Myung/);
    assert.match(text.join('\n'), /\d sources/);
  });

  test('an untitled draft is checked', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'The vote is on Monday, January 6, 2026.\n',
    });
    await rulesIn(untitled.uri, ['date/weekday-mismatch']);
  });

  test('a finding in an untitled draft is let stand in the folder’s stet.yaml', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: 'The talks are on June 31.\n',
    });
    await rulesIn(untitled.uri, ['date/impossible']);
    await take(untitled, find(untitled, 'date/impossible'), 'Let it stand always');
    await rulesIn(untitled.uri, []);
    const desk = inWorkspace('stet.yaml');
    assert.equal(await read(desk), 'decisions:\n  - { rule: date/impossible, words: June 31 }\n');
    await vscode.workspace.fs.delete(desk);
  });

  test('an earlier version from source control is not checked', async () => {
    const version = draft.uri.with({ scheme: 'git' });
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => draft.getText(),
    });
    await vscode.workspace.openTextDocument(version);
    // The untitled draft is opened after it and checked: by then the server is done with what came before.
    const later = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: 'The vote is on Monday, January 6, 2026.\n',
    });
    await rulesIn(later.uri, ['date/weekday-mismatch']);
    assert.deepEqual(vscode.languages.getDiagnostics(version), []);
    provider.dispose();
  });

  test('a rule that the settings turn off is silent', async () => {
    await vscode.workspace
      .getConfiguration('stet')
      .update('rules.date/weekday-mismatch', 'off', vscode.ConfigurationTarget.Workspace);
    await rulesIn(
      draft.uri,
      findingsInSample.filter((it) => it !== 'date/weekday-mismatch'),
    );
  });

  test('a folder added to the sources takes the place of the bundled articles', async () => {
    await rulesIn(draft.uri, findingsInSample);
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    const folder = vscode.Uri.joinPath(workspace.uri, 'archive');
    const article = 'Lee Jae-myung visits Beijing\n\nBEIJING — President Lee Jae-myung arrived on Sunday.\n';
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'arrival.txt'),
      new TextEncoder().encode(article),
    );
    await vscode.commands.executeCommand('stet.addFolderToSources', folder);
    assert.deepEqual(vscode.workspace.getConfiguration('stet').get('sources'), ['archive']);
    await rulesIn(draft.uri, ['date/weekday-mismatch']);
  });

  test('so does a folder with more articles than are held in memory', async () => {
    await rulesIn(draft.uri, findingsInSample);
    const encode = (text: string) => new TextEncoder().encode(text);
    const folder = inWorkspace('wires');
    for (let i = 0; i < 320; i++)
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, `${i}.txt`),
        encode(`Ilse Brandvold opened bridge ${i}.\n`),
      );
    const arrival = encode('BEIJING — President Lee Jae-myung arrived on Sunday.\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'arrival.txt'), arrival);
    await vscode.commands.executeCommand('stet.addFolderToSources', folder);
    await rulesIn(draft.uri, ['date/weekday-mismatch']);
  });

  test('findings come back after the server is restarted', async () => {
    await rulesIn(draft.uri, findingsInSample);
    await vscode.commands.executeCommand('stet.restartServer');
    await rulesIn(draft.uri, findingsInSample);
  });

  test('every command that the manifest offers exists, in the category Stet', async () => {
    const manifest: unknown = vscode.extensions.getExtension('stet.stet')?.packageJSON;
    const offered = commandsOf(manifest);
    const existing = await vscode.commands.getCommands(true);
    assert.ok(offered.length >= 5);
    for (const { command, category } of offered) {
      assert.ok(existing.includes(command), command);
      assert.equal(category, 'Stet');
    }
  });

  test('the line of the source opens beside the draft', async () => {
    await rulesIn(draft.uri, findingsInSample);
    const actions = await actionsFor(draft, find(draft, 'name/conflicts-with-sources'));
    const command = actions.find(({ title }) => title.startsWith('Open '))?.command;
    assert.ok(command, actions.map(({ title }) => title).join('\n'));
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const beside = vscode.window.visibleTextEditors.find((it) => it.document.uri.path.includes('/seeds/'));
    assert.ok(beside, 'a bundled article is shown');
    assert.match(beside.document.lineAt(beside.selection.active.line).text, /Lee Jae Myung/);
  });

  test('a finding is let stand in stet.yaml on disk, and taken back', async () => {
    await rulesIn(draft.uri, findingsInSample);
    const finding = find(draft, 'name/conflicts-with-sources');
    const desk = inWorkspace('stet.yaml');
    await take(draft, finding, 'Let it stand in this draft');
    await rulesIn(draft.uri, otherFindings);
    assert.equal(
      await read(desk),
      'decisions:\n  - { draft: visit.txt, rule: name/conflicts-with-sources, words: Lee Jae-myung }\n',
    );
    await take(draft, finding, 'Take back');
    await rulesIn(draft.uri, findingsInSample);
    assert.equal(await read(desk), 'decisions:\n');
    await vscode.workspace.fs.delete(desk);
  });

  test('Check Workspace reports drafts that are not open', async () => {
    const other = inWorkspace('other.txt');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('The vote is on April 31.\n'));
    const { drafts, cancelled } = await vscode.commands.executeCommand<{
      readonly drafts: number;
      readonly cancelled: boolean;
    }>('stet.checkWorkspace');
    assert.ok(drafts >= 2);
    assert.equal(cancelled, false);
    await rulesIn(other, ['date/impossible']);
    await shown('Sign-off sheet of the workspace');
    await vscode.workspace.fs.delete(other);
    await rulesIn(other, []);
  });

  test('the sign-off sheet of the open draft is shown', async () => {
    await vscode.window.showTextDocument(draft);
    await vscode.commands.executeCommand('stet.showSignOff');
    await shown('Sign-off sheet of visit.txt');
  });

  test('a changed quotation is shown beside its source in the view of differences', async () => {
    await vscode.window.showTextDocument(draft);
    await rulesIn(draft.uri, findingsInSample);
    const actions = await actionsFor(draft, find(draft, 'quote/altered'));
    const command = actions.find(({ title }) => title.startsWith('Compare with '))?.command;
    assert.ok(command, actions.map(({ title }) => title).join('\n'));
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    const [source, quotation] = await Promise.all(
      [shown.original, shown.modified].map((it) => vscode.workspace.openTextDocument(it)),
    );
    assert.equal(quotation?.getText(), 'a truly dependable neighbor');
    assert.equal(source?.getText(), 'a truly reliable neighbor.');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('the quick fix makes the spelling agree with the sources, also on disk', async () => {
    await rulesIn(draft.uri, findingsInSample);
    const actions = await actionsFor(draft, find(draft, 'name/conflicts-with-sources'));
    const edit = actions.find(({ title }) => title.includes('everywhere in this draft'))?.edit;
    assert.ok(edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was made');
    assert.ok(await draft.save());
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(draft.uri));
    assert.match(saved, /President Lee Jae Myung met.* Lee Jae Myung said/s);
    await rulesIn(draft.uri, otherFindings);
  });
});

/** Waits until a tab is open. */
async function shown(label: string): Promise<void> {
  const tabs = (): string[] =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((it) => it.label));
  const limit = AbortSignal.timeout(20_000);
  while (!tabs().includes(label)) {
    if (limit.aborted) assert.fail(`${label} is not among: ${tabs().join(' | ')}`);
    await next(vscode.window.tabGroups.onDidChangeTabs, limit);
  }
}

function inWorkspace(name: string): vscode.Uri {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace);
  return vscode.Uri.joinPath(workspace.uri, name);
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Does what VS Code does when an action is chosen: its edit, then its command. */
async function take(document: vscode.TextDocument, finding: vscode.Diagnostic, title: string): Promise<void> {
  const actions = await actionsFor(document, finding);
  const action = actions.find((it) => it.title.startsWith(title));
  assert.ok(action?.edit, actions.map((it) => it.title).join('\n'));
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

async function actionsFor(
  { uri }: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const { value } = vscode.CodeActionKind.QuickFix;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, value);
}

/** Waits until exactly these rules report, in reading order. */
async function rulesIn(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const limit = AbortSignal.timeout(20_000);
  while (!sameList(rulesOf(uri), expected)) {
    // Says what was found instead, where a bare timeout would not.
    if (limit.aborted) assert.deepEqual(rulesOf(uri), expected);
    await next(vscode.languages.onDidChangeDiagnostics, limit);
  }
}

function rulesOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .map(ruleOf);
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function find(document: vscode.TextDocument, rule: string): vscode.Diagnostic {
  const found = vscode.languages.getDiagnostics(document.uri).find((it) => ruleOf(it) === rule);
  assert.ok(found, rule);
  return found;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The next event, or the end of the time. */
function next<T>(event: vscode.Event<T>, limit: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      listener.dispose();
      limit.removeEventListener('abort', done);
      resolve();
    };
    const listener = event(done);
    limit.addEventListener('abort', done);
  });
}

interface OfferedCommand {
  readonly command: string;
  readonly category?: string;
}

function commandsOf(manifest: unknown): readonly OfferedCommand[] {
  // VS Code types a manifest as `any`; ours is checked against VS Code's schema when it is packaged.
  const { contributes } = manifest as { contributes: { commands: readonly OfferedCommand[] } };
  return contributes.commands;
}
