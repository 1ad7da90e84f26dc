/** Fixes that give a name another spelling and keep the draft's typography. */

import type { Edit, Entity, NameMention } from '../model.ts';
import { foldTypography } from '../text/fold.ts';

/** A spelling set as the draft sets names: its apostrophes, its hyphens, its capitals where all are capitals. */
export function setLike(mention: string, spelling: string): string {
  const hyphen = /[\u2010\u2011]/.exec(mention)?.[0];
  const curly = mention.includes('’') || !mention.includes("'");
  let text = curly ? spelling.replaceAll("'", '’') : spelling;
  if (hyphen) text = text.replaceAll('-', hyphen);
  return isAllCapitals(mention) ? text.toUpperCase() : text;
}

export function isAllCapitals(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Gives one mention another spelling. Where markup stands inside the name, only the words that differ are edited. */
export function respell({ span, text }: NameMention, spelling: string): Edit {
  const newText = setLike(text, spelling);
  if (!/\s{2}/.test(text)) return { span, newText };
  const [from, to] = [text, newText].map((it) => it.split(/\s+/));
  if (!from || !to) return { span, newText };
  let head = 0;
  while (head < from.length - 1 && head < to.length - 1 && from[head] === to[head]) head++;
  const start = [...text.matchAll(/\S+/g)][head]?.index ?? 0;
  return { span: { start: span.start + start, end: span.end }, newText: to.slice(head).join(' ') };
}

/** Whether a mention shows this spelling; one in capitals shows every spelling with the same letters. */
export function shows(mention: NameMention, spelling: string): boolean {
  const text = foldTypography(mention.text);
  return text === spelling || (isAllCapitals(text) && text === spelling.toUpperCase());
}

/** Gives every mention of an entity that shows one spelling another one; short forms stay as they are. */
export function respellAll(entity: Entity, from: string, to: string): Edit[] {
  return entity.mentions.filter((it) => shows(it, from)).map((it) => respell(it, to));
}
