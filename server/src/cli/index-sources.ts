/** `stet index`: reads large sources ahead. */

import { parseArgs } from 'node:util';
import { count } from '../core/english.ts';
import { findSqlite } from '../disk/sqlite.ts';
import { parsing } from './arguments.ts';
import { CORPUS_OPTIONS, openCorpus } from './corpus.ts';
import { describeIndex } from './sources.ts';
import type { ExitCode, World } from './world.ts';

/** 0, or 2 where a source is named that is not there. */
export async function indexSources(args: readonly string[], world: World): Promise<ExitCode> {
  const { sources } = CORPUS_OPTIONS;
  const { values } = parsing(() => parseArgs({ args: [...args], options: { sources } }));
  const { library, skipped, name, kept, isWhole } = await openCorpus(values.sources, world);
  const left = skipped.length > 0 ? `, ${skipped.length} not used` : '';
  const where = kept ? describeIndex(kept) : whyNone();
  world.stdout.write(`${count(library.size, 'article')} (${name})${left}\n${where}\n`);
  for (const { path, reason } of skipped) world.stdout.write(`  ${path} is not used: ${reason}.\n`);
  return isWhole ? 0 : 2;
}

function whyNone(): string {
  if (findSqlite()) return 'So few are read whenever they are needed, without an index.';
  return `They are read whenever they are needed: an index needs Node 22.16 or newer, and this is ${process.version}.`;
}
