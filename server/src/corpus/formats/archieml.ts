/**
 * ArchieML (archieml.org): stories as they are written in a shared document, `key: value` a line. Copy keeps its place, since
 * everything else is blanked out: keys, marks, what is skipped and ignored.
 */

import { dayOf } from './days.ts';
import { bylineOf, type FoundItem } from './found-article.ts';

const KEY = /^(\s*)([\w.-]+)(\s*:[ \t]*)(.*)$/;
/** `{scope}`, `[list]`, `[+freeform]` and their ends. */
const SCOPE = /^\s*(?:\{[\w.+\- ]*\}|\[[\w.+\- ]*\])/;
const COMMAND = /^\s*:(skip|endskip|ignore|end)\b/i;

/** Keys whose values are copy; under others stand settings of the page. */
const COPY_KEYS = /(?:^|\.)(?:body|text|copy|content|value|p|intro|lede|quote|caption|dek|subhead|summary)$/i;

interface State {
  readonly fields: Map<string, string>;
  isSkipped: boolean;
  isIgnored: boolean;
  isCopy: boolean;
}

export function readArchieMl(file: string): readonly FoundItem[] {
  const state: State = { fields: new Map(), isSkipped: false, isIgnored: false, isCopy: false };
  const text = file.replace(/[^\r\n]+/g, (line) => copyOfLine(line, state));
  const field = (...keys: readonly string[]) => keys.map((it) => state.fields.get(it)).find((it) => it);
  if (text.trim() === '') return [{ reason: 'it has no text' }];
  return [
    {
      title: field('headline', 'title', 'hed', 'head'),
      byline: bylineOf(field('byline', 'author', 'authors', 'by')),
      outlet: field('outlet', 'publication', 'publisher'),
      published: dayOf(field('published', 'pubdate', 'date', 'publish_date')),
      body: { text, pieces: [{ at: 0, from: 0 }] },
    },
  ];
}

/** A line's copy, as long as the line. */
function copyOfLine(line: string, state: State): string {
  const blank = ' '.repeat(line.length);
  if (state.isIgnored) return blank;
  const command = COMMAND.exec(line)?.[1]?.toLowerCase();
  if (command !== undefined) {
    if (command === 'ignore') state.isIgnored = true;
    if (command === 'skip') state.isSkipped = true;
    if (command === 'endskip') state.isSkipped = false;
    if (command === 'end') state.isCopy = false;
    return blank;
  }
  if (state.isSkipped) return blank;
  const scope = SCOPE.exec(line)?.[0];
  if (scope !== undefined) {
    state.isCopy = COPY_KEYS.test(scope.replace(/[\s[\]{}+]/g, ''));
    return blank;
  }
  const [, indent = '', key, colon = '', value = ''] = KEY.exec(line) ?? [];
  if (key === undefined) return state.isCopy ? line.replace(/^(\s*)([*\\])/, '$1 ') : blank;
  const name = key.toLowerCase();
  if (!state.fields.has(name)) state.fields.set(name, value.trim());
  state.isCopy = COPY_KEYS.test(name) || (state.isCopy && !/^[a-z][\w.-]*$/.test(key));
  return state.isCopy ? ' '.repeat(indent.length + key.length + colon.length) + value : blank;
}
