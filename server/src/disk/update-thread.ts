/** Updates of stored articles on a thread of their own, so that whoever types waits for none. */

import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { ArticleReader } from '../corpus/load-articles.ts';
import type { ArchiveOptions } from './disk-archives.ts';
import { reasonOf } from './disk-files.ts';
import { type Update, updateStore } from './update-store.ts';

type Message =
  | { readonly is: 'ready' }
  | { readonly is: 'at'; readonly done: number; readonly all: number }
  | { readonly is: 'failed'; readonly reason: string };

/** `script` has to call {@link serveUpdate} on its thread. */
export function updateOnThread(script: string): ArchiveOptions['update'] {
  return (update, work) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: update });
      worker.on('message', (message: Message) => {
        if (message.is === 'ready') work.ready();
        else if (message.is === 'failed') reject(new Error(message.reason));
        else work.report(message.done, message.all);
        if (work.isCancelled()) worker.postMessage('leave off');
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      // Nobody who leaves waits for it: what is in place stays.
      worker.unref();
    });
}

/** Does the update for which this thread was started. */
export function serveUpdate(readArticle: ArticleReader): void {
  if (!parentPort) return;
  const port = parentPort;
  let isCancelled = false;
  port.once('message', () => {
    isCancelled = true;
  });
  const tell = (message: Message) => port.postMessage(message);
  const updating = updateStore(workerData as Update, {
    readArticle,
    ready: () => tell({ is: 'ready' }),
    report: (done, all) => tell({ is: 'at', done, all }),
    isCancelled: () => isCancelled,
  });
  updating
    .catch((error: unknown) => tell({ is: 'failed', reason: reasonOf(error) }))
    .finally(() => port.close());
}
