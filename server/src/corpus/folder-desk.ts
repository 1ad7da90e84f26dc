/** The desk on disk: `stet.yaml`, source folders, and the bundled articles where neither names any. */

import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildCorpus, type Corpus } from '../core/corpus/corpus.ts';
import { count } from '../core/english.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import { rules } from '../core/rules/index.ts';
import type { Desk, DeskFileState, DraftSettings, Surroundings } from '../desk.ts';
import { type DeskFile, deskFileIn, findDeskFile } from './desk-file.ts';
import { realPathOf, type Skipped } from './find-sources.ts';
import { loadArticles } from './load-articles.ts';

interface Sources {
  readonly patterns: readonly string[];
  readonly base: string;
  readonly name: string;
}

interface Loaded {
  readonly corpus: Corpus;
  readonly skipped: readonly Skipped[];
}

const RULE_IDS = rules.map((it) => it.id);

export class FolderDesk implements Desk {
  readonly #tools: LanguageTools;
  readonly #bundled: string;
  readonly #demanded: readonly string[] | undefined;
  readonly #corpora = new Map<string, Promise<Loaded>>();
  #revision = 0;

  /**
   * `bundled` is the folder of the articles that are used until a desk names its own; `demanded` are sources that
   * go before whatever a desk names, relative to the working directory.
   */
  constructor(tools: LanguageTools, bundled: string, demanded?: readonly string[]) {
    this.#tools = tools;
    this.#bundled = resolve(bundled);
    this.#demanded = demanded;
  }

  async surroundingsOf(uri: string, settings: DraftSettings): Promise<Surroundings> {
    const path = uri.startsWith('file:') ? await realPathOf(fileURLToPath(uri)) : undefined;
    const workspace = settings.workspace?.startsWith('file:') ? fileURLToPath(settings.workspace) : undefined;
    const folder = path ? dirname(path) : workspace;
    const desk = folder === undefined ? undefined : await findDeskFile(folder, RULE_IDS);
    const sources = this.#sourcesOf(desk?.value.sources, desk?.folder, settings.sources, workspace);
    const { corpus, skipped } = await this.corpusOf(sources);
    return {
      corpus,
      sources: sources.name,
      writtenFor: desk?.value.writtenFor,
      houseForms: desk?.value.houseForms ?? [],
      checkedQuotes: desk?.value.checkedQuotes ?? [],
      deskFile: deskFileState(desk, workspace ?? folder),
      severities: { ...settings.severities, ...desk?.value.severities },
      uri: path ? pathToFileURL(path).href : uri,
      complaints: [
        ...(desk?.complaints ?? []),
        ...skipped.map((it) => `${it.path} is not used: ${it.reason}.`),
      ],
    };
  }

  #sourcesOf(
    ofDesk: readonly string[] | undefined,
    deskFolder: string | undefined,
    ofSettings: readonly string[] | undefined,
    workspace: string | undefined,
  ): Sources {
    const named = (patterns: readonly string[], where: string) =>
      `${count(patterns.length, 'source')} of ${where}`;
    if (this.#demanded)
      return {
        patterns: this.#demanded,
        base: resolve('.'),
        name: named(this.#demanded, 'the command line'),
      };
    if (ofDesk && deskFolder) return { patterns: ofDesk, base: deskFolder, name: named(ofDesk, 'stet.yaml') };
    if (ofSettings)
      return {
        patterns: ofSettings,
        base: workspace ?? resolve('.'),
        name: named(ofSettings, 'the settings'),
      };
    return { patterns: [this.#bundled], base: this.#bundled, name: 'the bundled articles' };
  }

  /** The corpus that the patterns name, loaded once until {@link refresh}. */
  corpusOf({ patterns, base }: Pick<Sources, 'patterns' | 'base'>): Promise<Loaded> {
    const key = JSON.stringify([base, patterns]);
    const known = this.#corpora.get(key);
    if (known) return known;
    const loading = loadArticles(patterns, base, this.#tools).then(({ articles, skipped }) => ({
      corpus: buildCorpus(articles, ++this.#revision),
      skipped,
    }));
    this.#corpora.set(key, loading);
    return loading;
  }

  refresh(): void {
    this.#corpora.clear();
  }
}

/** The desk's file, or the place where one would be made; undefined where what is there can't be read. */
function deskFileState(desk: DeskFile | undefined, folder: string | undefined): DeskFileState | undefined {
  if (desk) return desk.text === undefined ? undefined : { uri: uriIn(desk.folder), text: desk.text };
  return folder === undefined ? undefined : { uri: uriIn(folder), text: undefined };
}

function uriIn(folder: string): string {
  return pathToFileURL(deskFileIn(folder)).href;
}
