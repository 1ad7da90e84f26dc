/** Work that may take long, in steps: between two of them whoever runs it may see to something else, or leave off. */
export type Steps<T> = Generator<undefined, T>;

/** Each of some things, a step each. */
export function* inTurn<T, V>(things: readonly T[], work: (thing: T) => V): Steps<V[]> {
  const done: V[] = [];
  for (const it of things) {
    done.push(work(it));
    yield;
  }
  return done;
}

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
