/** Nicknames in marks inside a name: Ronald “Bato” dela Rosa. */

import { CAPITAL, LETTER, SMALL } from '../../text/letters.ts';
import type { Words } from '../../text/words.ts';
import { FAMILY, GIVEN, Listed } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import { Word } from './word-classes.ts';

const WORD = `[${CAPITAL}][${LETTER}.'’-]*`;
/** With the words before and behind it; small ones lead a family name. */
const NICKNAME = new RegExp(
  `(?<=(?<![${LETTER}’'-])(?<before>${WORD}) )(?:“|")(?:[Tt]he )?${WORD}(?: ${WORD})?(?:”|")(?= (?:[${SMALL}’']{1,4} ){0,2}(?<after>${WORD}))`,
  'g',
);

/** The words of a text but for such nicknames and their marks: what is left is the name that lists and readers know. */
export function withoutNicknames(words: Words, lexicon: Lexicon): Words {
  const { text, starts, ends } = words;
  if (!/[“"]/.test(text)) return words;
  const mayBePart = (word: string | undefined) => {
    const { listed, word: kind } = lexicon(word ?? '');
    if ((kind & (Word.small | Word.honorific)) !== 0) return false;
    return (listed & (GIVEN | FAMILY)) !== 0 || (listed & (Listed.common | Listed.title)) === 0;
  };
  const nicknames = Array.from(text.matchAll(NICKNAME)).filter(
    ({ groups }) => mayBePart(groups?.before) && mayBePart(groups?.after),
  );
  if (nicknames.length === 0) return words;
  const isName = (_: number, at: number) =>
    !nicknames.some(({ 0: { length }, index }) => {
      const start = starts[at] ?? 0;
      return start >= index && start < index + length;
    });
  const kept = starts.filter(isName);
  return { text, count: kept.length, starts: kept, ends: ends.filter(isName) };
}
