import { count } from '../english.ts';
import type { Edit, QuoteMention, Span } from '../model.ts';
import type { Draft } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const quoteMixedMarks: Rule = {
  id: 'quote/mixed-marks',
  summary: 'Straight and curly marks are mixed in this draft.',
  why: [
    'Straight and curly quotation marks in one story show where it was pasted together.',
    'Stet reports the first of the rarer marks, once for quotation marks and once for apostrophes, and changes them all',
    'to the usual ones. Which marks an outlet uses is its own choice.',
  ].join('\n'),
  severity: 'hint',
  editsQuotes: true,

  *check({ draft }) {
    const [straightQuotes, curlyQuotes] = quotesByStyle(draft.quotes);
    const quotes = rarerOf(straightQuotes, curlyQuotes);
    if (quotes) {
      yield {
        span: quotes.first.span,
        message: mixed('quotation', quotes.rarer.length, quotes.usual.length, quotes.rarer === curlyQuotes),
        fixes: [
          { title: fixTitle(quotes.rarer === curlyQuotes), edits: quotes.rarer.flatMap(withOtherMarks) },
        ],
      };
    }
    const all = draft.read.flatMap((it) => it.apostrophes);
    const straight = all.filter((it) => !it.isCurly);
    const curly = all.filter((it) => it.isCurly);
    const apostrophes = rarerOf(straight, curly);
    if (apostrophes) {
      const newText = apostrophes.rarer === curly ? "'" : '’';
      yield {
        span: wordAround(draft, apostrophes.first.span.start),
        message: mixed(
          'apostrophe',
          apostrophes.rarer.length,
          apostrophes.usual.length,
          apostrophes.rarer === curly,
        ),
        fixes: [
          {
            title: fixTitle(apostrophes.rarer === curly),
            edits: apostrophes.rarer.map(({ span }) => ({ span, newText })),
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
    { good: '“We will build it,” Lee said. “It’s ‘a new start’,” he said, “and the ministers’ idea.”' },
    { good: 'Lee said: "It\'s a new start."' },
  ],
};

/** The quotations in double marks that are all straight, and those that are all curly. */
function quotesByStyle(quotes: readonly QuoteMention[]): [QuoteMention[], QuoteMention[]] {
  const withMarks = (open: string, close: string) =>
    quotes.filter((it) => it.end === 'closed' && it.text.startsWith(open) && it.text.endsWith(close));
  return [withMarks('"', '"'), withMarks('“', '”')];
}

/** The rarer of two ways, where both occur; of two that are as usual, the one that comes later. */
function rarerOf<T>(a: readonly T[], b: readonly T[]) {
  const [rarer, usual] = a.length <= b.length ? [a, b] : [b, a];
  const [first] = rarer;
  return first === undefined ? undefined : { rarer, usual, first };
}

function mixed(noun: string, rarer: number, usual: number, isCurly: boolean): string {
  const [these, those] = isCurly ? ['curly', 'straight'] : ['straight', 'curly'];
  return `${count(rarer, noun)} with ${these} marks, ${usual} with ${those} ones in this draft.`;
}

function fixTitle(isCurly: boolean): string {
  return isCurly
    ? 'Make them straight, everywhere in this draft'
    : 'Make them curly, everywhere in this draft';
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
