/** Finds and reads the `stet.yaml` nearest to a draft. */

import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type DeskSettings, type Parsed, parseDeskSettings } from '../core/settings.ts';
import { readTextFile, UnreadableFile } from './text-file.ts';

export const DESK_FILE = 'stet.yaml';

export interface DeskFile extends Parsed<DeskSettings> {
  /** The folder it stands in, to which its paths are relative. */
  readonly folder: string;
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

async function readDeskFile(path: string, ruleIds: readonly string[]): Promise<Parsed<DeskSettings>> {
  try {
    // The core schema would turn a day into a time stamp in no known zone: days stay text.
    return parseDeskSettings(parse(await readTextFile(path), { schema: 'core' }), ruleIds);
  } catch (error) {
    const reason =
      error instanceof UnreadableFile || error instanceof Error
        ? error.message.split('\n')[0]
        : String(error);
    const nothing = parseDeskSettings({}, ruleIds);
    return { ...nothing, complaints: [`${DESK_FILE} can't be read: ${reason}. Its settings are not used.`] };
  }
}
