/** Which files a list of sources names: files, folders, globs. */

import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** One file that is to be an article. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** The path relative to its sources folder, with forward slashes: what evidence cites. */
  readonly id: string;
}

/** Something that was named and is not an article, with a reason for the editor. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface FoundSources {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
}

const IGNORED = ['**/node_modules/**', '**/.*/**'];

/**
 * Finds the files that the patterns name, in a stable order, each once. Patterns are relative to `base`; of a folder, files
 * whose names end with one of `endings` are taken.
 */
export async function findSources(
  patterns: readonly string[],
  base: string,
  endings: readonly string[],
): Promise<FoundSources> {
  const files = new Map<string, SourceFile>();
  const skipped: Skipped[] = [];
  for (const pattern of patterns) {
    const path = isAbsolute(pattern) ? pattern : resolve(base, pattern);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory()) await addFolder(files, skipped, path, endings);
    else if (stats) files.set(path, { path, id: basename(path) });
    else if (isDynamicPattern(pattern)) await addGlob(files, skipped, pattern, base);
    else skipped.push({ path: pattern, reason: 'there is no such file or folder' });
  }
  return { files: [...files.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), skipped };
}

/** Whether a source is neither a pattern nor there: a slip of whoever named it. */
export async function isMissing(source: string, base: string): Promise<boolean> {
  if (isDynamicPattern(source)) return false;
  return stat(resolve(base, source)).then(
    () => false,
    () => true,
  );
}

async function addFolder(
  files: Map<string, SourceFile>,
  skipped: Skipped[],
  folder: string,
  endings: readonly string[],
): Promise<void> {
  const paths = await glob(`**/*.{${endings.join(',')}}`, {
    caseSensitiveMatch: false,
    cwd: folder,
    absolute: true,
    ignore: IGNORED,
    followSymbolicLinks: false,
  });
  if (paths.length === 0) skipped.push({ path: folder, reason: 'the folder holds no files that Stet reads' });
  for (const path of paths) add(files, path, folder);
}

async function addGlob(
  files: Map<string, SourceFile>,
  skipped: Skipped[],
  pattern: string,
  base: string,
): Promise<void> {
  const paths = await glob(pattern, {
    cwd: base,
    absolute: true,
    ignore: IGNORED,
    followSymbolicLinks: false,
  });
  if (paths.length === 0) skipped.push({ path: pattern, reason: 'no file matches' });
  for (const path of paths) add(files, path, fixedPartOf(resolve(base, pattern)));
}

/** The folder above a pattern's first wildcard: what the ids of its files are relative to. */
function fixedPartOf(pattern: string): string {
  const parts = pattern.split(/[\\/]/);
  const wild = parts.findIndex((it) => /[*?[\]{}()!+@]/.test(it));
  return wild < 0 ? dirname(pattern) : parts.slice(0, wild).join(sep) || sep;
}

function add(files: Map<string, SourceFile>, file: string, folder: string): void {
  const path = resolve(file);
  if (!files.has(path)) files.set(path, { path, id: relative(folder, path).split(sep).join('/') });
}

/** The path that a file really has, by which the draft's own article is known; the path itself where it has none. */
export async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
