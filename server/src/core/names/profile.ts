/** What there is to know about one name before it is compared, read once: most names are compared with many others. */

import { foldTypography } from '../text/fold.ts';
import { type Culture, type CultureHint, guessCulture } from './culture.ts';
import { isEastAsian } from './east-asian.ts';
import { type KoreanName, readKorean } from './korean.ts';
import { type ParsedName, parseName } from './parse.ts';
import { type Word, wordOf } from './words.ts';

export interface NameProfile extends ParsedName {
  /** With typography folded: what is left differs to the eye. */
  readonly text: string;
  readonly culture: Culture;
  readonly korean: KoreanName | undefined;
  readonly isEastAsian: boolean;
  /** The words of the core. */
  readonly compared: readonly Word[];
}

/** Names met of late; when there are many, those before them are given up. */
let known = new Map<string, NameProfile>();
let older = new Map<string, NameProfile>();
const MOST_KEPT = 8_000;
const LONGEST_KEPT = 100;

export function profileOf(name: string): NameProfile {
  const before = known.get(name) ?? older.get(name);
  if (before) return before;
  const profile = readProfile(name);
  if (name.length > LONGEST_KEPT) return profile;
  if (known.size >= MOST_KEPT) [known, older] = [new Map(), known];
  known.set(name, profile);
  return profile;
}

function readProfile(name: string): NameProfile {
  const text = foldTypography(name);
  const parsed = parseName(text);
  const compared = parsed.core.map(wordOf);
  return {
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
  };
}

function hintOf({ hint }: Word): CultureHint {
  return hint;
}
