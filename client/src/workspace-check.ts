/** What is said of Check Workspace, a command of the server: its findings stand in the Problems view. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { CHECK_WORKSPACE, type WorkspaceChecked } from '../../server/src/lsp/protocol.ts';

export const sayWorkspaceChecked: Pick<Middleware, 'executeCommand'> = {
  async executeCommand(
    command: string,
    args: unknown[],
    next: (command: string, args: unknown[]) => unknown,
  ) {
    const answer = await next(command, args);
    if (command === CHECK_WORKSPACE) await say(answer as WorkspaceChecked);
    return answer;
  },
};

/** The view with the findings opens only where there are any. */
async function say({ drafts, of, findings, unused, cancelled }: WorkspaceChecked): Promise<void> {
  const extent = cancelled ? `${drafts} of ${of} drafts` : `${drafts} drafts`;
  const decisions = unused > 0 ? `, ${unused} unused decisions` : '';
  vscode.window.setStatusBarMessage(`Stet: ${extent} checked, ${findings} findings${decisions}`, 8000);
  if (findings + unused > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
