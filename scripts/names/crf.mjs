/**
 * A linear-chain conditional random field (Lafferty and others 2001) with dropout. It is trained on the softmax margin
 * (Gimpel and Smith 2010), so that some mistakes cost more than others, by AdaGrad (Duchi and others 2011) with
 * averaged weights. Several are trained on the examples in different orders and averaged: a sum of linear models is
 * one linear model, and errs less than each.
 */

import { exp } from './exp.mjs';
import { randomNumbers } from './random.mjs';

/** Of a segment: the chance that its words are hidden, so that the model learns to do without knowing them. */
const WORD_DROPOUT = 0.25;
/** Of any feature. */
const FEATURE_DROPOUT = 0.25;
/** Positions, among a word's features, of those that name the word itself. */
const WORD_FEATURES = new Set([0, 8, 9]);
/**
 * What a person that is none costs, and an organization that is missed, in logarithms of odds: a false alarm on a
 * person is worse than a name missed, and the records miss organizations often enough to teach that. On news that was
 * left out, less than this gives more false persons for the same F1, more costs recall and no F1 is gained.
 */
const FALSE_PERSON = 0.8;
const MISSED_ORGANIZATION = 1;

const LEARNING_RATE = 0.1;
/** What the squares of a weight's gradients begin with: the greater, the smaller its first steps. */
const FIRST_SQUARES = 0.01;
const FIRST_SQUARES_OF_TRANSITIONS = 1;
/** A word whose labels are so well foreseen teaches nothing. */
const LEAST_ERROR = 1e-4;
/** Labels that are less likely than the likeliest by more, in logarithms of odds, are as likely as those. */
const LEAST_SCORE = -80;

/** Features met less often are left out: they teach little and share rows with others. */
const LEAST_OFTEN = 4;

/** Steps of the quantized weights on either side of 0: finer ones cost bytes and tell no more. */
const LEVELS = 22;
/** The logarithm of odds by which a mention counts for one in the votes on a name. */
const ONE = 0.08;

/** Learns weights; returns them quantized: `{bits, scale, transitions, rows}` (LABELS weights a row). */
export function train(allExamples, { bits, epochs, voices, log = () => {} }, tagger) {
  const examples = withoutRareFeatures(allExamples);
  const { LABELS } = tagger;
  const weights = new Float32Array(LABELS << bits);
  const transitions = new Float64Array((LABELS + 1) * LABELS);
  for (let voice = 0; voice < voices; voice++) {
    const one = trainOne(examples, { bits, epochs, seed: 88675123 + 7919 * voice }, tagger);
    for (let at = 0; at < weights.length; at++) weights[at] += one.weights[at] / voices;
    for (let at = 0; at < transitions.length; at++) transitions[at] += one.transitions[at] / voices;
    log(`voice ${voice + 1} of ${voices}`);
  }
  return quantize(weights, transitions, bits);
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

function trainOne(examples, { bits, epochs, seed }, tagger) {
  const { LABELS, START, OUTSIDE, beginOf, mayFollow } = tagger;
  const [person, organization] = [beginOf(0), beginOf(1)];
  const { features, isWord, offsets, starts, labels, segments } = examples;
  const mask = (1 << bits) - 1;
  const weights = averagedWeights(Float32Array, LABELS << bits, FIRST_SQUARES);
  const transitions = averagedWeights(Float64Array, (LABELS + 1) * LABELS, FIRST_SQUARES_OF_TRANSITIONS);
  const isAllowed = Array.from({ length: (LABELS + 1) * LABELS }, (_, at) =>
    mayFollow(Math.floor(at / LABELS), at % LABELS),
  );
  const order = Int32Array.from({ length: segments }, (_, index) => index);
  const random = randomNumbers(seed);
  const longest = order.reduce((most, it) => Math.max(most, starts[it + 1] - starts[it]), 0);
  const scores = new Float64Array(longest * LABELS);
  const chances = chancesOf(longest, LABELS, START);
  const rows = new Int32Array(longest * 192);
  const rowEnds = new Int32Array(longest);
  const factors = new Float64Array(transitions.values.length);
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
        scores.fill(0, base, base + LABELS);
        for (let feature = offsets[first + at]; feature < offsets[first + at + 1]; feature++) {
          if (random() < FEATURE_DROPOUT || (isHidden && isWord[feature] === 1)) continue;
          const row = (features[feature] & mask) * LABELS;
          rows[n++] = row;
          for (let label = 0; label < LABELS; label++) scores[base + label] += weights.values[row + label];
        }
        rowEnds[at] = n;
        // As if the mistake were likelier, so that the model learns to stay away from it.
        const gold = labels[first + at];
        if (gold !== person && gold !== person + 1) scores[base + person] += FALSE_PERSON;
        if (gold === organization || gold === organization + 1) scores[base + OUTSIDE] += MISSED_ORGANIZATION;
      }
      for (let at = 0; at < factors.length; at++)
        factors[at] = isAllowed[at] ? exp(transitions.values[at]) : 0;
      const gold = labels.subarray(first, first + length);
      const { errors, transitionErrors } = chances(scores, factors, gold);
      for (let at = 0; at < length; at++) {
        const base = at * LABELS;
        let most = 0;
        for (let label = 0; label < LABELS; label++) most = Math.max(most, Math.abs(errors[base + label]));
        if (most < LEAST_ERROR) continue;
        for (let index = at === 0 ? 0 : rowEnds[at - 1]; index < rowEnds[at]; index++) {
          for (let label = 0; label < LABELS; label++)
            weights.move(rows[index] + label, errors[base + label], step);
        }
      }
      for (let at = 0; at < factors.length; at++) {
        if (isAllowed[at]) transitions.move(at, transitionErrors[at], step);
      }
      step++;
    }
  }
  return { weights: weights.averages(step), transitions: transitions.averages(step) };
}

/** Weights that are moved by AdaGrad, and their averages over all steps. */
function averagedWeights(Type, length, firstSquares) {
  const values = new Type(length);
  const squares = new Type(length).fill(firstSquares);
  const drift = new Type(length);
  return {
    values,
    move(at, gradient, step) {
      squares[at] += gradient * gradient;
      const change = (-LEARNING_RATE * gradient) / Math.sqrt(squares[at]);
      values[at] += change;
      drift[at] += step * change;
    },
    averages: (steps) => values.map((it, at) => it - drift[at] / steps),
  };
}

/**
 * A function from the scores of a segment's labels, the factors of its transitions and the gold labels to the errors of
 * the model's chances, which are their gradients (forward and backward, scaled: Rabiner 1989). What it gives is
 * overwritten by the next call.
 */
function chancesOf(longest, LABELS, START) {
  const likely = new Float64Array(longest * LABELS);
  const forward = new Float64Array(longest * LABELS);
  const backward = new Float64Array(longest * LABELS);
  const scales = new Float64Array(longest);
  const errors = new Float64Array(longest * LABELS);
  const transitionErrors = new Float64Array((LABELS + 1) * LABELS);
  return (scores, factors, gold) => {
    const { length } = gold;
    for (let at = 0; at < length; at++) {
      const base = at * LABELS;
      let best = scores[base];
      for (let label = 1; label < LABELS; label++) best = Math.max(best, scores[base + label]);
      let sum = 0;
      for (let label = 0; label < LABELS; label++) {
        likely[base + label] = exp(Math.max(LEAST_SCORE, scores[base + label] - best));
        let reached = at === 0 ? factors[START * LABELS + label] : 0;
        if (at > 0) {
          for (let before = 0; before < LABELS; before++)
            reached += forward[base - LABELS + before] * factors[before * LABELS + label];
        }
        forward[base + label] = reached * likely[base + label];
        sum += forward[base + label];
      }
      scales[at] = 1 / sum;
      for (let label = 0; label < LABELS; label++) forward[base + label] *= scales[at];
    }
    backward.fill(1, (length - 1) * LABELS, length * LABELS);
    transitionErrors.fill(0);
    for (let at = length - 1; at >= 0; at--) {
      const base = at * LABELS;
      for (let label = 0; label < LABELS; label++)
        errors[base + label] = forward[base + label] * backward[base + label];
      for (let before = 0; at > 0 && before < LABELS; before++) {
        let sum = 0;
        for (let label = 0; label < LABELS; label++) {
          const way = factors[before * LABELS + label] * likely[base + label] * backward[base + label];
          sum += way * scales[at];
          transitionErrors[before * LABELS + label] += forward[base - LABELS + before] * way * scales[at];
        }
        backward[base - LABELS + before] = sum;
      }
      transitionErrors[(at === 0 ? START : gold[at - 1]) * LABELS + gold[at]] -= 1;
      if (at === 0)
        for (let label = 0; label < LABELS; label++)
          transitionErrors[START * LABELS + label] += errors[label];
      errors[base + gold[at]] -= 1;
    }
    return { errors, transitionErrors };
  };
}

/** Weights in signed bytes; the few largest are clipped so that the others keep their differences. */
function quantize(weights, transitions, bits) {
  const sizes = weights
    .filter((it) => it !== 0)
    .map(Math.abs)
    .sort();
  const clip = Math.min(sizes[sizes.length - 1], sizes[Math.floor(sizes.length * 0.9995)] * 1.5);
  const scale = LEVELS / clip;
  return {
    bits,
    scale: scale * ONE,
    transitions: Array.from(transitions, (it) => Math.round(it * scale)),
    rows: Int8Array.from(weights, (it) => Math.max(-LEVELS, Math.min(LEVELS, Math.round(it * scale)))),
  };
}
