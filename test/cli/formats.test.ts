/** The formats that other programs define: SARIF and GitHub's workflow commands. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { deskFolder } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';

const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** What in a log is not as the schema of SARIF 2.1.0 has it. */
function faultsOf(log: unknown): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv, ['uri', 'uri-reference', 'date-time']);
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  validate(log);
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`);
}

const FILES = {
  'stories/the visit.txt':
    'President Lee Jae-myung left on Sunday, January 5, 2026.\n\nWi Sung Lac and several others stayed in town. “It is a truly\ndependable neighbour,” he said to them before he left.\n',
  'a.txt': 'President Lee Jae Myung met Wi Sung-lac: “It is a truly reliable neighbour,” Lee said.\n',
  'stet.yaml':
    'sources: [a.txt]\ndecisions:\n  - { rule: name/conflicts-with-sources, words: Wi Sung Lac }\n',
};

async function check(format: string): Promise<string> {
  const desk = deskFolder(FILES);
  return (await stet(['check', `${desk.path}/stories/the visit.txt`, '--format', format])).stdout;
}

test('SARIF validates against its schema, and has places, evidence, fixes and what was let stand', async () => {
  const log = JSON.parse(await check('sarif'));
  assert.deepEqual(faultsOf(log), []);
  const [run] = log.runs;
  assert.deepEqual(
    run.results.map(
      (it: { readonly ruleId: string; readonly level: string; readonly suppressions: object[] }) => [
        it.ruleId,
        it.level,
        it.suppressions,
      ],
    ),
    [
      ['name/conflicts-with-sources', 'warning', []],
      ['date/weekday-mismatch', 'error', []],
      ['quote/altered', 'warning', []],
      ['name/conflicts-with-sources', 'warning', [{ kind: 'external' }]],
    ],
  );
  const [first, , quote] = run.results;
  assert.equal(run.tool.driver.rules[first.ruleIndex].id, first.ruleId);
  const { artifactLocation, region } = first.locations[0].physicalLocation;
  assert.match(artifactLocation.uri, /^file:\/\/.*\/stories\/the%20visit\.txt$/);
  assert.deepEqual(region, {
    startLine: 1,
    startColumn: 11,
    endLine: 1,
    endColumn: 24,
    charOffset: 10,
    charLength: 13,
    snippet: { text: 'Lee Jae-myung' },
  });
  assert.equal(first.relatedLocations[0].message.text, 'a.txt: Lee Jae Myung');
  assert.equal(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'Lee Jae Myung');
  assert.deepEqual(
    [
      quote.locations[0].physicalLocation.region.startLine,
      quote.locations[0].physicalLocation.region.endLine,
    ],
    [3, 4],
  );
});

test('the schema that SARIF is held against finds faults', () => {
  assert.notDeepEqual(faultsOf({ version: '2.1.0', runs: [{ results: [] }] }), []);
});

test('the paths of drafts in the working directory are relative to it, and no draft is no finding', async () => {
  const { stdout, exitCode } = await stet([
    'check',
    'sample/visit.txt',
    '--format',
    'sarif',
    '--fail-on',
    'none',
  ]);
  assert.equal(exitCode, 0);
  const log = JSON.parse(stdout);
  assert.deepEqual(faultsOf(log), []);
  assert.equal(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, 'sample/visit.txt');
  const empty = JSON.parse((await stet(['check', '--format', 'sarif', '-'], 'Nothing.\n')).stdout);
  assert.deepEqual(faultsOf(empty), []);
  assert.deepEqual(empty.runs[0].results, []);
});

test('GitHub gets a command for each finding that stands nowhere, with its place, escaped', async () => {
  const lines = (await check('github')).trim().split('\n');
  assert.equal(lines.length, 3);
  assert.match(
    lines[0] ?? '',
    /^::warning file=\S.*the visit\.txt,line=1,endLine=1,col=11,endColumn=24,title=name\/conflicts-with-sources::“Lee Jae-myung” differs from the sources \(hyphen\): .*\.$/,
  );
  assert.match(lines[1] ?? '', /^::error file=/);
  assert.match(lines[2] ?? '', /^::warning file=[^:]*,line=3,endLine=4,title=quote\/altered::/);
  const { stdout } = await stet(['check', '--format', 'github', '-'], 'Nobody left on 100% April 31.\n');
  assert.doesNotMatch(stdout, /%(?!25|0[AD]|3A|2C)/);
});
