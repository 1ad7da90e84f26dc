import { passageOfQuote } from '../corpus/corpus.ts';
import type { Span } from '../model.ts';
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

  each: 'paragraph',
  *check(paragraph, { articles, runsIn }) {
    if (articles.length === 0 || paragraph.part !== 'body') return;
    const isQuoted = ({ start, end }: Span) =>
      paragraph.quotes.some(({ span }) => span.start < end && start < span.end);
    for (const { span, source } of runsIn(paragraph)) {
      if (isQuoted(span)) continue;
      yield {
        span,
        message: `${source.article.head.id} quotes these words.`,
        evidence: [passageOfQuote(source)],
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
