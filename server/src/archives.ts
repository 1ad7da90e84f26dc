/** Sources that are too many for memory: what a desk asks of whoever can keep them elsewhere. */

import type { Library } from './core/library.ts';
import type { NamedSources, Skipped } from './corpus/find-sources.ts';

export interface Archives {
  /** Undefined where the sources are few, or on no disk; what stands in the way where they can't be kept. */
  open(named: NamedSources): Promise<OpenArchive | Skipped | undefined>;
  /** Some files have changed, or any of them: their archives are brought up to date when they are next opened. */
  changed(uris?: readonly string[]): void;
  listen(news: ArchiveNews): void;
}

/** As it was when it was opened. */
export interface OpenArchive {
  readonly library: Library;
  readonly skipped: readonly Skipped[];
  readonly kept: Kept;
}

/** Where an archive is kept. */
export interface Kept {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When something in it last changed, in milliseconds since 1970. */
  readonly written: number;
}

/** What happens while nobody asks. */
export interface ArchiveNews {
  /** An archive that is open would open otherwise now. */
  changed(): void;
  /** How far the reading of sources has come. */
  reading(progress: ReadingProgress): void;
}

export interface ReadingProgress {
  /** Files that were read, of those that have to be; as many when it ends. */
  readonly done: number;
  readonly all: number;
  /** Leaves off: what was read stays. */
  cancel(): void;
}
