/** The ways in which two spellings of one name may differ, and what they are called. */

import type { EntityType } from '../model.ts';
import { foldTypography } from '../text/fold.ts';
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

/**
 * Whether a difference between two forms of one name is the outlet's style more often than a slip: accents, the
 * capitals of anything but a person, and those of the links of Arabic names ("al-Ghoul", "Al-Ghoul").
 */
export function isFaintDifference(kind: NameKind, type: EntityType, a: string, b: string): boolean {
  if (kind !== 'case') return kind === 'diacritics';
  return type !== 'person' || withSmallLinks(a) === withSmallLinks(b);
}

function withSmallLinks(name: string): string {
  return foldTypography(name).replace(ARABIC_LINKS, (link) => link.toLowerCase());
}

const ARABIC_LINKS = /\b(?:al|el|ul|bin|bint|ibn|abu)(?=[ -])/gi;
