/** Keys that bring names together which may be one person's: few enough to look up, selective enough to be worth it. */

import { syllableSkeleton } from './chinese.ts';
import { familyOf } from './korean.ts';
import type { NameProfile } from './profile.ts';
import { skeletonOfName } from './transliteration.ts';

/** How many of the words at each end of a name stand in its keys. */
const MOST_WORDS = 3;

/**
 * Two words of a name meet the same two of another where the consonants of one and the first sound of the other are
 * the same, whatever stands between, before or behind them.
 */
export function keysOf({
  squashed,
  compared: words,
  korean,
  isEastAsian,
}: Pick<NameProfile, 'squashed' | 'compared' | 'korean' | 'isEastAsian'>): string[] {
  const keys = new Set([squashed]);
  const telling = words.filter((it) => !it.isGeneric);
  const kept = words.length > MOST_WORDS && telling.length > 1 ? telling : words;
  const ends = kept.length > MOST_WORDS ? [...kept.slice(0, 2), ...kept.slice(-1)] : kept;
  for (const word of ends) {
    if (word.isGeneric && telling.length > 0 && words.length > 2) continue;
    for (const other of ends) if (other.text !== word.text) keys.add(`${word.skeleton} ${other.initial}`);
  }
  keys.add(`~${skeletonOfName(words.map((it) => it.text).join(''))}`);
  if (korean) for (const family of familyOf(korean)) keys.add(`k${family}`);
  if (isEastAsian) keys.add(`c${syllableSkeleton(squashed)}`);
  return [...keys];
}
