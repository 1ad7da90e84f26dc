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
      fixes: [
        {
          title: `Insert ${closing} at the end of the paragraph`,
          edits: [{ span: { start: quote.span.end, end: quote.span.end }, newText: closing }],
        },
      ],
    };
  },

  examples: [
    {
      bad: 'Lee said: [[“]]We will build it.\n\nThen he left.',
      message: 'This quotation is not closed in its paragraph.',
      fixed: ['Lee said: “We will build it.”\n\nThen he left.'],
    },
    { good: 'Lee said: “We will build it.\n\n“And we will pay for it.”' },
    { good: '“We will build it,” Lee said. “And we will pay for it.”' },
  ],
};

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
