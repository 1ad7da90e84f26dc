/** The language status: what the open draft is checked against and for which day, or why it is not checked. */
import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { State } from 'vscode-languageclient';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { candidateDocuments, checkedDocuments, whyNotChecked } from './documents.ts';

interface Shown {
  readonly text: string;
  readonly detail: string;
}

export class CheckStatus implements vscode.Disposable {
  readonly #sources = vscode.languages.createLanguageStatusItem('stet.sources', candidateDocuments);
  readonly #date = vscode.languages.createLanguageStatusItem('stet.writtenFor', checkedDocuments());
  readonly #latest = new Map<string, StatusParams>();
  readonly #listeners: vscode.Disposable[];
  #server = State.Starting;

  constructor() {
    this.#sources.name = l10n.t('Stet: Sources');
    this.#date.name = l10n.t('Stet: Written-For Date');
    this.#date.command = { command: 'stet.setWrittenFor', title: l10n.t('Set Date') };
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#latest.delete(document.uri.toString())),
    ];
    this.#update();
  }

  show(status: StatusParams): void {
    // The key is VS Code's own form of the address; the server's may differ in how it escapes it.
    this.#latest.set(vscode.Uri.parse(status.uri).toString(), status);
    this.#update();
  }

  showServer(state: State): void {
    this.#server = state;
    if (state !== State.Running) this.#latest.clear();
    this.#update();
  }

  of(uri: vscode.Uri): StatusParams | undefined {
    return this.#latest.get(uri.toString());
  }

  dispose(): void {
    this.#sources.dispose();
    this.#date.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const hasStopped = this.#server === State.Stopped;
    const sources = this.#describeSources(document);
    this.#sources.text = sources.text;
    this.#sources.detail = sources.detail;
    this.#sources.busy = this.#server === State.Starting;
    this.#sources.severity = hasStopped
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    this.#sources.command = hasStopped
      ? { command: 'stet.restartServer', title: l10n.t('Restart Server') }
      : { command: 'stet.showOutput', title: l10n.t('Show Output') };
    const date = describeDate(this.of(document.uri));
    this.#date.text = date.text;
    this.#date.detail = date.detail;
  }

  #describeSources(document: vscode.TextDocument): Shown {
    const why = whyNotChecked(document);
    if (why) return { text: l10n.t('Not checked'), detail: why };
    if (this.#server === State.Stopped)
      return { text: l10n.t('Not checked'), detail: l10n.t('The Stet server has stopped.') };
    const status = this.of(document.uri);
    if (!status)
      return { text: l10n.t('Reading'), detail: l10n.t('Stet is reading the draft and its sources.') };
    if (!status.checked)
      return { text: l10n.t('Not checked'), detail: status.reason ?? l10n.t('The server gave no reason.') };
    return { text: l10n.t('Checked against {0}', countOfArticles(status.articles)), detail: status.sources };
  }
}

/** `5 articles`, `1 article`. */
export function countOfArticles(count: number): string {
  return count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count);
}

function describeDate(status: StatusParams | undefined): Shown {
  if (status?.writtenFor === undefined) {
    return { text: l10n.t('No written-for date'), detail: l10n.t('weekdays are not resolved') };
  }
  const from = status.writtenForFrom === undefined ? '' : l10n.t('from {0}', status.writtenForFrom);
  return { text: l10n.t('Written for {0}', status.writtenFor), detail: from };
}
