/** Texts that Stet shows and nobody edits: the two sides of a comparison, and files of its own. */
import * as vscode from 'vscode';

/** No scheme of a draft: what stands here is never checked. */
const SCHEME = 'stet';
const INSTALLED = 'installed';

/** Where a file that came with the extension is shown as a text. A browser would open its real address in another tab. */
export function installedText(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, authority: INSTALLED, path: `/${path}` });
}

export class ShownTexts implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #listeners: vscode.Disposable[];

  constructor(extension: vscode.Uri) {
    this.#listeners = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) =>
          uri.authority === INSTALLED
            ? readText(vscode.Uri.joinPath(extension, uri.path))
            : (this.#texts.get(uri.toString()) ?? ''),
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** Gives a text an address; a text that had it before makes room. */
  put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
