/**
 * Opens a rule's page from its diagnostic, offline, at the rule's heading. Of a link's fragment VS Code knows only
 * line numbers, and from a hover it follows no command link, so `#heading` becomes `#L12`.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Line numbers, from 1, by rule id. */
type Headings = ReadonlyMap<string, number>;

/**
 * Rewrites the links of pulled and of pushed diagnostics; what is no rule page is left alone. `file` is where the page can
 * be read.
 */
export async function linkRulePages(rulesPage: vscode.Uri, file: vscode.Uri): Promise<Middleware> {
  const headings = await readHeadings(file);
  const link = (diagnostics: readonly vscode.Diagnostic[]): void => {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic;
      if (typeof code !== 'object' || code.target.path !== rulesPage.path) continue;
      const line = headings.get(String(code.value));
      const fragment = line === undefined ? '' : `L${line}`;
      diagnostic.code = { value: code.value, target: code.target.with({ fragment }) };
    }
  };
  return {
    handleDiagnostics(uri, diagnostics, next) {
      link(diagnostics);
      next(uri, diagnostics);
    },
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await next(document, previousResultId, token);
      if (report && 'items' in report) link(report.items);
      return report;
    },
  };
}

async function readHeadings(page: vscode.Uri): Promise<Headings> {
  const headings = (await readPage(page)).split('\n').flatMap((line, index): [string, number][] => {
    const rule = /^#+ .*?\b([a-z]+\/[a-z-]+)/.exec(line)?.[1];
    return rule === undefined ? [] : [[rule, index + 1]];
  });
  return new Map(headings);
}

/** Nothing where the page is missing: checking copy does not depend on it. */
async function readPage(page: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  } catch {
    return '';
  }
}
