import { passageOfQuote } from '../corpus/corpus.ts';
import { list } from '../english.ts';
import { isMaterial, type QuoteChange } from '../quotes/compare.ts';
import { useSourceWords } from '../quotes/restore.ts';
import { type QuoteWord, quoteWords } from '../quotes/words.ts';
import type { Rule } from '../rule.ts';

export const quoteAltered: Rule = {
  id: 'quote/altered',
  summary: 'A quotation has other words than its source.',
  why: [
    'Words between quotation marks are a promise that somebody said them.',
    'Quotation marks, dialect (neighbour, neighbor), capitals and end punctuation are no alteration; nor is a',
    'quotation that starts later or ends earlier than its source, or one whose cuts are declared by brackets or an ellipsis.',
    'What somebody has checked is marked as checked, with who and when: a line of `decisions` in `stet.yaml`.',
    'Translations of one statement may rightly differ: the message names the words, the editor decides.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,
  editsQuotes: true,

  each: 'quote',
  *check(quote, comparison) {
    const nearest = comparison.nearest(quote);
    if (nearest?.kind !== 'altered' || quote.end === 'missing') return;
    const { changes, source } = nearest;
    const { id } = source.article.head;
    yield {
      span: quote.span,
      message: `These words differ from ${id}: ${list(changes.map(describe))}.`,
      evidence: [passageOfQuote(source)],
      fixes: [useSourceWords(changes, quote.words.start, id)],
      // Many differences, or small words, are two transcripts or two translations more often than a slip.
      ...(isTranscript(changes, quoteWords(quote.text).length) ? { severity: 'hint' as const } : {}),
    };
  },

  examples: [
    {
      sources: ['Lee praised Xi as a “truly reliable neighbour”.'],
      bad: 'Lee called Xi a [[“truly dependable neighbour”]].',
      message: 'These words differ from a1.txt: “dependable” for “reliable”.',
      fixed: ['Lee called Xi a “truly reliable neighbour”.'],
    },
    {
      sources: ['Lee praised Xi as a “truly reliable neighbour”.'],
      good: 'Lee called Xi "a truly reliable neighbor."',
    },
    {
      sources: ['“Taking sides only worsens tensions,” Lee told journalists.'],
      good: '“Tensions are not what we want,” Lee told journalists.',
    },
  ],
};

/** Words for each place that differs, beyond the first: with fewer, the two are seldom meant to be the same words. */
const WORDS_A_CHANGE = 12;

/** Whether the differences are such as two transcripts or two translations of one statement have. */
function isTranscript(changes: readonly QuoteChange[], words: number): boolean {
  if (changes.some(({ draft, source }) => hasFigure(draft) && hasFigure(source))) return false;
  return !changes.some(isMaterial) || (changes.length > 1 && changes.length * WORDS_A_CHANGE > words);
}

/** Two who take down one statement hear the same figures. */
function hasFigure(words: readonly QuoteWord[]): boolean {
  return words.some((it) => /\d/.test(it.key));
}

function describe({ draft, source }: QuoteChange): string {
  const words = (side: QuoteChange['draft']) => `“${side.map((it) => it.text).join(' ')}”`;
  if (draft.length === 0) return `${words(source)} left out`;
  if (source.length === 0) return `${words(draft)} added`;
  return `${words(draft)} for ${words(source)}`;
}
