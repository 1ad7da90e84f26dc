/** Noun phrases found on a thread of their own: loading what finds them takes longer than a hover. */

import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { LanguageTools } from '../core/language-tools.ts';
import type { Span } from '../core/model.ts';
import type { FindPhrases } from '../learning-tools.ts';

/** What a thread is told that {@link servePhrases}. */
const FIND_PHRASES = 'find phrases';

/** Milliseconds after which what is not found counts as none: no copy needs them, but some may be made to. */
const DEADLINE = 2_000;

/** Milliseconds after which a thread that nobody asks is ended: it holds half as much memory as the whole server. */
const IDLE = 10_000;

/** `script` has to call {@link servePhrases} on its thread, which is started when it is asked. */
export function phrasesOnThread(script: string, deadline = DEADLINE, idle = IDLE): FindPhrases {
  let running: Worker | undefined;
  let ending: NodeJS.Timeout | undefined;
  const start = () => {
    const worker = new Worker(script, { workerData: FIND_PHRASES });
    worker.on('error', () => {
      running = undefined;
    });
    // Nobody who leaves waits for it.
    worker.unref();
    return worker;
  };
  return (clauses) =>
    new Promise((resolve) => {
      const found: (Span | undefined)[] = [];
      clearTimeout(ending);
      running ??= start();
      const worker = running;
      const finish = () => {
        clearTimeout(timer);
        worker.off('message', hear).off('error', giveUp);
        ending = setTimeout(end, idle).unref();
        resolve(found);
      };
      const end = () => {
        if (running === worker) running = undefined;
        void worker.terminate();
      };
      const giveUp = () => {
        finish();
        end();
      };
      const timer = setTimeout(giveUp, deadline);
      const hear = (phrase: Span | undefined) => {
        if (found.push(phrase) === clauses.length) finish();
      };
      worker.on('message', hear).on('error', giveUp).postMessage(clauses);
    });
}

/** Whether this thread was started for noun phrases. */
export function isPhraseThread(): boolean {
  return workerData === FIND_PHRASES;
}

/** Answers what this thread is asked. */
export function servePhrases(nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd']): void {
  parentPort?.on('message', (clauses: readonly string[]) => {
    for (const it of clauses) parentPort?.postMessage(nounPhraseAtEnd(it));
  });
}
