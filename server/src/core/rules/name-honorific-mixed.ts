import { count } from '../english.ts';
import type { Entity, NameMention } from '../model.ts';
import { isFullName } from '../names/parts.ts';
import { readingOf } from '../reading.ts';
import { NONE, recall } from '../recall.ts';
import type { Rule } from '../rule.ts';

/** The usual way is the way of at least this many times as many mentions. */
const CLEARLY = 3;

export const nameHonorificMixed: Rule = {
  id: 'name/honorific-mixed',
  summary: 'Honorifics are used for a person and then left out, or the other way round.',
  why: [
    'Whether it is “Mr Lee” or “Lee” is the outlet’s choice, but it is one choice.',
    'Stet reports, once for each person, the way that this draft uses much less often; what people say in quotation marks',
    'is theirs.',
  ].join('\n'),
  severity: 'hint',

  each: 'entity',
  dependsOn: (entity) =>
    hasHonorific(entity) ? entity.mentions.map((it) => readingOf(it.paragraph)?.quotes) : NONE,
  *check(entity) {
    if (!hasHonorific(entity)) return;
    const isQuoted = ({ paragraph, span }: NameMention) =>
      readingOf(paragraph)?.quotes.some(({ words }) => words.start <= span.start && span.end <= words.end);
    const later = entity.mentions.filter((it) => it.part === 'body' && !isFullName(it.text) && !isQuoted(it));
    const [withHonorific, without] = [
      later.filter((it) => it.honorific),
      later.filter((it) => !it.honorific),
    ];
    const [rarer, usual] =
      without.length < withHonorific.length ? [without, withHonorific] : [withHonorific, without];
    const [first] = rarer;
    const honorific = withHonorific[0]?.honorific;
    if (!first || honorific === undefined || usual.length < rarer.length * CLEARLY) return;
    const form = rarer === without ? `${honorific} ${first.text}` : first.text;
    yield {
      span: first.span,
      message: `“${rarer === without ? first.text : `${honorific} ${first.text}`}” in ${count(rarer.length, 'place')}, ${rarer === without ? 'with' : 'without'} an honorific in ${usual.length}.`,
      fixes:
        rarer === without
          ? [
              {
                title: `Change to “${form}”`,
                edits: [
                  { span: { start: first.span.start, end: first.span.start }, newText: `${honorific} ` },
                ],
              },
            ]
          : [],
    };
  },

  examples: [
    {
      bad: 'Lee Jae Myung left. Mr Lee met Xi. Mr Lee spoke. Mr Lee said [[Lee]] was glad.',
      message: '“Lee” in 1 place, with an honorific in 3.',
      fixed: ['Lee Jae Myung left. Mr Lee met Xi. Mr Lee spoke. Mr Lee said Mr Lee was glad.'],
    },
    {
      good: 'Lee Jae Myung left. Mr Lee met Xi. Mr Lee spoke. “Lee is glad,” said Wi Sung-lac. Mr Lee nodded.',
    },
  ],
};

/** Without one there is nothing to be mixed. */
function hasHonorific(entity: Entity): boolean {
  return (
    entity.type === 'person' &&
    honored(entity, NONE, ({ mentions }) => mentions.some((it) => it.honorific !== undefined))
  );
}

const honored = recall<Entity, boolean>();
