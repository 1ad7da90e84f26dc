/**
 * Findings as SARIF 2.1.0 (OASIS, 2020), for code scanning and for viewers. What an editor has let stand is there too, and
 * suppressed (3.27.23), so that a reader of the log sees what was decided.
 */

import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { placeOf } from '../core/corpus/places.ts';
import type { Finding, Fix, Passage, Severity, Span } from '../core/model.ts';
import { rules } from '../core/rules/index.ts';
import { type CheckedDraft, positionOf } from './print.ts';

const LEVELS: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** `version` is that of Stet. */
export function inSarif(drafts: readonly CheckedDraft[], version: string): string {
  return `${JSON.stringify(sarifLog(drafts, version), undefined, 1)}\n`;
}

function sarifLog(drafts: readonly CheckedDraft[], version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Stet', version, rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        results: drafts.flatMap(resultsOf),
      },
    ],
  };
}

function ruleDescriptor({ id, summary, why, severity }: (typeof rules)[number]): object {
  const configuration = severity === 'off' ? { enabled: false } : { level: LEVELS[severity] };
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: why, markdown: why },
    defaultConfiguration: configuration,
  };
}

function resultsOf(draft: CheckedDraft): object[] {
  const open = draft.findings.map((it) => ({ ...resultOf(draft, it), suppressions: [] }));
  const standing = draft.standing.map(({ finding, by }) => ({
    ...resultOf(draft, finding),
    suppressions: [{ kind: by === 'directive' ? 'inSource' : 'external' }],
  }));
  return [...open, ...standing];
}

function resultOf(draft: CheckedDraft, { rule, severity, span, message, evidence, fixes }: Finding): object {
  const edits = fixes.filter((it) => it.edits.length > 0);
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex((it) => it.id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: artifactAt(draft.path), region: regionOf(draft.text, span) } },
    ],
    ...(evidence.length > 0 ? { relatedLocations: evidence.map(relatedLocation) } : {}),
    ...(edits.length > 0 ? { fixes: edits.map((it) => fixOf(draft, it)) } : {}),
  };
}

/** Of a source the log has the words and where they are counted from; the source itself stays where it is. */
function relatedLocation({ article, span, text }: Passage, id: number): object {
  return {
    id,
    message: { text: `${article.id}: ${text.replace(/\s+/g, ' ')}` },
    physicalLocation: {
      artifactLocation: { uri: article.uri ?? encodeURI(article.id) },
      region: { ...regionInArticle(article, span), snippet: { text } },
    },
  };
}

function regionInArticle({ places }: Passage['article'], span: Span): object {
  if (!places) return offsets(span);
  const { start, end } = placeOf(places, span);
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function fixOf({ path, text }: CheckedDraft, { title, edits }: Fix): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactAt(path),
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: regionOf(text, span),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

/** Relative to the working directory where the file lies in it, as code scanning wants it. */
function artifactAt(path: string): { readonly uri: string } {
  if (path === '-') return { uri: 'stdin' };
  const from = relative(resolve('.'), resolve(path));
  const isInside = !from.startsWith('..') && resolve(from) !== from;
  return { uri: isInside ? encodeURI(from.split(sep).join('/')) : pathToFileURL(path).href };
}

function regionOf(text: string, span: Span): object {
  const start = positionOf(text, span.start);
  const end = positionOf(text, span.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...offsets(span),
    snippet: { text: text.slice(span.start, span.end) },
  };
}

function offsets({ start, end }: Span): { readonly charOffset: number; readonly charLength: number } {
  return { charOffset: start, charLength: end - start };
}
