/** The latest check of each open draft. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Check, checkInSteps } from '../core/checker.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import type { CalendarDate } from '../core/model.ts';
import { readInSteps } from '../core/reading.ts';
import type { Settings } from '../core/settings.ts';
import type { Steps } from '../core/steps.ts';
import type { Desk, Surroundings } from '../desk.ts';
import type { LearningTools } from '../learning-tools.ts';
import { inSlices } from '../slices.ts';
import { type Client, folderOf } from './client-settings.ts';

export interface DraftCheck extends Check {
  /** Equal keys mean equal findings; the client gets it as the result id. */
  readonly key: string;
  /** The version that was checked. */
  readonly version: number;
  readonly surroundings: Surroundings;
}

/** Why a document is not checked, as a sentence for the editor. */
export interface Unchecked {
  readonly reason: string;
}

const MOST_CHARACTERS = 10 * 1024 * 1024;

/** Views of an editor that show copy and are none. */
const NO_DRAFTS = new Set([
  'git',
  'gitfs',
  'output',
  'vscode-scm',
  'diff',
  'review',
  'pr',
  'vscode-local-history',
  'search-editor',
]);

export class Checks {
  readonly #desk: Desk;
  readonly #tools: LearningTools;
  readonly #client: Client;
  readonly #checks = new Map<string, DraftCheck>();
  /** The check of each draft that is under way: one at a time, for each takes over what the last has left. */
  readonly #running = new Map<string, Promise<void>>();
  readonly #requested = new Map<string, CalendarDate>();
  readonly #surroundings = new Map<string, Promise<Surroundings>>();

  constructor(desk: Desk, tools: LearningTools, client: Client) {
    this.#desk = desk;
    this.#tools = tools;
    this.#client = client;
  }

  /**
   * Checks the document as it is now, or takes the last check where nothing has changed since. A long check lets other
   * messages in; one from the start leaves off when the document changes, and begins anew.
   */
  async of(doc: TextDocument, settings: Settings): Promise<DraftCheck | Unchecked> {
    for (;;) {
      const check = await this.#try(doc, settings);
      if (check) return check;
    }
  }

  /**
   * Undefined where it has to be tried again: another check of the document was under way, it has changed, or what it was
   * read with did not know all that it was asked.
   */
  async #try(doc: TextDocument, settings: Settings): Promise<DraftCheck | Unchecked | undefined> {
    const reason = doc.uri === this.#client.rulesPage ? 'This is Stet’s own page of rules.' : whyNot(doc);
    if (reason !== undefined) return { reason };
    const surroundings = await this.surroundingsOf(doc.uri, settings);
    const { library, writtenFor } = surroundings;
    const requested = this.#requested.get(doc.uri);
    const severities = { ...settings.severities, ...surroundings.severities };
    const { houseForms, notTheSame, decisions, marks, dialect } = surroundings;
    const declared = [houseForms, notTheSame, decisions, marks, dialect];
    const { latest: tools, revision } = this.#tools;
    const made = [doc.version, library.revision, revision];
    const key = JSON.stringify([...made, requested, writtenFor, severities, declared]);
    const last = this.#checks.get(doc.uri);
    if (last?.key === key) return last;

    const running = this.#running.get(doc.uri);
    if (running) {
      await running;
      return undefined;
    }
    const { version } = doc;
    const steps = this.#check(doc, tools, requested, surroundings, severities, last);
    const work = async () => {
      // What an edit has to check anew is little; and a check that is left off has used up the last one.
      const found = await inSlices(steps, () => last === undefined && doc.version !== version);
      if (!found) return undefined;
      const check = { key, version, surroundings, ...found };
      this.#checks.set(doc.uri, check);
      return (await this.#tools.knew(tools)) ? check : undefined;
    };
    const working = work();
    this.#running.set(
      doc.uri,
      working.then(
        () => {},
        () => {},
      ),
    );
    try {
      return await working;
    } catch (error) {
      // The last check was used up half way.
      this.#checks.delete(doc.uri);
      throw error;
    } finally {
      this.#running.delete(doc.uri);
    }
  }

  *#check(
    doc: TextDocument,
    tools: LanguageTools,
    requested: CalendarDate | undefined,
    surroundings: Surroundings,
    severities: Settings['severities'],
    last: Check | undefined,
  ): Steps<Check> {
    const language = doc.languageId === 'markdown' ? 'markdown' : 'plaintext';
    const { writtenFor: configured, dialect } = surroundings;
    const options = { language, tools, requested, configured, dialect } as const;
    const draft = yield* readInSteps(doc.getText(), options, last?.comparison.draft);
    const corpus = surroundings.library.corpusFor(draft, last?.comparison.corpus);
    return yield* checkInSteps(draft, corpus, severities, surroundings, last);
  }

  /** The last check, whatever has been typed since. */
  last(uri: string): DraftCheck | undefined {
    return this.#checks.get(uri);
  }

  setWrittenFor(uri: string, date: CalendarDate | undefined): void {
    if (date) this.#requested.set(uri, date);
    else this.#requested.delete(uri);
  }

  forget(uri: string): void {
    this.#checks.delete(uri);
    this.#surroundings.delete(uri);
  }

  /** Asks the desk again, for every draft, at the next check. */
  refresh(): void {
    this.#surroundings.clear();
  }

  /** What a draft is checked against, asked of the desk once until {@link refresh}. */
  surroundingsOf(uri: string, { sources, severities }: Settings): Promise<Surroundings> {
    const known = this.#surroundings.get(uri);
    if (known) return known;
    const asked = this.#desk.surroundingsOf(uri, {
      sources,
      severities,
      isTrusted: this.#client.isTrusted,
      workspace: folderOf(this.#client, uri),
    });
    this.#surroundings.set(uri, asked);
    return asked;
  }
}

function whyNot(doc: TextDocument): string | undefined {
  if (doc.uri.endsWith('/stet.yaml')) return 'This is what the desk has declared, and no copy.';
  const scheme = doc.uri.slice(0, doc.uri.indexOf(':'));
  if (NO_DRAFTS.has(scheme)) return 'This view shows copy that is edited elsewhere.';
  const { length } = doc.getText();
  if (length > MOST_CHARACTERS)
    return `This file has ${Math.round(length / 1e6)} million characters; Stet reads up to 10 million.`;
  return undefined;
}
