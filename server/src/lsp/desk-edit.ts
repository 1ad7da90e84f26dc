/** Edits of the desk's `stet.yaml`: they only put lines in, so that nothing that stands there is lost. */

import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Declaration } from '../core/model.ts';
import type { DeskFileState } from '../desk.ts';

/** Where the text goes in, as an offset, and what goes in. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Writes down what the desk declares. Makes the file where there is none. */
export function declare({ uri, text }: DeskFileState, declaration: Declaration): WorkspaceEdit {
  const doc = TextDocument.create(uri, 'yaml', 0, text ?? '');
  const insertion = insertionOf(text ?? '', declaration);
  const position = doc.positionAt(insertion.at);
  const edit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start: position, end: position }, newText: insertion.text }],
  };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  return { documentChanges: text === undefined ? [create, edit] : [edit] };
}

function insertionOf(text: string, { list: key, item: words }: Declaration): Insertion {
  const item = /^[\p{L}][\p{L}\p{M}\p{N} .'’-]*$/u.test(words) ? words : JSON.stringify(words);
  const list = new RegExp(String.raw`^${key}:[ \t]*(?:#[^\n]*)?\r?\n(?<indent>[ \t]*)(?=-[ \t])`, 'm').exec(
    text,
  );
  if (list) return { at: list.index + list[0].length, text: `- ${item}\n${list.groups?.indent ?? ''}` };
  const row = new RegExp(String.raw`^${key}:[ \t]*\[[ \t]*(?<isEmpty>\])?`, 'm').exec(text);
  if (row) {
    const at = row.index + row[0].length - (row.groups?.isEmpty ? 1 : 0);
    return { at, text: row.groups?.isEmpty ? item : `${item}, ` };
  }
  const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n';
  return { at: text.length, text: `${lineBreak}${key}:\n  - ${item}\n` };
}
