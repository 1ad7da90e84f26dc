/** What there is to know about one name before it is compared, read once: most names are compared with many others. */

import { once } from '../once.ts';
import { rememberText } from '../remember.ts';
import { foldTypography } from '../text/fold.ts';
import { keysOf } from './blocking-keys.ts';
import { type Culture, type CultureHint, guessCulture } from './culture.ts';
import { isEastAsian } from './east-asian.ts';
import { type KoreanName, readKorean } from './korean.ts';
import { type ParsedName, parseName, withoutPostNominals } from './parse.ts';
import { type Word, wordOf } from './words.ts';

export interface NameProfile extends ParsedName {
  /** With typography folded: what is left differs to the eye. */
  readonly text: string;
  readonly culture: Culture;
  readonly korean: KoreanName | undefined;
  readonly isEastAsian: boolean;
  /** The words of the core. */
  readonly compared: readonly Word[];
  /** Keys under which this name and others that may be the same meet in an index. */
  readonly keys: () => readonly string[];
}

export const profileOf = rememberText(readProfile, 600);

function readProfile(name: string): NameProfile {
  const text = foldTypography(withoutPostNominals(name));
  const parsed = parseName(text);
  const compared = parsed.core.map(wordOf);
  const profile: NameProfile = {
    words: parsed.words,
    core: parsed.core,
    groups: parsed.groups,
    squashed: parsed.squashed,
    generation: parsed.generation,
    initials: parsed.initials,
    hasHomeLetters: parsed.hasHomeLetters,
    text,
    compared,
    culture: guessCulture(parsed, compared.map(hintOf)),
    korean: readKorean(parsed.words),
    isEastAsian: isEastAsian(parsed),
    keys: once(() => keysOf(profile)),
  };
  return profile;
}

function hintOf({ hint }: Word): CultureHint {
  return hint;
}
