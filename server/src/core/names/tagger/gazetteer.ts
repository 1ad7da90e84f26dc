/**
 * Lists of names, places and common words, kept as hashes: what a word can be, before any context. A stranger to the
 * lists matches by accident once in some 70,000 words; the model has learned to live with it.
 */

import { mix2 } from './hash.ts';

/** Bits of a word's entry. Given and family names come in three ranks, from frequent to rare. */
export const Listed = {
  given0: 1 << 0,
  given1: 1 << 1,
  given2: 1 << 2,
  family0: 1 << 3,
  family1: 1 << 4,
  family2: 1 << 5,
  demonym: 1 << 6,
  country: 1 << 7,
  city: 1 << 8,
  title: 1 << 9,
  common: 1 << 10,
  /** The first word of a place or organization of several words. */
  phraseStart: 1 << 11,
  organization: 1 << 12,
} as const;

export const GIVEN = Listed.given0 | Listed.given1 | Listed.given2;
export const FAMILY = Listed.family0 | Listed.family1 | Listed.family2;
/** The most words that a listed place or organization has. */
export const LONGEST_PHRASE = 5;

/** Hash → bits, for words and for the phrases of {@link joinHashes}. */
export interface Gazetteer {
  readonly keys: Int32Array;
  readonly values: Uint16Array;
  readonly mask: number;
}

/** The bits of a word or phrase by its hash; 0 if it is on no list. */
export function listed(gazetteer: Gazetteer, hash: number): number {
  const { keys, values, mask } = gazetteer;
  for (let slot = Math.imul(hash, 0x9e3779b1) & mask; ; slot = (slot + 1) & mask) {
    const value = values[slot] ?? 0;
    if (value === 0 || keys[slot] === hash) return value;
  }
}

/** The hash of a phrase from the hash of what precedes and of its next word. */
export function joinHashes(before: number, word: number): number {
  return mix2(7, before, word);
}

/** Builds the table from ascending unsigned hashes and their bits (never 0). */
export function buildGazetteer(hashes: ArrayLike<number>, bits: ArrayLike<number>): Gazetteer {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  const mask = size - 1;
  for (let index = 0; index < hashes.length; index++) {
    const hash = (hashes[index] ?? 0) | 0;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    while (values[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    values[slot] = bits[index] ?? 0;
  }
  return { keys, values, mask };
}
