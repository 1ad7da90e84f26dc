/** SQLite as Node brings it, where it does: from Node 22.13 on. */

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
  const sqlite = process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined;
  if (!sqlite) return undefined;
  const memory = new sqlite.DatabaseSync(':memory:', { readOnly: false });
  try {
    memory.exec(`CREATE VIRTUAL TABLE can USING fts5(${CONTENTLESS})`);
    return sqlite.DatabaseSync;
  } catch {
    return undefined;
  } finally {
    memory.close();
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
