/** Articles on disk: an SQLite file in write-ahead mode, which one process writes and any number read. */

import { deflateSync, inflateSync } from 'node:zlib';
import {
  type Archive,
  type ArchivedName,
  bearerKeys,
  type ContentKey,
  keysOfArticle,
  type NameKey,
  nameKeys,
  startingWords,
} from '../core/corpus/archive.ts';
import type { Article } from '../core/corpus/article.ts';
import { restoreArticle, type StoredArticle, storeArticle } from '../core/corpus/stored-article.ts';
import type { EntityType } from '../core/model.ts';
import { remember } from '../core/remember.ts';
import type { Skipped } from '../corpus/find-sources.ts';
import {
  CONTENTLESS,
  type Database,
  findSqlite,
  isDamage,
  type Row,
  type Statement,
  type Value,
} from './sqlite.ts';

/** What is not of this form is made anew. */
const FORM = 1;

const TABLES = `
  CREATE TABLE state(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE file(number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, uri TEXT, stamp TEXT NOT NULL, hash TEXT NOT NULL, skipped TEXT);
  CREATE INDEX file_by_uri ON file(uri);
  CREATE TABLE article(number INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER NOT NULL, data BLOB NOT NULL);
  CREATE INDEX article_by_file ON article(file);
  CREATE TABLE name(number INTEGER PRIMARY KEY, type TEXT NOT NULL, text TEXT NOT NULL, unlisted TEXT NOT NULL, UNIQUE(text, type));
  CREATE VIRTUAL TABLE name_keys USING fts5(${CONTENTLESS});
  CREATE VIRTUAL TABLE article_keys USING fts5(${CONTENTLESS});
`;

const KEY_TABLES = ['name_keys', 'article_keys'];

/** What is known of a file that was read. */
export interface StoredFile {
  /** When it was last written, and how long it is; empty where nobody knows. */
  readonly stamp: string;
  /** Of its bytes. */
  readonly hash: string;
}

/** How many articles are kept as they are restored: what a draft is compared with, and what it was before an edit. */
const RESTORED = 300;
/** Of SQLite's pages, in kB. */
const CACHE = 8_000;
/** Milliseconds that a reader waits for a writer that puts its work in place. */
const PATIENCE = 2_000;

export interface StoreOptions {
  /** What the articles were read by: those that were read by something else are read anew. */
  readonly build: string;
  /** What compresses articles well, for being like them. */
  readonly dictionary: Uint8Array;
  readonly isWriting: boolean;
  /** Called once, when something in it can't be read: it has to be made anew. */
  readonly onDamage?: () => void;
}

export class ArticleStore implements Archive {
  readonly #db: Database;
  readonly #dictionary: Uint8Array;
  readonly #isWriting: boolean;
  readonly #prepared = new Map<string, Statement>();
  readonly #restored: (number: number) => Article | undefined;
  #onDamage: (() => void) | undefined;

  /**
   * Opens the store in a file; to write, makes it where there is none, or none that can be used. Throws where it can't,
   * and to read where there is none.
   */
  constructor(path: string, { build, dictionary, isWriting, onDamage }: StoreOptions) {
    const DatabaseSync = findSqlite();
    if (!DatabaseSync) throw new Error('This Node has no SQLite.');
    this.#db = new DatabaseSync(path, { readOnly: !isWriting });
    this.#dictionary = dictionary;
    this.#isWriting = isWriting;
    this.#onDamage = onDamage;
    this.#restored = remember((it: number) => this.#restore(it), String, RESTORED / 2);
    try {
      this.#db.exec(`PRAGMA busy_timeout = ${PATIENCE}; PRAGMA cache_size = -${CACHE}`);
      if (isWriting) this.#prepareToWrite(build);
      if (!this.#isOf(build)) throw new Error('It was made by another version.');
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  get revision(): number {
    return this.#number('revision');
  }

  get size(): number {
    return this.#number('articles');
  }

  namesUnder(keys: readonly NameKey[], most: number): readonly ArchivedName[] {
    return this.#names(keys.join(' OR '), most);
  }

  namesStarting(words: readonly string[], most: number): readonly ArchivedName[] {
    const tokens = words.map((it) => `"${WORD}${it}"`);
    return this.#names(`${tokens.join(' AND ')}*`, most);
  }

  using(name: number, most: number): readonly number[] {
    return this.#articles(`${NAME}${name}`, most);
  }

  having(key: ContentKey, most: number): readonly number[] {
    return this.#articles(key, most);
  }

  article(number: number): Article | undefined {
    return this.#restored(number);
  }

  /** Whether a file is one of its sources. */
  hasFile(uri: string): boolean {
    return this.#get('SELECT 1 FROM file WHERE uri = ?', uri) !== undefined;
  }

  /** All articles, in the order in which they came in. */
  *articles(): Iterable<Article> {
    for (const { number } of this.#all('SELECT number FROM article ORDER BY number'))
      yield* [this.#restore(Number(number)) ?? []].flat();
  }

  /** What was named and is no article, with the reasons. */
  skipped(): Skipped[] {
    const rows = this.#all('SELECT skipped FROM file WHERE skipped IS NOT NULL ORDER BY key');
    const missing = this.#get(`SELECT value AS skipped FROM state WHERE name = 'missing'`);
    return [...(missing ? [missing] : []), ...rows].flatMap(({ skipped }): Skipped[] =>
      JSON.parse(String(skipped)),
    );
  }

  files(): Map<string, StoredFile> {
    return new Map(
      this.#all('SELECT key, stamp, hash FROM file').map(({ key, stamp, hash }) => [
        String(key),
        { stamp: String(stamp), hash: String(hash) },
      ]),
    );
  }

  /** Does what `write` does, all of it or nothing. */
  commit(write: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.#run(`UPDATE state SET value = value + 1 WHERE name = 'revision'`);
      this.#run(`UPDATE state SET value = (SELECT count(*) FROM article) WHERE name = 'articles'`);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** What a file holds, instead of what it held. */
  put(key: string, { stamp, hash }: StoredFile, uri: string, items: readonly (Article | Skipped)[]): void {
    this.remove(key);
    const skipped = items.filter((it): it is Skipped => 'reason' in it);
    const { lastInsertRowid: file } = this.#run(
      'INSERT INTO file(key, uri, stamp, hash, skipped) VALUES (?, ?, ?, ?, ?)',
      key,
      uri,
      stamp,
      hash,
      skipped.length > 0 ? JSON.stringify(skipped) : null,
    );
    for (const it of items) if (!('reason' in it)) this.#add(Number(file), it);
  }

  /** What is named and not there. Whether that is something new. */
  setMissing(missing: readonly Skipped[]): boolean {
    const value = JSON.stringify(missing);
    if (this.#get(`SELECT value FROM state WHERE name = 'missing'`)?.value === value) return false;
    this.commit(() => this.#run(`INSERT OR REPLACE INTO state VALUES ('missing', ?)`, value));
    return true;
  }

  /** A file whose bytes are the same was written to. */
  restamp(key: string, stamp: string): void {
    this.#run('UPDATE file SET stamp = ? WHERE key = ?', stamp, key);
  }

  remove(key: string): void {
    const number = this.#get('SELECT number FROM file WHERE key = ?', key)?.number;
    if (number === undefined) return;
    for (const it of this.#all('SELECT number FROM article WHERE file = ?', number))
      this.#run('DELETE FROM article_keys WHERE rowid = ?', it.number ?? null);
    this.#run('DELETE FROM article WHERE file = ?', number);
    this.#run('DELETE FROM file WHERE number = ?', number);
  }

  /** Puts the keys together that came in one after the other: they are looked up in a third of the time. */
  optimize(): void {
    for (const table of KEY_TABLES) this.#db.exec(`INSERT INTO ${table}(${table}) VALUES ('optimize')`);
  }

  /** Why it can't be trusted; undefined where nothing speaks against it. Reads all of it. */
  fault(): string | undefined {
    try {
      const [first] = this.#db.prepare('PRAGMA quick_check(1)').all();
      if (first?.quick_check !== 'ok') return String(first?.quick_check);
      for (const table of KEY_TABLES)
        this.#db.exec(`INSERT INTO ${table}(${table}) VALUES ('integrity-check')`);
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  /** Puts everything in its place, so that the file by itself is whole. */
  close(): void {
    try {
      if (this.#isWriting) this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.#db.close();
    }
  }

  #prepareToWrite(build: string): void {
    // An article fits on a page of this size.
    this.#db.exec('PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const [version] = this.#db.prepare('PRAGMA user_version').all();
    if (version?.user_version !== 0) return;
    this.#db.exec('BEGIN IMMEDIATE');
    this.#db.exec(TABLES);
    const add = this.#db.prepare('INSERT INTO state VALUES (?, ?)');
    add.run('build', build);
    add.run('revision', 1);
    add.run('articles', 0);
    this.#db.exec(`PRAGMA user_version = ${FORM}; COMMIT`);
  }

  #isOf(build: string): boolean {
    const [version] = this.#db.prepare('PRAGMA user_version').all();
    if (version?.user_version !== FORM) return false;
    return this.#get(`SELECT value FROM state WHERE name = 'build'`)?.value === build;
  }

  #add(file: number, article: Article): void {
    const data = Buffer.from(JSON.stringify(storeArticle(article)));
    const compressed = deflateSync(data, { dictionary: this.#dictionary });
    const { lastInsertRowid: number } = this.#run(
      'INSERT INTO article(file, data) VALUES (?, ?)',
      file,
      compressed,
    );
    const { names, contents } = keysOfArticle(article);
    const keys = [
      ...names.map(({ type, text, unlisted }) => `${NAME}${this.#numberOf(type, text, unlisted)}`),
      ...contents,
    ];
    this.#run('INSERT INTO article_keys(rowid, keys) VALUES (?, ?)', Number(number), keys.join(' '));
  }

  #numberOf(type: EntityType, text: string, unlisted: readonly string[]): number {
    const known = this.#get('SELECT number FROM name WHERE text = ? AND type = ?', text, type);
    if (known) return Number(known.number);
    const { lastInsertRowid } = this.#run(
      'INSERT INTO name(type, text, unlisted) VALUES (?, ?, ?)',
      type,
      text,
      unlisted.join(' '),
    );
    const keys = [
      ...nameKeys(text, type),
      ...(type === 'person' ? bearerKeys(text) : []),
      ...startingWords(text).map((it) => `${WORD}${it}`),
    ];
    const number = Number(lastInsertRowid);
    this.#run('INSERT INTO name_keys(rowid, keys) VALUES (?, ?)', number, keys.join(' '));
    return number;
  }

  #names(wanted: string, most: number): ArchivedName[] {
    const rows = this.#all(
      `SELECT number, type, text, unlisted FROM name WHERE number IN
        (SELECT rowid FROM name_keys WHERE name_keys MATCH ? ORDER BY rowid LIMIT ?) ORDER BY number`,
      wanted,
      most,
    );
    return rows.map(({ number, type, text, unlisted }) => ({
      number: Number(number),
      type: type as EntityType,
      text: String(text),
      unlisted: unlisted === '' ? [] : String(unlisted).split(' '),
    }));
  }

  #articles(key: string, most: number): number[] {
    const row = this.#get(
      `SELECT group_concat(rowid) AS numbers FROM
        (SELECT rowid FROM article_keys WHERE article_keys MATCH ? ORDER BY rowid DESC LIMIT ?)`,
      key,
      most,
    );
    return row?.numbers ? String(row.numbers).split(',').map(Number) : [];
  }

  #restore(number: number): Article | undefined {
    const data = this.#get('SELECT data FROM article WHERE number = ?', number)?.data;
    if (!(data instanceof Uint8Array)) return undefined;
    try {
      // A check sum at its end says whether it is what was put there.
      const stored: StoredArticle = JSON.parse(
        inflateSync(data, { dictionary: this.#dictionary }).toString(),
      );
      return restoreArticle(stored);
    } catch {
      this.#sayDamaged();
      return undefined;
    }
  }

  #number(name: string): number {
    return Number(this.#get('SELECT value FROM state WHERE name = ?', name)?.value ?? 0);
  }

  #get(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#reading(() => this.#statement(sql).get(...values), undefined);
  }

  #all(sql: string, ...values: readonly Value[]): Row[] {
    return this.#reading(() => this.#statement(sql).all(...values), []);
  }

  #run(sql: string, ...values: readonly Value[]): ReturnType<Statement['run']> {
    return this.#statement(sql).run(...values);
  }

  #statement(sql: string): Statement {
    const statement = this.#prepared.get(sql) ?? this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  #sayDamaged(): void {
    this.#onDamage?.();
    this.#onDamage = undefined;
  }

  /** What can't be read is not there, and that is said. */
  #reading<T>(read: () => T, nothing: T): T {
    try {
      return read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#sayDamaged();
      return nothing;
    }
  }
}

/** What a name's number is a key by, and what its words are. */
const NAME = 's';
const WORD = 'w';
