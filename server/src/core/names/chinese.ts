/** Syllables of Chinese in pinyin and in Wade-Giles, the romanisation of Taiwan: general knowledge. */

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|ui|uo|ue|[aeiou])';
const PINYIN = new RegExp(`^${INITIAL}${FINAL}$`);
const PINYIN_WORD = new RegExp(`^(?:${INITIAL}${FINAL}){1,2}$`);

/** Letters that pinyin never has, and Wade-Giles does: hs, ts, tz, -ih, -ieh, -ien, -ung, -uei. */
const WADE_GILES = /^(?:hs|ts|tz|sz|ss)|(?:ih|yh|ieh|eh|ien|ung|uei|erh|yen)$|^(?:k|h|ch|t|p|l)o$|^yu[ng]*$/;

/** Whether a folded word may be one or two syllables of pinyin. */
export function isPinyin(word: string): boolean {
  return PINYIN_WORD.test(word);
}

/** Letters that Wade-Giles never begins a syllable with. */
const PINYIN_ONLY = /^(?:zh|[xqbdgr]|z|c(?!h))/;

/** Whether a name may be written in Wade-Giles: by a syllable of its own, or by the hyphen of a given name. */
export function isWadeGiles(syllables: readonly string[], hasHyphen: boolean): boolean {
  return (
    (hasHyphen || syllables.some((it) => WADE_GILES.test(it))) &&
    !syllables.some((it) => PINYIN_ONLY.test(it))
  );
}

/** Whether two folded syllables of names in Wade-Giles are one; pinyin has one form for each. */
export function isSameInWadeGiles(a: string, b: string): boolean {
  return a === b || (WADE_GILES.test(a) && WADE_GILES.test(b) && fold(a) === fold(b));
}

/** Variants within Wade-Giles: shih and shyh, tze and tzu and tse. */
function fold(word: string): string {
  return word
    .replace(/^t[sz](?:e|u)h?$/, 'tzu')
    .replace(/yh$/, 'ih')
    .replace(/^(sh|ch|j)i$/, '$1ih')
    .replace(/^tz/, 'ts');
}

const INITIALS: readonly (readonly [from: RegExp, to: readonly string[]])[] = [
  [/^hs/, ['x']],
  [/^t[sz]/, ['z', 'c']],
  [/^s[sz]/, ['s']],
  [/^ch(?=i(?!h))/, ['j', 'q']],
  [/^ch(?=u)/, ['zh', 'ch', 'j', 'q']],
  [/^ch/, ['zh', 'ch']],
  [/^k/, ['g', 'k']],
  [/^t/, ['d', 't']],
  [/^p/, ['b', 'p']],
  [/^j/, ['r']],
];

/** Whether a syllable of Wade-Giles may be this one in pinyin: without its apostrophes it stands for two. */
export function isReading(wadeGiles: string, pinyin: string): boolean {
  if (!PINYIN.test(pinyin)) return false;
  const final = fold(wadeGiles)
    .replace(/[iy]h$/, 'i')
    .replace(/^(t[sz]|s[sz])[ue]$/, '$1i')
    .replace(/ien$/, 'ian')
    .replace(/^yen$/, 'yan')
    .replace(/([iuy])eh$/, '$1e')
    .replace(/uei$/, 'ui')
    .replace(/ung$/, 'ong')
    .replace(/^([kh])o$/, '$1e')
    .replace(/^([tl]|ch)o$/, '$1uo')
    .replace(/erh$/, 'er')
    .replace(/^yu$/, 'you');
  const rule = INITIALS.find(([from]) => from.test(final));
  if (!rule) return final === pinyin;
  return rule[1].some((it) => final.replace(rule[0], it) === pinyin);
}

/** The consonants of syllables, as far as pinyin and Wade-Giles agree on them: a key for an index. */
export function syllableSkeleton(syllables: string): string {
  return syllables
    .replace(/hs/g, 'x')
    .replace(/[zc]h|[jq]/g, 'j')
    .replace(/t[sz]|c/g, 'z')
    .replace(/k/g, 'g')
    .replace(/t/g, 'd')
    .replace(/p/g, 'b')
    .replace(/[aeiouhwy]+/g, '');
}
