/** Edits of the desk's `stet.yaml`: lines put in and taken out, so that whatever else stands there is kept. */

import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isNode, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { decisionKey, scalar } from '../core/decision-text.ts';
import type { Decision, Declaration } from '../core/model.ts';
import { rememberText } from '../core/remember.ts';
import { parseDecision } from '../core/settings.ts';
import type { DeskFileState } from '../desk.ts';

/** Writes down what the desk declares, each in its place in a sorted list. Makes the file where there is none. */
export function declare(
  { uri, text, version }: DeskFileState,
  declarations: readonly Declaration[],
): WorkspaceEdit {
  const lists = new Set(declarations.map((it) => it.list));
  const insertions = [...lists].flatMap((list) => {
    const items = declarations.flatMap((it) => (it.list === list ? itemOf(it) : []));
    return insertionsOf(text ?? '', list, items.sort());
  });
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  const edit = editOf(
    { uri, text: text ?? '', version: version ?? null },
    insertions.map(({ at, text: newText }) => ({ start: at, end: at, newText })),
  );
  return { documentChanges: text === undefined ? [create, edit] : [edit] };
}

/** Takes a decision out, named by its {@link decisionKey}; undefined where the file does not have it. */
export function takeBack({ uri, text = '', version }: DeskFileState, key: string): WorkspaceEdit | undefined {
  const place = decisionsIn(text).find((it) => decisionKey(it.decision) === key);
  if (!place) return undefined;
  return { documentChanges: [editOf({ uri, text, version: version ?? null }, [{ ...place, newText: '' }])] };
}

/** A decision and the lines of the file that have it. */
export interface WrittenDecision {
  readonly decision: Decision;
  readonly start: number;
  readonly end: number;
}

/** The decisions of a `stet.yaml`, with their places, where each has a line. What is no decision is left out. */
export const decisionsIn = rememberText((text): readonly WrittenDecision[] => {
  const list = listIn(text, 'decisions');
  if (!list || list.flow) return [];
  return list.items.flatMap((item) => {
    const decision = parseDecision(isNode(item) ? item.toJS(parsed(text)) : item);
    if (typeof decision === 'string') return [];
    const [from, to] = rangeOf(item);
    return [{ decision, start: lineStart(text, from), end: lineEnd(text, to) }];
  });
}, 2);

/** The core schema leaves days as text. */
const CORE = { schema: 'core' } as const;

/** The item as it stands behind its dash: a plain scalar where it can be one, else a flow mapping on one line. */
function itemOf(declaration: Declaration): string {
  if (declaration.list === 'decisions') return decisionKey(declaration.item);
  if (declaration.list === 'not-the-same-as') return `[${declaration.item.map(scalar).join(', ')}]`;
  return scalar(declaration.item);
}

/** Where text goes in, and what goes in. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insertionsOf(text: string, key: string, items: readonly string[]): Insertion[] {
  const list = listIn(text, key);
  const ranges = list?.items.map(rangeOf) ?? [];
  const written = ranges.map(([from, to]) => text.slice(from, to));
  const nextTo = (item: string) => ranges[written.findIndex((it) => it > item)];
  const [first] = ranges;
  const last = ranges.at(-1);
  if (list?.flow) {
    const inside = rangeOf(list)[1] - 1;
    return items.map((item, i) => {
      const next = nextTo(item);
      if (next) return { at: next[0], text: `${item}, ` };
      return { at: last?.[1] ?? inside, text: last || i > 0 ? `, ${item}` : item };
    });
  }
  if (!first || !last) return [newList(text, key, items)];
  const indent = text.slice(lineStart(text, first[0]), first[0]).replace(/-\s*$/, '');
  return items.map((item) => {
    const next = nextTo(item);
    const at = next ? lineStart(text, next[0]) : lineEnd(text, last[1]);
    const isOpen = at > 0 && text.charAt(at - 1) !== '\n';
    return { at, text: isOpen ? `\n${indent}- ${item}` : `${indent}- ${item}\n` };
  });
}

/** Under the key, where it stands without a list; else at the end. */
function newList(text: string, key: string, items: readonly string[]): Insertion {
  const lines = items.map((it) => `  - ${it}\n`).join('');
  const empty = new RegExp(String.raw`^${key}:[ \t]*(?:#[^\n]*)?(?:\n|$(?![\s\S]))`, 'm').exec(text);
  const at = empty ? empty.index + empty[0].length : text.length;
  const lineBreak = at === 0 || text.charAt(at - 1) === '\n' ? '' : '\n';
  return { at, text: `${lineBreak}${empty ? '' : `${key}:\n`}${lines}` };
}

/** The file is asked about again and again between two edits of it. */
const parsed = rememberText((text) => parseDocument(text, CORE), 2);

function listIn(text: string, key: string): YAMLSeq | undefined {
  const node = parsed(text).get(key, true);
  return isSeq(node) ? node : undefined;
}

/** Where a node stands; nodes that were read from a text have a range. */
function rangeOf(node: unknown): [number, number] {
  const { range } = node as { readonly range?: readonly [number, number, number] | null };
  return range ? [range[0], range[1]] : [0, 0];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function editOf(
  { uri, text, version }: { readonly uri: string; readonly text: string; readonly version: number | null },
  changes: readonly { readonly start: number; readonly end: number; readonly newText: string }[],
): TextDocumentEdit {
  const doc = TextDocument.create(uri, 'yaml', 0, text);
  const edits = changes.map(({ start, end, newText }) => ({
    range: { start: doc.positionAt(start), end: doc.positionAt(end) },
    newText,
  }));
  return { textDocument: { uri, version }, edits };
}
