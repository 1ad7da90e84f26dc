/** Korean names in Latin letters, compared syllable by syllable: never by edit distance. */

import {
  CODAS,
  FAMILY_NAMES,
  NORTHERN_FAMILIES,
  NORTHERN_ONSETS,
  NORTHERN_VOWELS,
  SOUTHERN_ONSETS,
  SOUTHERN_VOWELS,
} from './korean-syllables.ts';

/** One way to read a name: which part is the family name, and where the given name is parted. */
interface Reading {
  readonly family: string;
  /** One or two syllables, as written. */
  readonly given: readonly string[];
}

/** A name by its likeliest reading, with all the ways in which its letters can be read. */
export interface KoreanName extends Reading {
  readonly readings: readonly Reading[];
}

type System = 'southern' | 'northern';

/** Reads folded words as a Korean name, family name first or last; undefined where they can be none. */
export function readKorean(words: readonly string[]): KoreanName | undefined {
  if (words.length < 2 || words.length > 3) return undefined;
  const [first = '', ...afterFirst] = words;
  const readings = [...readingsOf(first, afterFirst), ...readingsOf(words.at(-1) ?? '', words.slice(0, -1))];
  const [likeliest] = readings;
  return likeliest && { family: likeliest.family, given: likeliest.given, readings };
}

/** Whether two Korean names may be one in two romanisations. */
export function mayBeSameKorean(a: KoreanName, b: KoreanName): boolean {
  return a.readings.some((it) => b.readings.some((other) => mayBeSame(it, other)));
}

/**
 * Letters that mean other vowels in the North (`yong` for 영) are only read so where a name is marked as northern, by
 * its family name or by a syllable that the South does not write.
 */
function mayBeSame(a: Reading, b: Reading): boolean {
  if (a.given.length !== b.given.length) return false;
  const [isNorthA, isNorthB] = [isNorthern(a), isNorthern(b)];
  if (!sharesFamily(a.family, b.family, isNorthA || isNorthB)) return false;
  return a.given.every((it, i) => {
    const other = b.given[i] ?? '';
    return (
      it === other ||
      sharesSound(it, 'southern', other, 'southern') ||
      (isNorthA && sharesSound(it, 'northern', other, 'southern')) ||
      (isNorthB && sharesSound(it, 'southern', other, 'northern')) ||
      ((isNorthA || isNorthB) && sharesSound(it, 'northern', other, 'northern'))
    );
  });
}

function isNorthern({ family, given }: Reading): boolean {
  return (
    northernFamilies.has(family) ||
    given.some((it) => soundsOf(it, 'southern').length === 0 || NORTHERN_MARK.test(it))
  );
}

/** Syllables that no name of the South is written with. */
const NORTHERN_MARK =
  /^(?:chol|pyong|myong|kyong|hyong|hyok|hyon|[cj]hon|sok|pom|pok|sop|tok|th.*|ph.*|.*yol|yop|sol|chon)$/;

function readingsOf(family: string, rest: readonly string[]): Reading[] {
  if (!families.has(family)) return [];
  if (rest.length === 2) return rest.every(isSyllable) ? [{ family, given: rest }] : [];
  const [only = ''] = rest;
  const found: Reading[] = [];
  for (let at = 1; at < only.length && only.length <= LONGEST_GIVEN; at++) {
    const given = [only.slice(0, at), only.slice(at)];
    if (given.every(isSyllable)) found.push({ family, given });
  }
  if (isSyllable(only)) found.push({ family, given: [only] });
  return found;
}

const LONGEST_GIVEN = 14;

function isSyllable(text: string): boolean {
  return soundsOf(text, 'southern').length > 0 || soundsOf(text, 'northern').length > 0;
}

function sharesFamily(a: string, b: string, isNorthern: boolean): boolean {
  if (a === b) return true;
  const [x, y] = [families.get(a) ?? [], families.get(b) ?? []];
  return x.some((it) =>
    y.some((other) => it.name === other.name && (isNorthern || !(it.isNorthern || other.isNorthern))),
  );
}

function sharesSound(a: string, systemA: System, b: string, systemB: System): boolean {
  const others = soundsOf(b, systemB);
  return soundsOf(a, systemA).some((it) => others.includes(it));
}

const families = new Map<string, { readonly name: string; readonly isNorthern: boolean }[]>();
for (const row of FAMILY_NAMES.trim().split(/;\s*/)) {
  const [south = '', north = ''] = row.split('|');
  const [name = '', ...forms] = south.trim().split(/\s+/);
  const add = (form: string, isNorthern: boolean) =>
    families.set(form, [...(families.get(form) ?? []), { name, isNorthern }]);
  for (const form of forms) add(form, false);
  for (const form of north.trim().split(/\s+/)) if (form !== '') add(form, true);
}
/** The first letters of the family names that a name may have and of the given name, as keys for an index. */
export function familyOf(name: KoreanName): string[] {
  const keys = name.readings.flatMap(({ family, given }) =>
    (families.get(family) ?? []).map((it) => it.name + given.map((syllable) => initialOf(syllable)).join('')),
  );
  return [...new Set(keys)];
}

/** A consonant that romanisations agree on. */
function initialOf(syllable: string): string {
  const [first = ''] = soundsOf(syllable, 'southern');
  const sound = (first || (soundsOf(syllable, 'northern')[0] ?? '')).charAt(0).toLowerCase();
  return sound === 'c' ? 'j' : sound;
}

const northernFamilies = new Set(NORTHERN_FAMILIES.split(' '));

type Letters = ReadonlyMap<string, readonly string[]>;
const onsets: { readonly [In in System]: Letters } = {
  southern: lettersOf(SOUTHERN_ONSETS),
  northern: lettersOf(NORTHERN_ONSETS),
};
const vowels: { readonly [In in System]: Letters } = {
  southern: lettersOf(SOUTHERN_VOWELS),
  northern: lettersOf(NORTHERN_VOWELS),
};
const codas = lettersOf(CODAS);
const SYLLABLE =
  /^([bcdghjklmnprst]*?)((?:[aeiouwy]|(?<=[aeo])h$|(?<=[eu])r$|(?<=^w)h)+)([kgcndtlrmpb]{0,2})$/;

function lettersOf(row: string): Letters {
  return new Map(
    row.split(', ').map((it) => {
      const [letters = '', ...sounds] = it.split(' ');
      return [letters, sounds] as const;
    }),
  );
}

const known: { readonly [In in System]: Map<string, readonly string[]> } = {
  southern: new Map(),
  northern: new Map(),
};
const MOST_KEPT = 5_000;

/** The syllables that letters may stand for: consonant, vowel, consonant. */
function soundsOf(letters: string, system: System): readonly string[] {
  const before = known[system].get(letters);
  if (before) return before;
  const sounds = readSyllable(letters, system);
  if (known[system].size >= MOST_KEPT) known[system].clear();
  known[system].set(letters, sounds);
  return sounds;
}

function readSyllable(letters: string, system: System): string[] {
  if (letters.length > 7) return [];
  // 화 is also written wha.
  const match = SYLLABLE.exec(letters.replace(/^wh/, 'hw').replace(/h(?=[knlm]$)/, ''));
  if (!match) return [];
  const [, onset = '', vowel = '', coda = ''] = match;
  const starts = onset === '' ? [''] : (onsets[system].get(onset) ?? []);
  const ends = coda === '' ? [''] : (codas.get(coda) ?? []);
  const middles = [
    ...(vowels[system].get(vowel) ?? []),
    ...(vowels[system].get(`${vowel}${coda === '' ? '-' : '+'}`) ?? []),
  ].flatMap((it) => (it.endsWith('+') ? (coda === '' ? [] : it.slice(0, -1)) : it));
  return starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => `${start}${middle}${end}`)));
}
