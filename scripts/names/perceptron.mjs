/** The averaged structured perceptron (Collins 2002) with feature dropout, and its quantization to eight bits. */

/** Of a segment: the chance that its words are hidden, so that the model learns to do without knowing them. */
const WORD_DROPOUT = 0.25;
/** Of any feature. */
const FEATURE_DROPOUT = 0.15;
/** Smaller weights, in units of the quantized ones, are left out of the file. */
const SMALLEST = Number(process.env.SMALLEST ?? 2);
/** Positions, among a word's features, of those that name the word itself. */
const WORD_FEATURES = new Set([0, 8, 9]);

/** Learns weights; returns them quantized: `{bits, scale, transitions, rows}` (LABELS weights a row). */
export function train(examples, { bits, epochs, log }, { LABELS, START, constrain, findBestLabels }) {
  const { features, offsets, starts, labels, segments } = examples;
  const mask = (1 << bits) - 1;
  const weights = new Float32Array(LABELS << bits);
  const drift = new Float32Array(LABELS << bits);
  const transitions = new Float64Array((LABELS + 1) * LABELS);
  const transitionDrift = new Float64Array(transitions.length);
  const order = Int32Array.from({ length: segments }, (_, index) => index);
  const random = randomNumbers(88675123);
  let emissions = new Float64Array(512 * LABELS);
  let best = new Uint8Array(512);
  const active = new Int32Array(1 << 20);
  const activeEnds = new Int32Array(1 << 14);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other], order[at]];
    }
    let errors = 0;
    for (const segment of order) {
      const first = starts[segment];
      const length = starts[segment + 1] - first;
      if (emissions.length < length * LABELS) {
        emissions = new Float64Array(2 * length * LABELS);
        best = new Uint8Array(2 * length);
      }
      const isHidden = random() < WORD_DROPOUT;
      let n = 0;
      for (let at = 0; at < length; at++) {
        const base = at * LABELS;
        for (let label = 0; label < LABELS; label++) emissions[base + label] = 0;
        const from = offsets[first + at];
        const to = offsets[first + at + 1];
        for (let feature = from; feature < to; feature++) {
          if (random() < FEATURE_DROPOUT || (isHidden && WORD_FEATURES.has(feature - from))) continue;
          const row = (features[feature] & mask) * LABELS;
          active[n++] = row;
          for (let label = 0; label < LABELS; label++) emissions[base + label] += weights[row + label];
        }
        activeEnds[at] = n;
      }
      findBestLabels(emissions, 0, length, constrain(transitions), best);
      let goldBefore = START;
      let bestBefore = START;
      for (let at = 0; at < length; at++) {
        const gold = labels[first + at];
        const found = best[at];
        if (gold !== found) {
          errors++;
          for (let index = at === 0 ? 0 : activeEnds[at - 1]; index < activeEnds[at]; index++) {
            const row = active[index];
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
    log(`epoch ${epoch + 1}: ${((100 * errors) / labels.length).toFixed(3)} % of words wrong`);
  }
  for (let at = 0; at < weights.length; at++) weights[at] -= drift[at] / step;
  for (let at = 0; at < transitions.length; at++) transitions[at] -= transitionDrift[at] / step;
  return quantize(weights, transitions, bits);
}

/** Weights in signed bytes; the few largest are clipped so that the others keep their differences. */
function quantize(weights, transitions, bits) {
  const sizes = weights
    .filter((it) => it !== 0)
    .map(Math.abs)
    .sort();
  const clip = Math.min(sizes[sizes.length - 1], sizes[Math.floor(sizes.length * 0.9995)] * 1.5);
  const scale = 127 / clip;
  const byte = (weight) => {
    const value = Math.round(weight * scale);
    return Math.abs(value) < SMALLEST ? 0 : Math.max(-127, Math.min(127, value));
  };
  return {
    bits,
    scale,
    transitions: Array.from(transitions, (it) => Math.round(it * scale)),
    rows: Int8Array.from(weights, byte),
  };
}

/** Uniform in [0, 1), the same on every machine (xorshift, Marsaglia 2003). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
