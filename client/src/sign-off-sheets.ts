/**
 * Sign-off sheets, in editors of their own. A sheet has no script: it is a page of text and links, drawn anew whenever the
 * server has checked its draft. Its links are commands with numbers; what the numbers stand for is kept here.
 */
import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { sheetMarkdown } from '../../server/src/core/sheet/markdown.ts';
import { sheetPage } from '../../server/src/core/sheet/page.ts';
import type { DraftSheet, SheetPlace } from '../../server/src/lsp/protocol.ts';
import { nameOf } from './documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openAt } from './open-at.ts';

/** The sheet of a draft; null where it is not checked. */
type Ask = (uri: string) => Promise<DraftSheet | null>;

const OPEN_CITED = 'stet.openCited';
const EXPORT = 'stet.exportSignOff';
const CHECK_WORKSPACE = 'stet.checkWorkspace';

const FORMATS = ['html', 'md'] as const;
type Format = (typeof FORMATS)[number];

/** What an open sheet shows. */
interface Shown {
  readonly panel: vscode.WebviewPanel;
  /** The draft; undefined for the sheet of a workspace, which stays as it was made. */
  readonly draft: vscode.TextDocument | undefined;
  sheets: readonly DraftSheet[];
  places: readonly SheetPlace[];
  /** What it was drawn from, as text. */
  state: string;
  /** Asks and draws again. */
  update(): Promise<void>;
}

export class SignOffSheets implements vscode.Disposable {
  readonly #ask: Ask;
  /** By the draft's address; that of the workspace by none. */
  readonly #shown = new Map<string, Shown>();
  readonly #disposables: vscode.Disposable[];

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#disposables = [
      vscode.commands.registerCommand(OPEN_CITED, (key: string, place: number) => this.#open(key, place)),
      vscode.commands.registerCommand(EXPORT, (format: unknown, key: unknown) => this.#export(format, key)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.get(uri.toString())?.update()),
    ];
  }

  async show(draft: vscode.TextDocument): Promise<void> {
    const key = draft.uri.toString();
    const shown =
      this.#shown.get(key) ?? this.#add(key, l10n.t('Sign-off sheet of {0}', nameOf(draft)), draft);
    shown.panel.reveal();
    await shown.update();
  }

  /** Shows the sheets of what was checked in the workspace. */
  showAll(sheets: readonly DraftSheet[]): void {
    const shown = this.#shown.get('') ?? this.#add('', l10n.t('Sign-off sheet of the workspace'), undefined);
    shown.panel.reveal();
    this.#draw('', shown, sheets);
  }

  /** The server has checked a draft anew. */
  async checked(uri: vscode.Uri): Promise<void> {
    const shown = this.#shown.get(uri.toString());
    if (shown?.panel.visible) await shown.update();
  }

  dispose(): void {
    for (const { panel } of this.#shown.values()) panel.dispose();
    for (const it of this.#disposables) it.dispose();
  }

  #add(key: string, title: string, draft: vscode.TextDocument | undefined): Shown {
    const panel = vscode.window.createWebviewPanel('stet.signOff', title, vscode.ViewColumn.Active, {
      enableCommandUris: [OPEN_CITED, EXPORT, CHECK_WORKSPACE],
      enableFindWidget: true,
      localResourceRoots: [],
      // A reader who comes back is where they left.
      retainContextWhenHidden: true,
    });
    const shown: Shown = {
      panel,
      draft,
      sheets: [],
      places: [],
      state: '',
      update: oneAtATime(() => this.#read(key)),
    };
    this.#shown.set(key, shown);
    panel.onDidDispose(() => this.#shown.delete(key));
    panel.onDidChangeViewState(() => (panel.visible && draft ? shown.update() : undefined));
    return shown;
  }

  async #read(key: string): Promise<void> {
    const sheet = await this.#ask(key).catch(() => null);
    const shown = this.#shown.get(key);
    if (!shown?.draft) return;
    // Of a draft that is closed, or that can't be asked about, the last that was known is shown.
    const sheets = sheet ? [sheet] : shown.sheets;
    const state = JSON.stringify([sheets, shown.draft.isClosed]);
    // Drawn anew, a page forgets where its reader was.
    if (state !== shown.state) this.#draw(key, shown, sheets);
    shown.state = state;
  }

  #draw(key: string, shown: Shown, sheets: readonly DraftSheet[]): void {
    const places: SheetPlace[] = [];
    shown.sheets = sheets;
    shown.places = places;
    shown.panel.webview.html = sheetPage(sheets, {
      title: shown.panel.title,
      nonce: crypto.randomUUID(),
      made: [stillHolds(shown.draft)],
      actions: actionsOn(key, shown),
      addressOf: (place) => command(OPEN_CITED, key, places.push(place) - 1),
    });
  }

  async #open(key: string, place: number): Promise<void> {
    const shown = this.#shown.get(key);
    const cited = shown?.places[place];
    if (cited) await openAt(cited, besideOf(shown.panel));
  }

  /** From the sheet's own links it is said what is exported and as what; from the palette it is the sheet in front. */
  async #export(givenFormat: unknown, key: unknown): Promise<void> {
    const named = typeof key === 'string' ? this.#shown.get(key) : undefined;
    const shown = named ?? [...this.#shown.values()].find((it) => it.panel.active);
    const format = FORMATS.find((it) => it === givenFormat) ?? (await askForFormat());
    if (!shown || !format) return;
    const target = await vscode.window.showSaveDialog({
      title: l10n.t('Export the sign-off sheet'),
      filters: { [titleOf(format)]: [format] },
      defaultUri: besideDraft(shown.draft, format),
    });
    if (!target) return;
    const made = [l10n.t('Made on {0}.', now())];
    const { title } = shown.panel;
    const text =
      format === 'md'
        ? sheetMarkdown(shown.sheets, made)
        : sheetPage(shown.sheets, { title, nonce: crypto.randomUUID(), made });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    vscode.window.setStatusBarMessage(l10n.t('Stet: the sign-off sheet is exported'), 4000);
  }
}

/** Another column than its own: the sheet stays in sight, also where a click has yet to make it the active one. */
function besideOf({ viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}

function stillHolds(draft: vscode.TextDocument | undefined): string {
  if (!draft) return l10n.t('This is what Check Workspace has found; it stays as it is.');
  if (draft.isClosed) return l10n.t('The draft has been closed: this is how it was last checked.');
  return l10n.t('This sheet follows the draft as it is edited.');
}

function actionsOn(key: string, { draft }: Shown) {
  const exports = FORMATS.map((it) => ({
    title: l10n.t('Export as {0}', titleOf(it)),
    address: command(EXPORT, it, key),
  }));
  if (draft) return exports;
  return [{ title: l10n.t('Check the workspace again'), address: command(CHECK_WORKSPACE) }, ...exports];
}

function command(name: string, ...args: readonly unknown[]): string {
  return `command:${name}?${encodeURIComponent(JSON.stringify(args))}`;
}

async function askForFormat(): Promise<Format | undefined> {
  const items = FORMATS.map((format) => ({ label: titleOf(format), format }));
  const title = l10n.t('Export the sign-off sheet');
  return (await vscode.window.showQuickPick(items, { title }))?.format;
}

function titleOf(format: Format): string {
  return { html: 'HTML', md: 'Markdown' }[format];
}

function besideDraft(draft: vscode.TextDocument | undefined, format: Format): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = draft ? `${nameOf(draft).replace(/\.\w+$/, '')}.sign-off.${format}` : `sign-off.${format}`;
  if (draft && draft.uri.scheme !== 'untitled') return vscode.Uri.joinPath(draft.uri, '..', name);
  return folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(name);
}

/** The day and the hour, in the language of the window. */
function now(): string {
  return new Date().toLocaleString(vscode.env.language, { dateStyle: 'long', timeStyle: 'short' });
}
