/**
 * The VS Code half of Stet: starts the language server, tells it what the editor decided, and shows what it
 * checks against. Everything that is known about copy is known by the server.
 */
import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { SetWrittenForParams, SignOff, StatusParams } from '../../server/src/lsp/protocol.ts';
import {
  setWrittenForNotification,
  sheetRequest,
  signOffRequest,
  statusNotification,
} from '../../server/src/lsp/protocol.ts';
import { registerCommands, restart } from './commands.ts';
import { checkedDocuments, draftSchemes } from './documents.ts';
import { MentionsView } from './mentions-view.ts';
import { linkRulePages } from './rule-pages.ts';
import { serveFiles } from './served-files.ts';
import { ShownTexts } from './shown-texts.ts';
import { SignOffSheets } from './sign-off-sheets.ts';
import { linkSources } from './source-links.ts';
import { CheckStatus } from './status.ts';
import { showWorkspaceChecks } from './workspace-check.ts';
import { WrittenForDates } from './written-for.ts';

/** What differs between VS Code on a desktop and in a browser. */
export interface Host {
  /** The page that describes the rules, as it is shown. */
  readonly rulesPage: vscode.Uri;
  connect(options: LanguageClientOptions): BaseLanguageClient;
}

/** Returns the client when the server runs. */
export async function start(context: vscode.ExtensionContext, host: Host): Promise<BaseLanguageClient> {
  const { rulesPage } = host;
  const rulesFile = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md');
  const texts = new ShownTexts(context.extensionUri);
  const sheets = new SignOffSheets((uri) => client.sendRequest(sheetRequest, { textDocument: { uri } }));
  await vscode.commands.executeCommand('setContext', 'stet.schemes', draftSchemes());
  const client = host.connect({
    // The server knows what is typed into `stet.yaml`, so that its edits fit.
    documentSelector: [
      ...checkedDocuments(),
      ...draftSchemes().map((scheme) => ({ scheme, pattern: '**/stet.yaml' })),
    ],
    initializationOptions: () => ({
      isTrusted: vscode.workspace.isTrusted,
      rulesPage: rulesPage.toString(),
      storage: context.globalStorageUri.toString(),
      servesFiles: true,
      showsStatus: true,
      opensBeside: true,
      comparesWithSource: true,
      savesDeskFile: true,
      checksWorkspaceOnCommand: true,
    }),
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: {
      ...(await linkRulePages(rulesPage, rulesFile)),
      ...showWorkspaceChecks(sheets),
      ...linkSources,
    },
  });

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
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(client)),
    ...serveFiles(client),
    ...registerCommands(context, client, status, dates, texts, sheets),
  );
  await client.start();
  await mentions.start();
  return client;
}
