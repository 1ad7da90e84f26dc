/** A folder of drafts in VS Code's window, with the extension installed, for the tests of one file. */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { suite } from 'node:test';
import type { Browser } from 'playwright-core';
import { checkout, vsix } from '../paths.ts';
import { launchBrowser, newPage } from '../stand-in/browser.ts';
import { installServer } from '../stand-in/install-server.ts';
import { ServedExtension } from '../stand-in/served-extension.ts';
import { IN_WEB_WORKER, VSCodeServer } from '../stand-in/server.ts';
import { Workbench } from './workbench.ts';

/**
 * Where the extension runs: in a process beside the files; in a web worker of the window, installed in VS Code's server; or
 * there from a web server, as in vscode.dev.
 */
export type Host = keyof typeof HOSTS;

const HOSTS = {
  process: { settings: {}, pictures: '', isServed: false },
  worker: { settings: IN_WEB_WORKER, pictures: 'web-', isServed: false },
  page: { settings: IN_WEB_WORKER, pictures: 'web-', isServed: true },
};

/** Runs the tests of a file in some hosts. */
export function inEach(hosts: readonly Host[], tests: (host: Host) => void): void {
  for (const host of hosts) suite(`in a ${host}`, () => tests(host));
}

export interface Desk {
  readonly workbench: Workbench;
  /** The browser that shows the window, for pages besides. */
  readonly browser: Browser;
  readonly folder: string;
  close(): Promise<void>;
}

/** Opens a folder that holds a copy of the draft, and the draft; without one an empty folder. */
export async function openDesk(host: Host, draft?: string): Promise<Desk> {
  const { settings, pictures, isServed } = HOSTS[host];
  // The runner passes an interruption on; ending in order ends VS Code’s server as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const temporary = await mkdtemp(join(tmpdir(), 'stet-'));
  const opened = [() => rm(temporary, { recursive: true, force: true })];
  const close = async () => {
    for (const it of opened.toReversed()) await it();
  };
  try {
    // Its name stands above the window in the pictures.
    const folder = join(temporary, 'desk');
    await mkdir(folder);
    const openFile = draft && join(folder, basename(draft));
    if (draft && openFile) await copyFile(draft, openFile);
    const server = await VSCodeServer.start(await installServer(), isServed ? undefined : vsix, settings);
    opened.push(() => server[Symbol.asyncDispose]());
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    const page = await newPage(browser, 2, isServed);
    if (isServed) {
      const extension = await ServedExtension.attach(page, checkout);
      opened.push(() => extension[Symbol.asyncDispose]());
    }
    const workbench = await (openFile
      ? Workbench.open(page, server.address({ folder, openFile }), { pictures })
      : Workbench.open(page, server.address({ folder }), { pictures, begins: '.explorer-folders-view' }));
    return { workbench, browser, folder, close };
  } catch (error) {
    // What is left running would keep the tests from ending.
    await close();
    throw error;
  }
}
