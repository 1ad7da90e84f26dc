/** How right Stet is: `npm run bench:quality -- --data DIR` prints JSON lines with its figures on every set in a folder. */

import { parseArgs } from 'node:util';
import { figuresOf } from './figures.ts';
import { readSets } from './sets.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error('usage: npm run bench:quality -- --data DIR');
  process.exit(2);
}
for (const set of readSets(values.data)) {
  for (const { name, unit, value } of figuresOf(set)) {
    console.log(JSON.stringify({ name: `${set.name} ${name}`, unit, value }));
  }
}
