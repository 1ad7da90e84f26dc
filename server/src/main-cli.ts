/** Runs the `stet` command: the one place that knows all its concrete parts. */

import { createRequire } from 'node:module';
import { runCommand } from './cli/command.ts';
import { deskParts, loadTools } from './disk/installation.ts';
import { version } from './version.ts';

runCommand(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  version,
  loadTools,
  deskParts,
  untilStopped: () => {
    const stopping = new AbortController();
    for (const it of ['SIGINT', 'SIGTERM'] as const) process.once(it, () => stopping.abort());
    return stopping.signal;
  },
  // A program of its own, which other commands need not load.
  startServer: () => void createRequire(import.meta.url)('./server.cjs'),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`stet: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
