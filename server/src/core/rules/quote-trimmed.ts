import { passageOfQuote } from '../corpus/corpus.ts';
import { isMaterial } from '../quotes/compare.ts';
import { useSourceWords } from '../quotes/restore.ts';
import type { Rule } from '../rule.ts';

export const quoteTrimmed: Rule = {
  id: 'quote/trimmed',
  summary: 'Words of the source are left out inside a quotation, with no ellipsis.',
  why: [
    'What stands between quotation marks reads as said in one breath.',
    'A quotation may begin later and end earlier than its source; inside it, an ellipsis or brackets declare a cut.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,
  editsQuotes: true,

  each: 'quote',
  *check(quote, comparison) {
    const nearest = comparison.nearest(quote);
    if (nearest?.kind !== 'trimmed' || quote.end === 'missing') return;
    const { changes, source } = nearest;
    const base = quote.words.start;
    for (const change of changes) {
      const { span, around } = change;
      const at = { start: base + span.start, end: base + span.end };
      yield {
        span: { start: base + around.start, end: base + around.end },
        message: `${source.article.head.id} has more words here: “${change.source.map((it) => it.text).join(' ')}”.`,
        evidence: [passageOfQuote(source)],
        fixes: [
          { title: 'Insert an ellipsis where words are left out', edits: [{ span: at, newText: ' …' }] },
          useSourceWords([change], base, source.article.head.id),
        ],
        // A small word is what two transcripts of one speech differ in.
        ...(isMaterial(change) || change.source.length > 1 ? {} : { severity: 'hint' as const }),
      };
    }
  },

  examples: [
    {
      sources: ['“This visit aims to minimise or eliminate these past misunderstandings,” Lee said.'],
      bad: '“This visit aims [[to eliminate]] these past misunderstandings,” Lee said.',
      message: 'a1.txt has more words here: “minimise or”.',
      fixed: [
        '“This visit aims to … eliminate these past misunderstandings,” Lee said.',
        '“This visit aims to minimise or eliminate these past misunderstandings,” Lee said.',
      ],
    },
    {
      sources: ['“This visit aims to minimise or eliminate these past misunderstandings,” Lee said.'],
      good: '“This visit aims to … eliminate these past misunderstandings,” Lee said.',
    },
    {
      sources: ['“This visit aims to minimise or eliminate these past misunderstandings,” Lee said.'],
      good: 'Lee said the visit aims to “eliminate these past misunderstandings”.',
    },
  ],
};
