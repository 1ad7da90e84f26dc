import { type DraftedSpelling, spellingsOf } from '../comparison.ts';
import { count } from '../english.ts';
import type { Fix, NameMention } from '../model.ts';
import { comparePrinted } from '../names/compare.ts';
import { describeDifference, isSpellingDifference } from '../names/differences.ts';
import { isAllCapitals, respell, respellAll } from '../names/respell.ts';
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
      const spellings = spellingsOf(entity).filter((it) => !isAllCapitals(it.name));
      const [first, ...others] = spellings;
      if (!first || others.length === 0) continue;
      const usual = others.reduce(
        (best, it) => (it.mentions.length > best.mentions.length ? it : best),
        first,
      );
      for (const spelling of spellings) {
        const { kind } = comparePrinted(spelling.mentions[0], usual.mentions[0]);
        if (spelling === usual || !isSpellingDifference(kind)) continue;
        const isFaint = kind === 'diacritics' || (kind === 'case' && entity.type !== 'person');
        for (const mention of spelling.mentions) {
          yield {
            span: mention.span,
            message: messageOf(mention, spelling, usual, describeDifference(kind)),
            fixes: fixesFor(mention, spelling, usual),
            ...(isFaint ? { severity: 'hint' as const } : {}),
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

function messageOf(
  { text }: NameMention,
  spelling: DraftedSpelling,
  usual: DraftedSpelling,
  difference: string,
): string {
  const places = `${count(usual.mentions.length, 'place')} against ${count(spelling.mentions.length, 'place')}`;
  return `“${text}” is “${usual.name}” elsewhere in this draft (${difference}): ${places}.`;
}

function fixesFor(mention: NameMention, spelling: DraftedSpelling, usual: DraftedSpelling): Fix[] {
  const isRarer = spelling.mentions.length < usual.mentions.length;
  return [
    {
      title: `Change to “${usual.name}”, as elsewhere in this draft`,
      edits: [respell(mention, usual.name)],
      ...(isRarer ? { isPreferred: true } : {}),
    },
    {
      title: `Use “${spelling.name}” everywhere in this draft (${count(usual.mentions.length, 'other place')})`,
      edits: respellAll(usual.mentions, spelling.name),
    },
  ];
}
