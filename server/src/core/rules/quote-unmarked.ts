import { passageOfQuote } from '../corpus/corpus.ts';
import type { Span } from '../model.ts';
import { usualMarks } from '../quotes/print-marks.ts';
import type { Rule } from '../rule.ts';

const MARKS = { straight: ['"', '"'], curly: ['“', '”'] } as const;

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
  dependsOnDraft: ({ draft, marks }) => marks ?? usualMarks(draft.quotes),
  *check(paragraph, { draft, marks, searched, runsIn }) {
    if (searched === 0 || paragraph.part !== 'body') return;
    const isQuoted = ({ start, end }: Span) =>
      paragraph.quotes.some(({ span }) => span.start < end && start < span.end);
    for (const { span, source } of runsIn(paragraph)) {
      if (isQuoted(span)) continue;
      const [open, close] = MARKS[marks ?? usualMarks(draft.quotes)];
      yield {
        span,
        message: `${source.article.head.id} quotes these words.`,
        evidence: [passageOfQuote(source)],
        fixes: [
          {
            title: 'Put them in quotation marks',
            edits: [
              { span: { start: span.start, end: span.start }, newText: open },
              { span: { start: span.end, end: span.end }, newText: close },
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
      bad: 'His trip [[aims to eliminate these past misunderstandings or contradictions]]. "So be it," Xi said.',
      message: 'a1.txt quotes these words.',
      fixed: [
        'His trip "aims to eliminate these past misunderstandings or contradictions". "So be it," Xi said.',
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
