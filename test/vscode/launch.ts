/**
 * Runs the real-VS-Code layer: the suite inside the extension host, with the extension in development, and then
 * an editor's path through the window, with the packaged extension installed.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseVSCode, whyNotStandIn } from './choose.ts';
import { bundles, checkout, sample } from './paths.ts';

// The suite ends in order by itself; what would come after it is left out.
let isInterrupted = false;
process.once('SIGINT', () => {
  isInterrupted = true;
});

const { executable, explanation } = await chooseVSCode();
if (executable === undefined) {
  skip('The tests in a real VS Code', explanation);
} else {
  console.log(`VS Code: ${explanation}`);
  let passes = await runSuite(executable, 'index.cjs');
  // As a browser has it: the extension in a web worker.
  const web = ['--extensionDevelopmentKind=web'];
  if (!isInterrupted) passes = (await runSuite(executable, 'index-web.js', web)) && passes;
  if (!isInterrupted) passes = (await runWindow()) && passes;
  process.exitCode = passes && !isInterrupted ? 0 : 1;
}

async function runSuite(
  vscodeExecutablePath: string,
  entry: string,
  args: readonly string[] = [],
): Promise<boolean> {
  const workspace = await mkdtemp(join(tmpdir(), 'stet-workspace-'));
  try {
    await copyFile(sample, join(workspace, 'visit.txt'));
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: checkout,
      extensionTestsPath: join(bundles, 'suite', entry),
      launchArgs: [workspace, '--disable-extensions', ...args],
    });
    return true;
  } catch (reason) {
    console.error(String(reason));
    return false;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function runWindow(): Promise<boolean> {
  const why = await whyNotStandIn();
  if (why !== undefined) {
    skip('The tests that drive VS Code’s window', why);
    return true;
  }
  const windows = ['visit.mjs', 'story.mjs', 'view.mjs', 'sheet.mjs'].map((name) => join(bundles, name));
  return (
    runNode(join(checkout, 'scripts', 'package.mjs')) &&
    // One window after the other: each has a VS Code of its own to start.
    runNode('--test', '--test-concurrency=1', '--test-reporter=spec', ...windows)
  );
}

function runNode(...args: readonly string[]): boolean {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** Loud, so that nobody takes a layer that did not run for one that passed. */
function skip(what: string, reason: string): void {
  console.warn(`\n*** NOT RUN: ${what}.\n*** ${reason}\n`);
}
