/** Finds programs as a shell does. */
import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first file with one of these names in the folders of PATH. */
export function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isFile);
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
