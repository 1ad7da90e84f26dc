/** Nicknames in marks inside a name: Ronald “Bato” dela Rosa. */

import { CAPITAL, LETTER, SMALL } from '../../text/letters.ts';
import type { Words } from '../../text/words.ts';
import { FAMILY, GIVEN, Listed } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import { Word } from './word-classes.ts';

const WORD = `[${CAPITAL}][${LETTER}.'’-]*`;
/** With the words before and behind it; small ones lead a family name. */
const NICKNAME = new RegExp(
  `[“"](?<=(?<![${LETTER}’'-])(?<before>${WORD}) .)(?:[Tt]he )?${WORD}(?: ${WORD})?[”"](?= (?:[${SMALL}’']{1,4} ){0,2}(?<after>${WORD}))`,
  'g',
);

/** The words of a text but for such nicknames and their marks: what is left is the name that lists and readers know. */
export function withoutNicknames(words: Words, lexicon: Lexicon): Words {
  const { text, count, starts, ends } = words;
  if (!/[“"]/.test(text)) return words;
  const mayBePart = (word = '') => {
    const { listed, word: kind } = lexicon(word);
    if ((kind & (Word.small | Word.honorific)) !== 0) return false;
    return (listed & (GIVEN | FAMILY)) !== 0 || (listed & (Listed.common | Listed.title)) === 0;
  };
  const kept: number[] = [];
  let at = 0;
  for (const { 0: nickname, index, groups } of text.matchAll(NICKNAME)) {
    if (!mayBePart(groups?.before) || !mayBePart(groups?.after)) continue;
    for (; at < count && (starts[at] ?? 0) < index; at++) kept.push(at);
    while (at < count && (starts[at] ?? 0) < index + nickname.length) at++;
  }
  if (at === 0) return words;
  for (; at < count; at++) kept.push(at);
  const of = (offsets: Int32Array) => Int32Array.from(kept, (it) => offsets[it] ?? 0);
  return { text, count: kept.length, starts: of(starts), ends: of(ends) };
}
