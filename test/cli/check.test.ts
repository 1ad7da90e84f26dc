/** `stet check`, as outside programs rely on it. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stet } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SOURCES = {
  'wires/a.txt': 'President Lee Jae Myung left.',
  'b.md': 'President **Lee Jae Myung** spoke.',
};

/** A folder with files in it. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

test('the JSON has versions, offsets, evidence by path under its sources folder, and fixes', async () => {
  const root = folder({ 'draft.txt': '\ufeffPresident Lee Jae-myung arrived.', ...SOURCES });
  const draft = join(root, 'draft.txt');
  const ran = await stet([
    'check',
    '--sources',
    join(root, 'wires'),
    '--sources',
    join(root, 'b.md'),
    '--written-for',
    '2026-01-04',
    '--format',
    'json',
    draft,
  ]);
  assert.equal(ran.exitCode, 1);
  assert.equal(ran.stderr, '');
  const edit = { start: 10, end: 23, newText: 'Lee Jae Myung' };
  assert.deepEqual(JSON.parse(ran.stdout), {
    version: 1,
    drafts: [
      {
        path: draft,
        writtenFor: '2026-01-04',
        findings: [
          {
            rule: 'name/conflicts-with-sources',
            severity: 'warning',
            start: 10,
            end: 23,
            text: 'Lee Jae-myung',
            message:
              '“Lee Jae-myung” differs from the sources (hyphen): 2 sources have “Lee Jae Myung”, none has this spelling. 2 articles searched.',
            evidence: [
              { article: 'a.txt', start: 10, end: 23, text: 'Lee Jae Myung' },
              { article: 'b.md', start: 12, end: 25, text: 'Lee Jae Myung' },
            ],
            fixes: [
              { title: 'Change to “Lee Jae Myung”, 2 sources', preferred: true, edits: [edit] },
              {
                title: 'Prefer “Lee Jae Myung” from now on: make it the house form',
                preferred: false,
                declares: { list: 'house-forms', item: 'Lee Jae Myung' },
                edits: [],
              },
              {
                title: 'Keep “Lee Jae-myung”: make it the house form',
                preferred: false,
                declares: { list: 'house-forms', item: 'Lee Jae-myung' },
                edits: [],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('people read line, column, severity, message, evidence and fixes', async () => {
  const { stdout, exitCode } = await stet(['check', 'sample/visit.txt', '--fail-on', 'none']);
  assert.equal(exitCode, 0);
  assert.match(
    stdout,
    /^sample\/visit\.txt: 4 findings, 5 articles searched \(the bundled articles\), written for 2026-01-05 \(the dateline\)\n/,
  );
  assert.match(stdout, /\n {2}3:48 {2}warning {2}“Lee Jae-myung” differs from most sources/);
  assert.match(stdout, /\n {6}000_3fb13c7270042973\.txt: Lee Jae Myung\n/);
  assert.match(stdout, /\n {6}fix: Change the weekday: Wednesday\n/);
});

test('jsonl prints a draft a line, and a glob names sources too', async () => {
  const root = folder({ 'd1.txt': 'Lee Jae-myung left.', 'd2.txt': 'Nobody left.', ...SOURCES });
  const drafts = [join(root, 'd1.txt'), join(root, 'd2.txt')];
  const { stdout } = await stet([
    'check',
    '--sources',
    join(root, '**/a.txt'),
    '--format',
    'jsonl',
    ...drafts,
  ]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it));
  assert.deepEqual(
    lines.map((it) => [it.path, it.findings.length]),
    [
      [drafts[0], 1],
      [drafts[1], 0],
    ],
  );
  assert.equal(lines[0].findings[0].evidence[0].article, 'wires/a.txt');
});

test('exit codes follow --fail-on', async () => {
  const check = (...args: string[]) =>
    stet(['check', '--sources', 'seeds', ...args, '-'], 'The vote is on April 31.');
  assert.equal((await check()).exitCode, 1);
  assert.equal((await check('--fail-on', 'error')).exitCode, 1);
  assert.equal((await check('--fail-on', 'none')).exitCode, 0);
  assert.equal((await stet(['check', '-'], 'Nothing to see here.')).exitCode, 0);
});

test('a stet.yaml above the draft names sources, date and severities; the command line goes first', async () => {
  const root = folder({
    'stet.yaml': 'sources: [wires]\nwritten-for: 2026-01-04\nrules: { name/conflicts-with-sources: hint }\n',
    'desk/draft.txt': 'President Lee Jae-myung arrived.',
    ...SOURCES,
  });
  const draft = join(root, 'desk/draft.txt');
  const { stdout, exitCode } = await stet(['check', '--format', 'json', draft]);
  const [checked] = JSON.parse(stdout).drafts;
  assert.equal(exitCode, 0);
  assert.equal(checked.writtenFor, '2026-01-04');
  assert.deepEqual([checked.findings[0].severity, checked.findings[0].evidence.length], ['hint', 1]);
  const other = await stet([
    'check',
    '--format',
    'json',
    '--written-for',
    '2026-02-01',
    '--sources',
    join(root, 'b.md'),
    draft,
  ]);
  const [again] = JSON.parse(other.stdout).drafts;
  assert.deepEqual([again.writtenFor, again.findings[0].evidence[0].article], ['2026-02-01', 'b.md']);
});

test('a stet.yaml that can’t be used is said so, and the draft is still checked', async () => {
  const root = folder({ 'stet.yaml': 'sources: [wires\n', 'draft.txt': 'The vote is on April 31.' });
  const broken = await stet(['check', join(root, 'draft.txt')]);
  assert.match(broken.stderr, /^stet: stet\.yaml can't be read: .*[^:]\. Its settings are not used\.$/m);
  assert.equal(broken.exitCode, 1);
  const odd = folder({
    'stet.yaml': 'sources: 7\nrules: [x]\nwritten-for: soon\nhouse: ap\n',
    'draft.txt': 'Fine.',
  });
  const { stderr } = await stet(['check', join(odd, 'draft.txt')]);
  assert.match(stderr, /“house” is not a key/);
  assert.match(stderr, /sources is 7; it can be a list of texts/);
  assert.match(stderr, /written-for is "soon"; it can be a day such as 2026-01-04/);
  assert.match(stderr, /rules is \["x"\]; it can be a map/);
});

test('files that can’t be read are named with the reason, and the others are checked', async () => {
  const root = folder({
    'good.txt': 'The vote is on April 31.',
    'cyrillic.txt': Uint8Array.from([0xcc, 0xe8, 0xf0, 0x20, 0xe8, 0x20, 0xf2, 0xf0, 0xf3, 0xe4]),
    'control.txt': Uint8Array.from([0x4c, 0xe9, 0x01]),
    'binary.txt': Uint8Array.from([1, 0, 2]),
    'utf16.txt': Uint8Array.from([0xff, 0xfe, 0x4c, 0, 0x4c]),
    'empty.txt': '',
    'large.txt': 'x'.repeat(50 * 1024 * 1024),
  });
  const files = [
    'missing.txt',
    'cyrillic.txt',
    'control.txt',
    'utf16.txt',
    'binary.txt',
    'large.txt',
    '.',
    'empty.txt',
    'good.txt',
  ].map((it) => join(root, it));
  const { stdout, stderr, exitCode } = await stet([
    'check',
    '--sources',
    'seeds',
    '--format',
    'json',
    ...files,
  ]);
  assert.equal(exitCode, 2);
  const reasons = stderr.split('\n').map((it) => it.replace(root, ''));
  assert.deepEqual(reasons, [
    "stet: /missing.txt can't be checked: there is no such file.",
    "stet: /cyrillic.txt can't be checked: it is neither UTF-8 nor windows-1252: save it as UTF-8 and try again.",
    "stet: /control.txt can't be checked: it is neither UTF-8 nor windows-1252: save it as UTF-8 and try again.",
    "stet: /utf16.txt can't be checked: it is damaged UTF-16: save it as UTF-8 and try again.",
    "stet: /binary.txt can't be checked: it is not text: it holds NUL bytes.",
    "stet: /large.txt can't be checked: it is 50 MB long, and Stet reads files of up to 10 MB.",
    `stet: ${root} can't be checked: it is a folder.`.replace(root, ''),
    '',
  ]);
  const { drafts } = JSON.parse(stdout);
  assert.deepEqual(
    drafts.map((it: { findings: unknown[] }) => it.findings.length),
    [0, 1],
  );
});

test('windows-1252 and UTF-16 are read as what they say, with or without a byte-order mark', async () => {
  const copy = 'The café “Zoé” votes on April 31.';
  const western = Buffer.from(copy.replace('“', '\x93').replace('”', '\x94'), 'latin1');
  const wide = Buffer.from(copy, 'utf16le');
  const root = folder({
    '1252.txt': western,
    'le.txt': wide,
    'le-mark.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    'be.txt': Buffer.from(wide).swap16(),
    'be-mark.txt': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
  });
  const files = ['1252', 'le', 'le-mark', 'be', 'be-mark'].map((it) => join(root, `${it}.txt`));
  const { stdout, stderr } = await stet(['check', '--sources', 'seeds', '--format', 'json', ...files]);
  assert.equal(stderr, '');
  for (const { path, findings } of JSON.parse(stdout).drafts) {
    const [finding] = findings;
    assert.equal(finding?.text, 'April 31', path);
    assert.equal(finding.start, copy.indexOf('April 31'), path);
  }
});

test('sources that can’t be read are named with the reason, and the others are used', async () => {
  const root = folder({
    ...SOURCES,
    'wires/bad.txt': Uint8Array.from([0xff, 0xfe, 0x41]),
    'wires/none.txt': ' \n',
  });
  const { stderr, stdout, exitCode } = await stet(
    ['check', '--sources', join(root, 'wires'), '--sources', join(root, 'gone'), '-'],
    'Lee Jae-myung left.',
  );
  assert.equal(exitCode, 2);
  assert.match(stderr, /bad\.txt is not used: it is damaged UTF-16: save it as UTF-8/);
  assert.match(stderr, /none\.txt is not used: it is empty/);
  assert.match(stderr, /gone is not used: there is no such file or folder/);
  assert.match(stdout, /1 article searched/);
});

test('one line of five million characters is read or said not to be, in seconds', async () => {
  const line = 'President Lee Jae-myung met Xi Jinping and “left. '.repeat(100_000);
  const { exitCode, stderr } = await stet(['check', '--sources', 'seeds', '--format', 'json', '-'], line);
  assert.match(stderr, /longer than 50,000 characters/);
  assert.equal(exitCode, 0);
});

test('usage that is not understood is said so, with what it can be', async () => {
  const usages: readonly (readonly [readonly string[], RegExp])[] = [
    [['check'], /no file is named/],
    [['check', '--format', 'xml', '-'], /--format is “xml”; it can be pretty, json, jsonl/],
    [['check', '--fail-on', 'hints', '-'], /it can be hint, information, warning, error, none/],
    [['check', '--written-for', '2026-02-30', '-'], /can be a day such as 2026-01-04/],
    [['check', '--nonsense', '-'], /'--nonsense'/],
    [['check', '--batch', 'x'], /--batch needs --format jsonl/],
    [['chekc'], /there is no command “chekc”/],
  ];
  for (const [args, reason] of usages) {
    const { exitCode, stderr } = await stet(args);
    assert.equal(exitCode, 2, args.join(' '));
    assert.match(stderr, reason);
  }
});

test('help and version print and end with 0', async () => {
  assert.match((await stet(['--help'])).stdout, /stet check .*--sources/);
  assert.match((await stet(['check', '--help'])).stdout, /stet check .*--sources/);
  assert.match((await stet(['check', '-h'])).stdout, /stet check .*--sources/);
  assert.equal((await stet(['--version'])).stdout, '0.0.0\n');
});

test('a batch answers one case a line, in order, each with its own sources', async () => {
  const lines = [
    JSON.stringify({
      id: 'x',
      draft: 'Lee Jae-myung left.',
      writtenFor: '2026-01-04',
      sources: [{ id: 's1', title: 'T', published: '2026-01-03', text: 'Lee Jae Myung came.' }],
    }),
    '{"id": "y"',
    JSON.stringify({ id: 'z', draft: 'Lee Jae-myung left.', sources: [] }),
    JSON.stringify({ id: 'v', draft: 'x', sources: [], writtenFor: 'soon' }),
  ];
  const { stdout, exitCode } = await stet(
    ['check', '--batch', '-', '--format', 'jsonl'],
    `${lines.join('\n')}\n`,
  );
  const [first, second, third, fourth] = stdout
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it));
  assert.equal(exitCode, 0);
  assert.equal(first.findings[0].evidence[0].article, 's1');
  assert.equal(second.id, null);
  assert.match(second.error, /^line 2: /);
  assert.deepEqual(third, { id: 'z', findings: [] });
  assert.match(fourth.error, /^line 4: “writtenFor” is "soon"/);
});

test('a batch file that is not there is said so', async () => {
  const { stderr, exitCode } = await stet(['check', '--batch', 'no-such-file', '--format', 'jsonl']);
  assert.match(stderr, /no-such-file can't be read: there is no such file\./);
  assert.equal(exitCode, 2);
});
