/** Names whose short syllables tell people apart letter by letter: Chinese, Cantonese, Vietnamese. */

import { foldLetters } from '../text/fold.ts';
import type { ParsedName } from './parse.ts';

/** Family names that news prints most, in pinyin and in the usual romanisations of Hong Kong, Taiwan and Vietnam. */
const FAMILY_NAMES = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lam chan wong cheung lau
  leung ng kwok tsai hsiao hsu chiu chui zhong shi qin hou xiong qiu bai xue meng gu long wan duan lei qian tan yin mo
  fan fang jin cui kang jia zou shao hao gong dai xia lai pang hong kong nguyen tran pham hoang phan vu vo dang bui do ngo
  duong ly le ho dinh truong trinh mai ha vi dao doan to kim ri choe pak jo paek`.split(/\s+/),
);

/** The syllables of pinyin, loosely: what a given name in pinyin is made of. */
const PINYIN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|ui|uo|ue|[aeiou])){1,2}$/;
const LONGEST_SYLLABLE = 6;

/** Whether a name may be Chinese or Vietnamese by its family name, first or last, and the make of its other words. */
export function isEastAsian({ words }: ParsedName): boolean {
  if (words.length < 2 || words.length > 4) return false;
  const [first = '', ...rest] = words;
  const isGiven = (word: string) => word.length <= LONGEST_SYLLABLE || PINYIN.test(word);
  return (
    (FAMILY_NAMES.has(first) && rest.every(isGiven)) ||
    (FAMILY_NAMES.has(words.at(-1) ?? '') && words.slice(0, -1).every(isGiven))
  );
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
