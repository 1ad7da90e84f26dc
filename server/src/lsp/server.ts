/** Wires the protocol to the core. No decision about copy is made here. */

import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  type DiagnosticServerCancellationData,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explainAt } from '../core/explain.ts';
import type { Span } from '../core/model.ts';
import { DESK_FILE, type Desk } from '../desk.ts';
import type { LearningTools } from '../learning-tools.ts';
import { actionsOn } from './actions.ts';
import { type Client, foldersAtStart, readClient } from './client-settings.ts';
import { codeLenses } from './code-lens.ts';
import { completion } from './completion.ts';
import type { At, Current } from './current.ts';
import { inlayHints } from './inlay-hints.ts';
import { definition, highlights, references } from './navigation.ts';
import {
  CHECK_WORKSPACE,
  type CheckParams,
  checkRequest,
  compareRequest,
  EXPLAIN_RULE,
  LIST_DECISIONS,
  type SetWrittenForParams,
  setWrittenForNotification,
  sheetRequest,
  signOffRequest,
  TAKE_BACK,
} from './protocol.ts';
import { prepareRename, rename } from './rename.ts';
import { semanticTokens, TOKEN_TYPES } from './semantic-tokens.ts';
import { Session } from './session.ts';
import { documentSymbols } from './symbols.ts';
import * as toLsp from './to-lsp.ts';
import { sheetOf, sidesOfQuote, signOffOf } from './views.ts';

/** Serves one client until the connection ends. */
export function serve(
  connection: Connection,
  deskOf: (client: Client) => Desk,
  tools: LearningTools,
  version: string,
): void {
  const documents = new TextDocuments(TextDocument);
  const folders = new Set<string>();
  let session: Session | undefined;

  connection.onInitialize((params) => {
    for (const uri of foldersAtStart(params)) folders.add(uri);
    const client = readClient(params, folders);
    session = new Session(connection, documents, deskOf(client), tools, client);
    return {
      serverInfo: { name: 'Stet', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        hoverProvider: true,
        completionProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: TOKEN_TYPES, tokenModifiers: [] }, full: true },
        codeLensProvider: {},
        inlayHintProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceFixAll],
        },
        executeCommandProvider: {
          commands: [EXPLAIN_RULE, LIST_DECISIONS, TAKE_BACK, CHECK_WORKSPACE],
          workDoneProgress: true,
        },
        ...(client.pullsDiagnostics
          ? {
              diagnosticProvider: {
                interFileDependencies: false,
                workspaceDiagnostics: !client.checksWorkspaceOnCommand,
              },
            }
          : {}),
      },
    };
  });
  connection.onInitialized(async () => {
    if (session?.client.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        return session?.reload();
      });
    }
    await session?.register();
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const report = await session?.diagnose(textDocument.uri, false);
    if (!report) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { key: resultId, items } = report;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    // “Cancelled” leaves what is shown; “no findings” would say that all is well.
    if (token.isCancellationRequested || !items) {
      // A client that has cancelled wants to ask again; one that is told not to would show nothing until the next edit.
      const again: DiagnosticServerCancellationData = { retriggerRequest: token.isCancellationRequested };
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed since.', again);
    }
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  connection.onHover(async ({ textDocument, position }) => {
    const current = await session?.current(textDocument.uri);
    if (!current) return null;
    const explanation = explainAt(
      current.check.comparison,
      current.doc.offsetAt(position),
      current.check.standing,
    );
    return explanation ? toLsp.hover(current.doc, explanation, current.client) : null;
  });

  /** Answers a request about an open draft; with null where there is none. */
  const about =
    <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
      answer: (current: Current, params: P) => R,
    ) =>
    async (params: P): Promise<R | null> => {
      const current = await session?.current(params.textDocument.uri);
      return current ? answer(current, params) : null;
    };
  connection.languages.inlayHint.on(about(inlayHints));
  connection.languages.semanticTokens.on(
    async (params) => (await about(semanticTokens)(params)) ?? { data: [] },
  );
  connection.onCompletion(about((current, params: At) => completion(current, params, tools.latest)));
  connection.onDefinition(about(definition));
  connection.onReferences(about(references));
  connection.onDocumentHighlight(about(highlights));
  connection.onPrepareRename(about(prepareRename));
  connection.onRenameRequest(about(rename));
  connection.onDocumentSymbol(about(documentSymbols));
  connection.onCodeLens(about(codeLenses));
  connection.onWorkspaceSymbol(({ query }) => session?.symbols(query));

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const current = await session?.current(textDocument.uri);
    if (!session || !current) return [];
    const asked = {
      ...current,
      signature: session.desk.sign(current.settings.editor),
      selected: toSpan(current.doc, range),
      deskFile: session.shownDeskFile(current.check.surroundings.deskFile),
    };
    return actionsOn(asked, context.triggerKind === CodeActionTriggerKind.Invoked).filter((it) =>
      isWanted(it, context.only),
    );
  });

  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }, token, given) => {
    if (command === EXPLAIN_RULE) await session?.explainRule(String(argument));
    if (command === LIST_DECISIONS) return session?.listDecisions();
    if (command === TAKE_BACK) return session?.takeBack(argument);
    if (command === CHECK_WORKSPACE) return session?.checkWorkspace(given, token);
    return null;
  });
  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token) =>
      (await session?.workspaceCheck.pull(previousResultIds, token)) ?? { items: [] },
  );

  connection.onRequest(signOffRequest, about(signOffOf));
  connection.onRequest(
    sheetRequest,
    about(({ doc, check }) => sheetOf(doc, check)),
  );
  connection.onRequest(compareRequest, about(sidesOfQuote));
  connection.onRequest(checkRequest, async ({ uri }: CheckParams) => {
    await session?.checkNow(uri);
    return null;
  });
  connection.onNotification(setWrittenForNotification, ({ uri, date }: SetWrittenForParams) =>
    session?.setWrittenFor(uri, date),
  );
  connection.onDidChangeConfiguration(() => session?.reload());
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    session?.desk.refresh(changes.map((it) => it.uri));
    await session?.reload();
    for (const { uri } of changes) await session?.workspaceCheck.changed(uri);
  });
  documents.onDidOpen(({ document }) => session?.workspaceCheck.forget(document.uri));
  documents.onDidChangeContent(({ document }) => session?.publish(document.uri, false));
  documents.onDidSave(async ({ document: { uri } }) => {
    if (!uri.endsWith(`/${DESK_FILE}`)) return session?.checkNow(uri);
    // Where the draft belongs to no folder, nobody watches the file.
    session?.desk.refresh();
    await session?.reload();
  });
  documents.onDidClose(({ document }) => session?.close(document.uri));
  documents.listen(connection);
  connection.listen();
}

/** Kinds are dotted: who asks for `refactor` gets `refactor.stet.check`. Actions on the source have to be asked for. */
function isWanted({ kind = '' }: CodeAction, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((it) => kind === it || kind.startsWith(`${it}.`) || it === '');
}

function toSpan(doc: TextDocument, range: Range): Span {
  return { start: doc.offsetAt(range.start), end: doc.offsetAt(range.end) };
}
