/** A long draft is read in short steps: between two of them others are answered. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInSteps } from '../../server/src/core/reading.ts';
import type { Steps } from '../../server/src/core/steps.ts';
import { makeCopy } from '../bench/copy.ts';
import { tools } from '../support/tools.ts';

/** How much of the CPU time of some work is the longest step. */
function longestShare(steps: Steps<unknown>): number {
  const times: number[] = [];
  for (let isDone = false; !isDone; ) {
    const before = process.cpuUsage();
    isDone = steps.next().done === true;
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return Math.max(...times) / times.reduce((a, b) => a + b);
}

test('no step of reading a long draft takes long', () => {
  const share = longestShare(readInSteps(makeCopy(50_000), { language: 'plaintext', tools }));
  assert.ok(share < 0.2, `${share} of the time is one step`);
});
