/** The world as the command sees it: handed in, so that tests can hand in another. */

import type { Readable, Writable } from 'node:stream';
import type { LanguageTools } from '../core/language-tools.ts';
import type { ArticleReader } from '../corpus/load-articles.ts';

export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly version: string;
  /** The folder of the articles that are used where no others are named. */
  readonly bundledArticles: string;
  loadTools(): LanguageTools;
  articleReader(tools: LanguageTools): ArticleReader;
}

/** 0: nothing to report; 1: something at or above `--fail-on`; 2: usage, or a file that can't be read. */
export type ExitCode = 0 | 1 | 2;
