/** Stet in VS Code in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Installed } from '../../server/src/lsp/protocol.ts';
import { installedText } from './shown-texts.ts';
import { start } from './start.ts';

/** Kept for `deactivate`, which VS Code calls without arguments. */
let running: BaseLanguageClient | undefined;
let worker: Worker | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  running = await start(context, {
    rulesPage: installedText('docs/rules.md'),
    connect: (options) =>
      new LanguageClient('stet', 'Stet', () => startWorker(context.extensionUri), options),
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}

/**
 * VS Code reads all that the worker needs, so that the worker need not load anything. Its script comes as a blob, which is
 * let in wherever the extension lies: a worker may not be started from the address of another machine.
 */
async function startWorker(extension: vscode.Uri): Promise<MessageTransports> {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
  const [script, names, articles] = await Promise.all([
    read('server-web.js'),
    read('names.model'),
    read('seeds.json'),
  ]);
  const address = URL.createObjectURL(
    new Blob([new TextDecoder().decode(script)], { type: 'text/javascript' }),
  );
  worker?.terminate();
  worker = new Worker(address, { name: 'Stet' });
  const installed: Installed = {
    names,
    articles: new TextDecoder().decode(articles),
    folder: installedText('seeds').toString(),
  };
  worker.postMessage(installed);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
