/** Reads JSON of unknown shape, and finds its texts again in the file. */

import { once } from '../../core/once.ts';
import { UnreadableFile } from '../../files.ts';
import { type MappedText, textBuilder } from './mapped-text.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** Throws `UnreadableFile` for what is no JSON. */
export function parseJson(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    throw new UnreadableFile('it is not JSON');
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these fields that is a text with words in it. */
export function textIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

/** A list as it is, one thing as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** Gives texts of parsed JSON the places of their characters: those of the first literal in the file that stands for them. */
export function valuePlacer(file: string): (value: string) => MappedText {
  const literals = once(() => literalsByValue(file));
  return (value) => {
    const literal = literals().get(value);
    return literal ? decodePlaced(literal.text, literal.from) : { text: value, pieces: [] };
  };
}

interface Literal {
  readonly text: string;
  readonly from: number;
}

/** Of valid JSON; keys are among them. */
function literalsByValue(file: string): ReadonlyMap<string, Literal> {
  const byValue = new Map<string, Literal>();
  for (const { 0: text, index } of file.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g)) {
    const value: string = JSON.parse(text);
    if (!byValue.has(value)) byValue.set(value, { text, from: index });
  }
  return byValue;
}

function decodePlaced(literal: string, offset: number): MappedText {
  const builder = textBuilder();
  for (const { 0: run, index } of literal.slice(1, -1).matchAll(/[^\\]+|\\(?:u[\da-f]{4}|.)/gi))
    builder.add(run.startsWith('\\') ? JSON.parse(`"${run}"`) : run, offset + 1 + index);
  return builder.done();
}
