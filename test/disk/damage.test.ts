/** An index that is damaged, or whose writer was killed, gives no wrong answer: it is found out and mended. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDraft } from '../../server/src/core/checker.ts';
import type { NamedSources } from '../../server/src/corpus/find-sources.ts';
import { ArticleStore } from '../../server/src/disk/article-store.ts';
import { reading } from '../../server/src/version.ts';
import { read } from '../support/check.ts';
import { configureFuzz } from '../support/fuzz.ts';
import { archivesIn } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

configureFuzz();

const ARTICLES = 40;

/** As the built command has it. */
const installed = { build: reading, dictionary: readFileSync('dist/seeds.json').subarray(0, 32_768) };

function textOf(i: number, version: number): string {
  return `Mayor Ilse Brandvold${i} opened bridge ${version} in Westerholm. “It was due ${version} years ago,” she said.\n`;
}

function sources(version = 1): NamedSources {
  const base = temporaryFolder();
  for (let i = 0; i < ARTICLES; i++) writeFileSync(join(base, `${100 + i}.txt`), textOf(i, version));
  return { base, patterns: ['.'] };
}

const DRAFT = read(
  'Ilsa Brandvold7, the mayor, met Ilse Brandvald9. “It was due 9 years ago,” said Ilse Brandvold3.',
);

/** What an archive says, once it is up to date. */
async function answersOf(cache: string, named: NamedSources): Promise<unknown> {
  const archive = await archivesIn(cache).open(named);
  assert.ok(archive && 'library' in archive, JSON.stringify(archive));
  const { library } = archive;
  const { findings } = checkDraft(DRAFT, library.corpusFor(DRAFT), {});
  return {
    texts: [...library.articles()].map((it) => [it.head.id, it.reading.text]).sort(),
    findings: findings.map((it) => it.message),
  };
}

function storeIn(cache: string): string {
  return join(cache, readdirSync(cache).find((it) => it.endsWith('.sqlite')) ?? '');
}

const named = sources();
const right = answersOf(temporaryFolder(), named);

test('what is compared says something', async () => {
  const { texts, findings } = (await right) as { readonly texts: string[]; readonly findings: string[] };
  assert.equal(texts.length, ARTICLES);
  assert.ok(findings.length > 0);
});

test('bytes that have changed are found out', async () => {
  const cache = temporaryFolder();
  await answersOf(cache, named);
  const path = storeIn(cache);
  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(flips, async (changes) => {
      const bytes = readFileSync(path);
      for (const [at, by] of changes) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
      writeFileSync(path, bytes);
      assert.deepEqual(await answersOf(cache, named), await right);
    }),
    { numRuns: 30 },
  );
});

test('a file that was cut short, emptied or taken for another is made anew', async () => {
  const cache = temporaryFolder();
  await answersOf(cache, named);
  const path = storeIn(cache);
  const { length } = readFileSync(path);
  for (const at of [0, 1, 100, 16_384, Math.floor(length / 2), length - 1]) {
    truncateSync(path, at);
    assert.deepEqual(await answersOf(cache, named), await right);
  }
  writeFileSync(path, 'This is no database.\n'.repeat(1_000));
  rmSync(`${path}.seal`);
  assert.deepEqual(await answersOf(cache, named), await right);
});

test('what an open archive can’t read is not there, and the archive is made anew', async () => {
  const cache = temporaryFolder();
  const archives = archivesIn(cache);
  let news = 0;
  archives.listen({ changed: () => news++, reading: () => {} });
  const archive = await archives.open(named);
  assert.ok(archive && 'library' in archive);
  const before = news;
  const path = storeIn(cache);
  const bytes = readFileSync(path);
  // All that is behind the first pages: articles, names, keys.
  bytes.fill(0x5a, 32_768);
  writeFileSync(path, bytes);
  assert.ok([...archive.library.articles()].length < ARTICLES);
  assert.equal(news, before + 1);
  const mended = await archives.open(named);
  assert.ok(mended && 'library' in mended);
  assert.equal([...mended.library.articles()].length, ARTICLES);
});

function tryToOpen(path: string): ArticleStore | undefined {
  try {
    const onDamage = () => assert.fail('What is in place can be read.');
    return new ArticleStore(path, { ...installed, isWriting: false, onDamage });
  } catch {
    return undefined;
  }
}

const KILLS = 50;
/** More than are read into memory. */
const MANY = 320;

test('whoever is killed while he writes leaves what is right, or less of it, and nothing is lost', async () => {
  const cache = temporaryFolder();
  const base = temporaryFolder();
  const write = (i: number, version: number) =>
    writeFileSync(join(base, `${1000 + i}.txt`), textOf(i, version));
  for (let i = 0; i < MANY; i++) write(i, 0);
  const index = async (milliseconds?: number) => {
    const child = spawn(process.execPath, ['dist/cli.js', 'index', '--sources', base], {
      env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const killing = milliseconds && setTimeout(() => child.kill('SIGKILL'), milliseconds);
    const [code, signal] = await ended;
    clearTimeout(killing);
    return signal ?? code;
  };
  let most = 0;
  const stored = () => {
    const folder =
      process.platform === 'darwin' ? join(cache, 'Library', 'Caches', 'stet') : join(cache, 'stet');
    const path = existsSync(folder) ? storeIn(folder) : folder;
    if (!path.endsWith('.sqlite')) return [];
    const store = tryToOpen(path);
    // Killed before there was a store; once there is one, it stays.
    if (!store) assert.equal(most, 0);
    if (!store) return [];
    try {
      const texts = [...store.articles()].map((it) => it.reading.text);
      most = Math.max(most, texts.length);
      return texts;
    } finally {
      store.close();
    }
  };
  const written = new Set<string>();
  const ends = new Map<unknown, number>();
  for (let round = 0; round < KILLS; round++) {
    for (let i = round % 3; i < MANY; i += 3) write(i, round);
    for (let i = 0; i < MANY; i++) written.add(readFileSync(join(base, `${1000 + i}.txt`), 'utf8'));
    const end = await index(100 + ((round * 61) % 300));
    ends.set(end, (ends.get(end) ?? 0) + 1);
    const texts = stored();
    assert.ok(texts.length <= MANY);
    for (const it of texts) assert.ok(written.has(it), it);
  }
  assert.ok((ends.get('SIGKILL') ?? 0) > KILLS / 2, JSON.stringify([...ends]));
  assert.equal(await index(), 0);
  const expected = readdirSync(base).map((it) => readFileSync(join(base, it), 'utf8'));
  assert.deepEqual(stored().sort(), expected.sort());
});

// As a disk that is full: the shell sets the limit, in blocks of 512 bytes or 1 kB.
if (process.platform !== 'win32')
  test('where the disk is full, the sources are read as ever, and the index is made when there is room', async () => {
    const cache = temporaryFolder();
    const base = temporaryFolder();
    for (let i = 0; i < MANY; i++) writeFileSync(join(base, `${1000 + i}.txt`), textOf(i, i));
    const index = async (limit: string) => {
      const command = `ulimit -f ${limit}; exec "${process.execPath}" dist/cli.js index --sources "${base}"`;
      const child = spawn('sh', ['-c', command], {
        env: { ...process.env, XDG_CACHE_HOME: cache, HOME: cache },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return text(child.stdout);
    };
    assert.match(await index('150'), /^320 articles.*1 not used\n.*\n.*the index can’t be written: /);
    assert.match(await index('unlimited'), /^320 articles.*\nThe index has /);
  });
