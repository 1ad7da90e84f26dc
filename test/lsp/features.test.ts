/** What an editor does with a name: completes it, goes to it, finds and renames whoever is meant. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  InlayHint,
  Location,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { QuoteSides } from '../../server/src/lsp/protocol.ts';
import { atCursor } from '../support/cursor.ts';
import { deskFolder } from '../support/desk-folder.ts';
import { mark } from '../support/markers.ts';
import { MODERN } from '../support/start-server.ts';

const DRAFT =
  'South Korean President Lee Jae Myung met Xi Jinping. Lee spoke of trade. Lee Jae-mook, a professor, agreed.\n\nThe visit of Lee Jae-myung ends soon.\n';

async function completions(marked: string, language = 'plaintext'): Promise<readonly CompletionItem[]> {
  const draft = await atCursor(marked, { language });
  const { items } = await draft.ask<CompletionList>('textDocument/completion');
  await draft.client.stop();
  return items;
}

const labels = async (marked: string, language?: string) =>
  (await completions(marked, language)).map((it) => it.label);

test('a name is completed with role and sources, most sources first', async () => {
  const items = await completions('In Beijing, Lee J$0');
  assert.deepEqual(
    items.map((it) => [it.label, it.detail]),
    [
      ['Lee Jae Myung', 'South Korean president · 3 sources'],
      ['Lee Jae-mook', 'political science professor at the Hankuk University of Foreign Studies · 1 source'],
      ['Lee Jae-myung', 'South Korean President · 1 source'],
    ],
  );
  const [first] = items;
  assert.ok(first?.textEdit && 'range' in first.textEdit);
  assert.deepEqual(first.textEdit.range, {
    start: { line: 0, character: 12 },
    end: { line: 0, character: 17 },
  });
});

test('a name is found by its later words, without accents, and in capitals in a headline', async () => {
  assert.deepEqual(await labels('It was said of Jinp$0'), ['Xi Jinping']);
  assert.deepEqual(await labels('President Lee Jae My$0'), ['Lee Jae Myung', 'Lee Jae-myung']);
  assert.deepEqual(await labels('LEE JAE MY$0 LEAVES\n\nHe left.'), ['LEE JAE MYUNG', 'LEE JAE-MYUNG']);
});

test('nothing is completed inside a word that is no name, at a lone capital, or in code', async () => {
  for (const copy of ['le$0', 'The$0', 'In$0', 'L$0', 'Le$0ft', 'fleeLee J$0x', 'at 5Lee$0', '$0', 'Qzx$0'])
    assert.deepEqual(await labels(copy), [], copy);
  for (const copy of ['`Lee J$0`', '[him](https://a.b/Lee J$0)', '<!-- Lee J$0 -->'])
    assert.deepEqual(await labels(copy, 'markdown'), [], copy);
});

test('the house form is the first completion, whether a source has it or not', async () => {
  const desk = deskFolder({
    'draft.txt': 'Yesterday Lee J',
    'stet.yaml': 'house-forms: [Lee Jae-myung, Lee Jun-seok]\nsources: [a.txt]\n',
    'a.txt': 'President Lee Jae Myung left.\n',
  });
  const draft = await desk.open('draft.txt');
  const { items } = await draft.client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri: draft.uri },
    position: { line: 0, character: 15 },
  });
  assert.deepEqual(
    items.map((it) => [it.label, it.detail]),
    [
      ['Lee Jae-myung', 'house form · 0 sources'],
      ['Lee Jun-seok', 'house form · 0 sources'],
      ['Lee Jae Myung', 'President · 1 source'],
    ],
  );
  await draft.client.stop();
});

async function definitionOf(marked: string): Promise<readonly string[]> {
  const draft = await atCursor(marked);
  const places = draft.showPlaces(await draft.ask<Location[]>('textDocument/definition'));
  await draft.client.stop();
  return places;
}

test('a name leads to its introduction, the introduction to the sources, a quotation to its source', async () => {
  const introduced = DRAFT.replace('Lee Jae Myung', '[[Lee Jae Myung]]');
  assert.deepEqual(await definitionOf(DRAFT.replace('Lee spoke', 'L$0ee spoke')), [introduced]);
  assert.deepEqual(await definitionOf(DRAFT.replace('Lee Jae-myung', '$0Lee Jae-myung')), [introduced]);
  const [, ...sources] = await definitionOf(DRAFT.replace('Lee Jae', 'Lee J$0ae'));
  assert.deepEqual(
    sources.map((it) => it.slice(0, 3)),
    ['000', '001', '003', '002'],
  );
  const [, ...quoted] = await definitionOf('Lee praised Xi as a “truly $0reliable neighbour”.');
  assert.deepEqual(
    quoted.map((it) => it.slice(0, 3)),
    ['000', '001', '002'],
  );
  assert.deepEqual(await definitionOf('The tal$0ks go on.'), ['The talks go on.']);
});

test('references are every mention of who is meant, whatever the form, in the draft and the sources', async () => {
  const draft = await atCursor(DRAFT.replace('Lee spoke', 'L$0ee spoke'));
  const ask = async (includeDeclaration: boolean) =>
    draft.showPlaces(
      await draft.ask<Location[]>('textDocument/references', { context: { includeDeclaration } }),
    );
  const [here, ...there] = await ask(true);
  const meant = DRAFT.replace('Lee Jae Myung', '[[Lee Jae Myung]]')
    .replace('. Lee spoke', '. [[Lee]] spoke')
    .replace('Lee Jae-myung', '[[Lee Jae-myung]]');
  assert.equal(here, meant);
  assert.equal(new Set(there.map((it) => it.slice(0, 3))).size, 4);
  assert.ok(there.length > 8);
  assert.equal((await ask(false))[0], meant.replace('[[Lee Jae Myung]]', 'Lee Jae Myung'));
  const highlights = await draft.ask<DocumentHighlight[]>('textDocument/documentHighlight');
  assert.equal(draft.show(highlights.map((it) => it.range)), meant);
  await draft.client.stop();
});

test('all parts of a split quotation are highlighted together', async () => {
  const draft = await atCursor('“We will $0build it,” Lee said. “And we will pay for it.” “No,” Xi said.');
  const highlights = await draft.ask<DocumentHighlight[]>('textDocument/documentHighlight');
  assert.equal(
    draft.show(highlights.map((it) => it.range)),
    '[[“We will build it,”]] Lee said. [[“And we will pay for it.”]] “No,” Xi said.',
  );
  await draft.client.stop();
});

/** The draft after a rename at the cursor. */
async function renamed(marked: string, newName: string): Promise<string> {
  const draft = await atCursor(marked);
  const edit = await draft.ask<WorkspaceEdit | null>('textDocument/rename', { newName });
  await draft.client.stop();
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: draft.uri, version: 1 });
  return TextDocument.applyEdits(draft.doc, change.edits as TextEdit[]);
}

test('a person is renamed in full and by surname, and nobody else is', async () => {
  assert.equal(
    await renamed(DRAFT.replace('Lee Jae', 'L$0ee Jae'), 'Park Geun-hye'),
    'South Korean President Park Geun-hye met Xi Jinping. Park spoke of trade. Lee Jae-mook, a professor, agreed.\n\nThe visit of Park Geun-hye ends soon.\n',
  );
  const janet =
    'JANET YELLEN SPEAKS\n\nTreasury Secretary Janet Yellen left. Ye$0llen’s plane was late, Janet said.\n';
  assert.equal(
    await renamed(janet, 'Janet Yelland'),
    'JANET YELLAND SPEAKS\n\nTreasury Secretary Janet Yelland left. Yelland’s plane was late, Janet said.\n',
  );
  assert.equal(
    await renamed(janet, 'Smith'),
    'JANET SMITH SPEAKS\n\nTreasury Secretary Janet Smith left. Smith’s plane was late, Janet said.\n',
  );
});

test('a rename begins from the full name; where there is no name there is none', async () => {
  const draft = await atCursor(DRAFT.replace('Lee spoke', 'L$0ee spoke'));
  const prepared = await draft.ask<{ readonly range: Range; readonly placeholder: string }>(
    'textDocument/prepareRename',
  );
  assert.equal(prepared.placeholder, 'Lee Jae Myung');
  assert.equal(draft.show([prepared.range]), DRAFT.replace('. Lee spoke', '. [[Lee]] spoke'));
  await assert.rejects(draft.ask('textDocument/rename', { newName: ' … ' }), /A name has letters/);
  await draft.client.stop();
  const none = await atCursor('The tal$0ks go on.');
  assert.equal(await none.ask('textDocument/prepareRename'), null);
  await assert.rejects(none.ask('textDocument/rename', { newName: 'x' }), /There is no name here/);
  await none.client.stop();
});

test('what somebody is quoted to have said is shown before a rename changes it', async () => {
  const edits = { documentChanges: true, changeAnnotationSupport: {} };
  const draft = await atCursor('Lee J$0ae Myung left. “Lee Jae Myung is away,” Xi said.', {
    capabilities: { ...MODERN, workspace: { workspaceEdit: edits } },
  });
  const { documentChanges = [], changeAnnotations = {} } = await draft.ask<WorkspaceEdit>(
    'textDocument/rename',
    {
      newName: 'Park Geun-hye',
    },
  );
  const [change] = documentChanges;
  assert.ok(change && 'edits' in change);
  assert.deepEqual(
    change.edits.map((it) => 'annotationId' in it),
    [false, true],
  );
  assert.deepEqual(
    Object.values(changeAnnotations).map((it) => [it.label, it.needsConfirmation]),
    [['Names inside quotation marks', true]],
  );
  await draft.client.stop();
});

const STORY =
  'Chinese President Xi Jinping met Lee Jae Myung on January 5, 2026. “We will build it,” Xi said. “And pay for it.”\n';

test('the outline has people, dates and quotations with their speakers', async () => {
  const outline = async (hierarchicalDocumentSymbolSupport: boolean) => {
    const draft = await atCursor(STORY, {
      capabilities: { ...MODERN, textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport } } },
    });
    const symbols = await draft.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    await draft.client.stop();
    return symbols.map(({ name, detail }) => [name, detail]);
  };
  assert.deepEqual(await outline(true), [
    ['Xi Jinping', '2 mentions'],
    ['Lee Jae Myung', '1 mention'],
    ['January 5, 2026', 'Monday 5 January 2026'],
    ['“We will build it,”', 'Xi'],
  ]);
  assert.deepEqual(
    (await outline(false)).map(([name]) => name),
    ['Xi Jinping', 'Lee Jae Myung', 'January 5, 2026', '“We will build it,”'],
  );
});

test('the workspace’s symbols are the names of the sources, with a draft open or not', async () => {
  const desk = deskFolder({
    'draft.txt': 'Nobody left.\n',
    'stet.yaml': 'sources: [a.txt, b.txt]\n',
    'a.txt': 'Mayor Jane Smith left. Smith waved.\n',
    'b.txt': 'It rained.\n\nMayor Jane Smith came back to Springfield.\n',
  });
  const draft = await desk.open('draft.txt');
  const query = (text: string) =>
    draft.client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: text });
  const shown = async (text: string) =>
    (await query(text)).map((it) => [it.name, it.containerName, it.location.uri === desk.uri('a.txt')]);
  assert.deepEqual(await shown('smi'), [['Jane Smith', '2 sources', true]]);
  await draft.client.connection.sendNotification('textDocument/didClose', {
    textDocument: { uri: draft.uri },
  });
  assert.deepEqual(await shown(''), [
    ['Jane Smith', '2 sources', true],
    ['Springfield', '1 source', false],
  ]);
  await draft.client.stop();
});

test('names, dates, quotations and speakers are tokens; of two the inner one shows', async () => {
  const draft = await atCursor(
    'Xi Jinping said on Monday: “Lee Jae Myung\nleft Seoul on Tuesday for good.” Fine.\n',
  );
  const { data } = await draft.ask<SemanticTokens>('textDocument/semanticTokens/full');
  const { tokenTypes } = draft.client.initialized.capabilities.semanticTokensProvider?.legend ?? {
    tokenTypes: [],
  };
  const marks: { span: { start: number; end: number }; note: string }[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    const start = draft.doc.offsetAt({ line, character });
    marks.push({ span: { start, end: start + length }, note: tokenTypes[type] ?? '' });
  }
  assert.equal(
    mark(draft.text, marks),
    '[[Xi Jinping|person]] said on [[Monday|date]]: [[“|quotation]][[Lee Jae Myung|person]]\n[[left |quotation]][[Seoul|place]][[ on |quotation]][[Tuesday|date]][[ for good.”|quotation]] Fine.\n',
  );
  await draft.client.stop();
});

test('lenses say what the sources have, where the desk asks for them', async () => {
  const lenses = async (codeLens: boolean) => {
    const draft = await atCursor(
      'President Lee Jae Myung met Qzxv Wrtk. Lee praised Xi Jinping as a “truly dependable neighbour”.',
      { settings: { codeLens } },
    );
    const found = await draft.ask<CodeLens[]>('textDocument/codeLens');
    await draft.client.stop();
    return found.map((it) => it.command?.title);
  };
  assert.deepEqual(await lenses(true), [
    'Lee Jae Myung: 4 sources · 2 spellings',
    'Xi Jinping: 4 sources · 1 spelling',
    'Quotation: 3 sources · 1 difference',
  ]);
  assert.deepEqual(await lenses(false), []);
});

test('behind every part of a split quotation but the first stands who goes on speaking', async () => {
  const draft = await atCursor('“We will build it,” Mayor Jane Smith said. “And we will pay for it.”\n', {
    settings: { inlayHints: true },
  });
  const hints = await draft.ask<InlayHint[]>('textDocument/inlayHint', {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  });
  assert.deepEqual(
    hints.map((it) => [draft.text.slice(0, draft.doc.offsetAt(it.position)).slice(-7), it.label]),
    [['for it.”'.slice(-7), '— Jane Smith']],
  );
  await draft.client.stop();
});

test('a quotation is shown beside the one of the sources that is nearest to it', async () => {
  const sides = async (marked: string) => {
    const draft = await atCursor(marked);
    const answer = await draft.ask<QuoteSides | null>('stet/compareWithSource');
    await draft.client.stop();
    return answer;
  };
  assert.deepEqual(await sides('Lee described Xi as “a truly depend$0able neighbor” before he left.'), {
    draft: 'a truly dependable neighbor',
    source: 'a truly reliable neighbor.',
    article: '002_2700a83b44745f36.txt',
  });
  assert.equal(await sides('“Nobody has ever sa$0id this of bridges,” she said.'), null);
  assert.equal(await sides('No quotation sta$0nds here.'), null);
});

test('a changed quotation offers the comparison to clients that can show it', async () => {
  for (const comparesWithSource of [true, false]) {
    const draft = await atCursor('Lee described Xi as “a truly depend$0able neighbor” before he left.', {
      initializationOptions: { comparesWithSource },
    });
    const actions = await draft.ask<readonly CodeAction[]>('textDocument/codeAction', {
      range: { start: draft.position, end: draft.position },
      context: { diagnostics: [] },
    });
    const compare = actions.find((it) => it.title.startsWith('Compare with '));
    assert.equal(compare?.command?.command, comparesWithSource ? 'stet.compareWithSource' : undefined);
    await draft.client.stop();
  }
});
