/**
 * Fixtures that are copy, not coordinates: `[[…]]` marks a span, `[[…|note]]` marks and labels it (marks may nest),
 * and `$0` is the cursor.
 */

import type { Span } from '../../server/src/core/model.ts';

export interface Mark {
  readonly span: Span;
  readonly note?: string;
}

export interface Fixture {
  /** The copy with the markers taken out. */
  readonly text: string;
  /** In the order in which they open. */
  readonly marks: readonly Mark[];
  readonly cursor: number | undefined;
}

export function readFixture(marked: string): Fixture {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  let cursor: number | undefined;
  for (const part of marked.split(/(\[\[|\|[\w/, :+-]+\]\]|\]\]|\$0)/)) {
    if (part === '[[') {
      open.push(marks.length);
      marks.push({ span: { start: text.length, end: text.length } });
    } else if (part === '$0') cursor = text.length;
    else if (part.endsWith(']]')) {
      const index = open.pop();
      const start = index === undefined ? undefined : marks[index]?.span.start;
      if (index === undefined || start === undefined) throw new Error(`unopened mark in: ${marked}`);
      const span = { start, end: text.length };
      marks[index] = part === ']]' ? { span } : { span, note: part.slice(1, -2) };
    } else text += part;
  }
  if (open.length > 0) throw new Error(`unclosed mark in: ${marked}`);
  return { text, marks, cursor };
}

/** The inverse of {@link readFixture}: shows spans where they are, for failures that can be read. */
export function mark(text: string, marks: readonly Mark[]): string {
  const inserts: { readonly at: number; readonly rank: number; readonly text: string }[] = [];
  for (const { span, note } of marks) {
    const length = span.end - span.start;
    inserts.push({ at: span.start, rank: -length, text: '[[' });
    inserts.push({ at: span.end, rank: -1e9 + length, text: note === undefined ? ']]' : `|${note}]]` });
  }
  inserts.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let result = '';
  let from = 0;
  for (const insert of inserts) {
    result += text.slice(from, insert.at) + insert.text;
    from = insert.at;
  }
  return result + text.slice(from);
}
