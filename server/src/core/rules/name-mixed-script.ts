import type { Rule } from '../rule.ts';

export const nameMixedScript: Rule = {
  id: 'name/mixed-script',
  summary: 'A name holds look-alike letters of another script, or invisible characters.',
  why: [
    'Pasted names may hold a Cyrillic а or a soft hyphen: they look right, and no search finds them.',
    'Names that are wholly in another script are left alone.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  each: 'paragraph',
  *check({ oddWords }, { draft }) {
    for (const { span, what, plain } of oddWords) {
      yield {
        span,
        message: `“${draft.text.slice(span.start, span.end)}” holds ${what}.`,
        fixes:
          plain === undefined
            ? []
            : [
                {
                  title: `Change to “${plain}” in plain letters`,
                  edits: [{ span, newText: plain }],
                  isPreferred: true,
                },
              ],
      };
    }
  },

  examples: [
    {
      bad: 'Chinese President [[Xі]] Jinping met Lee.',
      message: '“Xі” holds Cyrillic letters among Latin ones.',
      fixed: ['Chinese President Xi Jinping met Lee.'],
    },
    { good: 'Владимир Путин is Vladimir Putin, and Ελλάδα is Greece.' },
  ],
};
