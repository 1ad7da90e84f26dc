/** `stet decisions`: what has been decided and holds for nothing any more. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskFolder } from '../support/desk-folder.ts';
import { stet } from '../support/run-cli.ts';

test('decisions that hold for nothing are listed as they are written', async () => {
  const gone = '{ draft: gone.txt, rule: date/impossible, words: June 31 }';
  const nowhere = '{ rule: date/impossible, words: May 32 }';
  const desk = deskFolder({
    'one.txt': 'The vote is on April 31.\n',
    'two.txt': 'The vote was on June 31.\n',
    'stet.yaml': [
      'decisions:',
      `  - ${gone}`,
      `  - ${nowhere}`,
      '  - { draft: one.txt, rule: date/impossible, words: April 31 }',
      '  - { draft: two.txt, rule: date/impossible, words: February 30 }',
      '',
    ].join('\n'),
  });
  const [one, two] = [`${desk.path}/one.txt`, `${desk.path}/two.txt`];
  // Of those for two.txt nothing is known as long as it is not read.
  const first = await stet(['decisions', one]);
  assert.equal(first.stdout, `unused: ${gone}\nunused: ${nowhere}\n`);
  assert.equal(first.exitCode, 1);
  const both = await stet(['decisions', one, two]);
  assert.match(both.stdout, /February 30/);
  desk.write('stet.yaml', '');
  const { exitCode, stdout } = await stet(['decisions', one]);
  assert.deepEqual([exitCode, stdout], [0, '']);
  assert.equal((await stet(['decisions', `${desk.path}/none.txt`])).exitCode, 2);
  assert.equal((await stet(['decisions'])).exitCode, 2);
});
