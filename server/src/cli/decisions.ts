/** `stet decisions`: which decisions of the desk hold for nothing any more. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decisionKey } from '../core/decision-text.ts';
import type { Decision } from '../core/model.ts';
import { parsing } from './arguments.ts';
import { fileChecker } from './check.ts';
import type { CheckedDraft } from './print.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

/** 0 where every decision holds for something, 1 where one holds for nothing, 2 where a file can't be read. */
export async function decisions(args: readonly string[], world: World): Promise<ExitCode> {
  const { positionals } = parsing(() => parseArgs({ args: [...args], options: {}, allowPositionals: true }));
  if (positionals.length === 0) throw new UsageError('no file is named');
  const drafts = await fileChecker(undefined, undefined, world)(positionals);
  const read = drafts.filter((it) => it !== undefined);
  const unused = unusedDecisions(read);
  for (const it of unused) world.stdout.write(`unused: ${it}\n`);
  if (read.length < drafts.length) return 2;
  return unused.length > 0 ? 1 : 0;
}

/** As they are written. Of a decision for a draft that is there and was not named, nobody knows. */
function unusedDecisions(drafts: readonly CheckedDraft[]): string[] {
  const used = new Set(drafts.flatMap((it) => [...it.used].map(decisionKey)));
  const paths = new Set(drafts.map((it) => resolve(it.path)));
  const unused = drafts.flatMap(({ decisions: all, deskFile }) => {
    const folder = deskFile ? fileURLToPath(new URL('.', deskFile.uri)) : '.';
    const isKnown = ({ draft }: Decision) =>
      draft === undefined || paths.has(join(folder, draft)) || !existsSync(join(folder, draft));
    return all.filter(isKnown).map(decisionKey);
  });
  return [...new Set(unused)].filter((it) => !used.has(it)).sort();
}
