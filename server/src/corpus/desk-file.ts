/** Finds and reads the `stet.yaml` nearest to a draft. */

import { parse } from 'yaml';
import { type DeskSettings, type Parsed, parseDeskSettings } from '../core/settings.ts';
import { DESK_FILE } from '../desk.ts';
import type { Files } from '../files.ts';
import { readTextFile } from './text-file.ts';

export interface DeskFile extends Parsed<DeskSettings> {
  /** The folder it stands in, to which its paths are relative. */
  readonly folder: string;
  /** Undefined where it can't be read. */
  readonly text: string | undefined;
}

/** Looks in a folder and all above it; undefined where none has a `stet.yaml`. */
export async function findDeskFile(
  files: Files,
  from: string,
  ruleIds: readonly string[],
): Promise<DeskFile | undefined> {
  for (let folder = from; ; folder = files.folderOf(folder)) {
    const address = files.resolve(folder, DESK_FILE);
    const state = await files.stateOf(address);
    if (state?.kind === 'file') return { folder, ...(await readDeskFile(files, address, ruleIds)) };
    if (files.folderOf(folder) === folder) return undefined;
  }
}

async function readDeskFile(
  files: Files,
  address: string,
  ruleIds: readonly string[],
): Promise<Omit<DeskFile, 'folder'>> {
  let text: string | undefined;
  try {
    text = await readTextFile(files, address);
    // The core schema leaves days as text: a time stamp would need a time zone.
    return { text, ...parseDeskSettings(parse(text, { schema: 'core' }), ruleIds) };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    const complaint = `${DESK_FILE} can't be read: ${reason?.replace(/:$/, '')}. Its settings are not used.`;
    return { text, value: parseDeskSettings({}, ruleIds).value, complaints: [complaint] };
  }
}
