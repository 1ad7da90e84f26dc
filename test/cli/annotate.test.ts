/** `stet annotate` and `stet compare`, as outside programs rely on them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stet } from '../support/run-cli.ts';

test('annotations give spans of the text, types, and one entity for all its mentions', async () => {
  const text =
    'South Korean President Lee Jae Myung left Seoul on January 4. Mr Lee’s visit is “a new starting point,” he said.';
  const { stdout } = await stet(
    ['annotate', '--format', 'jsonl'],
    `${JSON.stringify({ id: 'a', text, writtenFor: '2026-01-03' })}\n`,
  );
  const { id, names, dates, quotes } = JSON.parse(stdout);
  assert.equal(id, 'a');
  for (const it of [...names, ...dates, ...quotes]) assert.equal(text.slice(it.start, it.end), it.text);
  const lee = names.filter((it: { entity: string }) => it.entity === 'Lee Jae Myung');
  assert.deepEqual(
    lee.map((it: { text: string; type: string }) => [it.text, it.type]),
    [
      ['Lee Jae Myung', 'person'],
      ['Lee', 'person'],
    ],
  );
  assert.deepEqual(
    dates.map((it: { type: string; value: string }) => [it.type, it.value]),
    [['DATE', '2026-01-04']],
  );
  assert.equal(quotes[0].text, '“a new starting point,”');
  assert.equal(typeof quotes[0].utterance, 'number');
});

test('without --format it prints for people', async () => {
  const { stdout, exitCode } = await stet(['annotate', 'seeds/002_2700a83b44745f36.txt']);
  assert.equal(exitCode, 0);
  assert.match(stdout, /person {2}Lee Jae-myung {2}\(Lee Jae-myung, Lee\)/);
});

test('a line that can’t be read is answered with the reason', async () => {
  const { stdout, exitCode } = await stet(['annotate', '--format', 'jsonl'], '[]\n{"id":"b"}\n');
  assert.equal(exitCode, 0);
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it).error),
    ['line 1: the line is not an object', 'line 2: “text” is missing'],
  );
});

test('a file that can’t be read ends with 2', async () => {
  const { stderr, exitCode } = await stet(['annotate', 'no-such-file.txt']);
  assert.match(stderr, /no-such-file\.txt can't be read: there is no such file/);
  assert.equal(exitCode, 2);
});

test('compare says same or not, how sure, and how the names differ', async () => {
  const pairs = [
    ['Lee Jae Myung', 'Lee Jae-myung'],
    ['Lee Jae Myung', 'Lee Jae-mook'],
  ];
  const { stdout } = await stet(
    ['compare', '--format', 'jsonl'],
    pairs.map(([a, b]) => JSON.stringify({ a, b })).join('\n'),
  );
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it)),
    [
      { same: true, score: 0.98, kind: 'hyphenation' },
      { same: false, score: 0, kind: 'different' },
    ],
  );
});
