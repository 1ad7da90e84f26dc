/** Answers that outlive an edit: what was made from the same things is the same. */

/** The answer kept for `about`, made anew only where one of the things that it is made `from` is another. */
export type Recall<K extends object, V> = (about: K, from: readonly unknown[], make: () => V) => V;

/** Things are told apart by identity; an answer is kept for as long as what it is about. */
export function recall<K extends object, V>(): Recall<K, V> {
  const answers = new WeakMap<K, { readonly from: readonly unknown[]; readonly value: V }>();
  return (about, from, make) => {
    const known = answers.get(about);
    if (known && isSame(known.from, from)) return known.value;
    const value = make();
    answers.set(about, { from, value });
    return value;
  };
}

/** One kind of answer that things keep themselves. */
export interface Slot<V> {
  readonly index: number;
  /** Never there: it ties the slot to what it holds. */
  readonly holds?: V;
}

let slots = 0;

export function slot<V>(): Slot<V> {
  return { index: slots++ };
}

/** What a thing keeps of what was made of it: the last answer of each kind. Cheaper than {@link recall}. */
export class Answers {
  readonly #last: ({ readonly from: readonly unknown[]; readonly value: unknown } | undefined)[] = [];

  /** The answer kept, whatever it was made from. */
  last<V>({ index }: Slot<V>): V | undefined {
    return this.#last[index]?.value as V | undefined;
  }

  /** The answer kept, made anew only where one of the things that it is made `from` is another. */
  recall<V>({ index }: Slot<V>, from: readonly unknown[], make: () => V): V {
    const known = this.#last[index];
    // Only a slot's own answers are kept under its index.
    if (known && isSame(known.from, from)) return known.value as V;
    const value = make();
    this.#last[index] = { from, value };
    return value;
  }
}

/** Whether two lists hold the same things in the same order. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** How much of two lists is the same at the beginning, and how much of the rest at the end. */
export function sameEnds<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T | undefined, b: T | undefined) => boolean = Object.is,
): { readonly above: number; readonly below: number } {
  const most = Math.min(a.length, b.length);
  let above = 0;
  while (above < most && isSame(a[above], b[above])) above++;
  let below = 0;
  while (below < most - above && isSame(a[a.length - 1 - below], b[b.length - 1 - below])) below++;
  return { above, below };
}
