/** What comes of Check Workspace, a command of the server: findings in the Problems view, and the sign-off sheet. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { CHECK_WORKSPACE, type WorkspaceChecked } from '../../server/src/lsp/protocol.ts';
import type { ShownTexts } from './shown-texts.ts';

export function showWorkspaceChecks(texts: ShownTexts): Pick<Middleware, 'executeCommand'> {
  return {
    async executeCommand(
      command: string,
      args: unknown[],
      next: (command: string, args: unknown[]) => unknown,
    ) {
      const answer = await next(command, args);
      if (command === CHECK_WORKSPACE) await show(answer as WorkspaceChecked, texts);
      return answer;
    },
  };
}

/** The view with the findings opens only where there are any. */
async function show(
  { drafts, of, findings, unused, cancelled, sheet }: WorkspaceChecked,
  texts: ShownTexts,
): Promise<void> {
  const extent = cancelled ? `${drafts} of ${of} drafts` : `${drafts} drafts`;
  const decisions = unused > 0 ? `, ${unused} unused decisions` : '';
  vscode.window.setStatusBarMessage(`Stet: ${extent} checked, ${findings} findings${decisions}`, 8000);
  if (drafts > 0) await texts.preview('Sign-off sheet of the workspace.md', sheet);
  if (findings + unused > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
