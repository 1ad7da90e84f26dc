/** The desk as its files have it: `stet.yaml`, source folders, and the bundled articles where neither names any. */

import type { ArchiveNews, Archives, Kept } from '../archives.ts';
import type { Article } from '../core/corpus/article.ts';
import { buildCorpus } from '../core/corpus/corpus.ts';
import { count } from '../core/english.ts';
import { type Library, libraryOf } from '../core/library.ts';
import type { Signature } from '../core/model.ts';
import { once } from '../core/once.ts';
import { isSame } from '../core/recall.ts';
import { rules } from '../core/rules/index.ts';
import { DESK_FILE, type Desk, type DeskFileState, type DraftSettings, type Surroundings } from '../desk.ts';
import { type Files, UnreadableFile } from '../files.ts';
import { type DeskFile, findDeskFile } from './desk-file.ts';
import { findSources, type NamedSources } from './find-sources.ts';
import {
  ARTICLE_ENDINGS,
  type ArticleReader,
  type LoadedArticles,
  loadArticles,
  TEXT_ENDINGS,
} from './load-articles.ts';
import { readTextFile } from './text-file.ts';

/** What a desk is made of. */
export interface DeskParts {
  readonly files: Files;
  readonly readArticle: ArticleReader;
  /** The articles that are used until a desk names its own. */
  readonly bundled: () => readonly Article[];
  /** The name of whoever is logged in. */
  readonly user: () => string;
  /** How long who asks waits for sources to be read, in milliseconds; as long as it takes where nothing is said. */
  readonly patience?: number;
  /** Undefined where sources can be kept in memory only. */
  readonly archives?: Archives | undefined;
  /** Sources that go before whatever a desk names. */
  readonly demanded?: readonly string[] | undefined;
}

interface Sources {
  /** Undefined for the bundled articles. */
  readonly named?: NamedSources;
  /** Where the articles come from, in words. */
  readonly name: string;
}

interface Loaded extends Pick<LoadedArticles, 'skipped'> {
  readonly library: Library;
  /** Of an archive. */
  readonly kept?: Kept;
  /** Whether more is on its way. */
  readonly isReading?: boolean;
}

interface LoadedFiles extends Loaded, Pick<LoadedArticles, 'files'> {}

/** How long an editor waits: a few dozen articles are read by then, and are not shown as if there were none. */
export const PATIENCE = 500;

/** What is said of a `stet.yaml` whose sources are not read. */
const LEFT_OUT = ', as those of stet.yaml are read in trusted workspaces only';

/** What the drafts of a folder are checked against. */
interface FolderLibrary extends Loaded {
  /** Where the articles come from, in words. */
  readonly name: string;
  /** Sentences about a `stet.yaml` that can't be used as it is. */
  readonly complaints: readonly string[];
}

/** Whoever asks on the command line has no editor's settings, and chose the folder. */
const BY_HAND = { sources: undefined, isTrusted: true };

/** A folder may hold a thousand files of something else: with each draft only some are named. */
const MOST_NAMED = 10;

const RULE_IDS = rules.map((it) => it.id);

export class FolderDesk implements Desk {
  readonly sourceEndings = ARTICLE_ENDINGS;
  readonly #parts: DeskParts;
  readonly #files: Files;
  readonly #bundled: () => Promise<LoadedFiles>;
  readonly #libraries = new Map<string, Promise<LoadedFiles>>();
  /** The libraries before the last {@link refresh}. */
  readonly #before = new Map<string, Promise<LoadedFiles>>();
  /** What was last read to its end. */
  readonly #read = new Map<string, LoadedFiles>();
  /** What somebody did not wait for. */
  readonly #announced = new WeakSet<Promise<LoadedFiles>>();
  readonly #nothingYet = once(() => libraryOf(buildCorpus([]), ++this.#revision));
  #news: ArchiveNews | undefined;
  readonly #deskFiles = new Map<string, Promise<DeskFile | undefined>>();
  #revision = 0;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#files = parts.files;
    const library = once(() => libraryOf(buildCorpus(parts.bundled()), ++this.#revision));
    this.#bundled = async () => ({ library: library(), skipped: [], files: new Map() });
  }

  surroundingsOf(uri: string, settings: DraftSettings): Promise<Surroundings> {
    return this.#surroundingsWithin(this.#parts.patience, uri, settings);
  }

  async #surroundingsWithin(
    patience: number | undefined,
    uri: string,
    settings: DraftSettings,
  ): Promise<Surroundings> {
    const { uriOf, folderOf, pathIn } = this.#files;
    const path = await this.#realAddressOf(uri);
    const workspace = await this.#realAddressOf(settings.workspace);
    const folder = path ? folderOf(path) : workspace;
    const desk = folder === undefined ? undefined : await this.#deskFileFor(folder);
    // A desk's first `stet.yaml` stands where the draft will find it.
    const home = workspace && (!path || pathIn(workspace, path)) ? workspace : folder;
    const sources = this.#sourcesOf(desk?.value.sources, desk?.folder, settings, workspace);
    const { library, skipped, isReading } = await this.libraryOf(sources, patience);
    return {
      library,
      sources: isReading ? `${sources.name}, which are still being read` : sources.name,
      writtenFor: desk?.value.writtenFor,
      houseForms: desk?.value.houseForms ?? [],
      notTheSame: desk?.value.notTheSame ?? [],
      decisions: desk?.value.decisions ?? [],
      marks: desk?.value.marks,
      dialect: desk?.value.dialect,
      path: path && pathIn(desk?.folder ?? home ?? folderOf(path), path),
      deskFile: this.#stateOf(desk, home),
      severities: { ...settings.severities, ...desk?.value.severities },
      uri: path ? uriOf(path) : uri,
      complaints: [
        ...(desk?.complaints ?? []),
        ...skipped.slice(0, MOST_NAMED).map((it) => `${it.path} is not used: ${it.reason}.`),
        ...(skipped.length > MOST_NAMED
          ? [`${count(skipped.length - MOST_NAMED, 'more file')} not used: stet sources names all.`]
          : []),
      ],
    };
  }

  /** The library of the drafts in a folder: what was demanded, else what the nearest `stet.yaml` names. */
  async libraryIn(folder: string): Promise<FolderLibrary> {
    const desk = await this.#deskFileFor(await this.#files.realAddressOf(folder));
    const sources = this.#sourcesOf(desk?.value.sources, desk?.folder, BY_HAND, undefined);
    return {
      ...(await this.libraryOf(sources)),
      name: sources.name,
      complaints: desk?.complaints ?? [],
    };
  }

  #sourcesOf(
    ofDesk: readonly string[] | undefined,
    deskFolder: string | undefined,
    { sources: ofSettings, isTrusted }: Pick<DraftSettings, 'sources' | 'isTrusted'>,
    workspace: string | undefined,
  ): Sources {
    const { demanded } = this.#parts;
    const bundled = { name: 'the bundled articles' };
    const named = (patterns: readonly string[], base: string, where: string) => ({
      named: { patterns, base },
      name: `${count(patterns.length, 'source')} of ${where}`,
    });
    if (demanded) return named(demanded, this.#files.here, 'the command line');
    // Whoever sends a folder could otherwise have any file of this machine read.
    const isLeftOut = ofDesk !== undefined && !isTrusted;
    if (ofDesk && deskFolder && isTrusted) return named(ofDesk, deskFolder, 'stet.yaml');
    const sources = ofSettings ? named(ofSettings, workspace ?? this.#files.here, 'the settings') : bundled;
    return isLeftOut ? { ...sources, name: sources.name + LEFT_OUT } : sources;
  }

  /**
   * The library that is named, loaded once until {@link refresh}; an archive, as it is now. Where `patience` ends before
   * all is read, what was read before, or nothing; and there is news when it is.
   */
  async libraryOf({ named }: Pick<Sources, 'named'>, patience?: number): Promise<Loaded> {
    if (!named) return this.#bundled();
    const archive = await this.#parts.archives?.open(named);
    if (archive && 'library' in archive) return archive;
    const key = JSON.stringify([named.base, named.patterns]);
    const loading = this.#loaded(named, key);
    const loaded = await (patience === undefined ? loading : within(patience, loading));
    if (!loaded) {
      this.#announce(loading);
      return { ...(this.#read.get(key) ?? { library: this.#nothingYet(), skipped: [] }), isReading: true };
    }
    return archive ? { ...loaded, skipped: [archive, ...loaded.skipped] } : loaded;
  }

  #loaded(named: NamedSources, key: string): Promise<LoadedFiles> {
    const known = this.#libraries.get(key);
    if (known) return known;
    const loading = this.#load(named, this.#before.get(key)).then((loaded) => {
      this.#read.set(key, loaded);
      return loaded;
    });
    this.#libraries.set(key, loading);
    return loading;
  }

  /** Tells when it is there, or has failed: whoever asks then gets it, or is told why. */
  #announce(loading: Promise<LoadedFiles>): void {
    if (this.#announced.has(loading)) return;
    this.#announced.add(loading);
    const tell = () => this.#news?.changed();
    loading.then(tell, tell);
  }

  /** A library of the articles that it had before is the same: nothing that was made of it need be made again. */
  async #load(named: NamedSources, before: Promise<LoadedFiles> | undefined): Promise<LoadedFiles> {
    const last = await before?.catch(() => undefined);
    const { articles, skipped, files } = await loadArticles(
      { files: this.#files, ...named },
      this.#parts.readArticle,
      last?.files,
    );
    const isAsBefore = last !== undefined && isSame([...last.library.articles()], articles);
    const library = isAsBefore ? last.library : libraryOf(buildCorpus(articles), ++this.#revision);
    return { library, skipped, files };
  }

  async draftsIn(
    folders: readonly string[],
    settings: Omit<DraftSettings, 'workspace'>,
  ): Promise<readonly string[]> {
    const uris = new Set<string>();
    for (const uri of folders) {
      const folder = this.#files.addressOf(uri);
      if (folder === undefined) continue;
      const desk = await this.#deskFileFor(folder);
      const { files } = await findSources(
        {
          files: this.#files,
          patterns: desk?.value.drafts ?? [folder],
          base: desk?.value.drafts ? desk.folder : folder,
        },
        TEXT_ENDINGS,
      );
      for (const { address } of files) {
        const draft = this.#files.uriOf(address);
        // What is a source is no draft: that is known when all are read.
        const around = await this.#surroundingsWithin(undefined, draft, { ...settings, workspace: uri });
        if (desk?.value.drafts || !around.library.hasFile(around.uri)) uris.add(draft);
      }
    }
    return [...uris];
  }

  async draftText(uri: string): Promise<{ readonly text: string } | { readonly reason: string }> {
    try {
      return { text: await readTextFile(this.#files, this.#files.addressOf(uri) ?? uri) };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { reason: error.message };
    }
  }

  #deskFileFor(folder: string): Promise<DeskFile | undefined> {
    const known = this.#deskFiles.get(folder) ?? findDeskFile(this.#files, folder, RULE_IDS);
    this.#deskFiles.set(folder, known);
    return known;
  }

  sign(editor: string | undefined): Signature {
    const now = new Date();
    return {
      by: editor ?? this.#parts.user(),
      on: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    };
  }

  listen(news: ArchiveNews): void {
    this.#news = news;
    this.#parts.archives?.listen(news);
  }

  refresh(changed?: readonly string[]): void {
    this.#parts.archives?.changed(changed);
    for (const [key, loaded] of this.#libraries) this.#before.set(key, loaded);
    this.#libraries.clear();
    this.#deskFiles.clear();
  }

  async #realAddressOf(uri: string | undefined): Promise<string | undefined> {
    const address = uri && this.#files.addressOf(uri);
    return address ? this.#files.realAddressOf(address) : undefined;
  }

  /** The desk's file, or the place where one would be made; undefined where what is there can't be read. */
  #stateOf(desk: DeskFile | undefined, folder: string | undefined): DeskFileState | undefined {
    const uriIn = (it: string) => this.#files.uriOf(this.#files.resolve(it, DESK_FILE));
    if (desk) return desk.text === undefined ? undefined : { uri: uriIn(desk.folder), text: desk.text };
    return folder === undefined ? undefined : { uri: uriIn(folder), text: undefined };
  }
}

/** What is there in so many milliseconds; undefined where it is not. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
