/** The answers of a pure function, kept for as long as they are asked for: between two keystrokes little changes. */

/**
 * Answers from memory where it can; `keyOf` must tell all arguments apart that get other answers. At most twice as
 * many answers as `most` are kept: when there are that many, those that were not asked for of late are given up.
 */
export function remember<A, V>(
  compute: (argument: A) => V,
  keyOf: (argument: A) => string,
  most: number,
): (argument: A) => V {
  let recent = new Map<string, { readonly value: V }>();
  let older: typeof recent = new Map();
  return (argument) => {
    const key = keyOf(argument);
    let answer = recent.get(key);
    if (answer) return answer.value;
    answer = older.get(key) ?? { value: compute(argument) };
    if (recent.size >= most) [recent, older] = [new Map(), recent];
    recent.set(detached(key), answer);
    return answer.value;
  };
}

/** The same for a function of a text. */
export function rememberText<V>(compute: (text: string) => V, most: number): (text: string) => V {
  return remember(
    (text: string) => compute(detached(text)),
    (text) => text,
    most,
  );
}

/** A copy: engines hold a part of a text as a view, and whoever keeps the part would keep the whole text alive. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
