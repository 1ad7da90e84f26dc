/**
 * What an index on disk costs: JSON lines. `archive.cjs COUNT` writes so many articles to a folder, indexes them and looks
 * things up; `archive.cjs COUNT prepared` puts articles into the index that were read before and are told of other people
 * as they lie there, since nobody waits for a million to be read. Needs a Node that has SQLite.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { restoreArticle, storeArticle } from '../../server/src/core/corpus/stored-article.ts';
import { libraryOfArchive } from '../../server/src/core/library.ts';
import { ArticleStore } from '../../server/src/disk/article-store.ts';
import { type Update, updateStore } from '../../server/src/disk/update-store.ts';
import { tools } from '../support/tools.ts';
import { cpuOf, medianOf } from './clock.ts';
import { makeCopy, retellNames } from './copy.ts';
import { read } from './engine.ts';
import { print } from './rows.ts';

const WORDS = 400;
const DRAFT_WORDS = 1_000;
const DRAFTS = 45;
/** Articles of one folder. */
const IN_FOLDER = 1_000;
/** Articles that are read, of those that are prepared. */
const READ = 2_000;
const TOGETHER = 500;

const made = { build: 'bench', dictionary: readFileSync('dist/seeds.json').subarray(0, 32_768) };
const [first = '5000', second = ''] = process.argv.slice(2);
if (first === 'look-up') lookUp(second);
else
  measure(Number(first), second === 'prepared').catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });

async function measure(count: number, isPrepared: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-archive-'));
  try {
    const path = join(folder, 'store.sqlite');
    const bytes = isPrepared ? prepare(path, count) : await index(path, join(folder, 'sources'), count);
    row(`index of ${articles(count)}, of the size of the text`, 'times', statSync(path).size / bytes);
    spawnSync(process.execPath, [__filename, 'look-up', path], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the size of the text, in bytes. */
async function index(path: string, base: string, count: number): Promise<number> {
  let bytes = 0;
  const fileOf = (i: number) => join(base, String(Math.floor(i / IN_FOLDER)), `${i}.txt`);
  for (let i = 0; i < count; i++) {
    if (i % IN_FOLDER === 0) mkdirSync(join(fileOf(i), '..'), { recursive: true });
    const text = makeCopy(WORDS, i + 1);
    bytes += Buffer.byteLength(text);
    writeFileSync(fileOf(i), text);
  }
  const update: Update = { ...made, path, named: { patterns: ['.'], base } };
  const indexing = await timesOf(update);
  row('articles indexed', 'a second of CPU', (1_000 * count) / indexing.cpu);
  const again = await timesOf(update);
  row(`re-scan of ${count.toLocaleString('en')} unchanged files`, 'ms', again.wall);
  writeFileSync(fileOf(0), makeCopy(WORDS, count + 1));
  utimesSync(fileOf(0), 1, 1);
  const one = await timesOf(update);
  row(`one of ${count.toLocaleString('en')} files changed, to the index`, 'ms', one.wall);
  return bytes;
}

/** Milliseconds of an update. */
async function timesOf(update: Update): Promise<{ readonly cpu: number; readonly wall: number }> {
  const from = performance.now();
  const before = process.cpuUsage();
  await updateStore(update, {
    readArticle: (source) => readArticle(source, tools),
    ready: () => {},
    report: () => {},
    isCancelled: () => false,
  });
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, wall: performance.now() - from };
}

function prepare(path: string, count: number): number {
  const readBefore = Array.from({ length: Math.min(READ, count) }, (_, i) =>
    JSON.stringify(
      storeArticle(
        readArticle({ id: `${i}.txt`, text: makeCopy(WORDS, i + 1), language: 'plaintext' }, tools),
      ),
    ),
  );
  const store = new ArticleStore(path, { ...made, isWriting: true });
  let bytes = 0;
  for (let from = 0; from < count; from += TOGETHER) {
    store.commit(() => {
      for (let i = from; i < Math.min(count, from + TOGETHER); i++) {
        const stored = JSON.parse(retellNames(readBefore[i % READ] ?? '', Math.floor(i / READ)));
        bytes += Buffer.byteLength(stored.text);
        const article = restoreArticle({ ...stored, head: { ...stored.head, id: `${i}.txt` } });
        store.put(String(i), { stamp: '', hash: '' }, `file:///${i}.txt`, [article]);
      }
    });
  }
  store.optimize();
  store.close();
  return bytes;
}

/** In a process of its own, as a server that has just started. */
function lookUp(path: string): void {
  const from = performance.now();
  const store = new ArticleStore(path, { ...made, isWriting: false });
  const library = libraryOfArchive(store);
  library.corpusAbout('Lee Jae Myung');
  row(`${articles(store.size)} opened, to the first look-up`, 'ms', performance.now() - from);
  const times: number[] = [];
  for (let i = 0; i < DRAFTS; i++) {
    const draft = read(makeCopy(DRAFT_WORDS, store.size + i + 1));
    times.push(cpuOf(() => library.corpusFor(draft)));
  }
  // The first third warms up.
  row(
    `look-ups of a draft of 1,000 words in ${articles(store.size)}`,
    'CPU ms',
    medianOf(times.slice(DRAFTS / 3)),
  );
}

function articles(count: number): string {
  return `${count.toLocaleString('en')} articles`;
}

function row(name: string, unit: string, value: number): void {
  print({ name, words: WORDS, unit, value });
}
