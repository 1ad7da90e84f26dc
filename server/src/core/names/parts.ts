/** The parts of a name: which of its words may stand for the person later on. */

import { rememberText } from '../remember.ts';
import { foldLetters, squash } from '../text/fold.ts';
import { isEastAsianFamily, isUnrelatedFamily } from './east-asian.ts';
import { readKorean } from './korean.ts';
import { isParticle, parseName, withoutPostNominals } from './parse.ts';

const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The words of a name, without a generation or honours at its end. */
function wordsOf(name: string): string[] {
  const words = withoutPostNominals(name)
    .split(/[\s\u00a0]+/)
    .filter((it) => it !== '');
  while (words.length > 1 && GENERATION.test(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Whether a person's name has more than one part; the particles of a surname ("bin Salman") are none. */
export function isFullName(name: string): boolean {
  return /[\s\u00a0]/.test(name) && hasTwoParts(name);
}

const hasTwoParts = rememberText((name) => {
  const words = wordsOf(name);
  return words.length > 1 && !(/^\p{Ll}/u.test(name) && words.slice(0, -1).every(isParticle));
}, 1_000);

/**
 * The short forms, squashed, by which a text may refer back to a full name: its last word, with the Arabic article and
 * without it ("al-Sharaa", "Sharaa"), its first, its family name of several words.
 */
export function referenceKeys(name: string): string[] {
  const words = wordsOf(name);
  const last = words.at(-1);
  const bare = last?.replace(ARABIC_ARTICLE, '');
  const keys = [last, ...(bare === last ? [] : [bare]), words[0], words.slice(1).join('')].map((it) =>
    squash(it ?? ''),
  );
  return [...new Set([...keys, ...longFamiliesOf(name)])].filter((it) => it.length > 1);
}

/** Right before a word of which enough is left to tell by. */
const ARABIC_ARTICLE = /^(?:al|el|ad|as|ash|at|an|ar|az)-(?=\p{L}{3})/iu;

/**
 * What may be a family name of several words at the end of a full name, squashed: what begins with a particle ("bin
 * Salman", "von der Leyen", "de la Cruz", "Abdul Ghani"), and the last two of four words or more ("López Obrador"). Alone, such a
 * family name looks like a full name.
 */
export function longFamiliesOf(name: string): string[] {
  const words = wordsOf(name);
  const particle = particleIn(words);
  const starts = [
    ...(particle > 0 ? [particle] : []),
    ...(words.length >= TWO_GIVEN_TWO_FAMILY ? [words.length - 2] : []),
  ];
  return starts.map((it) => squash(words.slice(it).join('')));
}

/** Words of a Spanish or Portuguese name in full: Andrés Manuel López Obrador. */
const TWO_GIVEN_TWO_FAMILY = 4;

/** The word of a full name that is its family name: the first where the name is East Asian, else the last. */
export function familyOf(name: string): string | undefined {
  const words = wordsOf(name);
  const parsed = parseName(name);
  const [first = '', second = ''] = words;
  const isFamilyFirst =
    isEastAsianFamily(first) ||
    readKorean(parsed.words)?.family === foldLetters(first) ||
    (isUnrelatedFamily(first) && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(second));
  return isFamilyFirst ? first : words.at(-1);
}

/** The words by which a person is named later on, where no text shows how: "da Silva", "Lee", "Yellen". */
export function shortNameOf(name: string): string {
  const words = wordsOf(name);
  const particle = particleIn(words);
  return particle > 0 ? words.slice(particle).join(' ') : (familyOf(name) ?? name);
}

/** Where a family name of several words begins with a particle; below zero where none does. */
function particleIn(words: readonly string[]): number {
  return words.findIndex(
    (it, at) => at > 0 && at < words.length - 1 && (isParticle(foldLetters(it)) || /^abd[ue]l$/i.test(it)),
  );
}
