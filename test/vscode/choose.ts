/** Decides in which VS Code the suite runs on this machine, and says why. */

import { findChromium } from './stand-in/browser.ts';
import { serverIsInstalled, whyNoServerBuild } from './stand-in/install-server.ts';
import { registryAnswers } from './stand-in/npm-package.ts';

export type Choice =
  | { readonly kind: 'executable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'download' | 'stand-in' | 'none'; readonly reason: string };

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

export async function chooseVSCode(): Promise<Choice> {
  const { VSCODE_EXECUTABLE_PATH: path } = process.env;
  if (path) return { kind: 'executable', path, reason: 'VSCODE_EXECUTABLE_PATH names it.' };
  const whyNoElectron = await whyNotElectron();
  if (whyNoElectron === undefined) {
    return { kind: 'download', reason: 'There is a screen, and VS Code can be downloaded.' };
  }
  const whyNoStandIn = await whyNotStandIn();
  if (whyNoStandIn === undefined) return { kind: 'stand-in', reason: whyNoElectron };
  return { kind: 'none', reason: `${whyNoElectron} ${whyNoStandIn}` };
}

/** Why VS Code's server build can't be driven here, as a sentence with what to do; `undefined` if it can. */
export async function whyNotStandIn(): Promise<string | undefined> {
  if (findChromium() === undefined) {
    return 'There is no Chromium: install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.';
  }
  return whyNotServerBuild();
}

/** Why VS Code's server build can't be had here, as a sentence; `undefined` if it can. */
export async function whyNotServerBuild(): Promise<string | undefined> {
  const why = whyNoServerBuild();
  if (why !== undefined || serverIsInstalled()) return why;
  if (await registryAnswers()) return undefined;
  return 'VS Code’s server build can’t be had: the npm registry does not answer.';
}

/** Why Electron can't be downloaded or shown here, as a sentence; `undefined` if it can. */
export async function whyNotElectron(): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return 'There is no screen for Electron (xvfb-run would give it one).';
  }
  try {
    const answer = await fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return answer.ok ? undefined : `The download of VS Code answers with ${answer.status}.`;
  } catch {
    return 'The download of VS Code can’t be reached.';
  }
}
