/** Any text is valid input, and any place in it is a valid question. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SemanticTokens, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { deskFolder } from '../support/desk-folder.ts';
import { configureFuzz } from '../support/fuzz.ts';

configureFuzz();

const PIECES = [
  'President Lee Jae-myung ',
  'Lee Jae Myung',
  'Lee ',
  'Robrt Mueller ',
  'said: ',
  '“We will build it,” ',
  '"not ',
  '”',
  'on Monday, January 6 ',
  'KIEV ',
  '\n',
  '\n\n',
  '\r\n',
  '**',
  '`',
  '<!-- stet-disable-next-line -->\n',
  '<!-- stet-disable name',
  '---\nstet-disable: date\n---\n',
  '\ud800',
  '\u202e',
  '👩🏽‍🚒',
];
const copy = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 20,
    },
  )
  .map((it) => it.join(''));
const ABOUT_A_PLACE = [
  'hover',
  'completion',
  'definition',
  'documentHighlight',
  'prepareRename',
  'documentSymbol',
  'codeLens',
  'inlayHint',
  'codeAction',
];

test('no question about any place of any text fails; tokens and renames never overlap', async () => {
  const desk = deskFolder({
    'draft.md': '',
    'a.txt': 'President Lee Jae Myung met Robert Mueller in Kyiv on Monday. “We will build it,” he said.\n',
    'stet.yaml': 'sources: [a.txt]\nhouse-forms:\n  - { form: Kyiv, instead-of: [Kiev] }\n',
  });
  const { client, uri } = await desk.open('draft.md', { settings: { inlayHints: true, codeLens: true } });
  let version = 1;
  await fc.assert(
    fc.asyncProperty(copy, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
      version++;
      await client.change(uri, version, [{ text }]);
      const doc = TextDocument.create(uri, 'markdown', version, text);
      const position = doc.positionAt(Math.floor(share * text.length));
      const about = {
        textDocument: { uri },
        position,
        range: { start: { line: 0, character: 0 }, end: position },
        context: { diagnostics: [], includeDeclaration: true },
      };
      for (const it of ABOUT_A_PLACE) await client.connection.sendRequest(`textDocument/${it}`, about);
      await client.connection.sendRequest('textDocument/references', about);
      await client.connection.sendRequest('stet/signOff', about);

      const tokens = await client.connection.sendRequest<SemanticTokens>(
        'textDocument/semanticTokens/full',
        about,
      );
      let at = 0;
      let [line, character] = [0, 0];
      for (let i = 0; i < tokens.data.length; i += 5) {
        const [lines = 0, characters = 0, length = 0] = tokens.data.slice(i);
        line += lines;
        character = lines > 0 ? characters : character + characters;
        const start = doc.offsetAt({ line, character });
        assert.ok(at <= start && length > 0 && start + length <= text.length);
        at = start + length;
      }
      if (await client.connection.sendRequest('textDocument/prepareRename', about)) {
        const params = { ...about, newName: 'Park Geun-hye' };
        const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', params);
        const [change] = edit.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        let end = 0;
        for (const { range } of change.edits as {
          range: { start: typeof position; end: typeof position };
        }[]) {
          assert.ok(end <= doc.offsetAt(range.start));
          end = doc.offsetAt(range.end);
        }
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
  );
  await client.stop();
});
