/** Ways of folding text together for comparison; none of them is ever shown to an editor. */

/** Letters whose base form Unicode decomposition does not give. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
  þ: 'th',
  ħ: 'h',
};
const NOT_ASCII = /[^\0-\x7f]/;

/** Lower case without diacritics: `Nicolás` and `nicolas` are one. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđðßæœıəþħ]/g, (letter) => BASE_LETTERS[letter] ?? letter);
}

/** Only letters and digits, folded: `Lee Jae-myung`, `Lee Jae Myung` and `LEE JAEMYUNG` are one. */
export function squash(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words in ASCII with single spaces between them and no grave accent: nothing to fold. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** One shape for every apostrophe, hyphen, quotation mark and space: what is left differs to the eye. */
export function foldTypography(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u2010\u2011\u2012]/g, '-')
    .replace(/[\s\u00a0\u2000-\u200b]+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** 32-bit FNV-1a of the UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
