/** Opens a file in a real VS Code with the extension of this checkout, for `npm start`, and says in which and why. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { downloadElectron } from './choose.ts';
import { cache, checkout } from './paths.ts';
import { installServer, whyNoServerBuild } from './stand-in/install-server.ts';
import { findOnPath } from './stand-in/on-path.ts';
import { VSCodeServer } from './stand-in/server.ts';

/** Returns when the editor is open; the one in the browser, when it is told to end. */
export async function openEditor(file: string): Promise<void> {
  const whyNotOwn = await openOwn(file);
  if (whyNotOwn === undefined) return;

  const electron = await downloadElectron();
  if (electron.executable !== undefined) {
    console.log(`${whyNotOwn} This is VS Code as @vscode/test-electron downloads it.`);
    await openDownloaded(electron.executable, file);
    return;
  }
  const whyNotServed = await whyNoServerBuild();
  if (whyNotServed !== undefined) {
    console.log(`There is no VS Code to open. ${whyNotOwn} ${electron.explanation} ${whyNotServed}`);
    return;
  }
  console.log(`${whyNotOwn} ${electron.explanation} So this is VS Code in the browser.`);
  await serve(file);
}

/** Opens the user's own VS Code, or says in a sentence why not. */
async function openOwn(file: string): Promise<string | undefined> {
  const code = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (code === undefined) return 'There is no “code” on the path.';
  console.log(`Opening your own VS Code (${code}).`);
  const starter = spawn(code, ['--new-window', `--extensionDevelopmentPath=${checkout}`, file], {
    stdio: 'inherit',
    // A `.cmd` is started by a shell only.
    shell: process.platform === 'win32',
  });
  const [exitCode] = await once(starter, 'exit');
  return exitCode === 0 ? undefined : `Your own VS Code ended with ${exitCode}.`;
}

async function openDownloaded(executable: string, file: string): Promise<void> {
  // Its own folders, so that no other VS Code of this user is touched.
  const folders = ['user-data', 'extensions'].map((name) => `--${name}-dir=${join(cache, 'start', name)}`);
  const args = [...folders, '--new-window', `--extensionDevelopmentPath=${checkout}`, file];
  const editor = spawn(executable, args, { stdio: 'ignore', detached: true });
  await once(editor, 'spawn');
  editor.unref();
}

async function serve(file: string): Promise<void> {
  await using server = await VSCodeServer.start(await installServer());
  const page = { folder: dirname(file), openFile: file, extensionDevelopmentPath: checkout };
  console.log(`\n  ${server.address(page)}\n\nOpen this address in a browser. Ctrl-C ends it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
}
