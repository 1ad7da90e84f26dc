import { count } from '../english.ts';
import type { Entity } from '../model.ts';
import type { Draft } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { foldLetters } from '../text/fold.ts';

/** How many paragraphs from the top may be ledes. */
const TOP = 4;
/** The share of the shorter paragraph’s telling words that both have. */
const MOST_OF = 0.45;

export const structureDuplicateLede: Rule = {
  id: 'structure/duplicate-lede',
  summary: 'Two paragraphs near the top tell the same event.',
  why: [
    'Copy that is spliced from two agencies begins twice, and the second beginning is easily left in.',
    'Stet compares the first paragraphs: the same people and places, and most of the other words.',
  ].join('\n'),
  severity: 'warning',

  *check({ draft }) {
    const [, ...others] = topOf(draft);
    for (const second of others) {
      const first = topOf(draft).find(
        (it) => it.index < second.index && tellSame(draft, it.index, second.index),
      );
      if (!first) continue;
      yield {
        span: second.span,
        message: `This paragraph tells the same event as the one ${count(second.index - first.index, 'paragraph')} above it.`,
      };
      return;
    }
  },

  examples: [
    {
      bad: [
        'South Korean President Lee Jae Myung will visit China from January 4 to 7 and meet Xi Jinping, the Blue House said on Tuesday, aiming to restore bilateral ties.',
        '[[South Korean President Lee Jae Myung is scheduled to visit China from Sunday to meet Xi Jinping to deepen ties, Seoul and Beijing said.]]',
        'Lee and Xi met in November.',
      ].join('\n'),
      message: 'This paragraph tells the same event as the one 1 paragraph above it.',
    },
    {
      good: [
        'South Korean President Lee Jae Myung will visit China from January 4 to 7 and meet Xi Jinping, the Blue House said on Tuesday.',
        'Lee and Xi last met in November, on the fringes of a summit in Gyeongju.',
      ].join('\n'),
    },
  ],
};

interface TopParagraph {
  readonly index: number;
  readonly span: { readonly start: number; readonly end: number };
}

/** Captions tell what the lede tells, in the words of their trade. */
const CAPTION =
  /^FILE\b|\b(?:AP|EPA|AFP|Reuters|REUTERS|Getty)\b[^.]{0,20}(?:Photo|Images|Pool)|Photo(?:grapher|graph)?:|\bphoto(?:graph)? shows\b|^This (?:image|photo)/;

/** The first paragraphs of the story, without headlines, captions and quotations. */
function topOf({ paragraphs, structure, quotes }: Draft): TopParagraph[] {
  return paragraphs
    .flatMap(({ start, end, text }, index) => (CAPTION.test(text) ? [] : [{ index, span: { start, end } }]))
    .filter(
      ({ index, span }) =>
        structure.parts[index] === 'body' && !quotes.some((it) => it.span.start === span.start),
    )
    .slice(0, TOP);
}

/** The same two entities by full name or place at least, and most of the other words. */
function tellSame(draft: Draft, first: number, second: number): boolean {
  const inBoth = draft.entities.filter((it) => standsIn(it, first) && standsIn(it, second));
  if (
    inBoth.length < 3 ||
    !inBoth.some((it) => it.type === 'person' && isFullIn(it, first) && isFullIn(it, second))
  )
    return false;
  const [a, b] = [telling(draft, first), telling(draft, second)];
  const shared = [...a].filter((it) => b.has(it)).length;
  return shared >= Math.min(a.size, b.size) * MOST_OF;
}

function standsIn({ mentions }: Entity, paragraph: number): boolean {
  return mentions.some((it) => it.paragraph === paragraph);
}

/** A second full name in the second paragraph is what gives a second lede away: a story goes on with the surname. */
function isFullIn({ name, mentions }: Entity, paragraph: number): boolean {
  return mentions.some((it) => it.paragraph === paragraph && it.text.length >= name.length);
}

function telling({ paragraphs }: Draft, index: number): ReadonlySet<string> {
  const words = foldLetters(paragraphs[index]?.text ?? '').match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((it) => it.slice(0, 6)));
}
