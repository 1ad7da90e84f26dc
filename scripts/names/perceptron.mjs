/**
 * The averaged structured perceptron (Collins 2002) with feature dropout. Several are trained on the examples in
 * different orders and added up: a sum of linear models is one linear model, and errs less than each.
 */

import { randomNumbers } from './random.mjs';

/** Of a segment: the chance that its words are hidden, so that the model learns to do without knowing them. */
const WORD_DROPOUT = 0.25;
/** Of any feature. */
const FEATURE_DROPOUT = 0.15;
/** Positions, among a word's features, of those that name the word itself. */
const WORD_FEATURES = new Set([0, 8, 9]);
/** What a person that is none costs, in the units of one perceptron: a false alarm is worse than a name missed. */
const FALSE_PERSON = 14;

/** Features met less often are left out: they teach little and share rows with others. */
const LEAST_OFTEN = 3;

/** Smaller weights, in units of the quantized ones, are not worth their place in the file. */
const SMALLEST = 2;

/** Learns weights; returns them quantized: `{bits, scale, transitions, rows}` (LABELS weights a row). */
export function train(allExamples, { bits, epochs, voices, log = () => {} }, tagger) {
  const examples = withoutRareFeatures(allExamples);
  const sum = { weights: new Float32Array(tagger.LABELS << bits), transitions: new Float64Array(64) };
  for (let voice = 0; voice < voices; voice++) {
    const { weights, transitions } = trainOne(
      examples,
      { bits, epochs, seed: 88675123 + 7919 * voice },
      tagger,
    );
    for (let at = 0; at < weights.length; at++) sum.weights[at] += weights[at];
    for (let at = 0; at < transitions.length; at++) sum.transitions[at] += transitions[at];
    log(`voice ${voice + 1} of ${voices}`);
  }
  const transitions = sum.transitions.subarray(0, (tagger.LABELS + 1) * tagger.LABELS);
  return quantize(sum.weights, transitions, bits, voices);
}

/** Keeps the features that occur often enough; counts by hash, so that some rare ones slip through. */
function withoutRareFeatures(examples) {
  const { features, offsets } = examples;
  const slotOf = (feature) => Math.imul(feature, 0x9e3779b1) >>> 7;
  const counts = new Uint8Array(1 << 25);
  for (const feature of features) if (counts[slotOf(feature)] < LEAST_OFTEN) counts[slotOf(feature)]++;
  const kept = new Int32Array(features.length);
  const isWord = new Uint8Array(features.length);
  const keptOffsets = new Int32Array(offsets.length);
  let length = 0;
  for (let word = 0; word + 1 < offsets.length; word++) {
    keptOffsets[word] = length;
    for (let at = offsets[word]; at < offsets[word + 1]; at++) {
      if (counts[slotOf(features[at])] < LEAST_OFTEN) continue;
      isWord[length] = WORD_FEATURES.has(at - offsets[word]) ? 1 : 0;
      kept[length++] = features[at];
    }
  }
  keptOffsets[offsets.length - 1] = length;
  return { ...examples, features: kept.subarray(0, length), offsets: keptOffsets, isWord };
}

function trainOne(examples, { bits, epochs, seed }, { LABELS, START, beginOf, constrain, findBestLabels }) {
  const person = beginOf(0);
  const { features, isWord, offsets, starts, labels, segments } = examples;
  const mask = (1 << bits) - 1;
  const weights = new Float32Array(LABELS << bits);
  const drift = new Float32Array(LABELS << bits);
  const transitions = new Float64Array((LABELS + 1) * LABELS);
  const transitionDrift = new Float64Array(transitions.length);
  const order = Int32Array.from({ length: segments }, (_, index) => index);
  const random = randomNumbers(seed);
  const longest = order.reduce((most, it) => Math.max(most, starts[it + 1] - starts[it]), 0);
  const emissions = new Float64Array(longest * LABELS);
  const best = new Uint8Array(longest);
  const rows = new Int32Array(longest * 192);
  const rowEnds = new Int32Array(longest);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other], order[at]];
    }
    for (const segment of order) {
      const first = starts[segment];
      const length = starts[segment + 1] - first;
      const isHidden = random() < WORD_DROPOUT;
      let n = 0;
      for (let at = 0; at < length; at++) {
        const base = at * LABELS;
        emissions.fill(0, base, base + LABELS);
        for (let feature = offsets[first + at]; feature < offsets[first + at + 1]; feature++) {
          if (random() < FEATURE_DROPOUT || (isHidden && isWord[feature] === 1)) continue;
          const row = (features[feature] & mask) * LABELS;
          rows[n++] = row;
          for (let label = 0; label < LABELS; label++) emissions[base + label] += weights[row + label];
        }
        rowEnds[at] = n;
      }
      // As if it were likelier, so that the perceptron learns to stay away from it (Taskar and others 2003).
      for (let at = 0; at < length; at++) {
        const gold = labels[first + at];
        if (gold !== person && gold !== person + 1) emissions[at * LABELS + person] += FALSE_PERSON;
      }
      findBestLabels(emissions, 0, length, constrain(transitions), best);
      let goldBefore = START;
      let bestBefore = START;
      for (let at = 0; at < length; at++) {
        const gold = labels[first + at];
        const found = best[at];
        if (gold !== found) {
          for (let index = at === 0 ? 0 : rowEnds[at - 1]; index < rowEnds[at]; index++) {
            const row = rows[index];
            weights[row + gold] += 1;
            drift[row + gold] += step;
            weights[row + found] -= 1;
            drift[row + found] -= step;
          }
        }
        if (gold !== found || goldBefore !== bestBefore) {
          transitions[goldBefore * LABELS + gold] += 1;
          transitionDrift[goldBefore * LABELS + gold] += step;
          transitions[bestBefore * LABELS + found] -= 1;
          transitionDrift[bestBefore * LABELS + found] -= step;
        }
        goldBefore = gold;
        bestBefore = found;
      }
      step++;
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at] -= drift[at] / step;
  for (let at = 0; at < transitions.length; at++) transitions[at] -= transitionDrift[at] / step;
  return { weights, transitions };
}

/** Weights in signed bytes; the few largest are clipped so that the others keep their differences. */
function quantize(weights, transitions, bits, voices) {
  const sizes = weights
    .filter((it) => it !== 0)
    .map(Math.abs)
    .sort();
  const clip = Math.min(sizes[sizes.length - 1], sizes[Math.floor(sizes.length * 0.9995)] * 1.5);
  const scale = 127 / clip;
  return {
    bits,
    // What a score of 1 is to one perceptron, whatever their number.
    scale: scale * voices,
    transitions: Array.from(transitions, (it) => Math.round(it * scale)),
    rows: Int8Array.from(weights, (it) => {
      const weight = Math.round(it * scale);
      return Math.abs(weight) < SMALLEST ? 0 : Math.max(-127, Math.min(127, weight));
    }),
  };
}
