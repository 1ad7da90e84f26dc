/** Runs the `stet` command in this process, with streams of its own. */

import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from '../../server/src/cli/command.ts';
import { deskParts } from './desk-parts.ts';
import { tools } from './tools.ts';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function stet(
  args: readonly string[],
  input: string | Uint8Array = '',
  stopped = AbortSignal.abort(),
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const exitCode = await runCommand(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    version: '0.0.0',
    loadTools: () => tools,
    deskParts: () => deskParts,
    untilStopped: () => stopped,
    startServer: () => assert.fail('A server takes this process for itself.'),
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { exitCode, stdout: out, stderr: err };
}
