/** Where a sentence ends, and where only an abbreviation does. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from '../../../server/src/core/text/sentences.ts';
import { splitWords } from '../../../server/src/core/text/words.ts';
import { mark, readFixture } from '../../support/markers.ts';

const assertSentences = (fixture: string): void => {
  const { text } = readFixture(fixture);
  assert.equal(
    mark(
      text,
      splitSentences(splitWords(text)).map((span) => ({ span })),
    ),
    fixture,
  );
};

test('a stop, a question and an exclamation end a sentence before a capital', () => {
  assertSentences('[[He left.]] [[Did she?]] [[No!]] [[It is over]]');
});

test('closing marks belong to the sentence they close', () => {
  assertSentences('[[“We won.”]] [[Then they left.]]');
  assertSentences('[[(He left.)]] [["Why?"]]');
});

test('titles, initials, months and figures do not end one', () => {
  assertSentences('[[Gen. Smith met George W. Bush on Jan. 5 for 2.5 hours.]]');
  assertSentences('[[He works for Apple Inc. in Texas.]] [[It grew.]]');
});

test('“No.” is short only before a figure', () => {
  assertSentences('[[One town voted No.]] [[Turnout was low.]]');
  assertSentences('[[He was No. 2 of the list.]]');
});

test('an abbreviation ends one where the next word begins a sentence', () => {
  assertSentences('[[He lives in the U.S.]] [[The visit was short.]]');
  assertSentences('[[The U.S. Army left at 5 p.m. Friday.]]');
});

test('a stop within a word or before a small letter ends nothing', () => {
  assertSentences('[[The site stet.example went down. again]]');
});

test('every word is in exactly one sentence', () => {
  const words = splitWords('One. Two? “Three.” Four, five! six. (Seven.) Eight');
  const sentences = splitSentences(words);
  assert.equal(sentences[0]?.firstWord, 0);
  for (let at = 1; at < sentences.length; at++)
    assert.equal(sentences[at]?.firstWord, sentences[at - 1]?.endWord);
  assert.equal(sentences.at(-1)?.endWord, words.count);
});

test('a text without words has no sentences', () => {
  assert.deepEqual(splitSentences(splitWords(' \n ')), []);
});
