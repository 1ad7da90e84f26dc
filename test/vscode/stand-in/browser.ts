/** A headless Chromium that can reach this machine and nothing else. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findOnPath, isFile } from './on-path.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** `CHROMIUM_PATH`, else the first Chromium of this machine. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH || (findOnPath(names) ?? places.find(isFile));
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium on the path; CHROMIUM_PATH names one.');
  return chromium.launch({
    executablePath,
    // Playwright would end this process at once; whoever launches a browser has a server to stop as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // Chromium’s own sandbox needs rights that containers don’t give; the only page it shows is ours.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** `scale` 2 makes pictures for a README sharp. A page that loads from other ports of this machine has to bypass its CSP. */
export async function newPage(browser: Browser, scale = 1, bypassCSP = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: scale,
    bypassCSP,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => route.abort(),
  );
  return context.newPage();
}
