/** The labels of the sequence model: outside, or the beginning or inside of a name of one type. */

import type { EntityType } from '../../model.ts';

export const OUTSIDE = 0;
/** O, then B and I of each type in the order of {@link TYPES}. */
export const LABELS = 7;
/** The row of the transition table that stands for the start of a segment. */
export const START = LABELS;
export const TYPES: readonly EntityType[] = ['person', 'organization', 'place'];

/** Index into {@link TYPES} of a label other than `OUTSIDE`. */
export function typeOf(label: number): number {
  return (label - 1) >> 1;
}

export function beginOf(type: number): number {
  return 1 + 2 * type;
}

export function isInside(label: number): boolean {
  return label !== OUTSIDE && (label & 1) === 0;
}

/** An inside label follows only a label of its own type. */
export function mayFollow(before: number, label: number): boolean {
  if (!isInside(label)) return true;
  return before !== START && before !== OUTSIDE && typeOf(before) === typeOf(label);
}
