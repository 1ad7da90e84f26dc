/**
 * What it costs to take one sound of a name for another, or to leave it out, by the script that the name comes from:
 * little where romanisations differ by law, much where another sound makes another name. General knowledge; the signs
 * are those of `transliteration.ts` (`E` for ai and ei, `c` for ch and zh, `x` for kh).
 */

import type { Culture } from './culture.ts';

export interface SoundCosts {
  /** For two sounds, by their letter codes: `a * 128 + b`. */
  readonly changed: Float64Array;
  /** For a sound that one form lacks, by its letter code. */
  readonly omitted: Float64Array;
}

export const VOWELS = 'aeiouE';
const CONSONANT = 1.5;

/** Sounds that English letters catch one way or another, in any language. */
const ANYWHERE =
  'uv 0.3, ij 0.2, dt 0.4, gk 0.5, hx 0.2, kx 0.3, gh 0.3, vf 0.5, vb 0.6, sz 0.6, cj 0.6, cs 0.5, cz 0.5, ck 0.7, gj 0.3, jz 0.6, js 0.8, gx 0.5, cx 0.5, bp 0.7, tz 0.8, dz 0.8, fp 0.9, mn 1.1, lr 1.1';

/** `*` stands for a vowel in general, before the slash for a change, after it for an omission. */
const BY_CULTURE: { readonly [From in Culture]: string } = {
  muslim:
    '* 1, ae 0.3, ou 0.25, ei 0.3, eE 0.2, iE 0.2, aE 0.4, ai 0.55, au 0.6, ao 0.5, eu 0.7, iu 0.9, uv 0.25, gk 0.3 / * 0.45, h 0.3, v 0.9',
  slavic:
    '* 1.2, ao 0.5, eo 0.35, ei 0.5, iE 0.25, eE 0.3, aE 0.7, ia 0.8, ae 0.9, gh 0.2, uv 0.2, sz 0.9, dt 0.9, gk 1.1, kx 0.8, bp 1.2 / * 0.85, i 0.25, e 0.4, h 0.5',
  free: '* 1.1, ae 0.45, ou 0.25, ei 0.4, eE 0.3, iE 0.3, aE 0.5, ao 0.7, au 0.8, eu 0.7, ai 0.9 / * 0.6, h 0.3, g 1.3',
  indic:
    '* 1.2, ae 0.8, ou 0.3, ei 0.5, ao 0.9, iE 0.5, eE 0.4, aE 0.7, ai 1.2, vb 0.5 / * 0.8, a 0.6, h 0.4',
  japanese: '* 1.5 / * 1.2, h 0.4',
  latin: '* 1.3, iE 0.9, ae 1.2, ck 0.8, dt 1, gk 1.2, gh 1.2, hx 1, cs 0.9 / * 1, h 0.6',
};

export const SOUND_COSTS: { readonly [From in Culture]: SoundCosts } = {
  muslim: costsOf(BY_CULTURE.muslim),
  slavic: costsOf(BY_CULTURE.slavic),
  free: costsOf(BY_CULTURE.free),
  indic: costsOf(BY_CULTURE.indic),
  japanese: costsOf(BY_CULTURE.japanese),
  latin: costsOf(BY_CULTURE.latin),
};

function costsOf(row: string): SoundCosts {
  const [changes = '', omissions = ''] = row.split('/');
  const changed = new Float64Array(128 * 128).fill(CONSONANT);
  const omitted = new Float64Array(128).fill(1.1);
  for (const [sounds, cost] of pairsOf(`${ANYWHERE}, ${changes}`)) {
    for (const a of sounds === '*' ? VOWELS : sounds.charAt(0)) {
      for (const b of sounds === '*' ? VOWELS : sounds.charAt(1)) {
        changed[a.charCodeAt(0) * 128 + b.charCodeAt(0)] = cost;
        changed[b.charCodeAt(0) * 128 + a.charCodeAt(0)] = cost;
      }
    }
  }
  for (let code = 0; code < 128; code++) changed[code * 129] = 0;
  for (const [sounds, cost] of pairsOf(omissions))
    for (const sound of sounds === '*' ? VOWELS : sounds) omitted[sound.charCodeAt(0)] = cost;
  return { changed, omitted };
}

function pairsOf(row: string): [sounds: string, cost: number][] {
  return row
    .split(',')
    .map((it) => it.trim().split(' '))
    .map(([sounds = '', cost]) => [sounds, Number(cost)]);
}
