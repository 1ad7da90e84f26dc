import { count } from '../english.ts';
import { quoteWords } from '../quotes/words.ts';
import type { Rule } from '../rule.ts';

/** Fewer words are a phrase. */
const LEAST_WORDS = 4;

export const quoteNotInSources: Rule = {
  id: 'quote/not-in-sources',
  summary: 'No source carries this quotation.',
  why: [
    'That is no fault: it may be your own. Desks that compile from agencies turn this rule on to see what is not theirs.',
    'It says nothing where there are no sources to search.',
  ].join('\n'),
  severity: 'off',

  each: 'quote',
  *check(quote, { searched, nearest }) {
    if (searched === 0 || nearest(quote)) return;
    if (quote.end === 'missing' || quoteWords(quote.text).length < LEAST_WORDS) return;
    yield {
      span: quote.span,
      message: `No source carries these words as a quotation. ${count(searched, 'article')} searched.`,
    };
  },

  examples: [
    {
      sources: ['“We will build this bridge,” Lee said.'],
      bad: 'Lee said: [[“Taking sides only worsens tensions.”]]',
      message: 'No source carries these words as a quotation. 1 article searched.',
    },
    { sources: ['“We will build this bridge,” Lee said.'], good: 'Lee said: “We will build this bridge.”' },
  ],
};
