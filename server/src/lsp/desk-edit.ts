/** Edits of the desk's `stet.yaml`: they only put lines in, so that nothing that stands there is lost. */

import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DeskFileState } from '../desk.ts';

/** Where the text goes in, as an offset, and what goes in. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Declares a spelling a house form. Makes the file where there is none. */
export function declareHouseForm({ uri, text }: DeskFileState, form: string): WorkspaceEdit {
  const doc = TextDocument.create(uri, 'yaml', 0, text ?? '');
  const insertion = insertionOf(text ?? '', form);
  const position = doc.positionAt(insertion.at);
  const edit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start: position, end: position }, newText: insertion.text }],
  };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  return { documentChanges: text === undefined ? [create, edit] : [edit] };
}

function insertionOf(text: string, form: string): Insertion {
  const item = /^[\p{L}][\p{L}\p{M}\p{N} .'’-]*$/u.test(form) ? form : JSON.stringify(form);
  const list = /^house-forms:[ \t]*(?:#[^\n]*)?\r?\n(?<indent>[ \t]*)(?=-[ \t])/m.exec(text);
  if (list) return { at: list.index + list[0].length, text: `- ${item}\n${list.groups?.indent ?? ''}` };
  const row = /^house-forms:[ \t]*\[[ \t]*(?<isEmpty>\])?/m.exec(text);
  if (row) {
    const at = row.index + row[0].length - (row.groups?.isEmpty ? 1 : 0);
    return { at, text: row.groups?.isEmpty ? item : `${item}, ` };
  }
  const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n';
  return { at: text.length, text: `${lineBreak}house-forms:\n  - ${item}\n` };
}
