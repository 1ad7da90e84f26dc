/** Archives on this machine: a file for each list of sources, in a folder of Stet's own. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveNews, Archives, OpenArchive } from '../archives.ts';
import { count } from '../core/english.ts';
import { libraryOfArchive } from '../core/library.ts';
import { findSources, mayBeSource, type NamedSources, type Skipped } from '../corpus/find-sources.ts';
import { ARTICLE_ENDINGS } from '../corpus/load-articles.ts';
import { isUri } from '../lsp/client-files.ts';
import { ArticleStore, type StoreOptions } from './article-store.ts';
import { diskFiles, reasonOf } from './disk-files.ts';
import { findSqlite } from './sqlite.ts';
import type { Update, UpdateWork } from './update-store.ts';

export interface ArchiveOptions extends Pick<StoreOptions, 'build' | 'dictionary'> {
  /** Where the stores are kept; made when it is needed. */
  readonly folder: string;
  /** Up to so many files are read into memory at every start: more take longer than looking them up. */
  readonly mostInMemory: number;
  /** Whether an archive is opened when it is up to date, and not before. */
  readonly waits: boolean;
  /** Does an update, on this thread or another. */
  readonly update: (update: Update, work: Omit<UpdateWork, 'readArticle'>) => Promise<void>;
}

export const MOST_IN_MEMORY = 300;

export class DiskArchives implements Archives {
  readonly #options: ArchiveOptions;
  readonly #archives = new Map<string, DiskArchive>();
  readonly #listeners: ArchiveNews[] = [];

  constructor(options: ArchiveOptions) {
    this.#options = options;
  }

  listen(news: ArchiveNews): void {
    this.#listeners.push(news);
  }

  changed(uris?: readonly string[]): void {
    const addresses = uris?.flatMap((it) => diskFiles.addressOf(it) ?? []);
    for (const it of this.#archives.values()) it.changed(addresses);
  }

  async open(named: NamedSources): Promise<OpenArchive | Skipped | undefined> {
    const name = createHash('sha256')
      .update(JSON.stringify([named.base, named.patterns]))
      .digest('hex');
    const known = this.#archives.get(name);
    if (known) return known.open();
    const { folder } = this.#options;
    const path = join(folder, `${name.slice(0, 16)}.sqlite`);
    if (!(await this.#isArchive(named, path))) return undefined;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      return notWritten(folder, error);
    }
    const archive = new DiskArchive(named, path, this.#options, {
      changed: () => this.#tell((it) => it.changed()),
      reading: (progress) => this.#tell((it) => it.reading(progress)),
    });
    this.#archives.set(name, archive);
    return archive.open();
  }

  #tell(news: (listener: ArchiveNews) => void): void {
    for (const it of this.#listeners) news(it);
  }

  async #isArchive({ base, patterns }: NamedSources, path: string): Promise<boolean> {
    if (!findSqlite() || [base, ...patterns].some(isUri)) return false;
    if (existsSync(path)) return true;
    const { files } = await findSources({ files: diskFiles, base, patterns }, ARTICLE_ENDINGS);
    return files.length > this.#options.mostInMemory;
  }
}

/** Milliseconds after which an archive that is being read is shown for the first time; then after twice as many. */
const FIRST_SHOWN = 1_000;

class DiskArchive {
  readonly #named: NamedSources;
  readonly #path: string;
  readonly #options: ArchiveOptions;
  readonly #news: ArchiveNews;
  #store: { readonly open: ArticleStore; readonly inode: number } | undefined;
  #archive: OpenArchive | undefined;
  /** Why the last update failed. */
  #fault: Skipped | undefined;
  /** Whether something has changed that no update has seen. */
  #isStale = true;
  #updating: { readonly ready: Promise<void>; readonly done: Promise<void> } | undefined;

  constructor(named: NamedSources, path: string, options: ArchiveOptions, news: ArchiveNews) {
    this.#named = named;
    this.#path = path;
    this.#options = options;
    this.#news = news;
  }

  /** Undefined for whatever file. */
  changed(addresses: readonly string[] | undefined): void {
    if (addresses?.some((it) => mayBeSource(diskFiles, this.#named, it)) ?? true) this.#isStale = true;
  }

  async open(): Promise<OpenArchive | Skipped | undefined> {
    const before = this.#read();
    if (this.#isStale && !this.#updating) this.#update();
    if (this.#options.waits) await this.#updating?.done;
    else if (!before) await this.#updating?.ready;
    return this.#read() ?? this.#fault;
  }

  #update(): void {
    this.#isStale = false;
    let tellReady = () => {};
    const ready = new Promise<void>((resolve) => {
      tellReady = resolve;
    });
    let isCancelled = false;
    let shown = performance.now();
    let pause = FIRST_SHOWN;
    const before = this.#archive?.library.revision;
    let left = 0;
    let all = 0;
    const cancel = () => {
      isCancelled = true;
    };
    const { build, dictionary } = this.#options;
    const done = this.#options
      .update(
        { build, dictionary, path: this.#path, named: this.#named },
        {
          ready: tellReady,
          isCancelled: () => isCancelled,
          report: (done, ofAll) => {
            [left, all] = [ofAll - done, ofAll];
            this.#news.reading({ done, all, cancel });
            if (performance.now() - shown < pause) return;
            shown = performance.now();
            pause *= 2;
            this.#news.changed();
          },
        },
      )
      .then(
        () => {
          const reason = `reading was left off, and goes on at the next start: ${count(left, 'file')} to go`;
          this.#fault = isCancelled && left > 0 ? { path: this.#named.base, reason } : undefined;
        },
        (error: unknown) => {
          this.#fault = notWritten(this.#path, error);
        },
      )
      .then(() => {
        this.#updating = undefined;
        tellReady();
        if (all > 0) this.#news.reading({ done: all, all, cancel });
        if (this.#read()?.library.revision !== before || this.#isStale) this.#news.changed();
      });
    this.#updating = { ready, done };
  }

  /** What can be read now; the same as before where nothing has changed. */
  #read(): OpenArchive | undefined {
    const state = statSync(this.#path, { throwIfNoEntry: false });
    if (!state) return undefined;
    if (this.#store?.inode !== state.ino) {
      this.#store?.open.close();
      this.#archive = undefined;
      this.#store = undefined;
      const { build, dictionary } = this.#options;
      const open = tryToRead(this.#path, {
        build,
        dictionary,
        isWriting: false,
        // The next update makes it anew, and that is opened.
        onDamage: () => {
          this.#isStale = true;
          this.#news.changed();
        },
      });
      if (!open) return undefined;
      this.#store = { open, inode: state.ino };
    }
    const { open } = this.#store;
    if (this.#archive?.library.revision !== open.revision)
      this.#archive = {
        library: libraryOfArchive(open),
        skipped: open.skipped(),
        kept: { path: this.#path, size: state.size, written: state.mtimeMs },
      };
    return this.#fault
      ? { ...this.#archive, skipped: [this.#fault, ...this.#archive.skipped] }
      : this.#archive;
  }
}

function notWritten(path: string, error: unknown): Skipped {
  return { path, reason: `the index can’t be written: ${reasonOf(error)}` };
}

/** Undefined where it is of another version, or not whole. */
function tryToRead(path: string, options: StoreOptions): ArticleStore | undefined {
  try {
    return new ArticleStore(path, options);
  } catch {
    return undefined;
  }
}
