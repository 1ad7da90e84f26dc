import { spellingsOf } from '../comparison.ts';
import { count } from '../english.ts';
import type { Entity, NameMention } from '../model.ts';
import { compareAs } from '../names/compare.ts';
import { describeDifference, isSpellingDifference } from '../names/differences.ts';
import { isAllCapitals, respell, respellAll, shows } from '../names/respell.ts';
import type { Rule } from '../rule.ts';

export const nameInconsistentInDraft: Rule = {
  id: 'name/inconsistent-in-draft',
  summary: 'One person, organization or place is spelled in two ways in this draft.',
  why: [
    'Readers take two spellings for two people, and both for carelessness.',
    'Stet reports the spelling that the draft uses less often; when both are used as often, the later one.',
    'Headlines in capitals and short forms ("Lee" after "Lee Jae Myung") are no second spelling.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  *check({ draft }) {
    for (const entity of draft.entities) {
      const spellings = spellingsOf(entity).filter((it) => !isAllCapitals(it));
      if (spellings.length < 2) continue;
      const uses = (spelling: string) => mentionsWith(entity, spelling).length;
      const usual = spellings.reduce((best, it) => (uses(it) > uses(best) ? it : best));
      for (const spelling of spellings) {
        const { kind } = compareAs(entity.type, spelling, usual);
        if (spelling === usual || !isSpellingDifference(kind)) continue;
        for (const mention of mentionsWith(entity, spelling)) {
          yield {
            span: mention.span,
            message: `“${mention.text}” is “${usual}” elsewhere in this draft (${describeDifference(kind)}): ${count(uses(usual), 'place')} against ${count(uses(spelling), 'place')}.`,
            fixes: [
              {
                title: `Change to “${usual}”, as elsewhere in this draft`,
                edits: [respell(mention, usual)],
                ...(uses(usual) > uses(spelling) ? { isPreferred: true as const } : {}),
              },
              {
                title: `Use “${spelling}” everywhere in this draft (${count(uses(usual), 'other place')})`,
                edits: respellAll(entity, usual, spelling),
              },
            ],
            ...(kind === 'diacritics' ? { severity: 'hint' as const } : {}),
          };
        }
      }
    }
  },

  examples: [
    {
      bad: 'Wi Sung-lac, the national security adviser, briefed reporters. Later [[Wi Sung Lac]] said talks would go on.',
      message: '“Wi Sung Lac” is “Wi Sung-lac” elsewhere in this draft (hyphen): 1 place against 1 place.',
      fixed: [
        'Wi Sung-lac, the national security adviser, briefed reporters. Later Wi Sung-lac said talks would go on.',
        'Wi Sung Lac, the national security adviser, briefed reporters. Later Wi Sung Lac said talks would go on.',
      ],
    },
    { good: 'Wi Sung-lac briefed reporters. Wi said talks would go on, and Mr Wi’s office agreed.' },
  ],
};

function mentionsWith(entity: Entity, spelling: string): NameMention[] {
  return entity.mentions.filter((it) => it.part !== 'dateline' && shows(it, spelling));
}
