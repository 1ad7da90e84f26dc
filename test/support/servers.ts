/** The real server, where it runs: in this process, as on a desktop, or in a worker, as in a browser. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  createConnection,
  createProtocolConnection,
  PortMessageReader,
  PortMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Archives } from '../../server/src/archives.ts';
import type { DeskParts } from '../../server/src/corpus/folder-desk.ts';
import { nodeDesk } from '../../server/src/disk/node-desk.ts';
import { LearningTools } from '../../server/src/learning-tools.ts';
import type { Installed } from '../../server/src/lsp/protocol.ts';
import { serve } from '../../server/src/lsp/server.ts';
import { deskParts } from './desk-parts.ts';
import { tools } from './tools.ts';

export interface StartedServer {
  /** The client's end. */
  readonly connection: ProtocolConnection;
  stop(): Promise<void>;
}

export function startInProcess(archives?: Archives, parts: Partial<DeskParts> = {}): StartedServer {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(
    server,
    nodeDesk(server, { ...deskParts, ...parts }, () => archives),
    new LearningTools(tools.names, async (clauses) => clauses.map(tools.nounPhraseAtEnd)),
    '0.0.0',
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  return { connection, stop: async () => server.dispose() };
}

/** What a browser's worker has and a thread of Node's has not. */
const BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const listeners = new EventTarget();
  globalThis.self = globalThis;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.addEventListener = (...args) => listeners.addEventListener(...args);
  parentPort.on('message', (data) => {
    const event = new MessageEvent('message', { data });
    globalThis.onmessage?.(event);
    listeners.dispatchEvent(event);
  });
  for (const name of ['process', 'Buffer', 'require', 'setImmediate', 'fetch']) delete globalThis[name];
  (0, eval)(workerData);
`;

/** A worker that runs keeps the tests from ending: not every test stops its server. */
const workers = new Set<Worker>();
after(() => Promise.all([...workers].map((it) => it.terminate())));

/** The script as it is built for a browser. */
export function startInWorker(): StartedServer {
  const worker = new Worker(BROWSER, {
    eval: true,
    workerData: readFileSync('out/test/server-web.js', 'utf8'),
  });
  const installed: Installed = {
    names: readFileSync('assets/names.model'),
    articles: readFileSync('out/test/seeds.json', 'utf8'),
    folder: pathToFileURL(resolve('seeds')).href,
  };
  workers.add(worker);
  worker.postMessage(installed);
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  return {
    connection,
    stop: async () => {
      await worker.terminate();
    },
  };
}
