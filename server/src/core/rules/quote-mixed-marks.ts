import { count } from '../english.ts';
import type { Edit, MarkStyle, QuoteMention, Span } from '../model.ts';
import type { Apostrophe } from '../quotes/apostrophes.ts';
import { quotesByMarks } from '../quotes/print-marks.ts';
import type { Draft } from '../reading.ts';
import { flat } from '../recall.ts';
import type { Rule } from '../rule.ts';

export const quoteMixedMarks: Rule = {
  id: 'quote/mixed-marks',
  summary: 'Straight and curly marks are mixed in this draft.',
  why: [
    'Straight and curly quotation marks in one story show where it was pasted together.',
    'Stet reports the first of the rarer marks, once for quotation marks and once for apostrophes, and changes them all',
    'to the usual ones. Which marks an outlet uses is its own choice: with `style: { marks: curly }` in stet.yaml,',
    'or `straight`, all others are reported.',
  ].join('\n'),
  severity: 'hint',
  editsQuotes: true,

  dependsOn: ({ draft }) => [draft.quotes, ...apostrophesOf(draft)],
  *check({ draft, marks }) {
    const quotes = oddOf(quotesByMarks(draft.quotes), marks);
    if (quotes) {
      yield {
        span: quotes.first.span,
        message: saidOf('quotation', quotes, marks),
        fixes: [{ title: FIX_TITLES[quotes.usual], edits: quotes.odd.flatMap(withOtherMarks) }],
      };
    }
    const all = apostrophesOf(draft);
    const apostrophes = oddOf(
      { straight: all.filter((it) => !it.isCurly), curly: all.filter((it) => it.isCurly) },
      marks,
    );
    if (apostrophes) {
      const newText = apostrophes.usual === 'straight' ? "'" : '’';
      yield {
        span: wordAround(draft, apostrophes.first.span.start),
        message: saidOf('apostrophe', apostrophes, marks),
        fixes: [
          {
            title: FIX_TITLES[apostrophes.usual],
            edits: apostrophes.odd.map(({ span }) => ({ span, newText })),
          },
        ],
      };
    }
  },

  examples: [
    {
      bad: '“We will build it,” Lee said. “And pay for it.” He called it [["a new start"]].',
      message: '1 quotation with straight marks, 2 with curly ones in this draft.',
      fixed: ['“We will build it,” Lee said. “And pay for it.” He called it “a new start”.'],
    },
    {
      bad: "Lee’s visit follows [[Xi's]] and Takaichi’s.",
      message: '1 apostrophe with straight marks, 2 with curly ones in this draft.',
      fixed: ['Lee’s visit follows Xi’s and Takaichi’s.'],
    },
    {
      marks: 'curly',
      bad: 'Lee said: [["We will build it."]] Xi said: "We too."',
      message: '2 quotations with straight marks; the desk prints curly ones.',
      fixed: ['Lee said: “We will build it.” Xi said: “We too.”'],
    },
    { marks: 'straight', good: 'Lee said: "It\'s a new start."' },
    { good: '“We will build it,” Lee said. “It’s ‘a new start’,” he said, “and the ministers’ idea.”' },
    { good: 'Lee said: "It\'s a new start."' },
  ],
};

const FIX_TITLES = {
  straight: 'Make them straight, everywhere in this draft',
  curly: 'Make them curly, everywhere in this draft',
} as const;

/** Marks that are not as the others are, or not as the desk prints them. */
interface Odd<T> {
  readonly odd: readonly T[];
  readonly first: T;
  /** How many are as they should be, and which those are. */
  readonly others: number;
  readonly usual: MarkStyle;
}

/** Those that the desk does not print; else the rarer ones, where both occur; of as many, the straight ones. */
function oddOf<T>(
  { straight, curly }: Readonly<Record<MarkStyle, readonly T[]>>,
  house: MarkStyle | undefined,
): Odd<T> | undefined {
  const usual = house ?? (straight.length <= curly.length ? 'curly' : 'straight');
  const [odd, right] = usual === 'curly' ? [straight, curly] : [curly, straight];
  const [first] = odd;
  if (first === undefined || (!house && right.length === 0)) return undefined;
  return { odd, first, others: right.length, usual };
}

function apostrophesOf({ read }: Draft): Apostrophe[] {
  return flat(read.map((it) => it.apostrophes));
}

function saidOf<T>(noun: string, { odd, others, usual }: Odd<T>, house: MarkStyle | undefined): string {
  const these = usual === 'curly' ? 'straight' : 'curly';
  const counted = `${count(odd.length, noun)} with ${these} marks`;
  return house
    ? `${counted}; the desk prints ${usual} ones.`
    : `${counted}, ${others} with ${usual} ones in this draft.`;
}

function withOtherMarks({ span, text }: QuoteMention): Edit[] {
  const [open, close] = text.startsWith('"') ? ['“', '”'] : ['"', '"'];
  return [
    { span: { start: span.start, end: span.start + 1 }, newText: open },
    { span: { start: span.end - 1, end: span.end }, newText: close },
  ];
}

function wordAround({ text }: Draft, at: number): Span {
  const isWord = (offset: number) => /[\p{L}\p{M}\p{N}'’]/u.test(text.charAt(offset));
  let start = at;
  let end = at + 1;
  while (isWord(start - 1)) start--;
  while (isWord(end)) end++;
  return { start, end };
}
