/**
 * Whether two words may be one name in two romanisations, or one name and a slip of the key.
 *
 * Romanisations differ in lawful ways: which vowel stands for a short or reduced one, which digraph for a sound that
 * English lacks, whether letters are doubled. A weighted edit distance over the sounds makes lawful differences cheap
 * and all others dear, relative to the length of the word.
 */

import { editDistance } from './edit-distance.ts';

export type WordMatch = 'equal' | 'transliterated' | 'slipped' | 'different';

/** How freely a name is romanised, and so how far two forms of it may lie apart. */
export type Romanization =
  /** Written in Latin letters at home: only slips. */
  | 'none'
  /** From Cyrillic: the vowels that are written are the vowels that are meant. */
  | 'slavic'
  /** From Arabic and Persian letters and the like: short vowels are anybody's choice. */
  | 'free';

/** The cost of a letter, on average over a word, up to which two words may be one. */
const MOST_IN_WORD: { readonly [From in Romanization]: number } = { none: 0.04, slavic: 0.2, free: 0.24 };
/** The same over all the words of a name: one word may differ more where the others agree. */
const MOST_IN_NAME: { readonly [From in Romanization]: number } = { none: 0.04, slavic: 0.09, free: 0.13 };
/** Slips are only believed in words long enough that few other names lie one slip away. */
const SHORTEST_SLIPPED = 7;

/** Compares names word by word, in order; there are as many words in `a` as in `b`. */
export function matchNames(
  a: readonly string[],
  b: readonly string[],
  romanization: Romanization,
): WordMatch {
  let cost = 0;
  let letters = 0;
  let slips = 0;
  for (let i = 0; i < a.length; i++) {
    const [word = '', other = ''] = [a[i], b[i]];
    const longer = Math.max(word.length, other.length);
    letters += longer;
    if (word === other) continue;
    const wordCost = costOf(word, other, romanization);
    if (wordCost <= MOST_IN_WORD[romanization] * longer) cost += wordCost;
    else if (isSlip(word, other)) slips++;
    else return 'different';
  }
  if (cost > MOST_IN_NAME[romanization] * letters || slips > 1) return 'different';
  if (slips > 0) return 'slipped';
  return cost > 0 ? 'transliterated' : 'equal';
}

/** Compares two folded words of a name. */
export function matchWords(a: string, b: string, romanization: Romanization): WordMatch {
  return matchNames([a], [b], romanization);
}

function costOf(a: string, b: string, romanization: Romanization): number {
  if (Math.min(a.length, b.length) <= 2 || Math.abs(a.length - b.length) > 4) return Number.POSITIVE_INFINITY;
  // A word that two romanisations give the same sounds is not quite the same word.
  return Math.max(0.1, soundDistance(soundsOf(a), soundsOf(b), romanization));
}

function isSlip(a: string, b: string): boolean {
  return (
    Math.min(a.length, b.length) >= SHORTEST_SLIPPED &&
    a.charAt(0) === b.charAt(0) &&
    editDistance(a, b, 1) <= 1
  );
}

/** Spellings of one sound, longest first: transliterations from Arabic, Cyrillic, Greek, Persian, and German ones. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|tch|ch/g, 'c'],
  [/sch|sh/g, 's'],
  [/kh/g, 'x'],
  [/gh/g, 'g'],
  [/ck/g, 'k'],
  [/ph/g, 'f'],
  [/[td]h/g, 't'],
  [/zh|dzh|dj|dsch/g, 'j'],
  [/tz|ts/g, 'z'],
  [/ks/g, 'x'],
  [/q|c(?=[aoulrkt])|c$/g, 'k'],
  [/w/g, 'v'],
  [/eu|ew|iou/g, 'iu'],
  [/ou|oo/g, 'u'],
  [/ai|ay|ei|ey|ae/g, 'E'],
  [/ii|iy|yi|ij|yy|ee|ie/g, 'i'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/([^aeiouEh])h/g, '$1'],
  [/h$/g, ''],
];

const known = new Map<string, string>();
const MOST_KEPT = 20_000;

/** A folded word as a row of sounds, one letter each. */
function soundsOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const sounds = SOUNDS.reduce((it, [from, to]) => it.replace(from, to), word);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(word, sounds);
  return sounds;
}

const VOWELS = 'aeiouE';
const DEAR = 1.5;

/** What it costs to take one sound for another where that is lawful; both ways round. */
const SOUND_COSTS = bothWays({
  uv: 0.3,
  ij: 0.2,
  bp: 0.8,
  dt: 0.4,
  gk: 0.5,
  sz: 0.8,
  vf: 0.5,
  vb: 0.6,
  cs: 0.5,
  ck: 0.6,
  gh: 0.3,
  hx: 0.2,
  kx: 0.3,
  gj: 0.3,
  jz: 0.6,
  js: 0.8,
  cj: 0.6,
  cz: 0.5,
  gx: 0.5,
  cx: 0.4,
});
const VOWEL_COSTS: { readonly [From in Romanization]: ReadonlyMap<string, number> } = {
  none: new Map(),
  slavic: bothWays({ aE: 0.8, eE: 0.3, iE: 0.3, ei: 0.6, ao: 0.7, oe: 0.9 }),
  free: bothWays({ ae: 0.45, aE: 0.5, eE: 0.3, iE: 0.3, ei: 0.4, ou: 0.3, ao: 0.7, oe: 1, ia: 1, iu: 1 }),
};

function bothWays(costs: { readonly [pair: string]: number }): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(costs).flatMap(([pair, cost]) => [
      [pair, cost],
      [pair.charAt(1) + pair.charAt(0), cost],
    ]),
  );
}

function substitution(a: string, b: string, romanization: Romanization): number {
  if (a === b) return 0;
  return (
    VOWEL_COSTS[romanization].get(a + b) ?? SOUND_COSTS.get(a + b) ?? (isVowel(a) && isVowel(b) ? 1.2 : DEAR)
  );
}

/** What it costs to leave a sound out: vowels come and go, `h` more easily than other consonants. */
function omission(sound: string): number {
  if (sound === 'h') return 0.3;
  return isVowel(sound) ? 0.6 : 1.1;
}

function isVowel(sound: string): boolean {
  return VOWELS.includes(sound);
}

/** Weighted edit distance of two rows of sounds; other first sounds cost double. */
function soundDistance(a: string, b: string, romanization: Romanization): number {
  let last = new Float64Array(b.length + 1);
  let row = new Float64Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) last[j] = (last[j - 1] ?? 0) + omission(b.charAt(j - 1));
  for (let i = 1; i <= a.length; i++) {
    const sound = a.charAt(i - 1);
    row[0] = (last[0] ?? 0) + omission(sound);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charAt(j - 1);
      const weight = i === 1 && j === 1 ? 2 : 1;
      row[j] = Math.min(
        (last[j] ?? 0) + omission(sound),
        (row[j - 1] ?? 0) + omission(other),
        (last[j - 1] ?? 0) + weight * substitution(sound, other, romanization),
      );
    }
    [last, row] = [row, last];
  }
  return last[b.length] ?? 0;
}

/** The consonants of a folded word, as far as romanisations agree on them: a key for an index. */
export function consonantSkeleton(word: string): string {
  const sounds = soundsOf(word);
  const first = isVowel(sounds.charAt(0)) ? 'A' : sounds.charAt(0);
  return (first + sounds.slice(1).replace(/[aeiouEh]/g, ''))
    .replace(/[gxk]/g, 'k')
    .replace(/[zcj]/g, 's')
    .replace(/(.)\1+/g, '$1');
}
