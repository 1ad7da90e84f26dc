/**
 * The VS Code half of Stet: starts the language server, tells it what the editor decided, and shows what it
 * checks against. Everything that is known about copy is known by the server.
 */
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { SetWrittenForParams, SignOff, StatusParams } from '../../server/src/lsp/protocol.ts';
import {
  setWrittenForNotification,
  sheetRequest,
  signOffRequest,
  statusNotification,
} from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { checkedDocuments } from './documents.ts';
import { MentionsView } from './mentions-view.ts';
import { linkRulePages } from './rule-pages.ts';
import { ShownTexts } from './shown-texts.ts';
import { SignOffSheets } from './sign-off-sheets.ts';
import { CheckStatus } from './status.ts';
import { showWorkspaceChecks } from './workspace-check.ts';
import { WrittenForDates } from './written-for.ts';

/** Kept for `deactivate`, which VS Code calls without arguments. */
let running: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const rulesPage = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md');
  const texts = new ShownTexts();
  const sheets = new SignOffSheets((uri) => client.sendRequest(sheetRequest, { textDocument: { uri } }));
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };

  // The identifier is also the settings' section: the client reads `stet.trace.server` by itself.
  const client = new LanguageClient('stet', 'Stet', server, {
    // The server knows what is typed into `stet.yaml`, so that its edits fit.
    documentSelector: [...checkedDocuments, { scheme: 'file', pattern: '**/stet.yaml' }],
    initializationOptions: () => ({
      isTrusted: vscode.workspace.isTrusted,
      rulesPage: rulesPage.toString(),
      storage: context.globalStorageUri.toString(),
      showsStatus: true,
      opensBeside: true,
      comparesWithSource: true,
      savesDeskFile: true,
      checksWorkspaceOnCommand: true,
    }),
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: { ...(await linkRulePages(rulesPage)), ...showWorkspaceChecks(sheets) },
  });
  running = client;

  const status = new CheckStatus();
  const dates = new WrittenForDates(context.workspaceState, (uri, date) => {
    const params: SetWrittenForParams = { uri, date };
    return client.sendNotification(setWrittenForNotification, params);
  });
  const mentions = new MentionsView(
    (uri) => client.sendRequest<SignOff | null>(signOffRequest, { textDocument: { uri } }),
    context.workspaceState,
  );

  context.subscriptions.push(
    texts,
    mentions,
    sheets,
    status,
    dates,
    client.onNotification(statusNotification, async (params: StatusParams) => {
      status.show(params);
      const uri = vscode.Uri.parse(params.uri);
      await Promise.all([mentions.checked(uri), sheets.checked(uri)]);
    }),
    client.onDidChangeState(async ({ newState }) => {
      status.showServer(newState);
      // A server that has just started knows none of the dates that were set by hand.
      if (newState === State.Running) await dates.sendAll();
    }),
    // What it may read, the server is told when it starts.
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.restart()),
    ...registerCommands(context, client, status, dates, texts, sheets),
  );
  await client.start();
  await mentions.start();
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
