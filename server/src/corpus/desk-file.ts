/** Finds and reads the `stet.yaml` nearest to a draft. */

import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type DeskSettings, type Parsed, parseDeskSettings } from '../core/settings.ts';
import { DESK_FILE } from '../desk.ts';
import { readTextFile } from './text-file.ts';

export interface DeskFile extends Parsed<DeskSettings> {
  /** The folder it stands in, to which its paths are relative. */
  readonly folder: string;
  /** Undefined where it can't be read. */
  readonly text: string | undefined;
}

/** Looks in a folder and all above it; undefined where none has a `stet.yaml`. */
export async function findDeskFile(from: string, ruleIds: readonly string[]): Promise<DeskFile | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, DESK_FILE);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isFile()) return { folder, ...(await readDeskFile(path, ruleIds)) };
    if (dirname(folder) === folder) return undefined;
  }
}

async function readDeskFile(path: string, ruleIds: readonly string[]): Promise<Omit<DeskFile, 'folder'>> {
  let text: string | undefined;
  try {
    text = await readTextFile(path);
    // The core schema leaves days as text: a time stamp would need a time zone.
    return { text, ...parseDeskSettings(parse(text, { schema: 'core' }), ruleIds) };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    const complaint = `${DESK_FILE} can't be read: ${reason?.replace(/:$/, '')}. Its settings are not used.`;
    return { text, value: parseDeskSettings({}, ruleIds).value, complaints: [complaint] };
  }
}

/** Where a desk's settings would stand that has none yet: beside the draft's workspace. */
export function deskFileIn(folder: string): string {
  return join(folder, DESK_FILE);
}
