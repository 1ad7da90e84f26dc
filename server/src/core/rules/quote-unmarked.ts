import { passageOfQuote } from '../corpus/corpus.ts';
import type { WordRun } from '../quotes/runs.ts';
import type { Rule } from '../rule.ts';

export const quoteUnmarked: Rule = {
  id: 'quote/unmarked',
  summary: 'Words of a source’s quotation stand in the draft without quotation marks.',
  why: [
    'Eight words in a row of what somebody said read as the writer’s own. They want marks, or other words.',
    'Words inside quotation marks, and words that a source does not quote, are left alone.',
  ].join('\n'),
  severity: 'hint',
  citesCorpus: true,

  *check({ draft, articles, runsIn }) {
    const isQuoted = ({ start, end }: WordRun) =>
      draft.quotes.some(({ span }) => span.start < end && start < span.end);
    if (articles.length === 0) return;
    for (const paragraph of draft.runWords) {
      if (paragraph.part !== 'body') continue;
      for (const run of runsIn(paragraph)) {
        if (isQuoted(run)) continue;
        const span = { start: run.start, end: run.end };
        yield {
          span,
          message: `${run.source.article.head.id} quotes these words.`,
          evidence: [passageOfQuote(run.source)],
          fixes: [
            {
              title: 'Put them in quotation marks',
              edits: [
                { span: { start: span.start, end: span.start }, newText: '“' },
                { span: { start: span.end, end: span.end }, newText: '”' },
              ],
            },
          ],
        };
      }
    }
  },

  examples: [
    {
      sources: [
        '“This visit aims to eliminate these past misunderstandings or contradictions for good,” Lee said.',
      ],
      bad: 'He said his trip [[aims to eliminate these past misunderstandings or contradictions]] between them.',
      message: 'a1.txt quotes these words.',
      fixed: [
        'He said his trip “aims to eliminate these past misunderstandings or contradictions” between them.',
      ],
    },
    {
      sources: [
        '“This visit aims to eliminate these past misunderstandings or contradictions for good,” Lee said.',
      ],
      good: 'He said his trip “aims to eliminate these past misunderstandings or contradictions” between them.',
    },
  ],
};
