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

/** Whether two lists hold the same things in the same order. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((it, i) => it === b[i]);
}
