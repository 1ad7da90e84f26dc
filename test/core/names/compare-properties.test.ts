/** What holds of comparing names, whatever is compared. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockingKeys, compareNames } from '../../../server/src/core/names/compare.ts';
import { matchWords, wordOf } from '../../../server/src/core/names/words.ts';

/** Mostly the words of real names, and what stands between, before and inside them; a little noise. */
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'Lee Jae Myung Kim Un Wang Li Qiang Nguyễn Văn'.split(' ')) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(...'Muhammad Abd al Abdul Rahman bin Abu ud Din ullah Khan'.split(' ')),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...'Oleksandr Aleksandrovich Zelenskiy Zelenskyy Sergey'.split(' ')),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...'John J. F Bob Robert Steel Steele Jr III Müller d’Arc'.split(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const name = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', ' ', "'", '. ', '\u200b', '')), { maxLength: 7 })
  .map((it) => it.flat().join(''));
const runs = { seed: 20260104, numRuns: 500 };

test('a name is identical to itself', () => {
  fc.assert(
    fc.property(name, (it) =>
      assert.deepEqual(compareNames(it, it), { same: true, score: 1, kind: 'identical' }),
    ),
    runs,
  );
});

test('it makes no difference which name comes first', () => {
  fc.assert(
    fc.property(name, name, (a, b) => assert.deepEqual(compareNames(a, b), compareNames(b, a))),
    { ...runs, numRuns: 3000 },
  );
});

test('names differ exactly where they are not the same', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const { same, score, kind } = compareNames(a, b);
      assert.equal(same, kind !== 'different');
      assert.ok(same ? score > 0.5 && score <= 1 : score === 0);
    }),
    runs,
  );
});

test('hyphens, spaces and capitals make no other person, and share a key', () => {
  const words = fc.array(
    fc.constantFrom(...'Lee Jae Myung Muhammad Abdul Rahman Sergey Zelenskyy'.split(' ')),
    {
      minLength: 2,
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(words, fc.constantFrom('-', ' ', ''), fc.boolean(), (parts, link, isLoud) => {
      const a = parts.join(' ');
      const joined = [...parts.slice(0, -2), parts.slice(-2).join(link)].join(' ');
      const b = isLoud ? joined.toUpperCase() : joined;
      assert.equal(compareNames(a, b).same, true);
      const keys = new Set(blockingKeys(a));
      assert.ok(blockingKeys(b).some((it) => keys.has(it)));
    }),
    runs,
  );
});

test('a name has few keys, and names of any length are compared at once', () => {
  fc.assert(
    fc.property(name, (it) => assert.ok(blockingKeys(it).length <= 12)),
    runs,
  );
  const long = 'Muhammad '.repeat(5_000);
  const started = performance.now();
  compareNames(long, `${long} Khan`);
  compareNames('Abdul '.repeat(200), 'Abdur '.repeat(200));
  assert.ok(performance.now() - started < 1_000);
});

test('words are the same by their letters: one that was forgotten and read again matches as before', () => {
  for (const text of ['william', 'carter', 'zelenskyy', 'j']) {
    const word = wordOf(text);
    assert.deepEqual(matchWords(word, { ...word }, 'latin'), matchWords(word, word, 'latin'));
  }
});
