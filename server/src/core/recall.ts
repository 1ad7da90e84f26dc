/** Answers that outlive an edit: what was made from the same things is the same. */

import { atOnce, type Steps } from './steps.ts';

/** The one empty list: it is always the same. */
export const NONE: readonly never[] = [];

/** The answer kept for `about`, made anew only where one of the things that it is made `from` is another. */
export type Recall<K extends object, V> = (about: K, from: readonly unknown[], make: (about: K) => V) => V;

/** Things are told apart by identity; an answer is kept for as long as what it is about. */
export function recall<K extends object, V>(): Recall<K, V> {
  const kind = kindOfAnswer<V>();
  return (about, from, make) => {
    const last = answerAbout(about, kind);
    if (last && isSame(last.from, from)) return last.value;
    return keepAnswer(about, kind, make(about), from);
  };
}

/** One kind of answer that things keep. */
export interface AnswerKind<V> {
  /** Never there: it ties the kind to what it holds. */
  readonly holds?: V;
}

export function kindOfAnswer<V>(): AnswerKind<V> {
  return {};
}

interface Answer<V> {
  readonly kind: AnswerKind<V>;
  from: readonly unknown[];
  value: V;
  /** The one before it. */
  readonly next: Answer<unknown> | undefined;
}

/** The answer of a kind that a thing keeps, with what it was made from. */
export function answerAbout<V>(
  thing: object,
  kind: AnswerKind<V>,
): { readonly from: readonly unknown[]; readonly value: V } | undefined {
  // Only answers of a kind are kept under it.
  return Keeper.find(thing, kind) as Answer<V> | undefined;
}

/** Keeps an answer with what it is about, in place of the last one of its kind. */
export function keepAnswer<V>(
  thing: object,
  kind: AnswerKind<V>,
  value: V,
  from: readonly unknown[] = NONE,
): V {
  Keeper.keep(thing, kind, value, from);
  return value;
}

/** Lets go of all that a thing keeps. */
export function forgetAnswers(thing: object): void {
  Keeper.forget(thing);
}

/** Takes a thing that is there already for its own. */
class Taker {
  constructor(thing: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so a class gives a private field to what it did not make.
    return thing;
  }
}

/**
 * Hangs answers, of which there are few, on what they are about, in a private field, which no copy gets. A weak map
 * would do; but what an engine keeps it in grows with all that was collected since, and never gets smaller.
 */
class Keeper extends Taker {
  #first: Answer<unknown> | undefined;

  static find(thing: object, kind: AnswerKind<unknown>): Answer<unknown> | undefined {
    if (!(#first in thing)) return undefined;
    for (let it = thing.#first; it; it = it.next) if (it.kind === kind) return it;
    return undefined;
  }

  static keep(thing: object, kind: AnswerKind<unknown>, value: unknown, from: readonly unknown[]): void {
    const last = Keeper.find(thing, kind);
    const keeper = #first in thing ? thing : new Keeper(thing);
    if (!last) keeper.#first = { kind, from, value, next: keeper.#first };
    else [last.from, last.value] = [from, value];
  }

  static forget(thing: object): void {
    if (#first in thing) thing.#first = undefined;
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
