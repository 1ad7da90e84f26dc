/** Opens a file in a real VS Code with the extension of this checkout, for `npm start`, and says in which and why. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { whyNotElectron, whyNotServerBuild } from './choose.ts';
import { cache, checkout } from './paths.ts';
import { installServer, serverIsInstalled, vscodeVersion } from './stand-in/install-server.ts';
import { VSCodeServer } from './stand-in/server.ts';

/** Returns when the editor is open, or for the one in the browser, when it is to end. */
export async function openEditor(file: string): Promise<void> {
  const code = findCode();
  if (code !== undefined) {
    console.log(`Opening your own VS Code (${code}).`);
    await start(code, [`--extensionDevelopmentPath=${checkout}`, file]);
    return;
  }
  const whyNoElectron = await whyNotElectron();
  if (whyNoElectron === undefined) {
    try {
      await openDownloaded(file);
      return;
    } catch (reason) {
      console.log(`VS Code could not be downloaded (${reason}).`);
    }
  }
  const whyNoServer = await whyNotServerBuild();
  if (whyNoServer !== undefined) {
    console.log(`No VS Code to open: there is no “code” on the path. ${whyNoElectron ?? ''} ${whyNoServer}`);
    return;
  }
  console.log(`There is no “code” on the path. ${whyNoElectron ?? ''} So this is VS Code in the browser.`);
  await serve(file);
}

async function openDownloaded(file: string): Promise<void> {
  const executable = await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache });
  console.log('Opening the VS Code that @vscode/test-electron downloads: there is no “code” on the path.');
  // Its own folders, so that no other VS Code of this user is touched.
  const folders = ['user-data', 'extensions'].map((name) => `--${name}-dir=${join(cache, 'start', name)}`);
  await start(executable, [...folders, `--extensionDevelopmentPath=${checkout}`, file]);
}

async function start(executable: string, args: readonly string[]): Promise<void> {
  const editor = spawn(executable, ['--new-window', ...args], {
    stdio: 'ignore',
    detached: true,
    // On Windows `code` is a script.
    shell: executable.endsWith('.cmd'),
  });
  await once(editor, 'spawn');
  editor.unref();
}

async function serve(file: string): Promise<void> {
  if (!serverIsInstalled()) {
    console.log(
      `Installing the server build of VS Code ${vscodeVersion} from npm (about 600 MB on disk, once).`,
    );
  }
  await using server = await VSCodeServer.start(await installServer());
  const page = { folder: dirname(file), file, extensionDevelopmentPath: checkout };
  console.log(`\n  ${server.address(page)}\n\nOpen this address in a browser. Ctrl-C ends it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
}

function findCode(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
