/**
 * How far two words lie apart in sound, where they may be one name in two romanisations.
 *
 * Romanisations differ in lawful ways: which vowel stands for a short or reduced one, which digraph for a sound that
 * English lacks, whether letters are doubled. A weighted edit distance over the sounds makes lawful differences cheap
 * and all others dear.
 */

import { rememberText } from '../remember.ts';
import type { Culture } from './culture.ts';
import { SOUND_COSTS, VOWELS } from './sound-costs.ts';

/** Spellings of one sound: transliterations from Arabic, Cyrillic, Greek, Persian, and German and French ones. */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  `shch c, tsch c, dsch j, tch c, dzh j, sch s, iou iu, ch c, sh s, kh x, gh g, ck k, ph f, th t, dh t, zh j, dj j,
  tz z, ts z, ks x, eu iu, ew iu, ou u, oo u, ai E, ay E, ei E, ey E, ae E, ii i, iy i, yi i, ij i, yy i, ee i, ie i,
  q k, w v, y i, cc k`
    .split(/,\s*/)
    .map((it) => {
      const [spelling = '', sound = ''] = it.split(' ');
      return [spelling, sound] as const;
    }),
);
const LONGEST_SPELLING = 4;
/** The first letters of spellings of more than one letter, so that most letters cost no look-up. */
const STARTS = new Set([...SOUNDS.keys()].map((it) => it.charAt(0)));

/** No name has longer words; what comes after tells nobody apart. */
const LONGEST_WORD = 30;

/** A folded word as a row of sounds, one letter each. */
export const soundsOf = rememberText((word) => readSounds(word.slice(0, LONGEST_WORD)), 2_000);

function readSounds(word: string): string {
  let sounds = '';
  for (let at = 0; at < word.length; ) {
    const [sound, taken] = soundAt(word, at);
    for (const letter of sound) {
      const before = sounds.charAt(sounds.length - 1);
      const isSilent = letter === 'h' && at > 0 && !isVowel(before);
      if (!isSilent && letter !== before) sounds += letter;
    }
    at += taken;
  }
  if (sounds.length > 1 && sounds.endsWith('h')) sounds = sounds.slice(0, -1);
  return sounds.endsWith('c') && word.endsWith('c') ? `${sounds.slice(0, -1)}k` : sounds;
}

/** The sound that the longest spelling at a place stands for, and how many letters that takes. */
function soundAt(word: string, at: number): readonly [sound: string, taken: number] {
  const letter = word.charAt(at);
  if (!STARTS.has(letter)) return [letter, 1];
  for (let length = Math.min(LONGEST_SPELLING, word.length - at); length > 0; length--) {
    const sound = SOUNDS.get(word.slice(at, at + length));
    if (sound !== undefined) return [sound, length];
  }
  // Before a dark vowel and most consonants it is hard: Marco, Victor.
  return letter === 'c' && HARD.includes(word.charAt(at + 1)) ? ['k', 1] : [letter, 1];
}

const HARD = 'aoulrt';

/** The cost of two words that no romanisation brings together. */
export const UNLIKE = 9;
/** For signs that are no sounds, and so in no table. */
const ODD = 1.5;
const SWAPPED = 1;
const H = 0x68;
/** An `h` is heard before a word begins, and so is written: Orhan is not Burhan. */
const FIRST_H = 0.4;
/** Words seldom begin otherwise: a first sound that differs counts double, unless it differs by law. */
const LAWFUL = 0.5;

function isVowel(sound: string): boolean {
  return sound !== '' && VOWELS.includes(sound);
}

let beforeLast = new Float64Array(LONGEST_WORD * 2 + 2);
let last = new Float64Array(LONGEST_WORD * 2 + 2);
let row = new Float64Array(LONGEST_WORD * 2 + 2);

/** The weighted edit distance of two rows of sounds; other first sounds cost double. {@link UNLIKE} above `limit`. */
export function soundDistance(a: string, b: string, culture: Culture, limit: number): number {
  if (a === b) return 0;
  const { changed, omitted } = SOUND_COSTS[culture];
  const width = b.length;
  last[0] = 0;
  for (let j = 1; j <= width; j++) last[j] = (last[j - 1] ?? 0) + (omitted[b.charCodeAt(j - 1)] ?? ODD);
  if (b.charCodeAt(0) === H) for (let j = 1; j <= width; j++) last[j] = (last[j] ?? 0) + FIRST_H;
  for (let i = 1; i <= a.length; i++) {
    const sound = a.charCodeAt(i - 1);
    const left = omitted[sound] ?? ODD;
    let least = (last[0] ?? 0) + left;
    if (i === 1 && sound === H) least += FIRST_H;
    row[0] = least;
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = sound === other ? 0 : (sound | other) > 127 ? ODD : (changed[sound * 128 + other] ?? ODD);
      if (i === 1 && j === 1 && cost > LAWFUL) cost *= 2;
      let best = Math.min(
        (last[j] ?? 0) + left,
        (row[j - 1] ?? 0) + (omitted[other] ?? ODD),
        (last[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && sound === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + SWAPPED);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return UNLIKE;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[width] ?? UNLIKE;
}

/** The consonants of a folded word, as far as romanisations agree on them: a key for an index. */
export function consonantSkeleton(word: string): string {
  return skeletonOf(soundsOf(word));
}

/** The same of a whole name, whose words are written together: it is not met again as words are. */
export function skeletonOfName(name: string): string {
  return skeletonOf(readSounds(name.slice(0, LONGEST_WORD)));
}

function skeletonOf(sounds: string): string {
  let skeleton = '';
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds.charAt(at);
    const isSilent = isVowel(sound) || sound === 'h';
    if (isSilent && at > 0) continue;
    const kind = isVowel(sound) ? 'A' : (MERGED.get(sound) ?? sound);
    if (!skeleton.endsWith(kind)) skeleton += kind;
  }
  return skeleton;
}

/** Consonants that romanisations take for one another. */
const MERGED: ReadonlyMap<string, string> = new Map([
  ['g', 'k'],
  ['x', 'k'],
  ['z', 's'],
  ['c', 's'],
  ['j', 's'],
]);
