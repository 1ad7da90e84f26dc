/**
 * Runs the real-VS-Code layer: the suite inside the extension host, with the extension in development, and then
 * the user's own path through the workbench, with the packaged extension installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { type Choice, chooseVSCode, whyNotStandIn } from './choose.ts';
import { bundles, cache, checkout, sample } from './paths.ts';

const standIn = join(bundles, 'code.mjs');

const choice = await chooseVSCode();
if (choice.kind === 'none') skip('The tests in a real VS Code', choice.reason);
else process.exitCode = (await runSuite(choice)) + (await runWorkbench());

/** Returns 0 if all went well, as does the other layer. */
async function runSuite(chosen: Choice): Promise<number> {
  const workspace = await mkdtemp(join(tmpdir(), 'stet-workspace-'));
  try {
    await copyFile(sample, join(workspace, 'visit.txt'));
    await runTests({
      vscodeExecutablePath: await executableOf(chosen),
      extensionDevelopmentPath: checkout,
      extensionTestsPath: join(bundles, 'suite', 'index.cjs'),
      launchArgs: [workspace, '--disable-extensions'],
    });
    return 0;
  } catch (reason) {
    console.error(String(reason));
    return 1;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function executableOf(chosen: Choice): Promise<string> {
  if (chosen.kind === 'executable') {
    console.log(`VS Code: ${chosen.path}. ${chosen.reason}`);
    return chosen.path;
  }
  if (chosen.kind === 'download') {
    console.log(`VS Code: the one that @vscode/test-electron downloads. ${chosen.reason}`);
    try {
      return await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache });
    } catch (reason) {
      console.log(`The download was cut off (${reason}).`);
      const why = await whyNotStandIn();
      if (why !== undefined) throw new Error(why);
    }
  }
  console.log(`VS Code: its server build, headless in Chromium. ${chosen.reason}`);
  return standIn;
}

/** What an editor does, in the package as it is installed. */
async function runWorkbench(): Promise<number> {
  const why = await whyNotStandIn();
  if (why !== undefined) {
    skip('The tests that drive VS Code’s window', why);
    return 0;
  }
  execFileSync(process.execPath, [join(checkout, 'scripts', 'package.mjs')], { stdio: 'inherit' });
  const { status } = spawnSync(
    process.execPath,
    ['--test', '--test-reporter=spec', join(bundles, 'ui.mjs')],
    { stdio: 'inherit' },
  );
  return status === 0 ? 0 : 1;
}

/** Loud, so that nobody takes a layer that did not run for one that passed. */
function skip(what: string, reason: string): void {
  console.warn(`\n*** NOT RUN: ${what}.\n*** ${reason}\n`);
}
