/** Odd letters in words that are written like names. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOddWords } from '../../../server/src/core/names/scripts.ts';

test('what nobody sees is odd inside a word, and not at its ends', () => {
  assert.deepEqual(
    findOddWords('\ufeffAnother hospital admitted Ro\u00admano, and \u200eNabil\u200e left.').map(
      (it) => it.plain,
    ),
    ['Romano'],
  );
});
