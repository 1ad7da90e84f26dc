/** The best label sequence of a segment (Viterbi 1967), in integers: the same answer on every machine. */

import { LABELS, mayFollow, START } from './labels.ts';

const IMPOSSIBLE = -1e9;
const allowed = Array.from({ length: (LABELS + 1) * LABELS }, (_, at) =>
  mayFollow(Math.floor(at / LABELS), at % LABELS),
);

/** Scratch of the dynamic program; grows to the longest segment met. */
let totals = new Float64Array(256 * LABELS);
let from = new Uint8Array(256 * LABELS);

/** Forbids what {@link mayFollow} forbids. */
export function constrain(transitions: ArrayLike<number>): Float64Array {
  return Float64Array.from(transitions, (value, at) => (allowed[at] ? value : IMPOSSIBLE));
}

/**
 * Writes the best labels of `length` words to `labels` from `at` on; `emissions` holds `LABELS` scores a word, read
 * from word `at`. Time and space are linear in the length.
 */
export function findBestLabels(
  emissions: ArrayLike<number>,
  at: number,
  length: number,
  transitions: ArrayLike<number>,
  labels: Uint8Array,
): void {
  if (length === 0) return;
  if (totals.length < length * LABELS) {
    totals = new Float64Array(2 * length * LABELS);
    from = new Uint8Array(2 * length * LABELS);
  }
  const base = at * LABELS;
  for (let label = 0; label < LABELS; label++) {
    totals[label] = (emissions[base + label] ?? 0) + (transitions[START * LABELS + label] ?? 0);
  }
  for (let word = 1; word < length; word++) {
    const here = word * LABELS;
    for (let label = 0; label < LABELS; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let bestBefore = 0;
      for (let before = 0; before < LABELS; before++) {
        const total = (totals[here - LABELS + before] ?? 0) + (transitions[before * LABELS + label] ?? 0);
        if (total > best) {
          best = total;
          bestBefore = before;
        }
      }
      totals[here + label] = best + (emissions[base + here + label] ?? 0);
      from[here + label] = bestBefore;
    }
  }
  let label = 0;
  const last = (length - 1) * LABELS;
  for (let other = 1; other < LABELS; other++) {
    if ((totals[last + other] ?? 0) > (totals[last + label] ?? 0)) label = other;
  }
  for (let word = length - 1; word >= 0; word--) {
    labels[at + word] = label;
    label = from[word * LABELS + label] ?? 0;
  }
}
