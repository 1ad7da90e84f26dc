/** What the server knows of one client between two requests. */

import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  type TextDocuments,
  WorkDoneProgressReporter,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isoDate, parseIsoDate } from '../core/dates/calendar.ts';
import { decisionKey } from '../core/decision-text.ts';
import { ruleAnchor } from '../core/docs.ts';
import { unreadParagraphs } from '../core/reading.ts';
import { parseSettings, type Settings } from '../core/settings.ts';
import { DESK_FILE, type Desk, type DeskFileState, type Surroundings } from '../desk.ts';
import type { LearningTools } from '../learning-tools.ts';
import { Checks, type DraftCheck, type Unchecked } from './checks.ts';
import { type Client, folderOf } from './client-settings.ts';
import type { Current } from './current.ts';
import { decisionsIn, takeBack } from './desk-edit.ts';
import { diagnosticsOf, RULE_IDS } from './diagnostics.ts';
import {
  type DecisionLine,
  type StatusParams,
  statusNotification,
  type WorkspaceChecked,
} from './protocol.ts';
import { showReading } from './reading-progress.ts';
import { corpusSymbols } from './symbols.ts';
import { WorkspaceCheck } from './workspace-check.ts';

interface Report {
  readonly key: string;
  /** Undefined where the document has changed since it was checked: the client moves what it already shows. */
  readonly items: Diagnostic[] | undefined;
}

/** What is known between requests, for one client. All of it can be rebuilt. */
export class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly desk: Desk;
  readonly client: Client;
  readonly #checks: Checks;
  readonly workspaceCheck: WorkspaceCheck;
  readonly #settings = new Map<string, Promise<Settings>>();
  /** Complaints that the editor has been told; each is told once. */
  readonly #told = new Set<string>();

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    desk: Desk,
    tools: LearningTools,
    client: Client,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.desk = desk;
    this.client = client;
    this.#checks = new Checks(desk, tools, client);
    desk.listen({
      changed: () => {
        this.reload().catch((error: unknown) => connection.console.warn(String(error)));
      },
      reading: client.showsProgress ? showReading(connection) : () => {},
    });
    this.workspaceCheck = new WorkspaceCheck({
      connection,
      desk,
      client,
      drafts: async () =>
        desk.draftsIn([...client.folders], {
          ...(await this.#settingsOf([...client.folders][0] ?? '')),
          isTrusted: client.isTrusted,
        }),
      open: (uri) => documents.get(uri),
      check: (doc) => this.#checkUnopened(doc),
    });
  }

  /** Asks the client to say when settings or files change. */
  async register(): Promise<void> {
    if (this.client.watchesConfiguration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'stet' });
    }
    if (this.client.watchesFiles) {
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [DESK_FILE, `*.{${this.desk.sourceEndings.join(',')}}`].map((it) => ({
          globPattern: `**/${it}`,
        })),
      });
    }
  }

  /** The check of a document as it is now. */
  async current(uri: string): Promise<Current | undefined> {
    const doc = this.#documents.get(uri);
    if (!doc) return undefined;
    const settings = await this.#settingsOf(uri);
    const check = await this.#checks.of(doc, settings);
    return 'reason' in check ? undefined : { doc, check, settings, client: this.client };
  }

  /** The findings of a document. Where the desk checks on saving, those of the last check unless `now`. */
  async diagnose(uri: string, now: boolean): Promise<Report | undefined> {
    const doc = this.#documents.get(uri);
    if (!doc) return undefined;
    const settings = await this.#settingsOf(uri);
    const last = this.#checks.last(uri);
    const check = !now && settings.run === 'onSave' && last ? last : await this.#checks.of(doc, settings);
    if ('reason' in check) {
      this.#tellStatus({ uri, checked: false, reason: check.reason, articles: 0, sources: '' });
      return { key: check.reason, items: [] };
    }
    this.#tellChecked(uri, check);
    if (check.version !== doc.version) return { key: check.key, items: undefined };
    return { key: check.key, items: diagnosticsOf(doc, check, this.client) };
  }

  async publish(uri: string, now: boolean): Promise<void> {
    if (this.client.pullsDiagnostics) return;
    const report = await this.diagnose(uri, now);
    const doc = this.#documents.get(uri);
    if (report?.items && doc) {
      await this.#connection.sendDiagnostics({ uri, version: doc.version, diagnostics: report.items });
    }
  }

  /** Checks a document whatever the settings say about when, and brings the findings to the client. */
  async checkNow(uri: string): Promise<void> {
    const doc = this.#documents.get(uri);
    if (!doc) return;
    await this.#checks.of(doc, await this.#settingsOf(uri));
    await this.publish(uri, true);
    if (this.client.refreshesDiagnostics) await this.#connection.languages.diagnostics.refresh();
  }

  /** Forgets settings and surroundings, and checks what is open again. */
  async reload(): Promise<void> {
    this.#settings.clear();
    this.#checks.refresh();
    for (const { uri } of this.#documents.all()) await this.publish(uri, true);
    if (this.client.refreshesDiagnostics) await this.#connection.languages.diagnostics.refresh();
    if (this.client.refreshesInlayHints) await this.#connection.languages.inlayHint.refresh();
    if (this.client.refreshesLenses) await this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** The names of the corpora that the open drafts are checked against, or of the workspace's where none is open. */
  async symbols(query: string): Promise<WorkspaceSymbol[]> {
    const libraries = new Set((await this.#surroundings()).map((it) => it.library));
    return [...libraries].flatMap((it) => corpusSymbols(it.corpusAbout(query), query));
  }

  async listDecisions(): Promise<DecisionLine[]> {
    return (await this.#deskFiles()).flatMap(({ uri, text = '' }) =>
      decisionsIn(text).map((it) => ({ file: uri, text: decisionKey(it.decision) })),
    );
  }

  /** Whether it could be taken back. */
  async takeBack(line: unknown): Promise<boolean> {
    for (const file of await this.#deskFiles()) {
      if (!isDecisionLine(line) || line.file !== file.uri) continue;
      const edit = takeBack(file, line.text);
      if (edit)
        return (await this.#connection.workspace.applyEdit({ edit, label: 'Take a decision back' })).applied;
    }
    return false;
  }

  /** A desk's file as the client shows it where it is open: an edit must fit what stands there. */
  shownDeskFile(file: DeskFileState | undefined): DeskFileState | undefined {
    const doc = file && this.#documents.get(file.uri);
    return doc ? { uri: doc.uri, text: doc.getText(), version: doc.version } : file;
  }

  /** Of the open drafts and of the workspace. */
  async #deskFiles(): Promise<DeskFileState[]> {
    const files = (await this.#surroundings()).flatMap(({ deskFile }) => this.shownDeskFile(deskFile) ?? []);
    return [...new Map(files.map((it) => [it.uri, it])).values()];
  }

  async #surroundings(): Promise<Surroundings[]> {
    const open = this.#documents.all().map((it) => it.uri);
    const uris = [...open, ...[...this.client.folders].map((it) => `${it}/${DESK_FILE}`)];
    return Promise.all(
      uris.map(async (uri) => this.#checks.surroundingsOf(uri, await this.#settingsOf(uri))),
    );
  }

  /** Shows how far it has come: as the client has asked for, or else where it can, and there it can be cancelled. */
  async checkWorkspace(given: WorkDoneProgressReporter, token: CancellationToken): Promise<WorkspaceChecked> {
    const isAskedFor = !WorkDoneProgressReporter.isNullInstance(given);
    const made =
      isAskedFor || !this.client.showsProgress
        ? undefined
        : await this.#connection.window.createWorkDoneProgress();
    const progress = made ?? given;
    const isCancelled = () => token.isCancellationRequested || made?.token.isCancellationRequested === true;
    progress.begin('Stet: checking the drafts of the workspace', 0, undefined, true);
    try {
      return await this.workspaceCheck.run((done, all, uri) => {
        progress.report(
          Math.floor((100 * done) / all),
          `${done + 1} of ${all}: ${uri.slice(uri.lastIndexOf('/') + 1)}`,
        );
      }, isCancelled);
    } finally {
      progress.done();
    }
  }

  /** Keeps nothing of a document that is not open. */
  async #checkUnopened(doc: TextDocument): Promise<DraftCheck | Unchecked> {
    const isOpen = this.#documents.get(doc.uri) !== undefined;
    try {
      return await this.#checks.of(
        doc,
        await this.#settingsOf(isOpen ? doc.uri : (folderOf(this.client, doc.uri) ?? doc.uri)),
      );
    } finally {
      if (!isOpen) this.#checks.forget(doc.uri);
    }
  }

  async explainRule(rule: string): Promise<void> {
    const { rulesPage } = this.client;
    if (rulesPage === undefined || !RULE_IDS.includes(rule)) return;
    await this.#connection.window.showDocument({ uri: `${rulesPage}#${ruleAnchor(rule)}` });
  }

  async setWrittenFor(uri: string, date: string | null): Promise<void> {
    this.#checks.setWrittenFor(uri, date === null ? undefined : parseIsoDate(date));
    await this.checkNow(uri);
  }

  async close(uri: string): Promise<void> {
    this.#checks.forget(uri);
    this.#settings.delete(uri);
    if (!this.client.pullsDiagnostics) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #settingsOf(uri: string): Promise<Settings> {
    const known = this.#settings.get(uri);
    if (known) return known;
    const asked = this.#askSettings(uri);
    this.#settings.set(uri, asked);
    return asked;
  }

  async #askSettings(uri: string): Promise<Settings> {
    const data: unknown = this.client.hasConfiguration
      ? await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'stet' })
      : this.client.settings;
    const { value, complaints } = parseSettings(data, RULE_IDS);
    this.#complain(complaints);
    return value;
  }

  #complain(complaints: readonly string[]): void {
    for (const complaint of complaints) {
      if (this.#told.has(complaint)) continue;
      this.#told.add(complaint);
      const warning = { type: MessageType.Warning, message: `Stet: ${complaint}` };
      this.#send(this.#connection.sendNotification('window/showMessage', warning));
    }
  }

  #tellChecked(uri: string, { comparison, surroundings, crashes }: DraftCheck): void {
    this.#complain(surroundings.complaints);
    for (const { rule, error } of crashes) this.#connection.console.error(`${rule}: ${error}`);
    const { writtenFor } = comparison.draft;
    const unread = unreadParagraphs(comparison.draft).length;
    this.#tellStatus({
      uri,
      checked: true,
      articles: comparison.searched,
      sources: surroundings.sources,
      ...(unread > 0 ? { unread } : {}),
      ...(writtenFor ? { writtenFor: isoDate(writtenFor.date), writtenForFrom: writtenFor.from } : {}),
    });
  }

  #tellStatus(status: StatusParams): void {
    if (!this.client.showsStatus) return;
    this.#send(this.#connection.sendNotification(statusNotification, status));
  }

  /** Nothing waits for a notification; one that can't be sent is logged. */
  #send(sending: Promise<void>): void {
    sending.catch((error: unknown) => this.#connection.console.warn(String(error)));
  }
}

function isDecisionLine(data: unknown): data is DecisionLine {
  return typeof data === 'object' && data !== null && 'file' in data && 'text' in data;
}
