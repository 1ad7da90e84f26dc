/** The real server and a real connection: what any client sees. */

import type { ClientCapabilities, InitializeResult, ProtocolConnection } from 'vscode-languageserver/node';
import type { Archives } from '../../server/src/archives.ts';
import type { DeskParts } from '../../server/src/corpus/folder-desk.ts';
import { serveFiles, type Texts } from './served-files.ts';
import { startInProcess, startInWorker } from './servers.ts';

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the client answers when it is asked for its settings; without it, it can't be asked. */
  readonly settings?: unknown;
  /** The uri of the workspace folder. */
  readonly workspace?: string;
  /** The uris of the workspace folders, where there are several. */
  readonly folders?: readonly string[];
  /** Where large sources are kept. */
  readonly archives?: Archives;
  /** What the desk is made of where it is not as in all tests. */
  readonly parts?: Partial<DeskParts>;
  /** Files that are on no disk; the client serves them. */
  readonly texts?: Texts;
}

/** A client of the server, with the calls that the tests make. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server has shown as warnings, in order. */
  readonly warnings: readonly string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces a range of offsets of the text as the test last sent it. */
  change(uri: string, version: number, changes: readonly object[]): Promise<void>;
  stop(): Promise<void>;
}

/** A client that pulls diagnostics and shows all that the server can say. */
export const MODERN: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

export async function startServer({
  capabilities = MODERN,
  initializationOptions = null,
  settings,
  workspace,
  folders,
  archives,
  parts,
  texts,
}: StartOptions = {}): Promise<TestClient> {
  const isInWorker = process.env.STET_TEST_SERVER === 'worker';
  const { connection, stop } = isInWorker ? startInWorker() : startInProcess(archives, parts);
  if (isInWorker || texts) serveFiles(connection, texts ?? {});
  const warnings: string[] = [];
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    warnings.push(message);
  });
  connection.onRequest('workspace/configuration', () => [settings]);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const options = typeof initializationOptions === 'object' ? initializationOptions : {};
  const asked = settings === undefined ? {} : { configuration: true };
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: workspace ?? null,
    workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: { ...capabilities, workspace: { ...capabilities.workspace, ...asked } },
    initializationOptions: texts ? { ...options, servesFiles: true } : initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    warnings,
    open: (uri, text, languageId = 'plaintext') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    stop: async () => {
      await connection.sendRequest('shutdown');
      connection.dispose();
      await stop();
    },
  };
}
