/** The files around a draft, wherever they are: on disk, or in reach of the client alone. */

/**
 * What is asked of files. An address says where one stands, in the way of these files: a path on disk, a uri at a client.
 * Nothing but `read` throws.
 */
export interface Files {
  /** Where relative paths start that belong to no folder. */
  readonly here: string;
  /** Undefined for a uri of none of these files, such as an unsaved draft's. */
  addressOf(uri: string): string | undefined;
  uriOf(address: string): string;
  /** A path as people write it, relative or absolute, from a folder. */
  resolve(folder: string, path: string): string;
  /** The folder that something lies in; a root lies in itself. */
  folderOf(address: string): string;
  /** From a folder down, with forward slashes; undefined for what lies elsewhere. */
  pathIn(folder: string, address: string): string | undefined;
  /** The address that a file really has, by which the draft's own article is known. */
  realAddressOf(address: string): Promise<string>;
  /** Undefined where there is nothing, or nothing that may be seen. */
  stateOf(address: string): Promise<FileState | undefined>;
  /** What stands in a folder, links left out; nothing where it is none. */
  list(folder: string): Promise<readonly Entry[]>;
  /** Throws {@link UnreadableFile}. */
  read(address: string): Promise<Uint8Array>;
}

export interface FileState {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

export interface Entry {
  readonly name: string;
  readonly kind: FileState['kind'];
}

/** A file that can't be read as text. Its message is a sentence for the editor, without the path. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Larger files are no articles and no drafts; they would hold up everything else. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Throws {@link UnreadableFile} for what is no file, such as a pipe, which would never end, and for what is too long. */
export function checkReadable({ kind, size }: Pick<FileState, 'kind' | 'size'>): void {
  if (kind === 'folder') throw new UnreadableFile('it is a folder');
  if (kind === 'other') throw new UnreadableFile('it is not a file');
  if (size > MOST_BYTES) {
    throw new UnreadableFile(
      `it is ${Math.round(size / 1048576)} MB long, and Stet reads files of up to 10 MB`,
    );
  }
}
