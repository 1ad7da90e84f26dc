/** How findings are printed: for people, and as JSON for programs. */

import type { Comparison } from '../core/comparison.ts';
import { isoDate } from '../core/dates/calendar.ts';
import type { Settled } from '../core/decisions.ts';
import { count } from '../core/english.ts';
import { type Finding, offsetsOf, type Passage, type Severity } from '../core/model.ts';
import type { Surroundings } from '../desk.ts';

export interface CheckedDraft extends Settled, Pick<Surroundings, 'decisions' | 'deskFile'> {
  readonly path: string;
  readonly text: string;
  readonly comparison: Comparison;
  /** Where the articles come from, in words. */
  readonly sources: string;
}

/** Passages and fixes shown with one finding; the JSON has all. */
const MOST_SHOWN = 4;

export function inWords(drafts: readonly CheckedDraft[]): string {
  return drafts.map(prettyDraft).join('');
}

function prettyDraft({ path, text, findings, standing, comparison, sources }: CheckedDraft): string {
  const { writtenFor } = comparison.draft;
  const day = writtenFor
    ? `written for ${isoDate(writtenFor.date)} (${writtenFor.from})`
    : 'written for no known day';
  const head = `${path}: ${count(findings.length, 'finding')}${standing.length > 0 ? ` (${standing.length} let stand)` : ''}, ${count(comparison.searched, 'article')} searched (${sources}), ${day}\n`;
  return head + findings.map((it) => prettyFinding(text, it)).join('');
}

function prettyFinding(text: string, { rule, severity, span, message, evidence, fixes }: Finding): string {
  const { line, column } = positionOf(text, span.start);
  const lines = [`  ${line}:${column}  ${severity}  ${message}  [${rule}]`];
  for (const passage of evidence.slice(0, MOST_SHOWN))
    lines.push(`      ${passage.article.id}: ${oneLine(passage)}`);
  if (evidence.length > MOST_SHOWN)
    lines.push(`      and ${count(evidence.length - MOST_SHOWN, 'more passage')}`);
  for (const fix of fixes.slice(0, MOST_SHOWN)) lines.push(`      fix: ${fix.title}`);
  return `${lines.join('\n')}\n`;
}

function oneLine({ text }: Passage): string {
  return text.replace(/\s+/g, ' ');
}

/** Line and column from 1, the column in UTF-16 code units, as editors count. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

export function inJson(drafts: readonly CheckedDraft[], format: 'json' | 'jsonl'): string {
  const shown = drafts.map(({ path, text, findings, comparison }) => ({
    path,
    writtenFor: comparison.draft.writtenFor ? isoDate(comparison.draft.writtenFor.date) : null,
    findings: findings.map((it) => jsonFinding(text, it)),
  }));
  if (format === 'json') return `${JSON.stringify({ version: 1, drafts: shown }, undefined, 1)}\n`;
  return shown.map((it) => `${JSON.stringify(it)}\n`).join('');
}

const COMMANDS: { readonly [S in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Findings as GitHub's workflow commands: each stands beside its line in the pull request. */
export function forGithub(drafts: readonly CheckedDraft[]): string {
  const commands = drafts.flatMap(({ path, text, findings }) =>
    findings.map(({ rule, severity, span, message }) => {
      const [start, end] = [positionOf(text, span.start), positionOf(text, span.end)];
      // A command has columns only where it stays on one line.
      const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
      const place = `file=${commandProperty(path)},line=${start.line},endLine=${end.line}${columns}`;
      return `::${COMMANDS[severity]} ${place},title=${commandProperty(rule)}::${commandData(message)}\n`;
    }),
  );
  return commands.join('');
}

/** As the runner's toolkit escapes them: actions/toolkit, packages/core/src/command.ts. */
function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A finding in the form that outside programs rely on. */
export function jsonFinding(
  text: string,
  { rule, severity, span, message, evidence, fixes }: Finding,
): object {
  return {
    rule,
    severity,
    ...offsetsOf(span),
    text: text.slice(span.start, span.end),
    message,
    evidence: evidence.map((it) => ({ article: it.article.id, ...offsetsOf(it.span), text: it.text })),
    fixes: fixes.map(({ title, isPreferred, declares, edits }) => ({
      title,
      preferred: isPreferred === true,
      ...(declares === undefined ? {} : { declares }),
      edits: edits.map((it) => ({ ...offsetsOf(it.span), newText: it.newText })),
    })),
  };
}
