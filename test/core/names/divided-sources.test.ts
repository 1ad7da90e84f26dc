/** Where as many sources have one form as have another: what is said, and how loudly. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameConflictsWithSources } from '../../../server/src/core/rules/name-conflicts-with-sources.ts';
import { findingsOf } from '../../support/check.ts';

const DIVIDED: readonly (readonly [draft: string, sources: readonly string[], severity: string])[] = [
  [
    'President Volodymyr Zelensky left.',
    ['President Volodymyr Zelensky spoke.', 'President Volodymyr Zelenskiy spoke.'],
    'hint',
  ],
  // The odd letters are the source's, or the draft's and those of the source that it followed.
  [
    'Coretta Scott King wrote a letter.',
    ['Coretta Scott King wrote.', 'The letter was written by Corretta Scott King.'],
    'hint',
  ],
  [
    'Senator Chuck Shumer objected.',
    ['Senator Chuck Shumer objected.', 'Senator Chuck Schumer objected on Monday.'],
    'warning',
  ],
  [
    'President Volodymyr Zelensky left.',
    ['President Volodymyr Zelensky spoke.', 'Volodymyr Zelenskiy spoke.', 'Volodymyr Zelenskiy left Kyiv.'],
    'warning',
  ],
];

for (const [draft, sources, severity] of DIVIDED) {
  test(`${draft} ${severity}`, () => {
    // The first source is another text than the draft, which is no evidence for itself.
    const found = findingsOf([nameConflictsWithSources], draft, { sources });
    assert.deepEqual(
      found.map((it) => it.severity),
      [severity],
    );
  });
}
