/** The answers of a pure function, kept for as long as they are asked for: between two keystrokes little changes. */

import { thisEra } from './eras.ts';

/**
 * Answers from memory where it can; `keyOf` must tell all arguments apart that get other answers. At most twice as
 * many answers as `most` are kept: when there are that many, or an era has passed, those that were not asked for of
 * late are given up.
 */
export function remember<A, V>(
  compute: (argument: A) => V,
  keyOf: (argument: A) => string,
  most: number,
): (argument: A) => V {
  let recent = new Map<string, { readonly value: V }>();
  let older: typeof recent = new Map();
  let era = thisEra();
  const begin = () => {
    [recent, older, era] = [new Map(), recent, thisEra()];
  };
  return (argument) => {
    const key = keyOf(argument);
    if (era !== thisEra()) begin();
    let answer = recent.get(key);
    if (answer) return answer.value;
    answer = older.get(key) ?? { value: compute(argument) };
    if (recent.size >= most) begin();
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

/** A function of a word, asked where the word stands in a text. */
export type OfWord<V> = (text: string, start?: number, end?: number) => V;

/**
 * The same for a function of a word: an answer from memory cuts nothing out of the text. At most twice as many
 * answers as `sets`, a power of two, are kept: of three words that fall into one set, the last two, and of these
 * not what no one asked for in an era.
 */
export function rememberWords<V>(compute: (word: string) => V, sets: number): OfWord<V> {
  let recent: (Answer<V> | undefined)[] = new Array(sets).fill(undefined);
  let older: typeof recent = new Array(sets).fill(undefined);
  let era = thisEra();
  return (text, start = 0, end = text.length) => {
    if (era !== thisEra()) [recent, older, era] = [new Array(sets).fill(undefined), recent, thisEra()];
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const set = (hash ^ (hash >>> 15)) & (sets - 1);
    const last = recent[set];
    if (last && isAt(last.word, text, start, end)) return last.value;
    const earlier = older[set];
    if (earlier && isAt(earlier.word, text, start, end)) {
      if (!last) recent[set] = earlier;
      return earlier.value;
    }
    const word = detached(text.slice(start, end));
    const value = compute(word);
    if (word.length > LONGEST_WORD) return value;
    older[set] = last;
    recent[set] = { word, value };
    return value;
  };
}

interface Answer<V> {
  readonly word: string;
  readonly value: V;
}

/** Longer ones are not kept. */
const LONGEST_WORD = 48;

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** A copy: engines hold a part of a text as a view, and whoever keeps the part would keep the whole text alive. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
