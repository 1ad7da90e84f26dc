/** The corpus that a command asks, where it asks no draft. */

import { isMissing } from '../corpus/find-sources.ts';
import { FolderDesk } from '../corpus/folder-desk.ts';
import { diskFiles } from '../disk/disk-files.ts';
import { showReading } from './reading-progress.ts';
import type { World } from './world.ts';

export const CORPUS_OPTIONS = {
  sources: { type: 'string', multiple: true },
  format: { type: 'string', default: 'pretty' },
} as const;

/**
 * The named sources, else those of the `stet.yaml` nearest to the working directory, else the bundled articles.
 * `isWhole` is false where one was named that is not there.
 */
export async function openCorpus(sources: readonly string[] | undefined, world: World) {
  const desk = new FolderDesk({ ...world.deskParts(world.loadTools()), demanded: sources });
  desk.listen(showReading(world.stderr));
  const opened = await desk.libraryIn('.');
  for (const it of opened.complaints) world.stderr.write(`stet: ${it}\n`);
  const missing = await Promise.all((sources ?? []).map((it) => isMissing(diskFiles, it)));
  return { ...opened, isWhole: !missing.includes(true) };
}
