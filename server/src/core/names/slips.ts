/** Slips of the key in names: where one of two names is the other with a mistyped word. */

import type { EntityType } from '../model.ts';
import { editDistance } from './edit-distance.ts';
import { profileOf } from './profile.ts';

/** A name as it stands in a text. */
export interface PrintedName {
  readonly text: string;
  readonly type: EntityType;
  /** Those of its words, folded, that no list of names, places or words has. */
  readonly unlisted: readonly string[];
}

const SHORTEST_WORD = 4;

/**
 * Whether the names agree in all words but one, and that one is a letter left out, doubled, swapped or taken for
 * another, or the wrong one doubled, and at least one of the two forms is no word that anybody is known to be called: a misspelling of a name
 * is rarely a name. What is a name in both forms (Steel, Steele) is two people as far as letters can tell.
 */
export function isSlip(a: PrintedName, b: PrintedName): boolean {
  const [x, y] = [profileOf(a.text), profileOf(b.text)];
  if (x.words.length !== y.words.length || x.generation !== y.generation) return false;
  if (Math.abs(x.squashed.length - y.squashed.length) > 1) return false;
  const differing = x.words.flatMap((word, i) =>
    word === y.words[i] ? [] : [[word, y.words[i] ?? ''] as const],
  );
  const [only] = differing;
  if (differing.length !== 1 || !only) return false;
  const [word, other] = only;
  if (isPlural(word, other, b.unlisted) || isPlural(other, word, a.unlisted)) return false;
  // Endings make other words of what is no person's name: Korea and Korean, foundation and foundations.
  if (a.type !== 'person' && word.slice(-2) !== other.slice(-2)) return false;
  return isSlippedWord(word, other) && (a.unlisted.includes(word) || b.unlisted.includes(other));
}

/** "The Marco Rubios of this world": a name that is listed, and no other one that ends so. */
function isPlural(word: string, name: string, unlisted: readonly string[]): boolean {
  return word === `${name}s` && !unlisted.includes(name);
}

function isSlippedWord(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < SHORTEST_WORD || a.charAt(0) !== b.charAt(0)) return false;
  return editDistance(a, b, 1) <= 1 || isOtherLetterDoubled(a, b);
}

/** "Gutteres" for "Guterres": the wrong letter is doubled. */
function isOtherLetterDoubled(a: string, b: string): boolean {
  const bare = (word: string) => word.replace(/(.)\1/g, '$1');
  return a.length === b.length && bare(a) === bare(b);
}
