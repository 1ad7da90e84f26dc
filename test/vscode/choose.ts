/** Decides in which VS Code the suite runs on this machine, and says why. */
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { bundles, cache } from './paths.ts';
import { findChromium } from './stand-in/browser.ts';
import { whyNoServerBuild } from './stand-in/install-server.ts';

export interface Choice {
  /** What @vscode/test-electron starts; none where no VS Code can be had. */
  readonly executable?: string;
  /** What it is and why, or why there is none, in sentences. */
  readonly explanation: string;
}

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

export async function chooseVSCode(): Promise<Choice> {
  const { VSCODE_EXECUTABLE_PATH: named } = process.env;
  if (named) return { executable: named, explanation: `${named}, which VSCODE_EXECUTABLE_PATH names.` };
  const electron = await downloadElectron();
  if (electron.executable !== undefined) return electron;
  const why = await whyNotStandIn();
  if (why !== undefined) return { explanation: `${electron.explanation} ${why}` };
  return {
    executable: join(bundles, 'code.mjs'),
    explanation: `its server build, headless in Chromium. ${electron.explanation}`,
  };
}

/** The VS Code that @vscode/test-electron downloads, where it can be downloaded and has a screen. */
export async function downloadElectron(): Promise<Choice> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return { explanation: 'There is no screen for Electron.' };
  }
  try {
    // The download itself tries for minutes before it gives up.
    await fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    const executable = await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache });
    return { executable, explanation: 'the one that @vscode/test-electron downloads.' };
  } catch {
    return { explanation: 'VS Code can’t be downloaded.' };
  }
}

/** Why VS Code's server build can't be driven here, as a sentence with what to do; `undefined` if it can. */
export async function whyNotStandIn(): Promise<string | undefined> {
  if (findChromium() === undefined) {
    return 'There is no Chromium: install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.';
  }
  return whyNoServerBuild();
}
