/** SQLite as Node brings it, with its search in texts: from Node 22.16 on. */

import { once } from '../core/once.ts';

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export interface Statement {
  run(...values: readonly Value[]): { readonly lastInsertRowid: number | bigint };
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): Row[];
  iterate(...values: readonly Value[]): Iterable<Row>;
}

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

interface Sqlite {
  readonly DatabaseSync: new (path: string, options: { readonly readOnly: boolean }) => Database;
}

/** Undefined where this Node has none, or none that can search texts. */
export function findSqlite(): Sqlite['DatabaseSync'] | undefined {
  return tried().DatabaseSync;
}

const tried = once((): Partial<Sqlite> => {
  const sqlite = loadSqlite();
  if (!sqlite) return {};
  const memory = new sqlite.DatabaseSync(':memory:', { readOnly: false });
  try {
    memory.exec(`CREATE VIRTUAL TABLE can USING fts5(${CONTENTLESS})`);
    return sqlite;
  } catch {
    return {};
  } finally {
    memory.close();
  }
});

/** Node 22 warns whoever loads it that it may change, which is no news for an editor. */
function loadSqlite(): Sqlite | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** A table of keys alone, from which rows can be deleted: SQLite 3.43. */
export const CONTENTLESS = `keys, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0'`;

/** Whether a file is no database any more, or not whole. https://www.sqlite.org/rescode.html */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

/** Whether somebody else is writing. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 5 || code === 6;
}
