/** Checks every draft of the workspace, when the editor asks for it. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PreviousResultId,
  ResponseError,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decisionKey } from '../core/decision-text.ts';
import { hashText } from '../core/text/fold.ts';
import { DESK_FILE, type Desk, type DeskFileState } from '../desk.ts';
import type { DraftCheck, Unchecked } from './checks.ts';
import type { Client } from './client-settings.ts';
import { decisionsIn } from './desk-edit.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { DraftSheet, WorkspaceChecked } from './protocol.ts';
import * as toLsp from './to-lsp.ts';
import { sheetOf } from './views.ts';

/** What a check of the workspace needs of the session. */
export interface Workspace {
  readonly connection: Connection;
  readonly desk: Desk;
  readonly client: Client;
  /** The uris of all drafts. */
  drafts(): Promise<readonly string[]>;
  /** The document, where it is open. */
  open(uri: string): TextDocument | undefined;
  /** The check of a document, open or not. */
  check(doc: TextDocument): Promise<DraftCheck | Unchecked>;
}

interface Checked {
  readonly doc: TextDocument;
  readonly isOpen: boolean;
  readonly check: DraftCheck | Unchecked;
}

/** How far a check has come; throws nothing. */
export type Report = (done: number, all: number, uri: string) => void;

export class WorkspaceCheck {
  readonly #workspace: Workspace;
  /** Files that are not open and of which the client shows findings. */
  readonly #shown = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Sends the findings of every draft, and of decisions that hold for nothing any more. What is open shows its findings
   * already. What a cancellation cuts off is not read, and that is said in the answer.
   */
  async run(report: Report, isCancelled: () => boolean): Promise<WorkspaceChecked> {
    const uris = await this.#workspace.drafts();
    const sheets: DraftSheet[] = [];
    const unread: { uri: string; reason: string }[] = [];
    const deskFiles = new Map<string, { readonly file: DeskFileState; readonly used: Set<string> }>();
    let findings = 0;
    for (const [done, uri] of uris.entries()) {
      if (isCancelled()) break;
      report(done, uris.length, uri);
      const checked = await this.#check(uri);
      if ('reason' in checked) {
        unread.push({ uri, reason: checked.reason });
        continue;
      }
      const { check, doc, isOpen } = checked;
      if ('reason' in check) {
        unread.push({ uri, reason: check.reason });
        continue;
      }
      if (!isOpen) await this.#show(uri, diagnosticsOf(doc, check, this.#workspace.client));
      findings += check.findings.length;
      const { deskFile } = check.surroundings;
      sheets.push(sheetOf(doc, check));
      if (deskFile) {
        const { used } = deskFiles.get(deskFile.uri) ?? { used: new Set() };
        for (const it of check.used) used.add(decisionKey(it));
        deskFiles.set(deskFile.uri, { file: deskFile, used });
      }
    }
    const isWhole = sheets.length + unread.length === uris.length;
    let unused = 0;
    // Of what was not read nobody knows which decisions it uses.
    if (isWhole && unread.length === 0) {
      for (const { file, used } of deskFiles.values()) unused += await this.#showUnused(file, used);
    }
    return {
      drafts: sheets.length,
      of: uris.length,
      findings,
      unused,
      unread,
      cancelled: !isWhole,
      sheets,
    };
  }

  /** The same for clients that pull. */
  async pull(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previous.map((it) => [it.uri, it.value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of await this.#workspace.drafts()) {
      // A cancelled report is no report: an empty one would read as “nothing differs”.
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const checked = await this.#check(uri);
      if ('reason' in checked || 'reason' in checked.check) continue;
      const { doc, isOpen, check } = checked;
      const about = { uri, version: isOpen ? doc.version : null, resultId: check.key };
      items.push(
        known.get(uri) === check.key
          ? { kind: DocumentDiagnosticReportKind.Unchanged, ...about }
          : {
              kind: DocumentDiagnosticReportKind.Full,
              ...about,
              items: diagnosticsOf(doc, check, this.#workspace.client),
            },
      );
    }
    return { items };
  }

  /** Shows a draft of which something is shown as it is now on disk; of a desk's settings nothing until the next check. */
  async changed(uri: string): Promise<void> {
    if (!this.#shown.has(uri)) return;
    const checked = uri.endsWith(`/${DESK_FILE}`) ? undefined : await this.#check(uri);
    if (!checked || 'reason' in checked || checked.isOpen || 'reason' in checked.check)
      await this.forget(uri);
    else await this.#show(uri, diagnosticsOf(checked.doc, checked.check, this.#workspace.client));
  }

  /** Takes back what is shown of a file: it was opened. */
  async forget(uri: string): Promise<void> {
    if (this.#shown.has(uri)) await this.#show(uri, []);
  }

  async #check(uri: string): Promise<Checked | Unchecked> {
    const { desk } = this.#workspace;
    const open = this.#workspace.open(uri);
    if (open) return { doc: open, isOpen: true, check: await this.#workspace.check(open) };
    const read = await desk.draftText(uri);
    if ('reason' in read) return read;
    const language = /\.(?:md|markdown)$/i.test(uri) ? 'markdown' : 'plaintext';
    // A file has no version; its text tells states of it apart.
    const doc = TextDocument.create(uri, language, hashText(read.text), read.text);
    return { doc, isOpen: false, check: await this.#workspace.check(doc) };
  }

  async #showUnused({ uri, text = '' }: DeskFileState, used: ReadonlySet<string>): Promise<number> {
    const doc = TextDocument.create(uri, 'yaml', 0, text);
    const unused = decisionsIn(text).filter((it) => !used.has(decisionKey(it.decision)));
    const diagnostics = unused.map(({ decision, start, end }) => ({
      source: toLsp.SOURCE,
      code: 'unused-decision',
      severity: DiagnosticSeverity.Information,
      tags: [DiagnosticTag.Unnecessary],
      range: toLsp.range(doc, { start, end }),
      message: `No draft has anything for which this decision holds: “${decision.words}”.`,
    }));
    await this.#show(uri, diagnostics);
    return unused.length;
  }

  async #show(uri: string, diagnostics: Diagnostic[]): Promise<void> {
    if (diagnostics.length === 0 && !this.#shown.delete(uri)) return;
    if (diagnostics.length > 0) this.#shown.add(uri);
    await this.#workspace.connection.sendDiagnostics({ uri, diagnostics });
  }
}
