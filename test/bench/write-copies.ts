/** Writes copy of so many words to out/bench, for programs that are timed by themselves. */

import { writeFileSync } from 'node:fs';
import { makeCopy } from './copy.ts';

for (const size of process.argv.slice(2)) writeFileSync(`out/bench/copy-${size}.txt`, makeCopy(Number(size)));
