/** What the sheet calls its parts, in whatever form it is printed. */

export const KINDS = [
  { kind: 'name', title: 'Names', one: 'Name', detail: 'Is' },
  { kind: 'date', title: 'Dates', one: 'Date', detail: 'Stands for' },
  { kind: 'quote', title: 'Quotations', one: 'Quotation', detail: 'Speaker' },
] as const;

export const SPELLINGS = {
  title: 'Spellings',
  caption: 'How often the draft and each source have a spelling.',
} as const;

export const TIMELINE = {
  title: 'Timeline',
  caption: 'The days that the draft tells of, and what the sources have for what seem to be the same events.',
} as const;

export const SOURCES = { title: 'Sources', caption: 'What is cited above, by number.' } as const;
