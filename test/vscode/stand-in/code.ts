/**
 * Stands in for VS Code's executable where Electron can't be had: takes the arguments that @vscode/test-electron
 * gives to `code`, runs the suite in the extension host of VS Code's server build behind a headless Chromium, prints
 * what it logs, and ends with its exit code.
 */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchBrowser, newPage } from './browser.ts';
import { installServer } from './install-server.ts';
import { IN_WEB_WORKER, VSCodeServer } from './server.ts';

/** What VS Code logs about native modules that are not built and about the internet that is not there. */
const expectedNoise =
  /bindings file|watchdog|open-vsx|Creating a socket|reconnection-grace|additional builtin|Service Worker|AccountPolicyGate|ENOTFOUND|ERR_FAILED|connection token|AgentHost|authentication provider/;

const limit = 180_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

process.exitCode = await runSuite();

async function runSuite(): Promise<number> {
  const { extensionDevelopmentPath, extensionDevelopmentKind, extensionTestsPath } = values;
  const folder = positionals.find((path) => existsSync(path) && statSync(path).isDirectory());
  if (typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string' || !folder) {
    throw new Error('Give a folder, --extensionDevelopmentPath=… and --extensionTestsPath=….');
  }
  const own = extensionDevelopmentKind === 'web' ? IN_WEB_WORKER : {};
  await using server = await VSCodeServer.start(await installServer(), undefined, own);
  await using browser = await launchBrowser();
  // @vscode/test-electron passes an interruption on; without this the server would be left behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void browser.close());

  const page = await newPage(browser);
  const ended = new Promise<number>((resolve, reject) => {
    page.once('close', () => reject(new Error('The browser was closed before the suite had ended.')));
    setTimeout(() => reject(new Error(`The suite did not end within ${limit / 1000} s.`)), limit).unref();
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  // Where something else fails first, nobody waits for this any more, and it must not end the cleaning up.
  ended.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = formatLog(args);
    if (!expectedNoise.test(line)) console.log(line);
  });
  await page.goto(server.address({ folder, extensionDevelopmentPath, extensionTestsPath }));
  // Awaited here: the browser is closed when this function ends.
  return await ended;
}

/** As `console.log` in the extension host: the first argument may have places for the others. */
function formatLog([format, ...rest]: readonly unknown[]): string {
  const line = String(format ?? '').replaceAll(/%[sdo]/g, () => String(rest.shift() ?? ''));
  return [line, ...rest].join(' ');
}
