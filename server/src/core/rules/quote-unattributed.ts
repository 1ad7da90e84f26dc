import type { QuoteMention } from '../model.ts';
import { utterancesOf } from '../quotes/find.ts';
import { quoteWords } from '../quotes/words.ts';
import { readingOf } from '../reading.ts';
import type { Rule } from '../rule.ts';

/** Fewer words are a phrase; the sentence around it says whose. */
const LEAST_WORDS = 7;

export const quoteUnattributed: Rule = {
  id: 'quote/unattributed',
  summary: 'A quotation has no speaker nearby.',
  why: [
    'Readers have to know who says it before they can weigh it.',
    'Stet looks beside the quotation and in the paragraph before it; phrases, titles and headlines are left alone.',
  ].join('\n'),
  severity: 'information',

  *check({ draft }) {
    for (const utterance of utterancesOf(draft.quotes)) {
      if (utterance.some((it) => it.speaker)) continue;
      for (const quote of utterance) {
        if (quote.end === 'missing' || quoteWords(quote.text).length < LEAST_WORDS) continue;
        const around = readingOf(quote.paragraph);
        if (
          around?.part !== 'body' ||
          around.names.length > 0 ||
          isIntroduced(draft.text, quote) ||
          /\b(?:he|she|they|said|says|told)\b/i.test(quote.paragraph.text.replace(quote.text, ''))
        )
          continue;
        yield { span: quote.span, message: 'Nobody near this quotation is said to have said it.' };
      }
    }
  },

  examples: [
    {
      bad: 'The talks were short.\n[[“We have to build it this year, and we will pay for it.”]]\nThe visit ends on Wednesday.',
      message: 'Nobody near this quotation is said to have said it.',
    },
    {
      good: 'The inscription above the door reads as follows: “We have to build it this year, and we will pay for it.”',
    },
    { good: '“We have to build it this year, and we will pay for it,” Lee Jae Myung said.' },
    {
      good: 'Lee Jae Myung was blunt.\n“We have to build it this year, and we will pay for it,” he said.\n“There is no other way, as everybody in this room knows.”',
    },
  ],
};

/** What stands before a colon says where the words are from: a film, a sign, a letter. */
function isIntroduced(text: string, { span }: QuoteMention): boolean {
  return /:\s*$/.test(text.slice(Math.max(0, span.start - 4), span.start));
}
