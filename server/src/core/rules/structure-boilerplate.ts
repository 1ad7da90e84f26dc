import type { Rule } from '../rule.ts';

export const structureBoilerplate: Rule = {
  id: 'structure/boilerplate',
  summary: 'Lines that look like related headlines, a legal notice or an end mark.',
  why: [
    'Pasted copy brings the page along: headlines of other stories, a disclaimer, “End of Article”.',
    'Nothing in such lines is checked.',
  ].join('\n'),
  severity: 'hint',

  *check({ draft }) {
    const { paragraphs, structure } = draft;
    const first = structure.parts.indexOf('boilerplate');
    for (let from = first; from >= 0; from = structure.parts.indexOf('boilerplate', from)) {
      let to = from;
      while (structure.parts[to] === 'boilerplate') to++;
      const [start, end] = [paragraphs[from]?.start ?? 0, paragraphs[to - 1]?.end ?? 0];
      yield {
        span: { start, end },
        message: 'This looks like text around the story; it is not checked.',
        fixes: [{ title: 'Delete these lines', edits: [{ span: { start, end }, newText: '' }] }],
      };
      from = to;
    }
  },

  examples: [
    {
      bad: 'Lee left on Sunday.\n[[End of Article\nSign in to read more.]]',
      message: 'This looks like text around the story; it is not checked.',
      fixed: ['Lee left on Sunday.\n'],
    },
    {
      bad: 'Lee left on Sunday.\n\n[[Slideshow (3 Images)]]\n\nOfficials will meet next week.',
      message: 'This looks like text around the story; it is not checked.',
      fixed: ['Lee left on Sunday.\n\n\n\nOfficials will meet next week.'],
    },
    {
      good: 'The storm killed 143 people.\n\nHardest hit:\n1. Lao Cai, 75 dead\n2. Cao Bang, 33 dead\n3. Yen Bai, 30 dead',
    },
    { good: 'Lee left on Sunday.\nThe end of the article says that he is back.' },
  ],
};
