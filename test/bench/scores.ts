/** The arithmetic that the scores share. */

import type { Gold } from './sets.ts';

export interface Figure {
  readonly name: string;
  readonly unit: '%' | 'per 1,000 words' | 'count';
  readonly value: number;
}

/** Hits, predictions and gold, added up over a set. */
export class Counts {
  #hits = 0;
  #predicted = 0;
  #gold = 0;

  add(hits: number, predicted: number, gold: number): void {
    this.#hits += hits;
    this.#predicted += predicted;
    this.#gold += gold;
  }

  figures(name: string): Figure[] {
    const [precision, recall] = [ratio(this.#hits, this.#predicted), ratio(this.#hits, this.#gold)];
    return [
      percent(`${name} P`, precision),
      percent(`${name} R`, recall),
      percent(`${name} F1`, ratio(2 * precision * recall, precision + recall)),
    ];
  }
}

export function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

export function percent(name: string, value: number): Figure {
  return { name, unit: '%', value: Math.round(value * 1000) / 10 };
}

export function perThousand(name: string, count: number, words: number): Figure {
  return { name, unit: 'per 1,000 words', value: Math.round(ratio(count * 1000, words) * 1000) / 1000 };
}

export function shared(a: Gold, b: Gold): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** A span without what may stand at its ends without mattering. */
export function trimmed(text: string, { start, end }: Gold, edge: RegExp): Gold {
  let [from, to] = [start, end];
  while (from < to && edge.test(text.charAt(from))) from++;
  while (to > from && edge.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Pairs gold with predictions, one to one, best first; a map from the index of the gold to that of the prediction. */
export function match(
  gold: readonly Gold[],
  predicted: readonly Gold[],
  likeness: (a: Gold, b: Gold) => number,
  least: number,
): ReadonlyMap<number, number> {
  const candidates = gold.flatMap((g, i) =>
    predicted.flatMap((p, j) => (likeness(g, p) > least ? [{ i, j, score: likeness(g, p) }] : [])),
  );
  candidates.sort((a, b) => b.score - a.score);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}
