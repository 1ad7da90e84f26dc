/** What the server needs to know of the world around a draft. The server sees this, never the disk. */

import type { ArchiveNews } from './archives.ts';
import type { Library } from './core/library.ts';
import type { CalendarDate, Decision, Dialect, HouseForm, MarkStyle, Signature } from './core/model.ts';
import type { Severities } from './core/rule.ts';

/** The name of the file in which a desk says what it wants. */
export const DESK_FILE = 'stet.yaml';

/** What one draft is checked against and how. */
export interface Surroundings {
  readonly library: Library;
  /** Where the articles come from, in words: `the bundled articles`, `2 sources of stet.yaml`. */
  readonly sources: string;
  /** By `stet.yaml`. */
  readonly writtenFor: CalendarDate | undefined;
  readonly severities: Severities;
  readonly houseForms: readonly HouseForm[];
  readonly notTheSame: readonly (readonly string[])[];
  readonly decisions: readonly Decision[];
  readonly marks: MarkStyle | undefined;
  readonly dialect: Dialect | undefined;
  /** The draft's path as decisions have it; undefined where it lies in no folder of the desk. */
  readonly path: string | undefined;
  /** Where the desk's settings stand or would stand; undefined where the draft belongs to no folder. */
  readonly deskFile: DeskFileState | undefined;
  /** Where the draft really is, as the articles say where they are. */
  readonly uri: string;
  /** Sentences for the editor about what could not be used. */
  readonly complaints: readonly string[];
}

/** A `stet.yaml`, as it is on disk, or in the editor where it is open there. */
export interface DeskFileState {
  readonly uri: string;
  /** Undefined where there is no such file yet. */
  readonly text: string | undefined;
  /** Of the open document. */
  readonly version?: number;
}

export interface DraftSettings {
  /** By the client's settings; `stet.yaml` comes first. */
  readonly sources: readonly string[] | undefined;
  readonly severities: Severities;
  /** Whether `stet.yaml` may say what else is read from disk. */
  readonly isTrusted: boolean;
  /** The folder that relative paths of the client's settings start from, as a uri. */
  readonly workspace: string | undefined;
}

export interface Desk {
  /** How the names of files end that can be sources, without the dot: a change in one of them is one to say. */
  readonly sourceEndings: readonly string[];
  surroundingsOf(uri: string, settings: DraftSettings): Promise<Surroundings>;
  /** The uris of the drafts in some folders: what `drafts` of their `stet.yaml` names, else all text that is no source. */
  draftsIn(
    folders: readonly string[],
    settings: Omit<DraftSettings, 'workspace'>,
  ): Promise<readonly string[]>;
  /** The text of a draft that is not open, or why it can't be read, as a sentence. */
  draftText(uri: string): Promise<{ readonly text: string } | { readonly reason: string }>;
  /** Who marks what as checked, whoever is logged in where nobody is named, and the day on which that is. */
  sign(editor: string | undefined): Signature;
  /** Some files have changed, or any: what was read from there is read again when it is next asked for. */
  refresh(changed?: readonly string[]): void;
  /** Tells what happens to large sources meanwhile. */
  listen(news: ArchiveNews): void;
}
