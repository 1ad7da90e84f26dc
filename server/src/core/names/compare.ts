/** Whether two names could be one person's, by the names alone. */

import { foldLetters, foldTypography, squash } from '../text/fold.ts';

export type NameKind =
  | 'identical'
  | 'case'
  | 'spacing'
  | 'hyphenation'
  | 'diacritics'
  | 'transliteration'
  | 'initials'
  | 'nickname'
  | 'order'
  | 'subset'
  | 'typo'
  | 'different';

export interface NameComparison {
  readonly same: boolean;
  /** From 0 (nothing alike) to 1 (identical). */
  readonly score: number;
  /** How the two differ; `different` exactly where they are not the same. */
  readonly kind: NameKind;
}

export function compareNames(a: string, b: string): NameComparison {
  const x = foldTypography(a);
  const y = foldTypography(b);
  if (x === y) return { same: true, score: 1, kind: 'identical' };
  if (squash(x) === squash(y)) return { same: true, score: 0.98, kind: squashKind(x, y) };
  return { same: false, score: 0, kind: 'different' };
}

/** How two names differ that have the same letters. */
function squashKind(a: string, b: string): NameKind {
  const withoutMarks = (name: string) => name.replace(/['.]/g, '');
  const [x, y] = [withoutMarks(a), withoutMarks(b)];
  if (x === y) return 'spacing';
  if (foldLetters(x) === foldLetters(y)) return x.toLowerCase() === y.toLowerCase() ? 'case' : 'diacritics';
  const isHyphenated = (name: string) => name.includes('-');
  return isHyphenated(x) || isHyphenated(y) ? 'hyphenation' : 'spacing';
}

/** Keys under which two names that may be the same meet in an index. */
export function blockingKeys(name: string): string[] {
  return [squash(name)];
}
