/** `stet compare`: could these two be one person's name? */

import { parseArgs } from 'node:util';
import { compareNames } from '../core/names/compare.ts';
import { oneOf, parsing } from './arguments.ts';
import { asObject, textField } from './json-input.ts';
import { answerLines } from './streams.ts';
import type { ExitCode, World } from './world.ts';

export async function compare(args: readonly string[], world: World): Promise<ExitCode> {
  const { values } = parsing(() =>
    parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'jsonl' } },
      allowPositionals: true,
    }),
  );
  oneOf('format', values.format, ['jsonl']);
  await answerLines(world.stdin, world.stdout, (line) => {
    const pair = asObject(line, 'the line');
    return { ...compareNames(textField(pair, 'a'), textField(pair, 'b')) };
  });
  return 0;
}
