/** The ways in which two spellings of one name may differ, and what they are called. */

import type { NameKind } from './compare.ts';

/** What each kind of difference is called in a message; kinds that are no question of spelling are not here. */
const SPELLING_DIFFERENCES: { readonly [Kind in NameKind]?: string } = {
  case: 'capitals',
  spacing: 'spacing',
  hyphenation: 'hyphen',
  diacritics: 'accents',
  transliteration: 'transliteration',
  typo: 'letters',
};

/** Whether a name that differs so is spelled otherwise, and not just given in a longer, shorter or other form. */
export function isSpellingDifference(kind: NameKind): boolean {
  return kind in SPELLING_DIFFERENCES;
}

/** What a difference in spelling is called in a message. */
export function describeDifference(kind: NameKind): string {
  return SPELLING_DIFFERENCES[kind] ?? kind;
}
