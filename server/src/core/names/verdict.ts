/**
 * Weighs what speaks for one person and what for two: a logistic sum of few measures. The weights were fitted on pairs
 * of real people's names, half of them look-alikes, and rounded; each can be read as it stands.
 */

import type { Evidence } from './evidence.ts';

/** Each measure with its weight: above zero it speaks for one person. */
const MEASURES: readonly (readonly [weight: number, measure: (it: Evidence) => number])[] = [
  [2.1, () => 1],
  // Two or three words that agree letter by letter leave little to chance.
  [0.9, (it) => flag(it.exact > 1)],
  [0.9, (it) => flag(it.exact > 2)],
  // The word that differs most, in tenths of a sound per sound; beyond what romanisations do it counts double.
  [-0.7, (it) => it.worst * 10],
  [-0.7, (it) => Math.max(0, it.worst - 0.15) * 10],
  // Where letters are nobody's choice, or each bearer's own, other letters are another person's.
  [-0.8, (it) => (it.culture === 'slavic' ? it.worst * 10 : 0)],
  [-0.9, (it) => (it.culture === 'indic' ? it.worst * 10 : 0)],
  [-0.7, (it) => flag(it.culture === 'latin' && it.varied > 0 && !it.areAllSlips)],
  [1.3, (it) => flag(it.culture === 'slavic' && it.varied > 0)],
  [1.5, (it) => flag(it.culture === 'muslim' && it.varied > 0)],
  [-0.6, (it) => flag(it.culture === 'indic' && it.varied > 0)],
  [0.8, (it) => flag(it.culture === 'japanese' && it.varied > 0)],
  // Another romanisation shows in every word that it can.
  [2, (it) => flag(it.varied > 1)],
  [2.4, (it) => flag(it.varied > 0 && it.exact > 1)],
  [0.5, (it) => flag(it.varied > 0 && it.isFamilyVaried)],
  [0.5, (it) => flag(it.genericVaried > 0)],
  [1, (it) => flag(it.isSlipped)],
  [0.9, (it) => flag(it.nicknames > 0)],
  [1.2, (it) => flag(it.initials > 0)],
  [1.9, (it) => flag(it.isReordered)],
  // "Man" is the beginning of many names; with more words left out besides, it is how people shorten theirs.
  [-1.7, (it) => flag(it.cut > 0)],
  [1.7, (it) => flag(it.cut > 0 && isPart(it))],
  // A word that each has alone makes two people of them.
  [-4.1, (it) => Math.min(...it.telling)],
  [-3, (it) => Math.min(...it.alone) - Math.min(...it.telling)],
  // Words that one has more: what is left must tell.
  [0.8, (it) => Math.min(2, Math.max(...it.telling) - Math.min(...it.telling))],
  [
    0.7,
    (it) =>
      flag(Math.max(...it.alone) - Math.min(...it.alone) > Math.max(...it.telling) - Math.min(...it.telling)),
  ],
  [0.6, (it) => it.ends],
  [-1.1, (it) => flag(it.culture === 'latin' && isPart(it))],
  [-2.8, (it) => flag(it.culture === 'indic' && isPart(it))],
  [-1.8, (it) => flag(isPart(it) && tellingWords(it) === 1)],
  [-3, (it) => flag(isPart(it) && tellingWords(it) === 0)],
];

/** How sure the sum has to be: a name that is wrongly joined to another costs more than one that is missed. */
const THRESHOLD = 1.6;

/** Whether the words of two names speak for one person more than for two. */
export function mayBeOnePerson(evidence: Evidence): boolean {
  if (isVetoed(evidence)) return false;
  let sum = 0;
  for (const [weight, measure] of MEASURES) sum += weight * measure(evidence);
  return sum > THRESHOLD;
}

/**
 * English names are not romanised: Steel and Steele, Joan Larsen and John Larson are two people unless a finger
 * slipped. A single word is a name in so many languages that little may differ: Khamenei is not Khomeini.
 */
function isVetoed(it: Evidence): boolean {
  if (it.isEnglish) return it.varied > 0 && it.exact < 2 && !it.areAllSlips;
  return it.exact + it.initials + it.nicknames === 0 && it.varied === 1 && it.worst > MOST_ALONE && it.isBare;
}

const MOST_ALONE = 0.09;

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function isPart({ alone }: Evidence): boolean {
  return alone[0] + alone[1] > 0;
}

function tellingWords({ exact, varied, nicknames }: Evidence): number {
  return exact + varied + nicknames;
}
