/** Brings stored articles up to date with the files that they come from. */

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { findSources, type NamedSources, type SourceFile } from '../corpus/find-sources.ts';
import { ARTICLE_ENDINGS, type ArticleReader, keyOf, readItems, stampOf } from '../corpus/load-articles.ts';
import { UnreadableFile } from '../files.ts';
import { ArticleStore, type StoredFile, type StoreOptions } from './article-store.ts';
import { diskFiles } from './disk-files.ts';
import { findSqlite, isBusy } from './sqlite.ts';

export interface Update extends Pick<StoreOptions, 'build' | 'dictionary'> {
  /** Of the store. */
  readonly path: string;
  readonly named: NamedSources;
}

export interface UpdateWork {
  readonly readArticle: ArticleReader;
  /** The store can be read. */
  ready(): void;
  report(done: number, all: number): void;
  isCancelled(): boolean;
}

/** How many files are asked for at once, and how many are put in place together. */
const AT_ONCE = 64;
/** How many files are read before their keys are put together, which takes as long as writing these. */
const MANY = 200;
/** Milliseconds between two tries where somebody else is at it. */
const PAUSE = 500;

/**
 * Reads what has changed since the last time, by size and time and then by the bytes, and forgets what is gone. What was
 * put in place is never lost: who is stopped goes on where he was. Of several processes one works, and the others wait.
 */
export async function updateStore(update: Update, work: UpdateWork): Promise<void> {
  const release = await lock(update.path, work.isCancelled);
  if (!release) return;
  try {
    const { store, sum } = openToWrite(update);
    work.ready();
    let hasChanged = true;
    try {
      hasChanged = await readChanges(store, update.named, work);
    } finally {
      store.close();
      seal(update.path, hasChanged ? undefined : sum);
    }
  } finally {
    release();
  }
}

/** Whether anything has. */
async function readChanges(store: ArticleStore, named: NamedSources, work: UpdateWork): Promise<boolean> {
  const found = await findSources({ files: diskFiles, ...named }, ARTICLE_ENDINGS);
  const known = store.files();
  const changed: (SourceFile & { readonly stamp: string; readonly last: StoredFile | undefined })[] = [];
  for (let from = 0; from < found.files.length; from += AT_ONCE) {
    const some = found.files.slice(from, from + AT_ONCE);
    const stamps = await Promise.all(some.map((it) => stampOf(diskFiles, it)));
    for (const [at, file] of some.entries()) {
      const key = keyOf(file);
      const last = known.get(key);
      known.delete(key);
      const stamp = stamps[at] ?? '';
      if (last?.stamp !== stamp || stamp === '') changed.push({ ...file, stamp, last });
    }
  }
  const isMissing = store.setMissing(found.skipped);
  if (known.size > 0)
    store.commit(() => {
      for (const key of known.keys()) store.remove(key);
    });
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    work.report(from, changed.length);
    if (work.isCancelled()) return true;
    const some = changed.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((it) => readFile(it, it.last)));
    const items = await Promise.all(
      read.map(
        (it) =>
          it.items && Promise.all(it.items.map((item) => ('text' in item ? work.readArticle(item) : item))),
      ),
    );
    store.commit(() => {
      for (const [at, file] of some.entries()) {
        const { hash = '', uri = '' } = read[at] ?? {};
        const itsItems = items[at];
        if (itsItems) store.put(keyOf(file), { stamp: file.stamp, hash }, uri, itsItems);
        else store.restamp(keyOf(file), file.stamp);
      }
    });
  }
  if (changed.length >= MANY) store.optimize();
  return isMissing || known.size + changed.length > 0;
}

/** What a file holds; no items where it holds what it did. */
async function readFile(file: SourceFile, last: StoredFile | undefined) {
  const uri = diskFiles.uriOf(await diskFiles.realAddressOf(file.address));
  try {
    const bytes = await diskFiles.read(file.address);
    const hash = createHash('sha256').update(bytes).digest('base64');
    return hash === last?.hash
      ? { uri, hash }
      : { uri, hash, items: await readItems(diskFiles, file, bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { uri, hash: '', items: [{ path: file.address, reason: error.message }] };
  }
}

/** Whoever dies lets go: the lock is the operating system's, on a file of its own. */
async function lock(path: string, isCancelled: () => boolean): Promise<(() => void) | undefined> {
  const DatabaseSync = findSqlite();
  if (!DatabaseSync) return undefined;
  while (!isCancelled()) {
    const held = new DatabaseSync(`${path}.lock`, { readOnly: false });
    try {
      held.exec('BEGIN EXCLUSIVE');
      return () => held.close();
    } catch (error) {
      held.close();
      if (!isBusy(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return undefined;
}

/** The store in a file, made anew where it can't be trusted; with its check sum, where it has one. */
function openToWrite(update: Update): { readonly store: ArticleStore; readonly sum?: string } {
  const options = { ...update, isWriting: true };
  const { path } = update;
  if (existsSync(path)) {
    const sealed = readSeal(path);
    const sum = sealed && checkSumOf(path);
    rmSync(sealOf(path), { force: true });
    const store = sum === sealed ? tryToOpen(path, options) : undefined;
    // Whoever was stopped has left no seal.
    if (store && sum !== undefined) return { store, sum };
    if (store && store.fault() === undefined) return { store };
    store?.close();
    removeStore(path);
  }
  return { store: new ArticleStore(path, options) };
}

/** Undefined where it is of another version, or none at all. */
function tryToOpen(path: string, options: StoreOptions): ArticleStore | undefined {
  try {
    return new ArticleStore(path, options);
  } catch {
    return undefined;
  }
}

function removeStore(path: string): void {
  for (const it of [path, `${path}-wal`, `${path}-shm`]) rmSync(it, { force: true });
}

/** Says that a store was closed as it should be, with a check sum of it: SQLite has none of its own. */
function seal(path: string, sum = checkSumOf(path)): void {
  if (hasJournal(path)) return;
  writeFileSync(sealOf(path), sum);
}

function readSeal(path: string): string | undefined {
  return existsSync(sealOf(path)) && !hasJournal(path) ? readFileSync(sealOf(path), 'utf8') : undefined;
}

function sealOf(path: string): string {
  return `${path}.seal`;
}

/** Whether something was written that does not stand in its place yet. */
function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** How much of a file is read at once, in bytes. */
const CHUNK = 1 << 24;

function checkSumOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const chunk = new Uint8Array(CHUNK);
    let sum = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      sum = crc32(chunk.subarray(0, read), sum);
    return sum.toString(16);
  } finally {
    closeSync(file);
  }
}
