/**
 * What Stet holds after a day of typing: JSON lines. Sentences of other copy are typed letter by letter into places all
 * over a draft, and taken out again, so that the draft stays as long as it is; then all garbage is collected. As in the
 * server, compromise is on a thread of its own, which is not measured. What the engine has compiled is part of the heap
 * and told apart: it grows for as long as there is code that is seldom run.
 */

import { resolve } from 'node:path';
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { phrasesOnThread } from '../../server/src/disk/phrase-thread.ts';
import { LearningTools } from '../../server/src/learning-tools.ts';
import { tools } from '../support/tools.ts';
import { makeCopy } from './copy.ts';
import { check } from './engine.ts';
import { print } from './rows.ts';

/** After how many edits it is looked at. */
const EDITS = [1000, 10_000, 100_000];
const WORDS = 1000;
/** No two places in a row are near each other, and all are come to. */
const STEP = 0.618;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const text = makeCopy(WORDS);
const spaces = [...text.matchAll(/ /g)].map((it) => it.index);
const learning = new LearningTools(tools.names, phrasesOnThread(resolve('dist/phrases.cjs')));
let last = check(text, undefined, learning.latest);
let edits = 0;
let place = 0;
async function typeAll(): Promise<void> {
  for (let version = 1; edits < Math.max(...EDITS); version++) {
    for (const [sentence] of makeCopy(WORDS, version).matchAll(/[^.\n]+\./g)) {
      place = (place + STEP) % 1;
      const at = spaces[Math.floor(place * spaces.length)] ?? 0;
      for (let typed = 1; typed <= sentence.length; typed++)
        await edit(`${text.slice(0, at)} ${sentence.slice(0, typed)}${text.slice(at)}`);
      await edit(text);
    }
  }
}

async function edit(edited: string): Promise<void> {
  for (let knew = false; !knew; ) {
    const { latest } = learning;
    last = check(edited, last, latest);
    knew = await learning.knew(latest);
  }
  if (!EDITS.includes(++edits)) return;
  collectGarbage();
  collectGarbage();
  const name = `heap after ${edits.toLocaleString('en')} edits`;
  const report = (name: string, bytes: number) =>
    print({ name, words: WORDS, unit: 'MB', value: bytes / 2 ** 20 });
  report(name, process.memoryUsage().heapUsed);
  report(`${name}: compiled code`, getHeapCodeStatistics().code_and_metadata_size);
}

typeAll().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
