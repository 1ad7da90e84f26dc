/**
 * Directives in the text: `<!-- stet-disable-next-line name/no-first-reference -->`, `stet-disable` to `stet-enable`, and
 * `stet-disable: quote/mixed-marks` in the front matter. Plain text has no comments, so there the front matter is the
 * place that no reader sees; a comment is understood all the same.
 */

import type { Span } from './model.ts';
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

const EVERYWHERE = /^stet-disable:(.*)$/m;

/** Reads the directives of a text, in reading order. Any text is valid; what is no directive is none. */
export function directedIn({ text, paragraphs }: Reading): readonly Directed[] {
  if (!mayDirect(text)) return [];
  const directed: Directed[] = [];
  const everywhere = EVERYWHERE.exec(frontMatterOf(text))?.[1];
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

/** Where directives name a rule, or a group of rules, that there is not: there they let nothing stand. In reading order. */
export function unknownRulesIn({ text }: Reading, ruleIds: readonly string[]): readonly Span[] {
  if (!mayDirect(text)) return [];
  const isKnown = (name: string) => ruleIds.some((it) => it === name || it.startsWith(`${name}/`));
  return listsIn(text).flatMap(({ names, at }) =>
    [...names.matchAll(RULE)].flatMap(({ 0: name, index }) =>
      isKnown(name) ? [] : { start: at + index, end: at + index + name.length },
    ),
  );
}

/** The lists of rules in the directives of a text, and where each begins. */
function listsIn(text: string): { readonly names: string; readonly at: number }[] {
  const frontMatter = frontMatterOf(text);
  const everywhere = EVERYWHERE.exec(frontMatter);
  const [all = '', ofText = ''] = everywhere ?? [];
  const end = everywhere ? text.indexOf(frontMatter) + everywhere.index + all.length : 0;
  return [
    { names: ofText, at: end - ofText.length },
    ...[...text.matchAll(CODE_OR_DIRECTIVE)].map(({ 0: comment, 3: names = '', index }) => ({
      names,
      at: index + comment.length - '-->'.length - names.length,
    })),
  ];
}

/** Most texts hold no comment and no front matter, which is soon seen. */
function mayDirect(text: string): boolean {
  return (text.includes('<!--') || frontMatterOf(text) !== '') && text.includes('stet-');
}

const RULE = /[a-z][a-z/-]*[a-z]/g;

function rulesIn(names: string): string[] {
  return names.match(RULE) ?? [];
}
