/** `stet lsp --stdio`: the language server, for any editor. */

import { parseArgs } from 'node:util';
import { parsing } from './arguments.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

export async function lsp(args: readonly string[], world: World): Promise<ExitCode> {
  const { values } = parsing(() =>
    parseArgs({
      args: [...args],
      options: {
        stdio: { type: 'boolean' },
        clientProcessId: { type: 'string' },
      },
      allowPositionals: true,
    }),
  );
  if (!values.stdio)
    throw new UsageError('the server speaks over standard input and output: stet lsp --stdio');
  world.startServer();
  // The connection ends the process when the client says so or goes away.
  return new Promise(() => {});
}
