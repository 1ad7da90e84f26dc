/** `stet sources` and `stet lookup`: what is in the corpus, asked without a draft. */

import assert from 'node:assert/strict';
import { chdir, cwd } from 'node:process';
import { test } from 'node:test';
import { deskFolder } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';

const WIRES = {
  'wires/a.txt': [
    'BEIJING, Jan. 5, 2026 — President Lee Jae Myung arrived in Beijing on Monday.',
    '',
    '“We will go on,” President Lee Jae Myung said.',
    '',
    'Related stories',
    '',
    'A visit that was long planned',
    '',
  ].join('\n'),
  'wires/b.md': 'South Korean President **Lee Jae Myung** met Lee Jae-mook, a lawmaker.\n',
  'wires/c.txt': 'President Lee Jae-myung spoke to reporters.\n',
  'wires/empty.txt': '\n',
  'wires/picture.txt': '\0\0\0',
};

test('the articles are listed with their day, size and age, and what is left out with the reason', async () => {
  const desk = deskFolder(WIRES);
  const ran = await stet(['sources', '--sources', `${desk.path}/wires`, '--format', 'json']);
  assert.equal(ran.exitCode, 0);
  const { version, sources, articles, skipped } = JSON.parse(ran.stdout);
  assert.deepEqual([version, sources], [1, '1 source of the command line']);
  assert.deepEqual(
    articles.map((it: { id: string; published: string | null; size: number; notIndexed: object }) => [
      it.id,
      it.published,
      it.size,
      it.notIndexed,
    ]),
    [
      ['a.txt', '2026-01-05', Buffer.byteLength(WIRES['wires/a.txt']), [{ from: 5, to: 7 }]],
      ['b.md', null, WIRES['wires/b.md'].length, []],
      ['c.txt', null, WIRES['wires/c.txt'].length, []],
    ],
  );
  assert.ok(articles.every((it: { modified: string }) => /^\d{4}-\d\d-\d\dT/.test(it.modified)));
  assert.deepEqual(skipped, [
    { path: `${desk.path}/wires/empty.txt`, reason: 'it is empty' },
    { path: `${desk.path}/wires/picture.txt`, reason: 'it is not text: it holds NUL bytes' },
  ]);
});

test('for people, each article has its facts and the lines that no evidence comes from', async () => {
  const desk = deskFolder(WIRES);
  const { stdout } = await stet(['sources', '--sources', `${desk.path}/wires`]);
  assert.match(stdout, /^3 articles, \d+ bytes \(1 source of the command line\), 2 not used\n/);
  assert.match(stdout, /a\.txt: .*\n +published 2026-01-05, \d+ bytes, written \d{4}-\d\d-\d\d\n/);
  assert.match(stdout, / not indexed, as boilerplate: lines 5-7\n/);
  assert.match(stdout, /empty\.txt is not used: it is empty\.\n/);
});

test('without --sources the nearest stet.yaml names the articles, and without one the bundled ones are listed', async () => {
  const desk = deskFolder({ ...WIRES, 'stet.yaml': 'sources: [wires/c.txt]\n' });
  const before = cwd();
  chdir(desk.path);
  try {
    assert.match(
      (await stet(['sources'])).stdout,
      /^1 article, \d+ bytes \(1 source of stet\.yaml\)\n {2}c\.txt/,
    );
  } finally {
    chdir(before);
  }
  assert.match((await stet(['sources'])).stdout, /^5 articles, \d+ kB \(the bundled articles\)\n/);
});

test('a name is looked up as the hover shows it: roles, spellings by sources, lines, and who is somebody else', async () => {
  const desk = deskFolder(WIRES);
  const ran = await stet(['lookup', '--sources', `${desk.path}/wires`, 'Lee', 'Jae-myung']);
  assert.equal(ran.exitCode, 0);
  assert.equal(
    ran.stdout,
    [
      'Lee Jae Myung (person)',
      '  President: 2 sources',
      '  South Korean President: 1 source',
      '  “Lee Jae Myung”: 2 sources (a.txt and b.md)',
      '  “Lee Jae-myung”: 1 source (c.txt)',
      '    BEIJING, Jan. 5, 2026 — President Lee Jae Myung arrived in Beijing on Monday.',
      '      a.txt:1, 2026-01-05',
      '    South Korean President **Lee Jae Myung** met Lee Jae-mook, a lawmaker.',
      '      b.md:1',
      '    President Lee Jae-myung spoke to reporters.',
      '      c.txt:1',
      '  Not Lee Jae-mook.',
      '3 articles searched.',
      '',
    ].join('\n'),
  );
});

test('a lookup in JSON has the sources of each spelling', async () => {
  const desk = deskFolder(WIRES);
  const { stdout } = await stet([
    'lookup',
    '--sources',
    `${desk.path}/wires`,
    '--format',
    'json',
    'Lee Jae Myung',
  ]);
  const { searched, known, starting } = JSON.parse(stdout);
  assert.deepEqual([searched, starting], [3, []]);
  assert.deepEqual(known[0].spellings, [
    { name: 'Lee Jae Myung', sources: 2, articles: ['a.txt', 'b.md'] },
    { name: 'Lee Jae-myung', sources: 1, articles: ['c.txt'] },
  ]);
});

test('a surname alone lists who bears it; a name that no source has ends with 1', async () => {
  const desk = deskFolder(WIRES);
  const sources = ['--sources', `${desk.path}/wires`];
  const surname = await stet(['lookup', ...sources, 'Lee']);
  assert.equal(surname.exitCode, 0);
  assert.match(surname.stdout, /^No source has “Lee” as a name in full\. Some have:\n {2}Lee Jae Myung\n/);
  const nobody = await stet(['lookup', ...sources, 'Jane Smith']);
  assert.deepEqual(
    [nobody.exitCode, nobody.stdout],
    [1, 'No source has “Jane Smith”.\n3 articles searched.\n'],
  );
});

test('what is asked wrongly, and a source that is not there, end with 2', async () => {
  for (const args of [
    ['lookup'],
    ['lookup', '--format', 'sarif', 'Lee'],
    ['sources', 'wires'],
    ['sources', '--format', 'jsonl'],
    ['sources', '--sources', 'no-such-folder'],
    ['lookup', '--sources', 'no-such-folder', 'Lee'],
  ])
    assert.equal((await stet(args)).exitCode, 2, args.join(' '));
});

/** A sources folder as a newsroom has it: several formats, some of them broken, one name. */
const NEWSROOM = {
  'draft.txt': 'President Lee Jae-myung left.\n',
  'stet.yaml': 'sources: [wires]\n',
  'wires/a.json': JSON.stringify(
    {
      type: 'text',
      headline: 'Visit',
      byline: 'By Ann Reporter',
      body_text: 'President Lee Jae Myung left.',
      infosource: [{ name: 'The Example' }],
    },
    undefined,
    1,
  ),
  'wires/b.html':
    '<article>\n<p>It rained on all who came.</p>\n<p>President Lee Jae Myung left.</p>\n</article>',
  'wires/bomb.xml': '<!DOCTYPE nitf [<!ENTITY a "ha">]><nitf/>',
  'wires/feed.rss': [
    '<rss><channel><title>The Wire</title>',
    '<item><title>One</title><description>Rain fell.</description></item>',
    '<item><title>Two</title><description>President Lee Jae Myung spoke.</description></item>',
    '<item><title>Three</title></item>',
    '</channel></rss>',
  ].join('\n'),
  'wires/empty.html': '',
  'wires/huge.html': '<p>Rain.</p>'.repeat(400_000),
  'wires/package.json': '{"name":"page"}',
  'wires/picture.JSON': '\0\0',
};

test('newsroom formats are articles with title, byline and outlet, an article for each item, and bad files are named', async () => {
  const desk = deskFolder(NEWSROOM);
  const { stdout } = await stet(['sources', '--sources', `${desk.path}/wires`, '--format', 'json']);
  const { articles, skipped } = JSON.parse(stdout);
  assert.deepEqual(
    articles.map((it: { [field: string]: unknown }) => [it.id, it.title, it.byline, it.outlet]),
    [
      ['a.json', 'Visit', 'Ann Reporter', 'The Example'],
      ['b.html', 'It rained on all who came.', null, null],
      ['feed.rss#1', 'One', null, 'The Wire'],
      ['feed.rss#2', 'Two', null, 'The Wire'],
    ],
  );
  assert.deepEqual(
    skipped.map((it: { path: string; reason: string }) => [
      it.path.replace(`${desk.path}/wires/`, ''),
      it.reason,
    ]),
    [
      ['bomb.xml', 'it declares XML entities of its own, and these are not read'],
      ['empty.html', 'it is empty'],
      ['feed.rss (item 3)', 'it has no text'],
      ['huge.html', 'it is too long: files with markup are read up to 4 million characters'],
      ['package.json', 'it is JSON, and not the ninjs that articles come in'],
      ['picture.JSON', 'it is not text: it holds NUL bytes'],
    ],
  );
});

test('evidence in markup leads to the words in the file: in the editor, in lookups and in SARIF', async () => {
  const desk = deskFolder(NEWSROOM);
  const wordsAt = (file: string, line: number, from: number, to: number) =>
    desk.read(file).split('\n')[line]?.slice(from, to);
  const draft = await desk.open('draft.txt');
  const [finding] = await draft.findings();
  const locations = finding?.relatedInformation?.map((it) => it.location) ?? [];
  assert.deepEqual(
    locations.map(({ uri, range: { start, end } }) => [
      uri.slice(desk.uri('wires/').length),
      wordsAt(uri.slice(desk.uri('').length), start.line, start.character, end.character),
    ]),
    [
      ['a.json', 'Lee Jae Myung'],
      ['b.html', 'Lee Jae Myung'],
      ['feed.rss', 'Lee Jae Myung'],
    ],
  );
  await draft.client.stop();

  const sources = ['--sources', `${desk.path}/wires`];
  const { stdout } = await stet(['lookup', ...sources, 'Lee Jae Myung']);
  assert.match(
    stdout,
    / a\.json:5, The Example\n(?:.*\n)*.* b\.html:3\n(?:.*\n)*.* feed\.rss#2:3, The Wire\n/,
  );

  const sarif = await stet(['check', ...sources, '--format', 'sarif', `${desk.path}/draft.txt`]);
  const [result] = JSON.parse(sarif.stdout).runs[0].results;
  for (const { physicalLocation } of result.relatedLocations) {
    const { startLine, startColumn, endColumn } = physicalLocation.region;
    const file = physicalLocation.artifactLocation.uri.slice(desk.uri('').length);
    assert.equal(wordsAt(file, startLine - 1, startColumn - 1, endColumn - 1), 'Lee Jae Myung');
  }
});
