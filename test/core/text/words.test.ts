/** What is one word, and what is two. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitWords } from '../../../server/src/core/text/words.ts';
import { mark, readFixture } from '../../support/markers.ts';

/** Marks every word. */
const marked = (text: string): string => {
  const { starts, ends } = splitWords(text);
  return mark(
    text,
    Array.from(starts, (start, index) => ({ span: { start, end: ends[index] ?? start } })),
  );
};

const assertWords = (fixture: string): void => assert.equal(marked(readFixture(fixture).text), fixture);

test('words are runs of letters and digits, and signs by themselves', () => {
  assertWords('[[He]] [[said]][[:]] [[“]][[No]][[.]][[”]]');
  assertWords('[[20]] [[people]][[,]] [[$]][[5]]');
});

test('the possessive is a word of its own, straight or curly; other apostrophes are inside', () => {
  assertWords("[[Lee]][['s]] [[visit]]");
  assertWords('[[Lee]][[’s]] [[visit]]');
  assertWords('[[Conan]] [[O’Brien]] [[doesn’t]]');
  assertWords("[[players]][[']] [[lounge]]");
});

test('the parts of a given name are joined, words of English are not', () => {
  assertWords('[[Lee]] [[Jae-myung]] [[met]] [[Jean-Pierre]]');
  assertWords('[[Tsai]] [[Ing-wen]] [[and]] [[Chiang]] [[Kai-shek]]');
  assertWords('[[Wi]] [[Sung-lac]][[.]]');
  assertWords('[[Moon]] [[Jae-in]] [[met]] [[Lee]] [[Sung-do]][[;]] [[Jae]][[-]][[in]]');
  assertWords('[[Kim]] [[Jae-june]] [[in]] [[January]][[-]][[june]]');
  assertWords('[[a]] [[Seoul]][[-]][[based]] [[firm]]');
  assertWords('[[a]] [[Hong]] [[Kong]][[-]][[run]] [[fund]]');
  assertWords('[[US]][[-]][[China]] [[talks]]');
  assertWords('[[Bashar]] [[al-Assad]] [[of]] [[Al-Qaeda]]');
  assertWords('[[Stoke-on-Trent]]');
});

test('abbreviations before a name, initials and company endings keep their stops', () => {
  assertWords('[[Gen.]] [[Smith]] [[of]] [[the]] [[U.S.]] [[Army]]');
  assertWords('[[George]] [[W.]] [[Bush]] [[and]] [[J.K.]] [[Rowling]]');
  assertWords('[[J.]] [[J.]] [[Abrams]]');
  assertWords('[[Apple]] [[Inc.]] [[grew]][[.]]');
  assertWords('[[vitamin]] [[c]][[.]] [[it]] [[helps]]');
});

test('letters of any script, combining marks and invisible characters are inside words', () => {
  assertWords('[[Nicola\u0301s]] [[Łódź]] [[Нина]] [[李在明]]');
  assertWords('[[Lee\u200bJae]] [[so\u00adon]]');
  assertWords('[[😀]] [[@user]] [[#topic]]');
});

test('any text has words in order, not overlapping, without white space', () => {
  const fragments = fc.constantFrom(
    ...[
      'Lee',
      'Jae-',
      'myung',
      "'s",
      '’',
      '-',
      '.',
      'U.S.',
      ' ',
      '\ud800',
      '\0',
      '\u200b',
      'Mr.',
      'e\u0301',
      '😀',
      'al-',
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fragments).map((it) => it.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const { starts, ends, count } = splitWords(text);
        let last = 0;
        for (let at = 0; at < count; at++) {
          const start = starts[at] ?? -1;
          const end = ends[at] ?? -1;
          assert.ok(start >= last && end > start && end <= text.length);
          assert.doesNotMatch(text.slice(start, end), /\s/);
          last = end;
        }
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});

test('a long line takes linear time', () => {
  for (const piece of ['a', 'A.', 'Al-', "a'", 'Jae-', '-', "'s", '\ud800', 'Mr. ', '. ']) {
    const started = process.cpuUsage();
    splitWords(piece.repeat(1_000_000 / piece.length));
    const { user } = process.cpuUsage(started);
    assert.ok(user < 2_000_000, `${JSON.stringify(piece)} took ${user / 1000} ms`);
  }
});
