/** Shows how far the reading of large sources has come, where the client can; there it can be left off. */

import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ReadingProgress } from '../archives.ts';

/** Returns what is to be called with each progress. */
export function showReading(connection: Connection): (progress: ReadingProgress) => void {
  let shown: Promise<WorkDoneProgressServerReporter> | undefined;
  return ({ done, all, cancel }) => {
    const isDone = done === all;
    // What is done at once need not be announced.
    if (!shown && isDone) return;
    shown ??= begin(connection);
    const showing = shown.then((it) => {
      if (it.token.isCancellationRequested) cancel();
      if (isDone) it.done();
      else it.report(Math.floor((100 * done) / all), `${done} of ${all} files`);
    });
    showing.catch((error: unknown) => connection.console.warn(String(error)));
    if (isDone) shown = undefined;
  };
}

async function begin(connection: Connection): Promise<WorkDoneProgressServerReporter> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Stet: reading source articles', 0, undefined, true);
  return progress;
}
