/** Which files a list of sources names: the same on disk and where only the client has them. */

import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { findSources } from '../../server/src/corpus/find-sources.ts';
import { diskFiles } from '../../server/src/disk/disk-files.ts';
import { reachableFiles } from '../../server/src/disk/reachable-files.ts';
import { clientFiles } from '../../server/src/lsp/client-files.ts';
import { serveFiles } from '../support/served-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILES = [
  'a.txt',
  'B.TXT',
  'notes.pdf',
  '.hidden.txt',
  '.git/x.txt',
  'node_modules/y.txt',
  'wires/one.txt',
  'wires/2026/it’s “here” (1) 100%.txt',
  'wires/2026/two.md',
  'wires/2025/three.txt',
  'a+b/c.txt',
];

const CASES: readonly (readonly [source: string, ...expected: string[]])[] = [
  [
    '.',
    'B.TXT',
    'a+b/c.txt',
    'a.txt',
    'wires/2025/three.txt',
    'wires/2026/it’s “here” (1) 100%.txt',
    'wires/2026/two.md',
    'wires/one.txt',
  ],
  ['wires', '2025/three.txt', '2026/it’s “here” (1) 100%.txt', '2026/two.md', 'one.txt'],
  ['wires/one.txt', 'one.txt'],
  ['notes.pdf', 'notes.pdf'],
  ['wires/2026/it’s “here” (1) 100%.txt', 'it’s “here” (1) 100%.txt'],
  ['*.txt', 'a.txt'],
  ['./wires/**/*.txt', '2025/three.txt', '2026/it’s “here” (1) 100%.txt', 'one.txt'],
  ['wires/202[56]/', '2025/three.txt', '2026/it’s “here” (1) 100%.txt', '2026/two.md'],
  ['wires/*', 'one.txt'],
  ['{wires/2025,a+b}/*.txt', 'a+b/c.txt', 'wires/2025/three.txt'],
  ['wires/../wires/2026/t*', 'two.md'],
  ['a+b/c.txt', 'c.txt'],
  ['*.rtf', 'no file matches'],
  ['.git', 'x.txt'],
  ['a+b/*.md', 'no file matches'],
  ['gone.txt', 'there is no such file or folder'],
  ['https://example.com/wires', 'there is no such file or folder'],
  ['https://example.com/*.txt', 'no file matches'],
];

const base = realpathSync(temporaryFolder());
for (const name of FILES) {
  mkdirSync(dirname(join(base, name)), { recursive: true });
  writeFileSync(join(base, name), 'Xi Jinping stayed.\n');
}
symlinkSync(join(base, 'wires'), join(base, 'wires-again'));

const [toClient, toServer] = [new PassThrough(), new PassThrough()];
const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
const server = createProtocolConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
serveFiles(client, { 'memfs:/wires/2025/three.txt': 'Xi Jinping stayed.\n' });
for (const it of [client, server]) it.listen();
after(() => {
  for (const it of [client, server]) it.dispose();
});

const places = [
  { name: 'on disk', files: diskFiles, base },
  { name: 'at the client', files: clientFiles(server), base: diskFiles.uriOf(base) },
  { name: 'on disk or at the client', files: reachableFiles(clientFiles(server)), base },
];
for (const { name, ...place } of places) {
  for (const [source, ...expected] of CASES) {
    test(`${source}, ${name}`, async () => {
      const { files, skipped } = await findSources({ ...place, patterns: [source] }, ['txt', 'md']);
      assert.deepEqual([...files.map((it) => it.id), ...skipped.map((it) => it.reason)], expected);
    });
  }
}

test('a folder may be named by its uri, wherever the desk is', async () => {
  const files = reachableFiles(clientFiles(server));
  for (const uri of [
    diskFiles.uriOf(join(base, 'wires/2025')),
    'memfs:/wires/2025',
    'memfs:/wires/*/*.txt',
  ]) {
    const found = await findSources({ files, base, patterns: [uri] }, ['txt']);
    assert.deepEqual(
      found.files.map((it) => it.id.replace(/.*\//, '')),
      ['three.txt'],
    );
  }
});
