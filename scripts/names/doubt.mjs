/**
 * Leaves out examples that lack an annotation: each half of the records is read by a model trained on the other,
 * and where that is sure of a name and the annotation has nothing, the segment teaches nothing good. (The other way
 * round, annotations that the model doubts are its best lessons; they stay.)
 */

import { train } from './crf.mjs';

/** How far ahead a name must be, in votes (see `ONE` in `crf.mjs`). */
const SURE = 50;
const EPOCHS = 4;

/** The examples of both halves without the doubtful segments. */
export function withoutDoubtful(halves, bits, tagger) {
  const readers = halves.map((it) => train(it, { bits, epochs: EPOCHS, voices: 1 }, tagger));
  return join(
    ...halves.map((it, index) => keepSegments(it, certainSegments(it, readers[1 - index], tagger))),
  );
}

function certainSegments({ features, offsets, starts, annotated, segments }, reader, tagger) {
  const { LABELS, OUTSIDE, constrain, findBestLabels } = tagger;
  const mask = (1 << reader.bits) - 1;
  const transitions = constrain(reader.transitions);
  const certain = [];
  for (let segment = 0; segment < segments; segment++) {
    const first = starts[segment];
    const length = starts[segment + 1] - first;
    const scores = new Float64Array(length * LABELS);
    const best = new Uint8Array(length);
    for (let at = 0; at < length; at++) {
      for (let feature = offsets[first + at]; feature < offsets[first + at + 1]; feature++) {
        const row = (features[feature] & mask) * LABELS;
        for (let label = 0; label < LABELS; label++) scores[at * LABELS + label] += reader.rows[row + label];
      }
    }
    findBestLabels(scores, 0, length, transitions, best);
    const isDoubtful = best.some(
      (label, at) =>
        label !== OUTSIDE &&
        annotated[first + at] === 0 &&
        scores[at * LABELS + label] - scores[at * LABELS + OUTSIDE] > SURE * reader.scale,
    );
    if (!isDoubtful) certain.push(segment);
  }
  return certain;
}

function keepSegments(examples, segments) {
  const { starts, offsets } = examples;
  const kept = { features: [], offsets: [], starts: [], labels: [] };
  let features = 0;
  let words = 0;
  for (const segment of segments) {
    const [from, to] = [starts[segment], starts[segment + 1]];
    kept.starts.push(words);
    kept.labels.push(examples.labels.subarray(from, to));
    kept.features.push(examples.features.subarray(offsets[from], offsets[to]));
    for (let word = from; word < to; word++) kept.offsets.push(offsets[word] - offsets[from] + features);
    features += offsets[to] - offsets[from];
    words += to - from;
  }
  return {
    words,
    segments: segments.length,
    features: concatenate(Int32Array, kept.features),
    offsets: Int32Array.from([...kept.offsets, features]),
    starts: Int32Array.from([...kept.starts, words]),
    labels: concatenate(Uint8Array, kept.labels),
  };
}

function join(a, b) {
  return {
    words: a.words + b.words,
    segments: a.segments + b.segments,
    features: concatenate(Int32Array, [a.features, b.features]),
    offsets: concatenate(Int32Array, [
      a.offsets.subarray(0, a.words),
      b.offsets.map((it) => it + a.features.length),
    ]),
    starts: concatenate(Int32Array, [a.starts.subarray(0, a.segments), b.starts.map((it) => it + a.words)]),
    labels: concatenate(Uint8Array, [a.labels, b.labels]),
  };
}

function concatenate(Type, parts) {
  const whole = new Type(parts.reduce((sum, it) => sum + it.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
