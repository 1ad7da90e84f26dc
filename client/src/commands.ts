/** The commands of the category "Stet". */
import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CheckParams, DecisionLine, QuoteSides } from '../../server/src/lsp/protocol.ts';
import {
  COMPARE_WITH_SOURCE,
  checkRequest,
  compareRequest,
  LIST_DECISIONS,
  OPEN_BESIDE,
  SAVE_DESK_FILE,
  TAKE_BACK,
} from '../../server/src/lsp/protocol.ts';
import { whyNotChecked } from './documents.ts';
import type { ShownTexts } from './shown-texts.ts';
import type { SignOffSheets } from './sign-off-sheets.ts';
import { type CheckStatus, countOfArticles } from './status.ts';
import { type WrittenForDates, whyNotADate } from './written-for.ts';

export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  status: CheckStatus,
  dates: WrittenForDates,
  texts: ShownTexts,
  sheets: SignOffSheets,
): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('stet.openSample', () => openSample(context)),
    registerCommand('stet.checkFile', () => checkFile(client, status)),
    registerCommand('stet.addFolderToSources', (folder: unknown) => addFolderToSources(folder)),
    registerCommand('stet.takeBack', () => takeBack()),
    registerCommand('stet.showSignOff', () => showSignOff(sheets)),
    registerCommand(COMPARE_WITH_SOURCE, (uri: unknown, position: unknown) =>
      compareWithSource(client, texts, placeOf(uri, position)),
    ),
    registerCommand('stet.setWrittenFor', () => setWrittenFor(status, dates)),
    registerCommand('stet.showOutput', () => client.outputChannel.show()),
    registerCommand(OPEN_BESIDE, (uri: string, line: number) => openBeside(uri, line)),
    registerCommand(SAVE_DESK_FILE, (uri: string) => saveDeskFile(uri)),
    registerCommand('stet.restartServer', () => restart(client)),
  ];
}

/** What it may read, the server is told when it starts. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

async function openBeside(uri: string, line: number): Promise<void> {
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection,
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}

/** The sample is copied where it can be edited and where what is decided of it is kept; the copy stays as it is left. */
async function openSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<void> {
  const bundled = vscode.Uri.joinPath(extensionUri, 'sample', 'visit.txt');
  const own = vscode.Uri.joinPath(globalStorageUri, 'sample', 'visit.txt');
  const { fs } = vscode.workspace;
  // In a browser the extension lies on a web server, which knows nothing of copying.
  if (!(await exists(own))) await fs.writeFile(own, await fs.readFile(bundled));
  await vscode.window.showTextDocument(own, { preview: false });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

async function takeBack(): Promise<void> {
  const decisions = await vscode.commands.executeCommand<readonly DecisionLine[]>(LIST_DECISIONS);
  if (decisions.length === 0) {
    sayInPassing(l10n.t('Stet: nothing has been decided'));
    return;
  }
  const items = decisions.map((line) => ({ label: line.text, line }));
  const chosen = await vscode.window.showQuickPick(items, { title: l10n.t('Take a decision back') });
  if (!chosen) return;
  await vscode.commands.executeCommand(TAKE_BACK, chosen.line);
  await saveDeskFile(chosen.line.file);
}

/** An action edits `stet.yaml` as a document; the server and the command line read it from disk. */
async function saveDeskFile(uri: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await document.save();
}

async function checkFile(client: BaseLanguageClient, status: CheckStatus): Promise<void> {
  const document = await openDraft();
  if (!document) return;
  const params: CheckParams = { uri: document.uri.toString() };
  await client.sendRequest(checkRequest, params);
  const checked = status.of(document.uri);
  if (checked?.checked) sayInPassing(l10n.t('Stet: checked against {0}', countOfArticles(checked.articles)));
  else if (checked?.reason) await vscode.window.showInformationMessage(`Stet: ${checked.reason}`);
}

async function showSignOff(sheets: SignOffSheets): Promise<void> {
  const document = await openDraft();
  if (document) await sheets.show(document);
}

/** A place in a document, as the protocol has it. */
interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** An action says where the quotation stands; from the palette it is where the cursor is. */
function placeOf(uri: unknown, position: unknown): Place | undefined {
  if (typeof uri === 'string') return { textDocument: { uri }, position: position as Place['position'] };
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

/** Shows a quotation beside what its source has, in VS Code's own view of differences. */
async function compareWithSource(
  client: BaseLanguageClient,
  texts: ShownTexts,
  place: Place | undefined,
): Promise<void> {
  const sides = place && (await client.sendRequest<QuoteSides | null>(compareRequest, place));
  if (!sides) {
    sayInPassing(l10n.t('Stet: no source has a quotation like the one at the cursor'));
    return;
  }
  const draft = texts.put('Quotation/draft', sides.draft);
  const source = texts.put('Quotation/source', sides.source);
  const title = l10n.t('{0} ↔ Draft', sides.article);
  await vscode.commands.executeCommand('vscode.diff', source, draft, title);
}

/** From the explorer's menu the folder is given; from the palette it is asked for. */
async function addFolderToSources(given: unknown): Promise<void> {
  const folder = given instanceof vscode.Uri ? given : await askForFolder();
  if (!folder) return;
  const settings = vscode.workspace.getConfiguration('stet');
  const hasFolder = vscode.workspace.workspaceFolders !== undefined;
  const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const set = settings.inspect<unknown>('sources');
  const sources = hasFolder ? set?.workspaceValue : set?.globalValue;
  const before: readonly unknown[] = Array.isArray(sources) ? sources : [];
  const path = sourceOf(folder);
  if (!before.includes(path)) {
    await settings.update('sources', [...before, path], target);
  }
  sayInPassing(l10n.t('Stet: {0} is one of the sources', path));
}

/**
 * Inside the workspace the relative path serves everybody who shares these settings; of several folders each would take it
 * for its own.
 */
function sourceOf(folder: vscode.Uri): string {
  const { length } = vscode.workspace.workspaceFolders ?? [];
  if (length === 1 && vscode.workspace.getWorkspaceFolder(folder))
    return vscode.workspace.asRelativePath(folder);
  return folder.scheme === 'file' ? folder.fsPath : folder.toString();
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: l10n.t('Add to Sources'),
    title: l10n.t('Folder of source articles'),
  });
  return chosen?.[0];
}

async function setWrittenFor(status: CheckStatus, dates: WrittenForDates): Promise<void> {
  const document = await openDraft();
  if (!document) return;
  const current = dates.of(document.uri) ?? status.of(document.uri)?.writtenFor ?? '';
  const typed = await vscode.window.showInputBox({
    title: l10n.t('Written-for date'),
    prompt: l10n.t('The day this draft is published. Leave empty to take it from the draft or stet.yaml.'),
    placeHolder: l10n.t('YYYY-MM-DD'),
    value: current,
    validateInput: whyNotADate,
  });
  if (typed === undefined) return;
  await dates.set(document.uri, typed.trim() === '' ? undefined : typed.trim());
}

/** The draft in front of the editor; says why when there is none. */
async function openDraft(): Promise<vscode.TextDocument | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const why = document ? whyNotChecked(document) : l10n.t('No draft is open.');
  if (why === undefined) return document;
  await vscode.window.showInformationMessage(`Stet: ${why}`);
  return undefined;
}

/** Long enough to be read, and gone without a click. */
function sayInPassing(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
