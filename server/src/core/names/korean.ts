/** Korean names in Latin letters, compared syllable by syllable: never by edit distance. */

import { FAMILY_SYLLABLES, GIVEN_SYLLABLES } from './korean-syllables.ts';

/** Forms that North Korean names have and the table lacks, as `form syllable`. */
const NORTHERN =
  'ri 이, rim 임, ryu 유, ryang 양, pak 박, choe 최, jong 정, hyon 현, hyong 형, yong 영, song 성, chol 철, sok 석, un 은, myong 명, kyong 경';

type Table = ReadonlyMap<string, ReadonlySet<string>>;

/** From a romanised form to the syllables that it may stand for. */
const given = tableOf(GIVEN_SYLLABLES);
const family = tableOf(FAMILY_SYLLABLES);

export interface KoreanName {
  readonly family: string;
  /** One or two syllables. */
  readonly given: readonly string[];
}

/** Reads folded words as a Korean name, family name first or last; undefined where they can be none. */
export function readKorean(words: readonly string[]): KoreanName | undefined {
  if (words.length < 2 || words.length > 3) return undefined;
  const [first = '', ...afterFirst] = words;
  const last = words.at(-1) ?? '';
  return koreanName(first, afterFirst) ?? koreanName(last, words.slice(0, -1));
}

/** Whether two Korean names may be one in two romanisations. */
export function mayBeSameKorean(a: KoreanName, b: KoreanName): boolean {
  return (
    mayBeSame(family, a.family, b.family) &&
    a.given.length === b.given.length &&
    a.given.every((syllable, i) => mayBeSame(given, syllable, b.given[i] ?? ''))
  );
}

function koreanName(familyName: string, rest: readonly string[]): KoreanName | undefined {
  if (!family.has(familyName)) return undefined;
  const [only = ''] = rest;
  const syllables = rest.length === 1 ? (splitInTwo(only) ?? [only]) : rest;
  return syllables.length <= 2 && syllables.every((it) => given.has(it))
    ? { family: familyName, given: syllables }
    : undefined;
}

/** Splits a given name that is written as one word: "jaemyung" into "jae" and "myung". */
function splitInTwo(name: string): [string, string] | undefined {
  for (let at = 2; at <= name.length - 2; at++) {
    const [a, b] = [name.slice(0, at), name.slice(at)];
    if (given.has(a) && given.has(b)) return [a, b];
  }
  return undefined;
}

function mayBeSame(table: Table, a: string, b: string): boolean {
  if (a === b) return true;
  const others = table.get(b);
  for (const syllable of table.get(a) ?? []) if (others?.has(syllable)) return true;
  return false;
}

function tableOf(rows: string): Table {
  const table = new Map<string, Set<string>>();
  const add = (form: string, syllable: string) =>
    table.set(form, (table.get(form) ?? new Set()).add(syllable));
  for (const row of rows.trim().split(/;\s*/)) {
    const [syllable = '', ...forms] = row.trim().split(' ');
    for (const form of forms) add(form, syllable);
  }
  for (const pair of NORTHERN.split(', ')) {
    const [form = '', syllable = ''] = pair.split(' ');
    add(form, syllable);
  }
  return table;
}
