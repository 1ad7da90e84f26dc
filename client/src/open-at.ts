/** Opens a draft or an article at some words. */
import * as vscode from 'vscode';
import type { Range } from '../../server/src/lsp/protocol.ts';

/** A command of the client alone. Arguments: a uri, a range as the protocol has it, and the words that stood there. */
export const OPEN_AT = 'stet.openAt';

export async function openAt(uri: string, range: Range, words: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { start, end } = range;
  const said = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(document, {
    selection: placeOf(document, said, words),
    viewColumn: columnOf(document),
  });
}

/** Where the words stand now: since it was said where, the text may have been edited. */
function placeOf(document: vscode.TextDocument, said: vscode.Range, words: string): vscode.Range {
  if (document.getText(said) === words) return said;
  const text = document.getText();
  const at = document.offsetAt(said.start);
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  if (before < 0 && after < 0) return new vscode.Range(said.start, said.start);
  const nearest = after < 0 || (before >= 0 && at - before <= after - at) ? before : after;
  return new vscode.Range(document.positionAt(nearest), document.positionAt(nearest + words.length));
}

/** Where it is shown already; else beside what was clicked in, if that is no text: a sheet stays in sight. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find((it) => it.document === document)?.viewColumn;
  const { activeTextEditor } = vscode.window;
  return shown ?? (activeTextEditor ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
}
