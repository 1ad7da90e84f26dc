/** Opens a draft or an article at some words. */
import * as vscode from 'vscode';
import type { SheetPlace } from '../../server/src/lsp/protocol.ts';

/** Where it is shown already, else in this column. */
export async function openAt(
  { uri, range: { start, end }, words }: SheetPlace,
  column: vscode.ViewColumn,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const said = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown = vscode.window.visibleTextEditors.find((it) => it.document === document);
  await vscode.window.showTextDocument(document, {
    selection: placeOf(document, said, words),
    viewColumn: shown?.viewColumn ?? column,
  });
}

/** Where the words stand now: since it was said where, the text may have been edited. */
function placeOf(document: vscode.TextDocument, said: vscode.Range, words: string): vscode.Range {
  if (document.getText(said) === words) return said;
  const text = document.getText();
  const at = document.offsetAt(said.start);
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  if (before < 0 && after < 0) return said;
  const nearest = after < 0 || (before >= 0 && at - before <= after - at) ? before : after;
  return new vscode.Range(document.positionAt(nearest), document.positionAt(nearest + words.length));
}
