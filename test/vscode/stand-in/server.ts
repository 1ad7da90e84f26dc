/** Starts VS Code's server build on a free port of this machine, with settings and data that are thrown away. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { openSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ServerBuild } from './install-server.ts';

/** A quiet window: nothing pops up, nothing is fetched, and pictures of it are light and readable. */
const settings = {
  'breadcrumbs.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.lineHeight': 1.6,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.wordWrap': 'on',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The setting that has Stet run in the window's web worker, as in a browser alone, and not beside the files. */
export const IN_WEB_WORKER = { 'remote.extensionKind': { 'stet.stet': ['web'] } };

/** What the page shows; the names are VS Code's own. */
export interface Page {
  readonly folder: string;
  readonly openFile?: string;
  /** Loads the extension from this folder instead of an installed one. */
  readonly extensionDevelopmentPath?: string;
  /** A module whose `run()` the extension host calls. */
  readonly extensionTestsPath?: string;
}

const readyLine = /Extension host agent listening on (\d+)/;
const startLimit = 60_000;

export class VSCodeServer implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #dataFolder: string;
  readonly #authority: string;
  readonly #token: string;

  private constructor(process: ChildProcess, dataFolder: string, authority: string, token: string) {
    this.#process = process;
    this.#dataFolder = dataFolder;
    this.#authority = authority;
    this.#token = token;
  }

  /** Installs the package first, if one is given, as its users do. `own` are settings beside those of a quiet window. */
  static async start(build: ServerBuild, vsix?: string, own: object = {}): Promise<VSCodeServer> {
    const dataFolder = await mkdtemp(join(tmpdir(), 'stet-vscode-'));
    const userFolder = join(dataFolder, 'data', 'User');
    await mkdir(userFolder, { recursive: true });
    await writeFile(join(userFolder, 'settings.json'), JSON.stringify({ ...settings, ...own }));
    if (vsix !== undefined) await installExtension(build, dataFolder, vsix);

    // Without it, any page in any browser of this machine could drive this VS Code.
    const token = randomUUID();
    const logFile = join(dataFolder, 'server.log');
    const server = spawn(
      build.node,
      [
        join(build.folder, 'out', 'server-main.js'),
        ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
        ...['--server-data-dir', dataFolder, '--accept-server-license-terms', '--telemetry-level', 'off'],
        // Without this one, VS Code 1.139 takes no extension in development from the page's address.
        '--enable-smoke-test-driver',
        '--disable-workspace-trust',
        '--disable-experiments',
      ],
      // A group of its own, so that the extension hosts it starts can be ended with it.
      { stdio: ['ignore', 'pipe', openSync(logFile, 'a')], detached: true },
    );
    // Its group would outlive this process where that crashes or is interrupted.
    process.once('exit', () => {
      endGroup(server, 'SIGKILL');
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });
    try {
      return new VSCodeServer(server, dataFolder, `127.0.0.1:${await portOf(server)}`, token);
    } catch (reason) {
      endGroup(server, 'SIGKILL');
      throw new Error(`${reason}\n${await readFile(logFile, 'utf8')}`);
    }
  }

  /** The address that shows this page; opened anew, it shows it anew. */
  address({ folder, ...page }: Page): string {
    const remote = (path: string): string => `vscode-remote://${this.#authority}${encodeURI(resolve(path))}`;
    const paths = Object.entries(page).map(([key, path]) => [key, remote(path)]);
    const payload = [['skipWelcome', 'true'], ...paths];
    const query = new URLSearchParams({
      tkn: this.#token,
      folder: resolve(folder),
      payload: JSON.stringify(payload),
    });
    return `http://${this.#authority}/?${query}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const hasEnded = this.#process.exitCode !== null || this.#process.signalCode !== null;
    if (!hasEnded) {
      const ended = once(this.#process, 'exit');
      endGroup(this.#process, 'SIGTERM');
      const impatience = setTimeout(() => endGroup(this.#process, 'SIGKILL'), 3000);
      await ended;
      clearTimeout(impatience);
    }
    // An extension host may outlive the server by a moment.
    endGroup(this.#process, 'SIGKILL');
    await rm(this.#dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function installExtension(build: ServerBuild, dataFolder: string, vsix: string): Promise<void> {
  await promisify(execFile)(build.node, [
    join(build.folder, 'out', 'server-main.js'),
    ...['--server-data-dir', dataFolder, '--accept-server-license-terms', '--install-extension', vsix],
  ]);
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolvePort, reject) => {
    let output = '';
    const limit = setTimeout(
      () => reject(new Error(`VS Code’s server did not start: ${output}`)),
      startLimit,
    );
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = readyLine.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolvePort(port);
    });
    server.once('error', reject);
    server.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`VS Code’s server ended with ${code}: ${output}`));
    });
  });
}

function endGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch (reason) {
    // ESRCH: the whole group has ended, which is what was wanted.
    if (!(reason instanceof Error && 'code' in reason && reason.code === 'ESRCH')) throw reason;
  }
}
