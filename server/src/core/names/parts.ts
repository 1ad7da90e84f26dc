/** The parts of a name: which of its words may stand for the person later on. */

import { squash } from '../text/fold.ts';

const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The words of a name, without a generation at its end. */
function wordsOf(name: string): string[] {
  const words = name.split(/[\s\u00a0]+/).filter((it) => it !== '');
  while (words.length > 1 && GENERATION.test(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Whether a person's name has more than one part. */
export function isFullName(name: string): boolean {
  return wordsOf(name).length > 1;
}

/** The short forms, squashed, by which a text may refer back to a full name: its last word or its first. */
export function referenceKeys(name: string): string[] {
  const words = wordsOf(name);
  const keys = [words.at(-1), words[0], words.slice(1).join('')].map((it) => squash(it ?? ''));
  return [...new Set(keys)].filter((it) => it.length > 1);
}
