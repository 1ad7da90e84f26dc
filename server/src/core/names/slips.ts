/** Slips of the key in names: where one of two names is the other with a mistyped word. */

import { editDistance } from './edit-distance.ts';
import { parseName } from './parse.ts';

/** A name with those of its words, folded, that no list of names, places or words has. */
export interface ListedName {
  readonly text: string;
  readonly unlisted: readonly string[];
}

const SHORTEST_WORD = 4;

/**
 * Whether the names agree in all words but one, and that one is a letter left out, doubled, swapped or taken for
 * another, and at least one of the two forms is no word that anybody is known to be called: a misspelling of a name
 * is rarely a name. What is a name in both forms (Steel, Steele) is two people as far as letters can tell.
 */
export function isSlip(a: ListedName, b: ListedName): boolean {
  const [x, y] = [parseName(a.text), parseName(b.text)];
  if (x.words.length !== y.words.length || x.generation !== y.generation) return false;
  const differing = x.words.flatMap((word, i) =>
    word === y.words[i] ? [] : [[word, y.words[i] ?? ''] as const],
  );
  const [only] = differing;
  return (
    differing.length === 1 && only !== undefined && isSlippedWord(only[0], only[1], a.unlisted, b.unlisted)
  );
}

function isSlippedWord(
  x: string,
  y: string,
  unlistedX: readonly string[],
  unlistedY: readonly string[],
): boolean {
  if (Math.max(x.length, y.length) < SHORTEST_WORD || x.charAt(0) !== y.charAt(0)) return false;
  return (unlistedX.includes(x) || unlistedY.includes(y)) && editDistance(x, y, 1) <= 1;
}
