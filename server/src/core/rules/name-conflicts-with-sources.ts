import { differenceOf, type KnownSpelling, spellingsOf } from '../comparison.ts';
import { passageOfUse } from '../corpus/corpus.ts';
import { count, list } from '../english.ts';
import type { Entity, Fix, NameMention } from '../model.ts';
import { describeDifference, isSpellingDifference } from '../names/differences.ts';
import { isAllCapitals, respell, respellAll, shows } from '../names/respell.ts';
import type { Rule } from '../rule.ts';

export const nameConflictsWithSources: Rule = {
  id: 'name/conflicts-with-sources',
  summary: 'The sources spell this name otherwise.',
  why: [
    'Misspelled names are what newspapers correct most often, and what readers forgive least.',
    'Stet counts sources, not mentions. A draft that agrees with most of its sources is left alone; a spelling that',
    'fewer sources have, that as many have, or that none has, is shown with the articles that differ.',
    'A name that no source has, in any spelling, is not reported. Two people with similar names stay two people.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,
  editsQuotes: true,

  *check({ draft, articles, names }) {
    for (const entity of draft.entities) {
      const known = names.get(entity) ?? [];
      for (const spelling of spellingsOf(entity)) {
        if (isAllCapitals(spelling)) continue;
        const own = known.find((it) => it.name === spelling)?.sources ?? 0;
        const rivals = known.filter(
          (it) => it.sources >= Math.max(own, 1) && isSpellingDifference(differenceOf(entity, spelling, it)),
        );
        const [first, ...others] = rivals;
        if (!first) continue;
        const differences = rivals.map((it) => differenceOf(entity, spelling, it));
        for (const mention of entity.mentions) {
          if (mention.part === 'dateline' || !shows(mention, spelling)) continue;
          yield {
            span: mention.span,
            message: messageOf(mention, own, rivals, differences.map(describeDifference), articles.length),
            evidence: rivals.flatMap((it) => it.uses.map(passageOfUse)),
            fixes: [first, ...others].flatMap((it) =>
              fixesFor(entity, mention, spelling, it, rivals.length === 1 && isCertain(it, own)),
            ),
            ...(differences.every((it) => it === 'diacritics') ? { severity: 'hint' as const } : {}),
          };
        }
      }
    }
  },

  examples: [
    {
      sources: [
        'South Korean President Lee Jae Myung left for Beijing.',
        'President Lee Jae Myung spoke in Seoul.',
        'South Korean President Lee Jae-myung arrived on Sunday.',
      ],
      bad: 'South Korean President [[Lee Jae-myung]] met Chinese President Xi Jinping.',
      message:
        '“Lee Jae-myung” differs from most sources (hyphen): 2 sources have “Lee Jae Myung”, 1 source has this spelling. 3 articles searched.',
      fixed: [
        'South Korean President Lee Jae Myung met Chinese President Xi Jinping.',
        'South Korean President Lee Jae Myung met Chinese President Xi Jinping.',
      ],
    },
    {
      sources: ['South Korean President Lee Jae-myung arrived in Beijing on Sunday.'],
      good: 'Lee Jae-mook, a political science professor, told AFP that talks were likely.',
    },
    {
      sources: [
        'South Korean President Lee Jae Myung left for Beijing.',
        'President Lee Jae Myung spoke in Seoul.',
        'South Korean President Lee Jae-myung arrived on Sunday.',
      ],
      good: 'South Korean President Lee Jae Myung met Chinese President Xi Jinping. Lee’s visit ends on Wednesday.',
    },
  ],
};

function messageOf(
  { text }: NameMention,
  own: number,
  rivals: readonly KnownSpelling[],
  differences: readonly string[],
  searched: number,
): string {
  const [top] = rivals;
  const extent = own === 0 ? 'the sources' : top && top.sources > own ? 'most sources' : 'as many sources';
  const theirs = list(
    rivals.map((it) => `${count(it.sources, 'source')} ${it.sources === 1 ? 'has' : 'have'} “${it.name}”`),
  );
  const ours =
    own === 0
      ? 'none has this spelling'
      : `${count(own, 'source')} ${own === 1 ? 'has' : 'have'} this spelling`;
  return `“${text}” differs from ${extent} (${list([...new Set(differences)])}): ${theirs}, ${ours}. ${count(searched, 'article')} searched.`;
}

/** One source may itself be mistaken; two that agree against none or fewer are as certain as a corpus gets. */
function isCertain({ sources }: KnownSpelling, own: number): boolean {
  return sources >= 2 && sources > own;
}

function fixesFor(
  entity: Entity,
  mention: NameMention,
  from: string,
  to: KnownSpelling,
  isPreferred: boolean,
): Fix[] {
  const label = `“${to.name}”, ${count(to.sources, 'source')}`;
  const everywhere = respellAll(entity, from, to.name);
  return [
    {
      title: `Change to ${label}`,
      edits: [respell(mention, to.name)],
      ...(isPreferred ? { isPreferred } : {}),
    },
    {
      title: `Change to ${label}, everywhere in this draft (${count(everywhere.length, 'place')})`,
      edits: everywhere,
    },
  ];
}
