/** Stet in VS Code on a desktop, or on the remote machine where the files are: the server is a process of its own. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

/** Kept for `deactivate`, which VS Code calls without arguments. */
let running: BaseLanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  // What a start has compiled, the next need not: Node keeps it from version 22.8 on, and others don't look.
  const compiled = vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath;
  const server = {
    module: context.asAbsolutePath('dist/server.cjs'),
    transport: TransportKind.ipc,
    options: { env: { NODE_COMPILE_CACHE: compiled } },
  };
  running = await start(context, {
    rulesPage: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules.md'),
    // The identifier is also the settings' section: the client reads `stet.trace.server` by itself.
    connect: (options) => new LanguageClient('stet', 'Stet', server, options),
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
