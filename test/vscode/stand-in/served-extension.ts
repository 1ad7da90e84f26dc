/** An extension on a web server, as vscode.dev has it from the marketplace, and a page that loads it from there. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
};

export class ServedExtension implements AsyncDisposable {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Has VS Code load the extension of a folder into whatever the page opens. */
  static async attach(page: Page, folder: string): Promise<ServedExtension> {
    const server = createServer(async ({ url = '/' }, response) => {
      const path = normalize(decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
      const bytes = await readFile(join(folder, path)).catch(() => undefined);
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(bytes ? 200 : 404, { 'Access-Control-Allow-Origin': '*', 'Content-Type': type });
      response.end(bytes);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const extension = { scheme: 'http', authority: `127.0.0.1:${port}`, path: '/' };
    await page.addInitScript(`(${developWith})(${JSON.stringify(extension)})`);
    return new ServedExtension(server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Runs in the page, before VS Code does: its settings name no extensions in development, and no address can. */
const developWith = `(extension) => document.addEventListener('readystatechange', () => {
  const place = document.getElementById('vscode-workbench-web-configuration');
  if (document.readyState !== 'interactive' || !place) return;
  const settings = JSON.parse(place.dataset.settings);
  settings.developmentOptions = { ...settings.developmentOptions, extensions: [extension] };
  place.dataset.settings = JSON.stringify(settings);
})`;
