/** Fetches one exact package with the user's own npm and unpacks a folder of it; nothing of it is run. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** npm is a script that Windows starts only through a shell. */
export const npmOptions = { shell: process.platform === 'win32' };

export interface NpmPackage {
  /** `code-server@4.139.1` */
  readonly spec: string;
  /** As in a lockfile: `sha512-…`. */
  readonly integrity: string;
}

/** Unpacks `folder` of the package's tarball (such as `package/lib/vscode`) as `destination`. */
export async function unpack(wanted: NpmPackage, folder: string, destination: string): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'stet-npm-'));
  try {
    const { stdout } = await run('npm', ['pack', '--silent', wanted.spec], { ...npmOptions, cwd: temporary });
    const tarball = join(temporary, stdout.trim());
    const found = await integrityOf(tarball);
    if (found !== wanted.integrity) {
      throw new Error(`${wanted.spec} has the integrity ${found}, and not ${wanted.integrity} as pinned.`);
    }
    await mkdir(destination, { recursive: true });
    const depth = folder.split('/').length;
    await run('tar', ['-xzf', tarball, '-C', destination, `--strip-components=${depth}`, folder]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Whether the registry that npm is set to has this package. */
export async function canFetch({ spec }: NpmPackage): Promise<boolean> {
  try {
    await run('npm', ['view', spec, 'version', '--fetch-retries=0', '--fetch-timeout=8000'], {
      ...npmOptions,
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}
