/**
 * Installs VS Code's server build: the workbench and the extension host of a released VS Code, as the npm package
 * `code-server` carries it. Only what lies under `lib/vscode` is taken; code-server's own wrapper is not.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache } from '../paths.ts';
import { hasNode, installNode, installOnce, whyNoNode } from './install-node.ts';
import { canFetch, type NpmPackage, npmOptions, unpack } from './npm-package.ts';

const run = promisify(execFile);

const vscodeVersion = '1.139.1';

const codeServer: NpmPackage = {
  spec: 'code-server@4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** Built-in extensions that only have work online, and half of the download's size. */
const uselessOffline = [
  'copilot',
  'github',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'tunnel-forwarding',
];

export interface ServerBuild {
  /** The folder that holds `out/server-main.js`. */
  readonly folder: string;
  /** A Node that is new enough to run it. */
  readonly node: string;
}

/** Why this machine can't have the server build, as a sentence; `undefined` if it can. */
export async function whyNoServerBuild(): Promise<string | undefined> {
  const why = whyNoNode();
  if (why !== undefined) return `VS Code’s server build needs Node 24: ${why}`;
  if (isInstalled() || (await canFetch(codeServer))) return undefined;
  return 'VS Code’s server build can’t be had, because the npm registry does not answer.';
}

export async function installServer(): Promise<ServerBuild> {
  if (!isInstalled()) console.log(`Installing the server build of VS Code ${vscodeVersion} from npm, once.`);
  const [node] = await Promise.all([installNode(), installOnce(serverFolder(), fillServerFolder)]);
  return { folder: serverFolder(), node };
}

async function fillServerFolder(folder: string): Promise<void> {
  await unpack(codeServer, 'package/lib/vscode', folder);
  for (const name of uselessOffline) {
    await rm(join(folder, 'extensions', name), { recursive: true, force: true });
  }
  // `npm ci` would be stricter, but refuses the package's shrinkwrap: it misses a peer of one dependency. With
  // `install` the versions and hashes in it hold all the same. The native modules stay unbuilt; VS Code logs
  // that it has no spdlog and no watchdog, and goes on.
  await run(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      ...npmOptions,
      cwd: folder,
    },
  );
}

function isInstalled(): boolean {
  return existsSync(serverFolder()) && hasNode();
}

function serverFolder(): string {
  return join(cache, `vscode-server-${vscodeVersion}`);
}
