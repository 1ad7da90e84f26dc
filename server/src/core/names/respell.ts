/** Fixes that give a name another spelling and keep the draft's typography. */

import type { Edit, NameMention } from '../model.ts';

/** A spelling set as the draft sets names: its apostrophes, its hyphens, its capitals where all are capitals. */
function setLike(mention: string, spelling: string): string {
  const hyphen = /[\u2010\u2011]/.exec(mention)?.[0];
  const curly = mention.includes('’') || !mention.includes("'");
  let text = curly ? spelling.replaceAll("'", '’') : spelling;
  if (hyphen) text = text.replaceAll('-', hyphen);
  return isAllCapitals(mention) ? text.toUpperCase() : text;
}

/** Whether a name is set in capitals throughout, as headlines may be; three letters are an acronym. */
export function isAllCapitals(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/**
 * Whether a name is part of a longer compound, whose hyphens are not the name's: "a North-Dakota-based firm", "OUR
 * Walmart".
 */
export function isCompound({ paragraph: { text, start }, span, type }: NameMention): boolean {
  const end = span.end - start;
  if (/^[-‐‑]\p{L}/u.test(text.slice(end, end + 2))) return true;
  const before = text.slice(Math.max(0, span.start - start - LONGEST_ACRONYM), span.start - start);
  return type === 'organization' && /(?:^|[^\p{L}.])\p{Lu}{2,} $/u.test(before);
}

/** With a space on either side. */
const LONGEST_ACRONYM = 8;

/** Gives one mention another spelling. Where markup stands inside the name, only the words that differ are edited. */
export function respell({ span, text }: Pick<NameMention, 'span' | 'text'>, spelling: string): Edit {
  const newText = setLike(text, spelling);
  if (!/\s{2}/.test(text)) return { span, newText };
  const [from, to] = [text, newText].map((it) => it.split(/\s+/));
  if (!from || !to) return { span, newText };
  let head = 0;
  while (head < from.length - 1 && head < to.length - 1 && from[head] === to[head]) head++;
  const start = [...text.matchAll(/\S+/g)][head]?.index ?? 0;
  return { span: { start: span.start + start, end: span.end }, newText: to.slice(head).join(' ') };
}

/** Gives several mentions another spelling. */
export function respellAll(mentions: readonly NameMention[], spelling: string): Edit[] {
  return mentions.map((it) => respell(it, spelling));
}
