import { count } from '../english.ts';
import type { Entity } from '../model.ts';
import type { Draft, ParagraphReading } from '../reading.ts';
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
    const top = topOf(draft);
    for (const [at, second] of top.entries()) {
      const first = top.slice(0, at).find((it) => tellSame(draft, it, second));
      if (!first) continue;
      const { paragraphs } = draft;
      const above = paragraphs.indexOf(second.paragraph) - paragraphs.indexOf(first.paragraph);
      yield {
        span: second.paragraph,
        message: `This paragraph tells the same event as the one ${count(above, 'paragraph')} above it.`,
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

/** Captions tell what the lede tells, in the words of their trade. */
const CAPTION =
  /^FILE\b|\b(?:AP|EPA|AFP|Reuters|REUTERS|Getty)\b[^.]{0,20}(?:Photo|Images|Pool)|Photo(?:grapher|graph)?:|\bphoto(?:graph)? shows\b|^This (?:image|photo)/;

/** The first paragraphs of the story, without headlines, captions and quotations. */
function topOf({ read }: Draft): ParagraphReading[] {
  const top: ParagraphReading[] = [];
  for (const it of read) {
    const { paragraph, part, quotes } = it;
    const isQuoted = quotes[0]?.span.start === paragraph.start;
    if (part === 'body' && !isQuoted && !CAPTION.test(paragraph.text)) top.push(it);
    if (top.length === TOP) break;
  }
  return top;
}

/** The same three entities, one of them a person by full name, and most of the other words. */
function tellSame(draft: Draft, first: ParagraphReading, second: ParagraphReading): boolean {
  const others = entitiesIn(draft, second);
  const inBoth = [...entitiesIn(draft, first)].filter((it) => others.has(it));
  if (
    inBoth.length < 3 ||
    !inBoth.some((it) => it.type === 'person' && isFullIn(it, first) && isFullIn(it, second))
  )
    return false;
  const [a, b] = [telling(first), telling(second)];
  const shared = [...a].filter((it) => b.has(it)).length;
  return shared >= Math.min(a.size, b.size) * MOST_OF;
}

function entitiesIn(draft: Draft, { names }: ParagraphReading): ReadonlySet<Entity> {
  return new Set(names.flatMap((it) => draft.entityOf(it) ?? []));
}

/** A second full name in the second paragraph is what gives a second lede away: a story goes on with the surname. */
function isFullIn({ name, mentions }: Entity, { paragraph }: ParagraphReading): boolean {
  return mentions.some((it) => it.paragraph === paragraph && it.text.length >= name.length);
}

function telling({ paragraph }: ParagraphReading): ReadonlySet<string> {
  const words = foldLetters(paragraph.text).match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((it) => it.slice(0, 6)));
}
