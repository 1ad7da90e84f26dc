import { type DraftedSpelling, spellingsOf } from '../comparison.ts';
import { count } from '../english.ts';
import type { Entity, Fix, NameMention } from '../model.ts';
import { comparePrinted } from '../names/compare.ts';
import { describeDifference, isSpellingDifference } from '../names/differences.ts';
import { isAllCapitals, respell, respellAll } from '../names/respell.ts';
import type { Rule } from '../rule.ts';
import { foldTypography } from '../text/fold.ts';

export const nameInconsistentInDraft: Rule = {
  id: 'name/inconsistent-in-draft',
  summary: 'One person, organization or place is spelled in two ways in this draft.',
  why: [
    'Readers take two spellings for two people, and both for carelessness.',
    'Stet reports the spelling that the draft uses less often, short forms included. When both are used as often, it is',
    'the one that looks mistyped, else the later one.',
    'Headlines in capitals and short forms ("Lee" after "Lee Jae Myung") are no second spelling.',
  ].join('\n'),
  severity: 'warning',
  editsQuotes: true,

  *check({ draft }) {
    for (const entity of draft.entities) {
      const spellings = spellingsOf(entity).filter((it) => !isAllCapitals(it.name));
      const [first, ...others] = spellings;
      if (!first || others.length === 0) continue;
      const support = new Map(spellings.map((it) => [it, supportOf(it, entity)]));
      const usual = others.reduce(
        (best, it) => ((support.get(it) ?? 0) > (support.get(best) ?? 0) ? it : best),
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
            fixes: fixesFor(
              mention,
              spelling,
              usual,
              (support.get(usual) ?? 0) - (support.get(spelling) ?? 0) > 0.2,
            ),
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

/**
 * How much of the draft speaks for a spelling: full mentions, short forms that show a word of it, and, where those
 * are even, that it holds no word that no list has.
 */
function supportOf({ name, mentions: [first, ...others] }: DraftedSpelling, entity: Entity): number {
  const words = new Set(name.split(/[\s-]/));
  const short = entity.mentions.filter((it) => words.has(foldTypography(it.text))).length;
  return 1 + others.length + short - Math.min(0.5, first.unlisted.length / 4);
}

function messageOf(
  { text }: NameMention,
  spelling: DraftedSpelling,
  usual: DraftedSpelling,
  difference: string,
): string {
  const places = `${count(usual.mentions.length, 'place')} against ${count(spelling.mentions.length, 'place')}`;
  return `“${text}” is “${usual.name}” elsewhere in this draft (${difference}): ${places}.`;
}

function fixesFor(
  mention: NameMention,
  spelling: DraftedSpelling,
  usual: DraftedSpelling,
  isPreferred: boolean,
): Fix[] {
  return [
    {
      title: `Change to “${usual.name}”, as elsewhere in this draft`,
      edits: [respell(mention, usual.name)],
      ...(isPreferred ? { isPreferred } : {}),
    },
    {
      title: `Use “${spelling.name}” everywhere in this draft (${count(usual.mentions.length, 'other place')})`,
      edits: respellAll(usual.mentions, spelling.name),
    },
  ];
}
