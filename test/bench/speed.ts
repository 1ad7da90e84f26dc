/**
 * How fast Stet is: JSON lines. CPU milliseconds, medians, warm, with the bundled articles;
 * and each as a ratio to a scan of the same text by `charCodeAt` in the same run, because times on a machine that
 * others use don't hold.
 */

import { groupEntities } from '../../server/src/core/names/entities.ts';
import { nameMentions } from '../../server/src/core/names/find.ts';
import { readNameWords, tagNames } from '../../server/src/core/names/tagger/tag.ts';
import { splitParagraphs } from '../../server/src/core/text/paragraphs.ts';
import { tools } from '../support/tools.ts';
import { cpuOf, medianOf } from './clock.ts';
import { countWords, makeCopy } from './copy.ts';
import { check, read } from './engine.ts';
import { print, type Row } from './rows.ts';

/** The longest is left out where only the ratios are wanted. */
const SIZES = process.argv.includes('--short') ? [1000, 10_000] : [500, 1000, 10_000, 100_000];

/** The whole way of names: words, tags, mentions, entities. */
function readNames(text: string): void {
  const paragraphs = splitParagraphs(text);
  const tagged = tagNames(
    paragraphs.map((it) => readNameWords(it.text, tools.names)),
    tools.names,
  );
  groupEntities(
    paragraphs.map((it, i) => nameMentions(it, 'body', 0, tagged.names[i] ?? [], tools.names.lexicon)),
  );
}

/** How many letters are typed before it counts: with fewer, the compiler's work on what follows an edit is measured. */
const WARMING = 60;

/** Types and deletes a few letters at the end of the first word of a kind after the middle of a text, over and over. */
function typeIn(text: string, word: RegExp, times: number): number[] {
  const middle = Math.floor(text.length / 2);
  const found = word.exec(text.slice(middle));
  const at = middle + (found ? found.index + found[0].length : 0);
  const states = ['e', 'es', 'est', 'es', 'e', ''].map((it) => text.slice(0, at) + it + text.slice(at));
  let last = check(text);
  const typed = Array.from({ length: WARMING + times }, (_, i) =>
    cpuOf(() => {
      last = check(states[i % states.length] ?? text, last);
    }),
  );
  return typed.slice(WARMING);
}

function scan(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** CPU milliseconds of a scan, which are few. */
function timeScan(text: string): number {
  const scans = Math.ceil(2_000_000 / text.length);
  const times = Array.from({ length: 9 }, () =>
    cpuOf(() => {
      for (let i = 0; i < scans; i++) scan(text);
    }),
  );
  return medianOf(times) / scans;
}

/** A draft of a size, by what is timed on it. */
function timed(size: number, time: (text: string, times: number) => number) {
  const text = makeCopy(size);
  const scanned = timeScan(text);
  const value = time(text, size > 50_000 ? 5 : size > 5000 ? 25 : 100);
  return { words: countWords(text), value, ratio: value / scanned };
}

/** Work on whole copy, none of which was met before: what is kept from one text must not answer for another. */
function onCopies(name: string, work: (copy: string) => void) {
  return (size: number): Row => {
    const { words, value, ratio } = timed(size, (_, times) =>
      medianOf(
        Array.from({ length: times }, (_, i) => makeCopy(size, i + 1)).map((it) => cpuOf(() => work(it))),
      ),
    );
    return { name, words, unit: PER_1000, value: (value * 1000) / words, ratio };
  };
}

const PER_1000 = 'CPU ms per 1,000 words';

/** Typing behind a word of a kind. */
function onEdits(name: string, word: RegExp) {
  return (size: number): Row => ({
    name,
    unit: 'CPU ms',
    ...timed(size, (text, times) => medianOf(typeIn(text, word, times * 2))),
  });
}

function scanRow(size: number): Row {
  const text = makeCopy(size);
  const words = countWords(text);
  return { name: 'scan', words, unit: PER_1000, value: (timeScan(text) * 1000) / words };
}

// The compiler works in the background, and its time counts: it is busy for some hundred drafts, and again whenever
// something else is done with them. So one thing is done at all sizes, and then the next.
for (let i = 0; i < 600; i++) check(makeCopy(1000, 1000 + i));
for (const rowOf of [
  scanRow,
  onCopies('full analysis', check),
  onCopies('read', read),
  onCopies('names', readNames),
  onEdits('one-character edit', / \p{Ll}{4,}(?= \p{Ll})/u),
  onEdits('the same in a name', /\p{Ll} \p{Lu}\p{Ll}{3,}(?= )/u),
])
  for (const size of SIZES) print(rowOf(size));
