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

function rowsOf(size: number): Row[] {
  const text = makeCopy(size);
  const words = countWords(text);
  const per1000 = 1000 / words;
  const times = size > 50_000 ? 3 : size > 5000 ? 7 : 25;
  const scans = Math.ceil(2_000_000 / text.length);
  const scanned =
    medianOf(
      Array.from({ length: 9 }, () =>
        cpuOf(() => {
          for (let i = 0; i < scans; i++) scan(text);
        }),
      ),
    ) / scans;
  // Copy that was never met before: what is kept from one text must not answer for another.
  const copies = Array.from({ length: times * 3 }, (_, i) => makeCopy(size, i + 1));
  const full = medianOf(copies.slice(times, 2 * times).map((it) => cpuOf(() => check(it))));
  const reading = medianOf(copies.slice(0, times).map((it) => cpuOf(() => read(it))));
  const names = medianOf(copies.slice(2 * times).map((it) => cpuOf(() => readNames(it))));
  const edit = medianOf(typeIn(text, / \p{Ll}{4,}(?= \p{Ll})/u, times * 2));
  const nameEdit = medianOf(typeIn(text, /\p{Ll} \p{Lu}\p{Ll}{3,}(?= )/u, times * 2));
  return [
    { name: 'scan', words, unit: 'CPU ms per 1,000 words', value: scanned * per1000 },
    {
      name: 'read',
      words,
      unit: 'CPU ms per 1,000 words',
      value: reading * per1000,
      ratio: reading / scanned,
    },
    { name: 'names', words, unit: 'CPU ms per 1,000 words', value: names * per1000, ratio: names / scanned },
    {
      name: 'full analysis',
      words,
      unit: 'CPU ms per 1,000 words',
      value: full * per1000,
      ratio: full / scanned,
    },
    { name: 'one-character edit', words, unit: 'CPU ms', value: edit, ratio: edit / scanned },
    { name: 'the same in a name', words, unit: 'CPU ms', value: nameEdit, ratio: nameEdit / scanned },
  ];
}

// The compiler works in the background, and its time counts: it is busy for some hundred drafts.
for (let i = 0; i < 600; i++) check(makeCopy(1000, 1000 + i));
for (const size of SIZES) for (const row of rowsOf(size)) print(row);
