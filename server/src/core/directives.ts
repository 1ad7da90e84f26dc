/**
 * Directives in the text: `<!-- stet-disable-next-line name/no-first-reference -->`, `stet-disable` to `stet-enable`, and
 * `stet-disable: quote/mixed-marks` in the front matter. Plain text has no comments, so there the front matter is the
 * place that no reader sees; a comment is understood all the same.
 */

import type { Reading } from './reading.ts';
import { frontMatterOf } from './text/markdown.ts';

/** Where findings stand: those that begin in `[from, to)`, of these rules or groups of rules; of all where none is named. */
export interface Directed {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly string[];
}

/** Code shows directives and gives none: it is matched first, and passed over. */
const CODE_OR_DIRECTIVE =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n {0,3}\1|$(?![\s\S]))|`[^`\n]+`|<!--\s*stet-(disable-next-line|disable|enable)\b([^>]*?)-->/gm;

/** Reads the directives of a text, in reading order. Any text is valid; what is no directive is none. */
export function directedIn({ text, paragraphs }: Reading): readonly Directed[] {
  if (!text.includes('stet-')) return [];
  const directed: Directed[] = [];
  const everywhere = /^stet-disable:(.*)$/m.exec(frontMatterOf(text))?.[1];
  if (everywhere !== undefined) directed.push({ from: 0, to: text.length, rules: rulesIn(everywhere) });
  let disabled: { readonly from: number; readonly rules: readonly string[] }[] = [];
  for (const match of text.matchAll(CODE_OR_DIRECTIVE)) {
    const [, , directive, names = ''] = match;
    const rules = rulesIn(names);
    const at = match.index + match[0].length;
    if (directive === 'disable') disabled.push({ from: at, rules });
    if (directive === 'enable') {
      const isEnabled = (it: { readonly rules: readonly string[] }) =>
        rules.length === 0 || it.rules.every((rule) => rules.includes(rule));
      for (const it of disabled.filter(isEnabled)) directed.push({ ...it, to: match.index });
      disabled = disabled.filter((it) => !isEnabled(it));
    }
    if (directive === 'disable-next-line') {
      const next = paragraphs.find((it) => it.start >= at);
      if (next) directed.push({ from: next.start, to: next.end, rules });
    }
  }
  return [...directed, ...disabled.map((it) => ({ ...it, to: text.length }))];
}

function rulesIn(names: string): string[] {
  return names.match(/[a-z][a-z/-]*[a-z]/g) ?? [];
}
