/** The desk on disk: `stet.yaml`, source folders, and the bundled articles where neither names any. */

import { userInfo } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildCorpus, type Corpus } from '../core/corpus/corpus.ts';
import { count } from '../core/english.ts';
import type { Signature } from '../core/model.ts';
import { isSame } from '../core/recall.ts';
import { rules } from '../core/rules/index.ts';
import type { Desk, DeskFileState, DraftSettings, Surroundings } from '../desk.ts';
import { type DeskFile, deskFileIn, findDeskFile } from './desk-file.ts';
import { findSources, realPathOf } from './find-sources.ts';
import {
  ARTICLE_ENDINGS,
  type ArticleReader,
  type LoadedArticles,
  loadArticles,
  TEXT_ENDINGS,
} from './load-articles.ts';
import { readTextFile, UnreadableFile } from './text-file.ts';

interface Sources {
  readonly patterns: readonly string[];
  readonly base: string;
  readonly name: string;
}

interface Loaded extends Pick<LoadedArticles, 'skipped' | 'files'> {
  readonly corpus: Corpus;
}

/** What is said of a `stet.yaml` whose sources are not read. */
const LEFT_OUT = ', as those of stet.yaml are read in trusted workspaces only';

/** What the drafts of a folder are checked against. */
interface FolderCorpus extends Pick<Loaded, 'corpus' | 'skipped'> {
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
  readonly #readArticle: ArticleReader;
  readonly #bundled: string;
  readonly #demanded: readonly string[] | undefined;
  readonly #corpora = new Map<string, Promise<Loaded>>();
  /** The corpora before the last {@link refresh}. */
  readonly #before = new Map<string, Promise<Loaded>>();
  readonly #deskFiles = new Map<string, Promise<DeskFile | undefined>>();
  readonly #uris = new WeakMap<Corpus, ReadonlySet<string>>();
  #revision = 0;

  /**
   * `bundled` is the folder of the articles that are used until a desk names its own; `demanded` are sources that
   * go before whatever a desk names, relative to the working directory.
   */
  constructor(readArticle: ArticleReader, bundled: string, demanded?: readonly string[]) {
    this.#readArticle = readArticle;
    this.#bundled = resolve(bundled);
    this.#demanded = demanded;
  }

  async surroundingsOf(uri: string, settings: DraftSettings): Promise<Surroundings> {
    const path = uri.startsWith('file:') ? await realPathOf(fileURLToPath(uri)) : undefined;
    const workspace = settings.workspace?.startsWith('file:')
      ? await realPathOf(fileURLToPath(settings.workspace))
      : undefined;
    const folder = path ? dirname(path) : workspace;
    const desk = folder === undefined ? undefined : await this.#deskFileFor(folder);
    // A desk's first `stet.yaml` stands where the draft will find it.
    const home = workspace && (!path || pathUnder(workspace, path)) ? workspace : folder;
    const sources = this.#sourcesOf(desk?.value.sources, desk?.folder, settings, workspace);
    const { corpus, skipped } = await this.corpusOf(sources);
    return {
      corpus,
      sources: sources.name,
      writtenFor: desk?.value.writtenFor,
      houseForms: desk?.value.houseForms ?? [],
      notTheSame: desk?.value.notTheSame ?? [],
      decisions: desk?.value.decisions ?? [],
      marks: desk?.value.marks,
      dialect: desk?.value.dialect,
      path: path && pathUnder(desk?.folder ?? home ?? dirname(path), path),
      deskFile: deskFileState(desk, home),
      severities: { ...settings.severities, ...desk?.value.severities },
      uri: path ? pathToFileURL(path).href : uri,
      complaints: [
        ...(desk?.complaints ?? []),
        ...skipped.slice(0, MOST_NAMED).map((it) => `${it.path} is not used: ${it.reason}.`),
        ...(skipped.length > MOST_NAMED
          ? [`${count(skipped.length - MOST_NAMED, 'more file')} not used: stet sources names all.`]
          : []),
      ],
    };
  }

  /** The corpus of the drafts in a folder: what was demanded, else what the nearest `stet.yaml` names. */
  async corpusIn(folder: string): Promise<FolderCorpus> {
    const desk = await this.#deskFileFor(await realPathOf(folder));
    const sources = this.#sourcesOf(desk?.value.sources, desk?.folder, BY_HAND, undefined);
    return {
      ...(await this.corpusOf(sources)),
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
    const bundled = { patterns: [this.#bundled], base: this.#bundled, name: 'the bundled articles' };
    const named = (patterns: readonly string[], where: string) =>
      `${count(patterns.length, 'source')} of ${where}`;
    if (this.#demanded)
      return {
        patterns: this.#demanded,
        base: resolve('.'),
        name: named(this.#demanded, 'the command line'),
      };
    // Whoever sends a folder could otherwise have any file of this machine read.
    const isLeftOut = ofDesk !== undefined && !isTrusted;
    if (ofDesk && deskFolder && isTrusted)
      return { patterns: ofDesk, base: deskFolder, name: named(ofDesk, 'stet.yaml') };
    if (ofSettings)
      return {
        patterns: ofSettings,
        base: workspace ?? resolve('.'),
        name: named(ofSettings, 'the settings') + (isLeftOut ? LEFT_OUT : ''),
      };
    return isLeftOut ? { ...bundled, name: bundled.name + LEFT_OUT } : bundled;
  }

  /** The corpus that the patterns name, loaded once until {@link refresh}. */
  corpusOf({ patterns, base }: Pick<Sources, 'patterns' | 'base'>): Promise<Loaded> {
    const key = JSON.stringify([base, patterns]);
    const known = this.#corpora.get(key);
    if (known) return known;
    const loading = this.#load(patterns, base, this.#before.get(key));
    this.#corpora.set(key, loading);
    return loading;
  }

  /** A corpus of the articles that it had before is the same: nothing that was made of it need be made again. */
  async #load(
    patterns: readonly string[],
    base: string,
    before: Promise<Loaded> | undefined,
  ): Promise<Loaded> {
    const last = await before?.catch(() => undefined);
    const { articles, skipped, files } = await loadArticles(patterns, base, this.#readArticle, last?.files);
    const isAsBefore = last !== undefined && isSame(last.corpus.articles, articles);
    return { corpus: isAsBefore ? last.corpus : buildCorpus(articles, ++this.#revision), skipped, files };
  }

  async draftsIn(
    folders: readonly string[],
    settings: Omit<DraftSettings, 'workspace'>,
  ): Promise<readonly string[]> {
    const uris = new Set<string>();
    for (const uri of folders.filter((it) => it.startsWith('file:'))) {
      const folder = fileURLToPath(uri);
      const desk = await this.#deskFileFor(folder);
      const { files } = await findSources(
        desk?.value.drafts ?? [folder],
        desk?.value.drafts ? desk.folder : folder,
        TEXT_ENDINGS,
      );
      for (const { path } of files) {
        const draft = pathToFileURL(path).href;
        const around = await this.surroundingsOf(draft, { ...settings, workspace: uri });
        if (desk?.value.drafts || !this.#urisOf(around.corpus).has(around.uri)) uris.add(draft);
      }
    }
    return [...uris];
  }

  async draftText(uri: string): Promise<{ readonly text: string } | { readonly reason: string }> {
    try {
      return { text: await readTextFile(fileURLToPath(uri)) };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { reason: error.message };
    }
  }

  #urisOf(corpus: Corpus): ReadonlySet<string> {
    const known = this.#uris.get(corpus) ?? new Set(corpus.articles.flatMap((it) => it.head.uri ?? []));
    this.#uris.set(corpus, known);
    return known;
  }

  #deskFileFor(folder: string): Promise<DeskFile | undefined> {
    const known = this.#deskFiles.get(folder) ?? findDeskFile(folder, RULE_IDS);
    this.#deskFiles.set(folder, known);
    return known;
  }

  sign(editor: string | undefined): Signature {
    const now = new Date();
    return {
      by: editor ?? userInfo().username,
      on: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    };
  }

  refresh(): void {
    for (const [key, loaded] of this.#corpora) this.#before.set(key, loaded);
    this.#corpora.clear();
    this.#deskFiles.clear();
  }
}

/** With forward slashes on every system; undefined for what lies elsewhere. */
function pathUnder(folder: string, path: string): string | undefined {
  const from = relative(folder, path);
  return from.startsWith('..') || resolve(from) === from ? undefined : from.split(sep).join('/');
}

/** The desk's file, or the place where one would be made; undefined where what is there can't be read. */
function deskFileState(desk: DeskFile | undefined, folder: string | undefined): DeskFileState | undefined {
  if (desk) return desk.text === undefined ? undefined : { uri: uriIn(desk.folder), text: desk.text };
  return folder === undefined ? undefined : { uri: uriIn(folder), text: undefined };
}

function uriIn(folder: string): string {
  return pathToFileURL(deskFileIn(folder)).href;
}
