/** The world as the command sees it: handed in, so that tests can hand in another. */

import type { Readable, Writable } from 'node:stream';
import type { LanguageTools } from '../core/language-tools.ts';
import type { DeskParts } from '../corpus/folder-desk.ts';

export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly version: string;
  loadTools(): LanguageTools;
  deskParts(tools: LanguageTools): DeskParts;
  /** Aborted when whoever runs the command stops it; asked for by commands that end no other way. */
  untilStopped(): AbortSignal;
  /** Starts the language server over this process's standard input and output. */
  startServer(): void;
}

/** 0: nothing to report; 1: something at or above `--fail-on`; 2: usage, or a file that can't be read. */
export type ExitCode = 0 | 1 | 2;
