/** The written-for dates that were set by hand: one per draft, kept with the workspace. */
import * as vscode from 'vscode';
import { l10n } from 'vscode';

/** Dates by the draft's address. */
type Dates = Readonly<Record<string, string>>;
type Send = (uri: string, date: string | null) => Promise<void>;

const stateKey = 'stet.writtenFor';

export class WrittenForDates implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #send: Send;
  readonly #listeners: vscode.Disposable[];
  /** Unsaved drafts have no lasting address: the next `Untitled-1` is another draft. */
  readonly #untitled = new Map<string, string>();

  constructor(state: vscode.Memento, send: Send) {
    this.#state = state;
    this.#send = send;
    this.#listeners = [
      vscode.workspace.onDidRenameFiles(async ({ files }) => {
        for (const { oldUri, newUri } of files) await this.#move(oldUri, newUri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#untitled.delete(uri.toString())),
    ];
  }

  of(uri: vscode.Uri): string | undefined {
    return this.#untitled.get(uri.toString()) ?? this.#saved()[uri.toString()];
  }

  /** Sets the date of one draft; `undefined` takes it back. */
  async set(uri: vscode.Uri, date: string | undefined): Promise<void> {
    const key = uri.toString();
    if (uri.scheme === 'untitled') {
      if (date === undefined) this.#untitled.delete(key);
      else this.#untitled.set(key, date);
    } else {
      const { [key]: _, ...others } = this.#saved();
      await this.#state.update(stateKey, date === undefined ? others : { ...others, [key]: date });
    }
    await this.#send(key, date ?? null);
  }

  /** Tells a server that has just started. */
  async sendAll(): Promise<void> {
    const all = [...Object.entries(this.#saved()), ...this.#untitled];
    await Promise.all(all.map(([uri, date]) => this.#send(uri, date)));
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #saved(): Dates {
    return this.#state.get<Dates>(stateKey, {});
  }

  async #move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const date = this.of(from);
    if (date === undefined) return;
    await this.set(from, undefined);
    await this.set(to, date);
  }
}

/** What is amiss with a date as it was typed, as a sentence; `undefined` for a day of the calendar and for nothing. */
export function whyNotADate(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return l10n.t('Write the date as YYYY-MM-DD, such as 2026-01-05.');
  const day = new Date(`${text}T00:00:00Z`);
  // JavaScript takes February 30 for March 2, so the day has to come back as it went in.
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? undefined : l10n.t('The calendar has no {0}.', text);
}
