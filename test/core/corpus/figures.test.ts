/** Counted things: marked copy in, marked copy out; and which amounts say the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agree, isSameUnit, readFigures } from '../../../server/src/core/corpus/figures.ts';
import { readTokens } from '../../../server/src/core/dates/tokens.ts';
import { splitWords } from '../../../server/src/core/text/words.ts';
import { mark, readFixture } from '../../support/markers.ts';

function figuresOf(text: string) {
  const tokens = readTokens(splitWords(text));
  return readFigures(tokens).map((figure) => ({
    ...figure,
    span: { start: tokens.starts[figure.start] ?? 0, end: tokens.ends[figure.end - 1] ?? 0 },
  }));
}

const COPY: readonly (readonly [what: string, copy: string])[] = [
  [
    'counts, in figures and in words',
    'Beijing sanctioned [[20]] U.S. contractors and [[four]] banks after [[1,520]] raids.',
  ],
  [
    'sums and shares',
    'It froze [[$391 million]], [[3.2 percent]] of the aid, or [[25%]] of [[€1.5 billion]].',
  ],
  [
    'figures with their scale or unit in one word',
    'Taxes go up by [[£26bn]], [[$1.2m]] of it for [[1.4bn]] people; gusts of [[85mph]] hit a 12m mast [[14km]] away.',
  ],
  ['parts of a whole', '[[Four]] of the [[seven]] commissioners left; two of the men stayed.'],
  ['lengths', 'He was sentenced to [[14]] years in prison after a [[46]]-year career.'],
  ['what is measured', 'An earthquake of magnitude [[6.4]] struck; the attendance was [[38,417]].'],
  [
    'the age of a full name',
    'Dwayne T. Marsh, [[34]], met Ann Hart Jr., [[51]]. In Leeds, 40, Marsh, 34, and others left.',
  ],
  [
    'no years, ages, scores and lone figures',
    'In 2019 the 42-year-old won 3-2 in Room 12. One of them left.',
  ],
];

for (const [what, copy] of COPY) {
  test(what, () => {
    const { text } = readFixture(copy);
    assert.equal(
      mark(
        text,
        figuresOf(text).map(({ span }) => ({ span })),
      ),
      copy,
    );
  });
}

/** Whether the first figures of two texts are of one unit and say the same. */
function compared(one: string, other: string): readonly [boolean, boolean] {
  const [a] = figuresOf(one);
  const [b] = figuresOf(other);
  assert.ok(a && b);
  return [isSameUnit(a, b), agree(a, b)];
}

test('rounded figures agree with exact ones, and other figures don’t', () => {
  assert.deepEqual(compared('600 people', '618 people'), [true, true]);
  assert.deepEqual(compared('$1.6 trillion', '$1.577 trillion'), [true, true]);
  assert.deepEqual(compared('three percent', '2.8 percent'), [true, true]);
  assert.deepEqual(compared('88 people', '89 people'), [true, false]);
  assert.deepEqual(compared('1,500 prosecutors', '2,000 prosecutors'), [true, false]);
});

test('things of other names are counted apart', () => {
  assert.deepEqual(compared('20 defense contractors', '20 US companies'), [false, true]);
  assert.deepEqual(compared('20 percent', '20 people'), [false, true]);
});

test('sums in two currencies are two things, however they are written', () => {
  assert.deepEqual(compared('£26bn', '$26bn'), [false, true]);
  assert.deepEqual(compared('£1.2m', '£1.2 million'), [true, true]);
  assert.deepEqual(compared('£1.2m', '£2.1m'), [true, false]);
});

test('ages are held against each other where the name is the same, give or take a birthday', () => {
  assert.deepEqual(compared('Dwayne T. Marsh, 34, left.', 'It was Dwayne Marsh, 43.'), [true, false]);
  assert.deepEqual(compared('Dwayne Marsh, 34, left.', 'It was Dwayne Marsh, 35.'), [true, true]);
  assert.deepEqual(compared('Dwayne Marsh, 34, left.', 'Erik Marsh, 43, left.'), [false, false]);
});

test('a magnitude is one wherever it stands', () => {
  assert.deepEqual(compared('A magnitude 6.1 quake struck.', 'a quake of magnitude 6.4'), [true, false]);
  assert.deepEqual(compared('A 6.1-magnitude quake struck.', 'a magnitude of 6.1'), [true, true]);
});
