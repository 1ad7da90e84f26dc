/** What is reported of a draft: its findings, and directives that let nothing stand. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { unknownRulesIn } from '../core/directives.ts';
import { rules } from '../core/rules/index.ts';
import type { DraftCheck } from './checks.ts';
import type { Client } from './client-settings.ts';
import * as toLsp from './to-lsp.ts';

export const RULE_IDS: readonly string[] = rules.map((it) => it.id);

/** The document has to be in the version that was checked. */
export function diagnosticsOf(
  doc: TextDocument,
  { findings, comparison }: DraftCheck,
  client: Client,
): Diagnostic[] {
  const unknown = unknownRulesIn(comparison.draft, RULE_IDS);
  return [
    ...findings.map((it) => toLsp.diagnostic(doc, it, client, comparison.articles)),
    ...unknown.map((it) => ({
      source: toLsp.SOURCE,
      code: 'unknown-rule',
      severity: DiagnosticSeverity.Hint,
      range: toLsp.range(doc, it),
      message: `There is no rule “${comparison.draft.text.slice(it.start, it.end)}”: here the directive lets nothing stand.`,
    })),
  ];
}
