/** Sums the weights of features: the inner loop of the tagger, unrolled over the seven labels. */

import { type NameModel, ROW } from './model.ts';

/** Adds the weights of `count` features to the scores of one word, which stand in `scores` from `at` on. */
export function addWeights(
  features: Int32Array,
  count: number,
  model: NameModel,
  scores: Int32Array,
  at: number,
): void {
  const { weights, mask } = model;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  for (let feature = 0; feature < count; feature++) {
    const row = ((features[feature] ?? 0) & mask) * ROW;
    s0 += weights[row] ?? 0;
    s1 += weights[row + 1] ?? 0;
    s2 += weights[row + 2] ?? 0;
    s3 += weights[row + 3] ?? 0;
    s4 += weights[row + 4] ?? 0;
    s5 += weights[row + 5] ?? 0;
    s6 += weights[row + 6] ?? 0;
  }
  scores[at] = (scores[at] ?? 0) + s0;
  scores[at + 1] = (scores[at + 1] ?? 0) + s1;
  scores[at + 2] = (scores[at + 2] ?? 0) + s2;
  scores[at + 3] = (scores[at + 3] ?? 0) + s3;
  scores[at + 4] = (scores[at + 4] ?? 0) + s4;
  scores[at + 5] = (scores[at + 5] ?? 0) + s5;
  scores[at + 6] = (scores[at + 6] ?? 0) + s6;
}
