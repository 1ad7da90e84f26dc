/** From tagged words to the name mentions of a text. */

import type { NameMention } from '../model.ts';
import { LETTER } from '../text/letters.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { parseName } from './parse.ts';
import type { Lexicon } from './tagger/lexicon.ts';
import type { TaggedName } from './tagger/tag.ts';

/** The honorific that ends right before a name, with or without its stop. */
const HONORIFIC = new RegExp(
  String.raw`(?:^|[^${LETTER}])(Mr|Mrs|Ms|Miss|Mx|Messrs|Mme|Dr|Sir|Dame|Lord|Lady)\.?\s+$`,
);
const LONGEST_HONORIFIC = 12;

/** The mentions of one paragraph, in reading order. */
export function nameMentions(
  paragraph: Paragraph,
  part: 'headline' | 'body',
  /** How much of the paragraph is its dateline, in UTF-16 code units. */
  dateline: number,
  tagged: readonly TaggedName[],
  lexicon: Lexicon,
): NameMention[] {
  return tagged.map(({ start, end, type }) => {
    const before = paragraph.text.slice(Math.max(0, start - LONGEST_HONORIFIC), start);
    const text = paragraph.text.slice(start, end);
    return {
      kind: 'name',
      span: paragraph.at(start, end),
      text,
      type,
      unlisted: parseName(text).words.filter((it) => lexicon(it).listed === 0),
      honorific: type === 'person' ? HONORIFIC.exec(before)?.[1] : undefined,
      paragraph,
      part: end <= dateline ? 'dateline' : part,
    };
  });
}
