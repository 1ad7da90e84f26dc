/** The record of what was checked. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../server/src/core/model.ts';
import { signOff } from '../../server/src/core/sign-off.ts';
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
