/** The latest check of each open draft. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Check, checkDraft } from '../core/checker.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import type { CalendarDate } from '../core/model.ts';
import { type Draft, readText } from '../core/reading.ts';
import type { Settings } from '../core/settings.ts';
import type { Desk, Surroundings } from '../desk.ts';
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
  readonly #tools: LanguageTools;
  readonly #client: Client;
  readonly #checks = new Map<string, DraftCheck>();
  readonly #requested = new Map<string, CalendarDate>();
  readonly #surroundings = new Map<string, Promise<Surroundings>>();

  constructor(desk: Desk, tools: LanguageTools, client: Client) {
    this.#desk = desk;
    this.#tools = tools;
    this.#client = client;
  }

  /** Checks the document as it is now, or takes the last check where nothing has changed since. */
  async of(doc: TextDocument, settings: Settings): Promise<DraftCheck | Unchecked> {
    const reason = doc.uri === this.#client.rulesPage ? 'This is Stet’s own page of rules.' : whyNot(doc);
    if (reason !== undefined) return { reason };
    const surroundings = await this.surroundingsOf(doc.uri, settings);
    const { corpus, writtenFor } = surroundings;
    const requested = this.#requested.get(doc.uri);
    const severities = { ...settings.severities, ...surroundings.severities };
    const { houseForms, notTheSame, decisions } = surroundings;
    const declared = [houseForms, notTheSame, decisions];
    const key = JSON.stringify([doc.version, corpus.revision, requested, writtenFor, severities, declared]);
    const last = this.#checks.get(doc.uri);
    if (last?.key === key) return last;

    const draft = this.#read(doc, requested, writtenFor, last?.comparison.draft);
    const check = {
      key,
      version: doc.version,
      surroundings,
      ...checkDraft(draft, corpus, severities, surroundings, last),
    };
    this.#checks.set(doc.uri, check);
    return check;
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

  #read(
    doc: TextDocument,
    requested: CalendarDate | undefined,
    configured: CalendarDate | undefined,
    last: Draft | undefined,
  ): Draft {
    const language = doc.languageId === 'markdown' ? 'markdown' : 'plaintext';
    return readText(doc.getText(), { language, tools: this.#tools, requested, configured }, last);
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
