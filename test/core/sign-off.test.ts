/** The record of what was checked. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../server/src/core/model.ts';
import { signOff, signOffSheet } from '../../server/src/core/sign-off.ts';
import { check } from '../support/check.ts';

const DECISIONS: readonly Decision[] = [
  { checked: 'name', words: 'Wi Sung Lac', by: 'ada', on: { year: 2026, month: 1, day: 5 } },
  { rule: 'date/impossible', words: 'April 31' },
];
const CHECKED = check(
  [
    'Lee Jae-myung met Xi Jinping and Wi Sung Lac on April 31.',
    'Xi called him a “truly reliable neighbour”. “We shall build a bridge,” Xi said, “across the river.” Jane Doe left.',
  ].join('\n\n'),
  {
    sources: ['Lee Jae Myung met Xi Jinping and Wi Sung-lac. Xi called Lee a “truly reliable neighbor”.'],
    declared: DECISIONS.map((item) => ({ list: 'decisions', item })),
  },
);

test('every name, date and quotation has its state', () => {
  assert.deepEqual(
    signOff(CHECKED).map(({ text, detail, state }) => [text, detail, state.is]),
    [
      ['Lee Jae-myung', 'person', 'differs'],
      ['Xi Jinping', 'person', 'agrees'],
      ['Wi Sung Lac', 'person', 'checked'],
      ['April 31', '', 'let stand'],
      ['“truly reliable neighbour”', 'Xi', 'agrees'],
      ['“We shall build a bridge,” … “across the river.”', 'Xi', 'no source'],
      ['Jane Doe', 'person', 'no source'],
    ],
  );
});

test('the sheet says so in words, in tables in which nothing of a text is markup', () => {
  const sheet = signOffSheet([{ path: 'a|b.txt', check: CHECKED }]);
  const lines = sheet.split('\n');
  assert.equal(lines[2], '## a\\|b.txt');
  assert.equal(
    lines[4],
    '7 mentions, 1 of them with findings. 1 article searched. Written for no known day.',
  );
  assert.ok(lines.includes('| Wi Sung Lac | person | checked by ada, 2026\\-01\\-05 |'));
  assert.ok(lines.includes('| Xi Jinping | person | agrees with 1 source: a1.txt |'));
  assert.ok(lines.includes('| “truly reliable neighbour” | Xi | agrees with 1 source: a1.txt |'));
  assert.equal(lines.filter((it) => it.startsWith('|')).length, 7 + 2 * 3);
});
