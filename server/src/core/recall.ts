/** Answers that outlive an edit: what was made from the same things is the same. */

import { atOnce, type Steps } from './steps.ts';

/** The one empty list: it is always the same. */
export const NONE: readonly never[] = [];

/** The answer kept for `about`, made anew only where one of the things that it is made `from` is another. */
export type Recall<K extends object, V> = (about: K, from: readonly unknown[], make: (about: K) => V) => V;

/** Things are told apart by identity; an answer is kept for as long as what it is about. */
export function recall<K extends object, V>(): Recall<K, V> {
  const answers = new WeakTable<K, { readonly from: readonly unknown[]; readonly value: V }>();
  return (about, from, make) => {
    const known = answers.get(about);
    if (known && isSame(known.from, from)) return known.value;
    const value = make(about);
    answers.set(about, { from, value });
    return value;
  };
}

/**
 * A weak map that stays small. What an engine keeps one in grows with all that was put there since garbage was last
 * collected, and never gets smaller: so after a while another takes its place, into which goes what is still asked for.
 * For answers that can be made again: others are lost.
 */
export class WeakTable<K extends object, V extends object> {
  #recent = new WeakMap<K, V>();
  #older = new WeakMap<K, V>();
  /** How many are put in before the next one begins: more than are in use. */
  #most = LEAST_SETS;
  #sets = 0;
  #hits = 0;

  get(key: K): V | undefined {
    const recent = this.#recent.get(key);
    if (recent) {
      this.#hits++;
      return recent;
    }
    const older = this.#older.get(key);
    if (older) this.#recent.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    this.#recent.set(key, value);
    if (++this.#sets < this.#most) return;
    // Where most are new the first of them are still wanted: a text is read for the first time.
    if (this.#hits < this.#sets) this.#most *= 2;
    else {
      [this.#older, this.#recent] = [this.#recent, new WeakMap()];
      [this.#sets, this.#hits] = [0, 0];
    }
  }
}

const LEAST_SETS = 1_000;

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
  readonly #last: ({ readonly from: unknown; readonly value: unknown } | undefined)[] = [];

  /** The answer kept, whatever it was made from. */
  last<V>({ index }: Slot<V>): V | undefined {
    return this.#last[index]?.value as V | undefined;
  }

  /** The answer kept, if it was made from this. */
  known<V>({ index }: Slot<V>, from: unknown): V | undefined {
    const last = this.#last[index];
    // Only a slot's own answers are kept under its index.
    return last?.from === from ? (last?.value as V) : undefined;
  }

  keep<V>({ index }: Slot<V>, value: V, from?: unknown): V {
    this.#last[index] = { from, value };
    return value;
  }
}

/** Answers in a row, with what each of them was made from. */
export interface Row<V> {
  readonly wholes: readonly unknown[];
  readonly lists: Lists<readonly unknown[]>;
  readonly values: readonly V[];
}

/** Lists that are all as long, by what stands at one place of them. */
type Lists<T extends readonly unknown[]> = { readonly [K in keyof T]: readonly T[K][] };

interface RowFrom<T extends readonly unknown[], V> {
  /** What all answers are made from. */
  readonly wholes?: readonly unknown[];
  /** What each is made from: that which stands in its place in these lists. */
  readonly lists: Lists<T>;
  /**
   * May give the answer `known`, which was there before, where the new one would equal it. An answer is made from the
   * `last` one, that of the place before, only where {@link leavesSame} is given.
   */
  make(things: T, last: V | undefined, known: V | undefined): V;
  /** Whether what follows an answer can't tell it from another. */
  leavesSame?(a: V | undefined, b: V | undefined): boolean;
  /** Whether an answer that was made from the same still holds. */
  holds?(value: V, at: number): boolean;
}

/**
 * Makes answers in a row: anew only where what an answer is made from is another than in the row `before`, whose
 * lists may have been longer or shorter in the middle.
 */
export function makeRow<const T extends readonly [object, ...unknown[]], V extends object>(
  from: RowFrom<T, V>,
  before: Row<V> | undefined,
): Row<V> {
  return atOnce(rowInSteps(from, before));
}

/** The same, a new answer a step. */
export function* rowInSteps<const T extends readonly [object, ...unknown[]], V extends object>(
  { wholes = NONE, lists, make, leavesSame, holds }: RowFrom<T, V>,
  before: Row<V> | undefined,
): Steps<Row<V>> {
  const [things] = lists;
  const last = before && isSame(before.wholes, wholes) ? before : undefined;
  const was = last?.values ?? NONE;
  const { above, below } = sameEnds(last?.lists[0] ?? NONE, things);
  // Where nothing is new, so far, they are those of before.
  let values: V[] | undefined = was.length === things.length ? undefined : was.slice(0, things.length);
  for (let at = 0; at < things.length; at++) {
    // What is new in the middle was nowhere.
    const then = at < above ? at : at < things.length - below ? -1 : at - things.length + was.length;
    const known = was[then];
    const left = (values ?? was)[at - 1];
    const isSettled =
      last !== undefined &&
      known !== undefined &&
      isSameAt(lists, at, last.lists, then) &&
      (!leavesSame || left === was[then - 1] || leavesSame(left, was[then - 1])) &&
      (!holds || holds(known, at));
    // All lists are as long as the first.
    const made = isSettled ? known : make(lists.map((it) => it[at]) as unknown as T, left, known);
    if (made !== was[at]) values ??= was.slice();
    if (values) values[at] = made;
    if (!isSettled) yield;
  }
  return { wholes, lists, values: values ?? was };
}

function isSameAt(a: Lists<readonly unknown[]>, i: number, b: Lists<readonly unknown[]>, j: number): boolean {
  for (let k = 0; k < a.length; k++) if (a[k]?.[i] !== b[k]?.[j]) return false;
  return true;
}

/** The things of several lists in one. Much faster than the one that lists come with. */
export function flat<T>(lists: Iterable<readonly T[]>): T[] {
  const all: T[] = [];
  for (const list of lists) for (const it of list) all.push(it);
  return all;
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
