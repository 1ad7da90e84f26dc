/** What is written into `stet.yaml` is read back, and whatever else stands there is kept. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { decisionKey } from '../../server/src/core/decision-text.ts';
import type { Decision, Declaration } from '../../server/src/core/model.ts';
import { parseDeskSettings } from '../../server/src/core/settings.ts';
import { declare, takeBack } from '../../server/src/lsp/desk-edit.ts';
import { configureFuzz } from '../support/fuzz.ts';

configureFuzz();

const URI = 'file:///stet.yaml';
const RULE = 'date/impossible';

function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const change = edit?.documentChanges?.at(-1);
  assert.ok(change && 'edits' in change);
  return TextDocument.applyEdits(TextDocument.create(URI, 'yaml', 0, text), change.edits as TextEdit[]);
}

const settingsOf = (text: string) => parseDeskSettings(parse(text, { schema: 'core' }), [RULE]);

/** Words as a text may have them: on one line, and with whatever YAML might take for something else. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Lee Jae-myung',
        'true',
        'null',
        '~',
        '12',
        '2026-01-04',
        '“no”',
        "'",
        '"',
        ':',
        '#',
        '- ',
      ),
      fc.constantFrom(
        ' #',
        ': ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '&a',
        '*a',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\\',
        'é',
        '李',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((it) => it.join('').replace(/\s+/g, ' ').trim())
  .filter((it) => it !== '');
const decision: fc.Arbitrary<Decision> = fc.record(
  { rule: fc.constant(RULE), words, draft: words, beside: fc.record({ before: words, after: words }) },
  { requiredKeys: ['rule', 'words'], noNullPrototype: true },
);

const FILES = [
  '',
  '# Our desk\nsources: [wires] # all of them\n',
  'rules:\n  date/impossible: hint',
  'decisions:\n  # by hand\n  - { rule: date/impossible, words: April 31 } # agreed\n\nsources: [wires]\n',
  'decisions:\n- rule: date/impossible\n  words: June 31\n- {rule: date/impossible, words: May 32}\nwritten-for: 2026-01-04\n',
  'decisions: []\nhouse-forms: [Kyiv]\n',
  'decisions:\r\n  - { rule: date/impossible, words: April 31 }\r\nsources: [wires]\r\n',
];

test('decisions are written so that they are read as they were meant, and taken back without a trace', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(decision, { minLength: 1, maxLength: 5 }),
      (file, decisions) => {
        const declarations = decisions.map((item): Declaration => ({ list: 'decisions', item }));
        const { decisions: before, ...others } = settingsOf(file).value;
        const written = applied(file, declare({ uri: URI, text: file }, declarations));
        const { value, complaints } = settingsOf(written);
        const { decisions: after, ...othersAfter } = value;
        assert.deepEqual(complaints, []);
        assert.deepEqual(othersAfter, others);
        assert.deepEqual(sorted(after), sorted([...before, ...decisions]), written);
        for (const line of file.split('\n')) assert.ok(written.includes(line.replace('[]', '')), written);
        if (file.includes('decisions: [')) return;
        const bare = decisions.reduce(
          (it, item) => applied(it, takeBack({ uri: URI, text: it }, decisionKey(item))),
          written,
        );
        assert.deepEqual(sorted(settingsOf(bare).value.decisions), sorted(before));
      },
    ),
  );
});

function sorted(decisions: readonly Decision[]): readonly string[] {
  return decisions.map((it) => JSON.stringify(it, Object.keys(it).concat('before', 'after').sort())).sort();
}

test('the lines of one list stand in order, whoever wrote them when', () => {
  const days = ['June 31', 'April 31', 'May 32'];
  const item = (it: string): Declaration => ({ list: 'decisions', item: { rule: RULE, words: it } });
  const oneByOne = days.reduce((text, it) => applied(text, declare({ uri: URI, text }, [item(it)])), '');
  const together = applied('', declare({ uri: URI, text: '' }, days.map(item)));
  assert.equal(oneByOne, together);
  assert.deepEqual(
    settingsOf(together).value.decisions.map((it) => it.words),
    [...days].sort(),
  );
});
