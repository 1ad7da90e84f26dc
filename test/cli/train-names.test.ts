/** The training script runs on the tagger as it is, and gives a model that the product reads. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseNameModel } from '../../server/src/core/names/tagger/model.ts';
import { readNameWords, tagNames } from '../../server/src/core/names/tagger/tag.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LISTS = {
  first: 'mary jane\nanna\nrosalind',
  last: 'smith miller\ndoyle\nquillfeather',
  cities: 'Paris\nOslo',
  countries: 'France\nNorway',
  demonyms: 'French\nNorwegian',
  titles: 'governor',
  common: 'the of and said',
};

test('the training script makes a model that finds names', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'gazetteers'));
  for (const [name, text] of Object.entries(LISTS))
    writeFileSync(join(folder, 'gazetteers', `${name}.txt`), text);
  const records = ['Mary Smith left.', 'Jane Doyle came.', 'Anna Miller stayed.', 'Mary Doyle spoke.'].map(
    (text) => ({
      source: 'wikigold',
      text,
      entities: [{ start: 0, end: text.lastIndexOf(' '), type: 'PERSON' }],
    }),
  );
  const lines = records.map((it) => JSON.stringify(it)).join('\n');
  writeFileSync(join(folder, 'ner-train.jsonl.gz'), gzipSync(lines));
  const model = parseNameModel(trained(folder));
  const { names } = tagNames([readNameWords('Police said that Mary Smith, 41, of Oslo left.', model)], model);
  assert.ok(names[0]?.some((it) => it.type === 'person' && it.start === 17 && it.end === 27));
});

function trained(data: string): Buffer {
  const out = join(data, 'names.model');
  const args = ['scripts/train-names.mjs', '--data', data, '--out', out, '--epochs', '1'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return readFileSync(out);
}
