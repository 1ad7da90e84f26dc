/**
 * The name model, as read from its file: lists, weights, transitions. The file is made by `scripts/train-names.mjs`;
 * `assets/names.model.md` says from what.
 *
 * The file, little-endian: "STETNAME", version (u32), FNV-1a of all that follows (u32), entries of the gazetteer (u32),
 * bits of the weight table (u32), units of weight in a score of 1 (f32), transitions (i32 each), then the gazetteer:
 * per entry the distance to the hash before (LEB128) and the index of its bits in a palette (u8), after the palette
 * (u8 length, u16 each); then per row of weights a mask of the labels that have one (u8) and those weights (i8).
 */

import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { LABELS } from './labels.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { constrain } from './viterbi.ts';

export interface NameModel {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Rows of {@link ROW} weights; a feature's row is its hash under `mask`. */
  readonly weights: Int8Array;
  readonly mask: number;
  /** `LABELS + 1` rows of `LABELS`, impossible ones at minus infinity or nearly. */
  readonly transitions: Float64Array;
  /** Weight units in a score of 1. */
  readonly scale: number;
}

/** Weights a row, one more than there are labels: rows are found by a shift. */
export const ROW = 8;
export const MAGIC = 'STETNAME';
export const VERSION = 1;
const HEADER = 16;

/** Reads a model file. Throws an `Error` that says what is wrong with a file that isn't one, or isn't whole. */
export function parseNameModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || MAGIC !== String.fromCharCode(...bytes.subarray(0, MAGIC.length)))
    throw new Error('This is not a name model.');
  const version = view.getUint32(8, true);
  if (version !== VERSION)
    throw new Error(`The name model has version ${version}; this program reads ${VERSION}.`);
  if (view.getUint32(12, true) !== checksum(bytes.subarray(HEADER)))
    throw new Error('The name model is damaged: its checksum does not match.');
  const entries = view.getUint32(HEADER, true);
  const bits = view.getUint32(HEADER + 4, true);
  const scale = view.getFloat32(HEADER + 8, true);
  let at = HEADER + 12;
  const transitions: number[] = [];
  for (; transitions.length < (LABELS + 1) * LABELS; at += 4) transitions.push(view.getInt32(at, true));
  const palette: number[] = [];
  for (let left = bytes[at++] ?? 0; left > 0; left--, at += 2) palette.push(view.getUint16(at, true));

  const hashes = new Uint32Array(entries);
  const values = new Uint16Array(entries);
  at = readEntries(bytes, at, palette, hashes, values);
  const gazetteer = buildGazetteer(hashes, values);
  return {
    gazetteer,
    lexicon: lexiconOf(gazetteer),
    weights: readWeights(bytes, at, bits),
    mask: (1 << bits) - 1,
    transitions: constrain(transitions),
    scale,
  };
}

/** Reads as many entries as the lists hold, from an offset in the file; gives the offset behind them. */
function readEntries(
  bytes: Uint8Array,
  from: number,
  palette: readonly number[],
  hashes: Uint32Array,
  values: Uint16Array,
): number {
  let at = from;
  let hash = 0;
  for (let entry = 0; entry < hashes.length; entry++) {
    // Seven bits a byte, the lowest first.
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      hash = (hash + ((byte & 127) << shift)) | 0;
      if (byte < 128) break;
    }
    hashes[entry] = hash;
    values[entry] = palette[bytes[at++] ?? 0] ?? 0;
  }
  return at;
}

/** The weights from an offset in the file to its end. No start waits long: nothing depends on whether a label has one. */
function readWeights(bytes: Uint8Array, from: number, bits: number): Int8Array {
  const weights = new Int8Array(ROW << bits);
  let at = from;
  for (let row = 0; row < weights.length; row += ROW) {
    const labels = bytes[at++] ?? 0;
    if (labels === 0) continue;
    for (let label = 0; label < LABELS; label++) {
      const isThere = (labels >> label) & 1;
      weights[row + label] = -isThere & (bytes[at] ?? 0);
      at += isThere;
    }
  }
  return weights;
}

/** FNV-1a over bytes, unsigned. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
