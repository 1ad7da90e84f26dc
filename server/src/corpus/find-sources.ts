/** Which files a list of sources names: files, folders, globs. */

import picomatch from 'picomatch/posix';
import type { Files } from '../files.ts';

/** One file that is to be an article. */
export interface SourceFile {
  readonly address: string;
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

/** A path below a folder, with forward slashes: whether it is wanted, or, of a folder, whether something in it may be. */
type Wanted = (path: string) => boolean;

/**
 * Finds the files that the patterns name, in a stable order, each once. Patterns are relative to `base`; of a folder, files
 * whose names end with one of `endings` are taken.
 */
export async function findSources(
  { files, patterns, base }: NamedSources & { readonly files: Files },
  endings: readonly string[],
): Promise<FoundSources> {
  const found = new Map<string, SourceFile>();
  const skipped: Skipped[] = [];
  const add = async (folder: string, named: string, nothing: string, isWanted: Wanted, mayHold: Wanted) => {
    const ids = await walk(files, folder, '', isWanted, mayHold);
    if (ids.length === 0) skipped.push({ path: named, reason: nothing });
    for (const id of ids) {
      const address = files.resolve(folder, id);
      if (!found.has(address)) found.set(address, { address, id });
    }
  };
  for (const pattern of patterns) {
    const address = files.resolve(base, pattern);
    const state = await files.stateOf(address);
    if (state?.kind === 'folder') {
      const ending = new RegExp(String.raw`\.(?:${endings.join('|')})$`, 'i');
      await add(
        address,
        address,
        'the folder holds no files that Stet reads',
        (it) => ending.test(it),
        () => true,
      );
    } else if (state) {
      const id = files.pathIn(files.folderOf(address), address) ?? pattern;
      found.set(address, { address, id });
    } else if (isPattern(pattern)) {
      const { folder, rest } = fixedPartOf(pattern);
      await add(
        files.resolve(base, folder),
        pattern,
        'no file matches',
        matcherOf(rest),
        partialMatcherOf(rest),
      );
    } else skipped.push({ path: pattern, reason: 'there is no such file or folder' });
  }
  return { files: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), skipped };
}

/** Sources as they are named: files, folders, globs, relative to a folder. */
export interface NamedSources {
  readonly patterns: readonly string[];
  readonly base: string;
}

/** Whether a file, wherever it is, would be found among the sources; a change in any other is none of theirs. */
export function mayBeSource(files: Files, { patterns, base }: NamedSources, address: string): boolean {
  return patterns.some((pattern) => {
    const named = files.resolve(base, pattern);
    if (address === named || files.pathIn(named, address) !== undefined) return true;
    if (!isPattern(pattern)) return false;
    const { folder, rest } = fixedPartOf(pattern);
    const path = files.pathIn(files.resolve(base, folder), address);
    return path !== undefined && matcherOf(rest)(path);
  });
}

/** Whether a source is neither a pattern nor there: a slip of whoever named it. */
export async function isMissing(files: Files, source: string): Promise<boolean> {
  return !isPattern(source) && (await files.stateOf(files.resolve(files.here, source))) === undefined;
}

function isPattern(source: string): boolean {
  const { isGlob, negated } = picomatch.scan(source);
  return isGlob || negated;
}

/** The files below a folder. Nothing is looked for in hidden folders and among installed packages. */
async function walk(
  files: Files,
  folder: string,
  path: string,
  isWanted: Wanted,
  mayHold: Wanted,
): Promise<string[]> {
  const entries = await files.list(files.resolve(folder, path));
  const found = await Promise.all(
    entries.map(({ name, kind }) => {
      if (name.startsWith('.') || name === 'node_modules') return [];
      const below = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder') return mayHold(below) ? walk(files, folder, below, isWanted, mayHold) : [];
      return kind === 'file' && isWanted(below) ? [below] : [];
    }),
  );
  return found.flat();
}

/** A pattern taken apart at its first wildcard: the folder is what the ids of its files are relative to. */
function fixedPartOf(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.replace(/\/+$/, '').split('/');
  const wild = parts.findIndex((it) => /[*?[\]{}()!+@]/.test(it));
  const folder = parts.slice(0, wild).join('/');
  return { folder: folder === '' && wild > 0 ? '/' : folder, rest: parts.slice(wild).join('/') };
}

/** A pattern that names a folder names all that is in it. */
function matcherOf(pattern: string): Wanted {
  const isMatch = picomatch(pattern.endsWith('*') ? pattern : `${pattern}/**`, { nonegate: true });
  return (path) => isMatch(path);
}

/** Whether a folder may hold what a pattern names: a folder with all the wires is not walked for `*.txt`. */
function partialMatcherOf(pattern: string): Wanted {
  const parts = picomatch.scan(pattern, { parts: true }).parts ?? [pattern];
  const matchers = parts.map((it) => picomatch(it, { nonegate: true }));
  return (path) => {
    for (const [at, name] of path.split('/').entries()) {
      const part = parts[at];
      if (part === undefined || part === '**' || part.includes('/')) return true;
      if (!matchers[at]?.(name)) return false;
    }
    return true;
  };
}
