/** Names whose short syllables tell people apart letter by letter: Chinese, Cantonese, Vietnamese. */

import { foldLetters } from '../text/fold.ts';
import { isPinyin, isReading, isSameInWadeGiles, isWadeGiles } from './chinese.ts';
import { isWesternGivenName } from './culture.ts';
import type { ParsedName } from './parse.ts';

/** Family names that news prints most, in pinyin and in the usual romanisations of Hong Kong, Taiwan and Vietnam. */
const FAMILY_NAMES = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lam chan wong cheung lau
  leung ng kwok tsai hsiao hsu chiu chui zhong shi qin hou xiong qiu bai xue meng gu long wan duan lei qian tan yin mo
  fan fang jin cui kang jia zou shao hao gong dai xia lai pang hong kong nguyen tran pham hoang phan vu vo dang bui do ngo
  duong ly le ho dinh truong trinh mai ha vi dao doan to kim ri choe pak jo paek`.split(/\s+/),
);

/** More of them, rarer or shared with other languages: they only tell where the other words agree. */
const OTHER_FAMILY_NAMES = new Set(
  `luong dam lieu tong hua chang chao chiang chou chu ko kuo hsieh hsiung hsueh tseng tsao teng yeh yen shih shyh sheng
  liao liaw kung tung lo fu lee kao kuan hung huynh quach thai xi hsi zhan pei bi chong`.split(/\s+/),
);

const LONGEST_SYLLABLE = 6;

/** Whether a name may be Chinese or Vietnamese by its family name, first or last, and the make of its other words. */
export function isEastAsian({ words }: ParsedName): boolean {
  if (words.length < 2 || words.length > 4) return false;
  const [first = '', ...rest] = words;
  if (isWestern(first)) return false;
  return (
    (isFamily(first) && rest.every(isGiven)) ||
    (isFamily(words.at(-1) ?? '') && words.slice(0, -1).every(isGiven))
  );
}

function isFamily(word: string): boolean {
  return FAMILY_NAMES.has(word) || OTHER_FAMILY_NAMES.has(word);
}

/** Eddie Ng and Lidia Kim are named as in the West, and so is their middle name left out. */
function isWestern(word: string): boolean {
  return !isFamily(word) && isWesternGivenName(word);
}

function isGiven(word: string): boolean {
  return word.length <= LONGEST_SYLLABLE || isPinyin(word);
}

/**
 * Short syllables tell people apart letter by letter: only another romanisation of each, or a name with more of the
 * same words, may be the same person: "Edward Lau Kwok-fan" and "Lau Kwok-fan".
 */
export function compareEastAsian(a: ParsedName, b: ParsedName): 'transliteration' | 'subset' | 'different' {
  const [x, y] = [a.words, b.words];
  if (!a.hasHomeLetters && !b.hasHomeLetters && mayBeRomanisedAlike(a, b)) return 'transliteration';
  if (x.length === y.length) return 'different';
  const [shorter, longer] = x.length < y.length ? [x, y] : [y, x];
  return shorter.length > 2 && shorter.every((it) => longer.includes(it)) ? 'subset' : 'different';
}

function mayBeRomanisedAlike(a: ParsedName, b: ParsedName): boolean {
  const [isOldA, isOldB] = [a, b].map(({ words, groups }) =>
    isWadeGiles(words, groups.length < words.length),
  );
  if (isOldA && isOldB)
    return (
      a.words.length === b.words.length && a.words.every((it, i) => isSameInWadeGiles(it, b.words[i] ?? ''))
    );
  if (isOldA) return readsAs(a.words, b.words);
  return isOldB === true && readsAs(b.words, a.words);
}

/** Syllable by syllable; pinyin writes those of a given name in one word: Hsi Chin-ping, Xi Jinping. */
function readsAs(wadeGiles: readonly string[], pinyin: readonly string[]): boolean {
  if (wadeGiles.length === pinyin.length) return wadeGiles.every((it, i) => isReading(it, pinyin[i] ?? ''));
  const [family = '', first = '', second = ''] = wadeGiles;
  const [pinyinFamily = '', given = ''] = pinyin;
  if (wadeGiles.length !== 3 || pinyin.length !== 2 || !isReading(family, pinyinFamily)) return false;
  return [2, 3, 4].some((at) => isReading(first, given.slice(0, at)) && isReading(second, given.slice(at)));
}

/** Whether a word is one of the family names above. */
export function isEastAsianFamily(word: string): boolean {
  return FAMILY_NAMES.has(foldLetters(word));
}

/** Whether so many people bear a family name that two of them are seldom related. */
export function isUnrelatedFamily(word: string): boolean {
  return isEastAsianFamily(word) || KOREAN_FAMILIES.has(foldLetters(word));
}

const KOREAN_FAMILIES = new Set(
  'lee kim park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo hong jeon'.split(
    ' ',
  ),
);
