import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainAt } from '../../server/src/core/explain.ts';
import { check, type Given } from '../support/check.ts';
import { readFixture } from '../support/markers.ts';

/** What the hover says at the cursor. */
function hoverOn(marked: string, given: Given): string {
  const { text, cursor } = readFixture(marked);
  assert.ok(cursor !== undefined, 'the copy has no cursor');
  return explainAt(check(text, given).comparison, cursor)?.markdown ?? '';
}

test('the hover on a date names the sources that give the same day for the same event', () => {
  const hover = hoverOn('North Korea launched ballistic missiles into the sea on Sun$0day.', {
    writtenFor: { year: 2026, month: 1, day: 5 },
    sources: [
      'SEOUL, Jan. 4, 2026 (AP) — North Korea launched several ballistic missiles into the sea on Sunday, officials said.',
      'SEOUL, Jan. 4, 2026 (AFP) — Xi will meet Lee on Sunday.',
    ],
  });
  assert.equal(
    hover.split('\n\n').slice(0, 3).join('\n'),
    [
      '**Sunday 4 January 2026**',
      'Because the draft is written for Monday 5 January 2026 and the verb looks back. The day that the draft is written for is from the request.',
      '1 source gives the same day for what seems to be the same event:',
    ].join('\n'),
  );
});
