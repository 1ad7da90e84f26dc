import type { QuoteMention } from '../model.ts';
import { pairMarks } from '../quotes/pair.ts';
import type { Rule } from '../rule.ts';

export const quoteUnbalanced: Rule = {
  id: 'quote/unbalanced',
  summary: 'A quotation is opened and not closed.',
  why: [
    'Readers can not tell where the speaker stops and the writer goes on.',
    'A quotation that runs on over several paragraphs reopens in each and closes in the last: that is fine.',
    'Apostrophes, feet and inches, and cut years (’90s) are no quotation marks.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  each: 'quote',
  *check(quote) {
    if (quote.end !== 'missing') return;
    const mark = quote.text.slice(0, quote.words.start - quote.span.start);
    const closing = CLOSING[mark] ?? mark;
    yield {
      span: { start: quote.span.start, end: quote.words.start },
      message: `This quotation is not closed in its paragraph.`,
      fixes: isClosedBy(closing, quote)
        ? [
            {
              title: `Insert ${closing} at the end of the paragraph`,
              edits: [{ span: { start: quote.span.end, end: quote.span.end }, newText: closing }],
            },
          ]
        : [],
    };
  },

  examples: [
    {
      bad: 'Lee said: [[“]]We will build it.\n\nThen he left.',
      message: 'This quotation is not closed in its paragraph.',
      fixed: ['Lee said: “We will build it.”\n\nThen he left.'],
    },
    {
      bad: 'The note read: [["]]not "not on January 4',
      message: 'This quotation is not closed in its paragraph.',
      fixed: [],
    },
    { good: 'Lee said: “We will build it.\n\n“And we will pay for it.”' },
    { good: '“We will build it,” Lee said. “And we will pay for it.”' },
  ],
};

/** Where another quotation is opened inside, a mark at the end may close that one, or be one of inches. */
function isClosedBy(closing: string, { paragraph, span }: QuoteMention): boolean {
  const [start, end] = [span.start - paragraph.start, span.end - paragraph.start];
  const { text } = paragraph;
  const quotes = pairMarks(text.slice(0, end) + closing + text.slice(end));
  return quotes.some((it) => it.span.start === start && it.isClosed);
}

const CLOSING: { readonly [mark: string]: string } = {
  '“': '”',
  '‘': '’',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '‹': '›',
  '``': "''",
};
