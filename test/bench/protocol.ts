/**
 * What an editor waits for, over the real protocol: JSON lines with wall milliseconds, each from the request to its
 * answer. The server runs in a process of its own, as `npm run build` left it, and is spoken to over standard input.
 */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { countWords, makeCopy } from './copy.ts';
import { percentile, print } from './rows.ts';

const SIZES = [500, 1000, 10_000, 100_000];

interface Session {
  readonly connection: ProtocolConnection;
  /** Resolves with the findings of a version of the draft. */
  findings(version: number): Promise<PublishDiagnosticsParams>;
  /** Megabytes that the server holds. */
  residentSize(): number | undefined;
  end(): Promise<void>;
}

async function startSession(): Promise<Session> {
  const server = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<number, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    waiting.get(params.version ?? -1)?.(params);
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    findings: (version) => new Promise((resolve) => waiting.set(version, resolve)),
    residentSize: () => residentSize(server.pid),
    end: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
    },
  };
}

/** By the process table of Linux; elsewhere it is not measured. */
function residentSize(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

const uri = 'untitled:bench';

async function measure(size: number): Promise<void> {
  const text = makeCopy(size);
  const words = countWords(text);
  const from = performance.now();
  const session = await startSession();
  const { connection } = session;
  const opened = session.findings(1);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
  const { diagnostics } = await opened;
  print({ name: 'start to first findings', words, unit: 'ms', value: performance.now() - from });

  // A letter is typed and deleted at the end of a word in the middle of the draft.
  const line = text.slice(0, text.indexOf(' ', text.length / 2)).split('\n');
  const position = { line: line.length - 1, character: line.at(-1)?.length ?? 0 };
  const end = { line: position.line, character: position.character + 1 };
  const times = size > 50_000 ? 30 : 300;
  let version = 1;
  const type = async () => {
    const range = { start: position, end: version++ % 2 === 1 ? position : end };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text: version % 2 === 0 ? 's' : '' }],
    });
  };
  const edits: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = performance.now();
    const changed = session.findings(version + 1);
    await type();
    await changed;
    edits.push(performance.now() - before);
  }
  printPercentiles('typing to findings', words, edits);

  const name = text.indexOf('Jae', text.length / 2);
  const before = text.slice(0, Math.max(0, name)).split('\n');
  const at = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const about = { textDocument: { uri } };
  const [finding] = diagnostics;
  const range = finding?.range ?? { start: at, end: at };
  const context = { diagnostics: finding ? [finding] : [] };
  const completing = [
    'textDocument/completion',
    { ...about, position: { ...at, character: at.character + 2 } },
  ] as const;
  const requests = [
    { what: 'hover', request: ['textDocument/hover', { ...about, position: at }] },
    { what: 'completion', request: completing },
    // Right after a keystroke, when the draft has yet to be read again: as an editor asks while somebody types.
    { what: 'completion while typing', request: completing, isTyping: true },
    { what: 'code action on a finding', request: ['textDocument/codeAction', { ...about, range, context }] },
    { what: 'side-bar view', request: ['stet/signOff', about] },
    { what: 'sign-off sheet', request: ['stet/signOffSheet', about] },
  ] as const;
  for (const it of requests) {
    const waits: number[] = [];
    for (let i = 0; i < times; i++) {
      if ('isTyping' in it) await type();
      const [method, params] = it.request;
      const asked = performance.now();
      await connection.sendRequest(method, params);
      waits.push(performance.now() - asked);
    }
    printPercentiles(it.what, words, waits);
  }
  const resident = session.residentSize();
  if (resident !== undefined) print({ name: 'memory of the server', words, unit: 'MB', value: resident });
  await session.end();
}

function printPercentiles(name: string, words: number, waits: readonly number[]): void {
  for (const p of [50, 95, 99])
    print({ name: `${name}, p${p}`, words, unit: 'ms', value: percentile(waits, p) });
}

async function measureAll(): Promise<void> {
  for (const size of SIZES) await measure(size);
}

measureAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
