/** Stories that an editor's client plays with the real server over a real connection. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InlayHint,
  PublishDiagnosticsParams,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MODERN, startServer, type TestClient } from '../support/start-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const URI = 'untitled:Untitled-1';
const STORY = 'South Korean President Lee Jae-myung met Chinese President Xi Jinping.\n';

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items: readonly Diagnostic[];
}

const pull = (client: TestClient, uri = URI, previousResultId?: string) =>
  client.connection.sendRequest<Report>('textDocument/diagnostic', {
    textDocument: { uri },
    previousResultId,
  });

const hoverAt = (client: TestClient, character: number, line = 0) =>
  client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri: URI },
    position: { line, character },
  });

/** The text of a hover; empty where there is none. */
async function hoverText(client: TestClient, character: number): Promise<string> {
  const contents = (await hoverAt(client, character))?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

async function actionsFor(client: TestClient, diagnostic: Diagnostic): Promise<CodeAction[]> {
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
}

test('a spelling that differs from the sources is reported with the lines that differ', async () => {
  const client = await startServer({ initializationOptions: { rulesPage: 'file:///stet/docs/rules.md' } });
  await client.open(URI, STORY);
  const { items } = await pull(client);
  assert.deepEqual(
    items.map((it) => it.code),
    ['name/conflicts-with-sources'],
  );
  const [finding] = items;
  assert.ok(finding);
  assert.equal(finding.source, 'Stet');
  assert.equal(finding.codeDescription?.href, 'file:///stet/docs/rules.md#nameconflicts-with-sources');
  assert.deepEqual(finding.range, { start: { line: 0, character: 23 }, end: { line: 0, character: 36 } });
  const related = finding.relatedInformation ?? [];
  assert.equal(related.length, 3);
  for (const { location, message } of related) {
    assert.match(location.uri, /^file:.*\/seeds\/00[013]_/);
    assert.match(message, /President Lee Jae Myung (?:is|will) /i);
  }
  await client.stop();
});

test('the quick fix edits the version that was checked, here and everywhere', async () => {
  const client = await startServer();
  await client.open(URI, `${STORY}\nLee Jae-myung flew home on Wednesday. Lee said so.\n`);
  const [finding] = (await pull(client)).items;
  assert.ok(finding);
  const actions = await actionsFor(client, finding);
  assert.deepEqual(
    actions.map((it) => it.title),
    [
      'Change to “Lee Jae Myung”, 3 sources',
      'Change to “Lee Jae Myung”, 3 sources, everywhere in this draft (2 places)',
    ],
  );
  const [here, everywhere] = actions.map((it) => it.edit?.documentChanges?.[0]);
  assert.ok(here && 'edits' in here && everywhere && 'edits' in everywhere);
  assert.deepEqual(here.textDocument, { uri: URI, version: 1 });
  assert.deepEqual(here.edits, [{ range: finding.range, newText: 'Lee Jae Myung' }]);
  assert.equal(everywhere.edits.length, 2);
  await client.stop();
});

test('a client without versioned edits gets plain ones', async () => {
  const client = await startServer({ capabilities: { textDocument: MODERN.textDocument ?? {} } });
  await client.open(URI, STORY);
  const [finding] = (await pull(client)).items;
  assert.ok(finding);
  const [action] = await actionsFor(client, finding);
  assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [URI]);
  await client.stop();
});

test('a hover names a speaker whom no list has', async () => {
  const client = await startServer();
  await client.open(URI, 'Multiple outlets called it “a step too far,” and waited.\n');
  assert.match(await hoverText(client, 30), /Speaker: .*Multiple outlets/);
  await client.stop();
});

test('findings that have not changed are not sent again; an edit changes them', async () => {
  const client = await startServer();
  await client.open(URI, STORY);
  const first = await pull(client);
  assert.equal((await pull(client, URI, first.resultId)).kind, 'unchanged');
  const range = { start: { line: 0, character: 23 }, end: { line: 0, character: 36 } };
  await client.change(URI, 2, [{ range, text: 'Lee Jae Myung' }]);
  assert.deepEqual((await pull(client, URI, first.resultId)).items, []);
  await client.stop();
});

test('a client that does not pull is sent the findings with their version', async () => {
  const client = await startServer({ capabilities: {} });
  const findings = published(client);
  await client.open(URI, STORY);
  const { uri, version, diagnostics } = await findings.next();
  assert.equal(uri, URI);
  assert.equal(version, 1);
  assert.deepEqual(
    diagnostics.map((it) => it.code),
    ['name/conflicts-with-sources'],
  );
  assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
  await client.stop();
});

test('the hover on a name gives roles, spellings by sources, source lines, look-alikes and limits', async () => {
  const client = await startServer();
  await client.open(URI, STORY);
  const hover = await hoverAt(client, 25);
  assert.deepEqual(hover?.range, { start: { line: 0, character: 23 }, end: { line: 0, character: 36 } });
  const value = await hoverText(client, 25);
  assert.match(value, /^\*\*Lee Jae Myung\*\*\n/);
  assert.match(value, /- South Korean president: 4 sources/i);
  assert.match(value, /- “Lee Jae Myung”: 3 sources\n- “Lee Jae\\-myung”: 1 source, and this draft/);
  assert.match(value, /> .*\*\*Lee Jae Myung\*\*.* {2}\n> \[000\\_3fb13c7270042973.txt\]\(file:.*#L1\)/);
  assert.match(value, /Not Lee Jae\\-mook/);
  assert.match(value, /5 articles searched\.$/);
  await client.stop();
});

test('a client that shows no Markdown gets the same hover in plain words', async () => {
  const client = await startServer({ capabilities: {} });
  await client.open(URI, STORY);
  const value = await hoverText(client, 25);
  assert.match(value, /^Lee Jae Myung\n/);
  assert.doesNotMatch(value, /\*\*|\\|\]\(/);
  await client.stop();
});

test('the day behind a relative date is shown where the desk asks for it', async () => {
  const hints = async (inlayHints: boolean) => {
    const client = await startServer({ settings: { inlayHints } });
    await client.open(
      URI,
      '---\ndate: 2026-01-04\n---\n\nLee will meet Xi on Monday, January 5, 2026, or on Tuesday.\n',
      'markdown',
    );
    return client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: URI },
      range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
    });
  };
  assert.deepEqual(
    (await hints(true)).map(({ position, label }) => [position.character, label]),
    [[58, '→ Tuesday 6 January 2026']],
  );
  assert.deepEqual(await hints(false), []);
});

test('the hover on a date gives the day and why; without a written-for date it says that nothing is resolved', async () => {
  const client = await startServer();
  await client.open(URI, 'The talks begin on January 5.\n');
  assert.match(await hoverText(client, 20), /not known, so nothing relative is resolved/);
  await client.connection.sendNotification('stet/setWrittenFor', { uri: URI, date: '2026-01-04' });
  assert.match(
    await hoverText(client, 20),
    /^\*\*Monday 5 January 2026\*\*\n\nBecause .+ The day that the draft is written for is from the request\./,
  );
  await client.stop();
});

test('the hover on a quotation gives its speaker and the source’s words, the differing ones in bold', async () => {
  const client = await startServer();
  await client.open(URI, 'Lee praised Xi as a “truly dependable neighbor”.\n');
  assert.match(await hoverText(client, 26), /> (?:a )?truly \*\*reliable\*\* neighbou?r/);
  await client.stop();
});

test('settings turn a rule off; what is unknown or of the wrong type is the default, with one warning each', async () => {
  const settings = {
    run: 7,
    rules: { 'name/conflicts-with-sources': 'off', 'name/nonsense': 'error' },
    sources: 'x',
  };
  const client = await startServer({ settings });
  await client.open(URI, STORY);
  assert.deepEqual((await pull(client)).items, []);
  await client.open('untitled:2', STORY);
  assert.deepEqual((await pull(client, 'untitled:2')).items, []);
  assert.deepEqual(client.warnings, [
    'Stet: stet.run is 7; it can be onType or onSave.',
    'Stet: stet.sources is "x"; it can be a list of texts.',
    'Stet: stet.rules: there is no rule “name/nonsense”.',
  ]);
  await client.stop();
});

test('on saving only, typing leaves the findings alone and a check brings new ones', async () => {
  const client = await startServer({ settings: { run: 'onSave' } });
  await client.open(URI, STORY);
  const first = await pull(client);
  assert.equal(first.items.length, 1);
  const range = { start: { line: 0, character: 23 }, end: { line: 0, character: 36 } };
  await client.change(URI, 2, [{ range, text: 'Lee Jae Myung' }]);
  assert.equal((await pull(client, URI, first.resultId)).kind, 'unchanged');
  // A client that does not know the last findings is not told that there are none.
  await assert.rejects(pull(client, URI), /has changed since/);
  await client.connection.sendRequest('stet/check', { uri: URI });
  assert.deepEqual((await pull(client, URI, first.resultId)).items, []);
  await client.stop();
});

test('a stet.yaml beside the draft names sources, the written-for date and severities', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'Mayor Jane Smith opened the new bridge in Springfield on Monday.\n');
  writeFileSync(
    join(folder, 'stet.yaml'),
    'sources: [a.txt]\nwritten-for: 2026-01-04\nrules:\n  date/weekday-mismatch: hint\n',
  );
  const uri = pathToFileURL(join(folder, 'draft.txt')).href;
  const client = await startServer({
    workspace: pathToFileURL(folder).href,
    initializationOptions: { showsStatus: true },
  });
  const status = new Promise((resolve) => client.connection.onNotification('stet/status', resolve));
  await client.open(uri, `${STORY}\nThe talks end on Thursday, January 7.\n`);
  const { items } = await pull(client, uri);
  assert.deepEqual(
    items.map((it) => [it.code, it.severity]),
    [['date/weekday-mismatch', 4]],
  );
  assert.deepEqual(await status, {
    uri,
    checked: true,
    articles: 1,
    sources: '1 source of stet.yaml',
    writtenFor: '2026-01-04',
    writtenForFrom: 'stet.yaml',
  });
  await client.stop();
});

test('a draft is no evidence against itself: an article that is open is left out', async () => {
  const client = await startServer();
  const uri = pathToFileURL('seeds/002_2700a83b44745f36.txt').href;
  await client.open(uri, 'South Korean President Lee Jae-myung arrived in Beijing.\n');
  const [finding] = (await pull(client, uri)).items;
  assert.match(
    String(finding?.message),
    /3 sources have “Lee Jae Myung”, none has this spelling\. 4 articles searched\./,
  );
  await client.stop();
});

test('the page of the rules is no draft', async () => {
  const rulesPage = 'file:///stet/docs/rules.md';
  const client = await startServer({ initializationOptions: { rulesPage } });
  await client.open(rulesPage, STORY, 'markdown');
  assert.deepEqual((await pull(client, rulesPage)).items, []);
  await client.stop();
});

test('the words of a source are shown before they are taken, and the source opens beside the draft', async () => {
  const edits = { documentChanges: true, changeAnnotationSupport: {} };
  const client = await startServer({
    capabilities: { ...MODERN, workspace: { workspaceEdit: edits } },
    initializationOptions: { opensBeside: true },
  });
  await client.open(URI, 'Lee praised Xi as a “truly dependable neighbor”.\n');
  const [finding] = (await pull(client)).items;
  assert.ok(finding);
  const actions = await actionsFor(client, finding);
  const use = actions.find((it) => it.title.startsWith('Use the words of'));
  assert.deepEqual(
    Object.values(use?.edit?.changeAnnotations ?? {}).map((it) => it.needsConfirmation),
    [true],
  );
  const open = actions.find((it) => it.title.startsWith('Open '));
  assert.equal(open?.command?.command, 'stet.openBeside');
  assert.match(String(open?.command?.arguments?.[0]), /^file:.*\/seeds\//);
  await client.stop();
});

test('a form is declared the house form in stet.yaml, which keeps all that stands there, and is then left alone', async () => {
  const folder = temporaryFolder();
  const deskFile = join(folder, 'stet.yaml');
  const workspace = pathToFileURL(folder).href;
  const uri = pathToFileURL(join(folder, 'draft.txt')).href;
  const edits = { documentChanges: true, resourceOperations: ['create' as const] };
  const capabilities = { ...MODERN, workspace: { workspaceEdit: edits } };
  const states = [
    undefined,
    '# Our desk\nrules: {}',
    'house-forms:\n  - Kyiv # since 2019\n',
    'house-forms: [Kyiv]\n',
    'house-forms: []\n',
  ];
  for (const state of states) {
    if (state !== undefined) writeFileSync(deskFile, state);
    const client = await startServer({ capabilities, workspace });
    await client.open(uri, STORY);
    const [finding] = (await pull(client, uri)).items;
    assert.ok(finding);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [] },
    });
    const keep = actions.find((it) => it.title.startsWith('Keep'));
    const changes = keep?.edit?.documentChanges ?? [];
    assert.deepEqual(
      changes.map((it) => ('kind' in it ? it.kind : 'edit')),
      state === undefined ? ['create', 'edit'] : ['edit'],
    );
    const edit = changes.at(-1);
    assert.ok(edit && 'edits' in edit && edit.textDocument.uri === pathToFileURL(deskFile).href);
    const doc = TextDocument.create('', '', 0, state ?? '');
    const text = TextDocument.applyEdits(doc, edit.edits as TextEdit[]);
    for (const word of (state ?? '').match(/[^\s[\],]+/g) ?? []) assert.ok(text.includes(word), text);
    writeFileSync(deskFile, text);
    await client.stop();

    const again = await startServer({ capabilities, workspace });
    await again.open(uri, STORY);
    assert.deepEqual((await pull(again, uri)).items, [], text);
    await again.stop();
  }
});

test('views that show copy which is edited elsewhere are not checked', async () => {
  const client = await startServer();
  await client.open('git:/story.txt', STORY);
  assert.deepEqual((await pull(client, 'git:/story.txt')).items, []);
  await client.stop();
});

test('Markdown is checked without its markup', async () => {
  const client = await startServer();
  await client.open(
    URI,
    '# Visit\n\n**Lee** *Jae-myung* flew to [Beijing](https://example.com/Lee_Jae-myung).\n',
    'markdown',
  );
  const { items } = await pull(client);
  assert.deepEqual(
    items.map((it) => it.range.end),
    [{ line: 2, character: 18 }],
  );
  await client.stop();
});

/** The findings as the server sends them to a client that does not pull. */
function published(client: TestClient): { readonly next: () => Promise<PublishDiagnosticsParams> } {
  const sent: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    const resolve = waiting.shift();
    if (resolve) resolve(params);
    else sent.push(params);
  });
  return {
    next: () => {
      const first = sent.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/** Long enough that reading it takes many slices. */
const LONG = Array.from(
  { length: 1500 },
  (_, i) => `President Jane Smyth${i} of Korea said on Monday: “We will build bridge ${i} of them all.”\n\n`,
).join('');

test('while a long draft is checked, questions about another one are answered', async () => {
  const client = await startServer({ capabilities: {} });
  const findings = published(client);
  await client.open(URI, STORY);
  assert.equal((await findings.next()).uri, URI);
  await client.open('untitled:Long', LONG);
  const ofLong = findings.next();
  const first = await Promise.race([hoverAt(client, 25), ofLong]);
  assert.ok(first && 'contents' in first, 'The hover is there first.');
  assert.equal((await ofLong).uri, 'untitled:Long');
  await client.stop();
});

/** A hundred thousand words of speakers whom no list has: each is a question to the library of noun phrases. */
const HOSTILE = Array.from(
  { length: 5_500 },
  (_, i) =>
    `“We will do it, number ${i},” the glimworth zanbar${i} of brindlemoor${i} said on the frobnicated way home.\n`,
).join('');

test('while somebody types into a long draft that asks for much, hovers are about what stands there', async () => {
  const client = await startServer({ capabilities: {} });
  const findings = published(client);
  await client.open(URI, HOSTILE);
  await findings.next();
  const started = process.cpuUsage();
  const start = { line: 3_000, character: 0 };
  for (const [i, text] of [...'Lee Jae-myung '].entries())
    await client.change(URI, i + 2, [
      { range: { start: { ...start, character: i }, end: { ...start, character: i } }, text },
    ]);
  assert.match(JSON.stringify(await hoverAt(client, 2, start.line)), /Lee Jae-myung/);
  const { user } = process.cpuUsage(started);
  // Far more than it takes; what must not be is that it takes as long as the draft is.
  assert.ok(user < 10_000_000, `The hover took ${user / 1000} ms.`);
  await client.stop();
});

test('a long draft that is edited while it is checked for the first time is checked as it is then', async () => {
  const client = await startServer({ capabilities: {} });
  const findings = published(client);
  await client.open(URI, LONG);
  const start = { line: 0, character: 0 };
  await client.change(URI, 2, [{ range: { start, end: start }, text: 'X' }]);
  const { version, diagnostics } = await findings.next();
  assert.equal(version, 2);
  assert.ok(diagnostics.length > 0);
  await client.stop();
});

test('a document that was closed is forgotten, and any request about it is answered empty', async () => {
  const client = await startServer();
  await client.open(URI, STORY);
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  assert.deepEqual((await pull(client)).items, []);
  assert.equal(await hoverAt(client, 25), null);
  await client.stop();
});
