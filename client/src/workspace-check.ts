/** What comes of Check Workspace, a command of the server: findings in the Problems view, and the sign-off sheet. */
import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { CHECK_WORKSPACE, type WorkspaceChecked } from '../../server/src/lsp/protocol.ts';
import type { SignOffSheets } from './sign-off-sheets.ts';

export function showWorkspaceChecks(shownSheets: SignOffSheets): Pick<Middleware, 'executeCommand'> {
  return {
    async executeCommand(
      command: string,
      args: unknown[],
      next: (command: string, args: unknown[]) => unknown,
    ) {
      const answer = await next(command, args);
      if (command === CHECK_WORKSPACE) await show(answer as WorkspaceChecked, shownSheets);
      return answer;
    },
  };
}

/** The view with the findings opens only where there are any. */
async function show(
  { drafts, of, findings, unused, cancelled, sheets }: WorkspaceChecked,
  shownSheets: SignOffSheets,
): Promise<void> {
  const said = [
    cancelled
      ? l10n.t('Stet: {0} of {1} drafts checked', drafts, of)
      : l10n.t('Stet: {0} drafts checked', drafts),
    l10n.t('{0} findings', findings),
    ...(unused > 0 ? [l10n.t('{0} unused decisions', unused)] : []),
  ];
  vscode.window.setStatusBarMessage(said.join(', '), 8000);
  if (drafts > 0) shownSheets.showAll(sheets);
  if (findings + unused > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
