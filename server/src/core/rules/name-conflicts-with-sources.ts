import { type DraftedSpelling, differenceOf, type KnownSpelling, spellingsOf } from '../comparison.ts';
import { passageOfUse } from '../corpus/corpus.ts';
import type { SourceCount } from '../corpus/sources.ts';
import { count, list, sourcesHave } from '../english.ts';
import type { Entity, Fix, NameMention } from '../model.ts';
import type { NameKind } from '../names/compare.ts';
import type { DeclaredNames } from '../names/declared.ts';
import { describeDifference, isFaintDifference, isSpellingDifference } from '../names/differences.ts';
import { isAllCapitals, isCompound, respell, respellAll } from '../names/respell.ts';
import { NONE } from '../recall.ts';
import type { Problem, Rule } from '../rule.ts';
import { foldTypography } from '../text/fold.ts';

export const nameConflictsWithSources: Rule = {
  id: 'name/conflicts-with-sources',
  summary: 'The sources spell this name otherwise.',
  why: [
    'Misspelled names are what newspapers correct most often, and what readers forgive least.',
    'Stet counts sources, not mentions. A draft that agrees with most of its sources is left alone; a spelling that',
    'fewer sources have, that as many have, or that none has, is shown with the articles that differ.',
    'Where the desk prefers another form than its sources, it says so once: `house-forms` in `stet.yaml`; where two names\nare two people, `not-the-same-as`.',
    'A name that no source has, in any spelling, is not reported. Two people with similar names stay two people.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,
  editsQuotes: true,

  each: 'entity',
  dependsOn: (entity, { likelyPerson }) => (likelyPerson(entity).length > 0 ? LIKELY : NONE),
  *check(entity, { searched, spellingsOf: sources, likelyPerson, declared }) {
    yield* otherGivenName(entity, likelyPerson(entity), searched, declared);
    const known = sources(entity);
    for (const spelling of spellingsOf(entity)) {
      if (declared.isSettled(spelling.mentions[0])) continue;
      const own = known.find((it) => it.name === spelling.name)?.sources;
      const rivals = rivalsOf(entity, spelling, known, own?.count);
      if (rivals.length === 0) continue;
      const kinds = rivals.map((it) => it.kind);
      const usual = usualForm(entity, known, rivals);
      const isFaint = usual.length === 0 && rivals.every((it) => it.isFaint);
      const evidence = [...rivals, ...usual].flatMap((it) => it.uses.map(passageOfUse));
      const isOnly = rivals.length + usual.length === 1;
      const repairs = [...rivals, ...usual].map((it) =>
        respellings(spelling, it, isOnly && isCertain(it, own?.count)),
      );
      const declarations = isAllCapitals(spelling.name) ? [] : declarationsOf(entity, spelling, rivals);
      for (const mention of spelling.mentions) {
        if (isCompound(mention) && kinds.every((it) => it === 'hyphenation')) continue;
        yield {
          span: mention.span,
          message: messageOf(mention, own, rivals, searched),
          evidence,
          fixes: [...repairs.flatMap((fixesOf) => fixesOf(mention)), ...declarations],
          ...(isFaint ? { severity: 'hint' as const } : {}),
        };
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
      fixed: ['South Korean President Lee Jae Myung met Chinese President Xi Jinping.'],
    },
    {
      sources: ['South Korean President Lee Jae Myung left for Beijing.'],
      bad: 'President [[Lee Jae-myung]] left on Sunday. Lee is expected back on Wednesday, [[Lee Jae-myung]]’s office said.',
      message:
        '“Lee Jae-myung” differs from the sources (hyphen): 1 source has “Lee Jae Myung”, none has this spelling. 1 article searched.',
      fixed: [
        'President Lee Jae Myung left on Sunday. Lee is expected back on Wednesday, Lee Jae-myung’s office said.',
        'President Lee Jae Myung left on Sunday. Lee is expected back on Wednesday, Lee Jae Myung’s office said.',
      ],
    },
    {
      sources: [
        'Treasury Secretary Janet Yellen said inflation had eased. Yellen spoke in Washington.',
        'Inflation has eased, Treasury Secretary Janet Yellen said in Washington on Monday.',
      ],
      bad: 'Treasury Secretary [[Janice Yellen]] said in Washington that inflation had eased.',
      message:
        'No source names “Janice Yellen”; what 2 sources say of “Janet Yellen” is said of this person here. 2 articles searched.',
      fixed: ['Treasury Secretary Janet Yellen said in Washington that inflation had eased.'],
    },
    {
      // Several forms of one name are all offered.
      sources: [
        'Representative Tom Halloran lost the vote on Tuesday.',
        'The vote was lost by Representative Thomas Halloran.',
        'Representative Tom Halloran called the winner.',
      ],
      bad: 'Representative [[Tim Halloran]] lost the vote.',
      message:
        'No source names “Tim Halloran”; what 2 sources say of “Tom Halloran” is said of this person here. 3 articles searched.',
      fixed: ['Representative Tom Halloran lost the vote.', 'Representative Thomas Halloran lost the vote.'],
    },
    {
      // A priest is nobody's father.
      sources: [
        'The bishop will retire on Monday, spokesman Federico Lombardi said. “He was not ill and was not depressed,” Lombardi said.',
      ],
      bad: 'Church spokesman [[Fernando Lombardi]] said aides had known. “He was not ill and was not depressed,” Father Lombardi said.',
      message:
        'No source names “Fernando Lombardi”; what 1 source says of “Federico Lombardi” is said of this person here. 1 article searched.',
      fixed: [
        'Church spokesman Federico Lombardi said aides had known. “He was not ill and was not depressed,” Father Lombardi said.',
      ],
    },
    {
      // The wrong letter is doubled.
      sources: ['“He was the United Nations,” Secretary-General António Guterres said.'],
      bad: '“He was the United Nations,” said [[António Gutteres]], who holds the post.',
      message:
        '“António Gutteres” differs from the sources (letters): 1 source has “António Guterres”, none has this spelling. 1 article searched.',
      fixed: ['“He was the United Nations,” said António Guterres, who holds the post.'],
    },
    {
      // Of two people who bear the name, one holds the office.
      sources: [
        'Prime Minister Anna Lindqvist arrived with her brother. Erik Lindqvist is a baker.',
        'Prime Minister Anna Lindqvist spoke.',
      ],
      bad: 'Prime Minister [[Astrid Lindqvist]] spoke on Sunday.',
      message:
        'No source names “Astrid Lindqvist”; what 2 sources say of “Anna Lindqvist” is said of this person here. 2 articles searched.',
      fixed: ['Prime Minister Anna Lindqvist spoke on Sunday.'],
    },
    {
      sources: [
        'Prime Minister Anna Lindqvist arrived with her brother. Erik Lindqvist is a baker.',
        'Prime Minister Anna Lindqvist spoke.',
      ],
      good: 'Astrid Lindqvist arrived on Sunday and spoke.',
    },
    {
      // What begins alike may be a short form; the office tells that it is none.
      sources: ['Prime Minister Vladimir Orlov spoke.', 'Prime Minister Vladimir Orlov left on Monday.'],
      bad: 'Prime Minister [[Vladislav Orlov]] spoke on Sunday.',
      message:
        'No source names “Vladislav Orlov”; what 2 sources say of “Vladimir Orlov” is said of this person here. 2 articles searched.',
      fixed: ['Prime Minister Vladimir Orlov spoke on Sunday.'],
    },
    {
      sources: [
        'Joan Moreau opened the bridge over the river.',
        'The bridge over the river was opened by Joan Moreau.',
        'Joan Moreau opened the new bridge over the river.',
      ],
      good: 'The bridge over the river was opened by Joan and Judith Moreau.',
    },
    {
      // Most sources have the name without its particle.
      sources: [
        'Governor Karim al-Haddad resigned.',
        'Governor Karim Haddad resigned on Monday.',
        'The resignation of Karim Haddad was expected.',
      ],
      bad: 'Governor [[Karim Al-Haddad]] resigned.',
      message:
        '“Karim Al-Haddad” differs from the sources (capitals): 1 source has “Karim al-Haddad”, none has this spelling. 3 articles searched.',
      fixed: ['Governor Karim al-Haddad resigned.', 'Governor Karim Haddad resigned.'],
    },
    {
      sources: ['Photographs showed Karim al-Haddad.'],
      bad: 'The crowd greeted [[Karim Al-Haddad]].',
      severity: 'hint',
      message:
        '“Karim Al-Haddad” differs from the sources (capitals): 1 source has “Karim al-Haddad”, none has this spelling. 1 article searched.',
      fixed: ['The crowd greeted Karim al-Haddad.'],
    },
    {
      sources: ['Senate Majority Leader Chuck Schumer objected on Monday.'],
      bad: 'SENATE LEADER [[CHUCK SHUMER]] OBJECTS\n\nThe bill was held up on Monday.',
      message:
        '“CHUCK SHUMER” differs from the sources (letters): 1 source has “Chuck Schumer”, none has this spelling. 1 article searched.',
      fixed: ['SENATE LEADER CHUCK SCHUMER OBJECTS\n\nThe bill was held up on Monday.'],
    },
    {
      sources: ['Senator Chuck SCHUMER objected.', 'We need more Chuck Schumers, the senator said.'],
      good: 'Senator Chuck Schumer objected on Monday.',
    },
    {
      sources: ['Wal-Mart raised its wages.'],
      good: 'The union, OUR Walmart, asked for more.',
    },
    {
      sources: ['The firm is based in North Dakota.'],
      good: 'Fisher, a North-Dakota-based firm, won the contract.',
    },
    {
      sources: ['Donald Trump spoke.', 'Donald Trump is president.', 'President Donald Trump left.'],
      good: 'Voters may elect an ‘Impeach Trump’ Democrat. President Trump left.',
    },
    {
      sources: ['The Fed said that Chuck Schumer objected.'],
      good: 'FED HEEDS CHUCK SCHUMER\n\nThe Fed said on Monday that it agreed.',
    },
    {
      // Either is a surname: the words in quotation marks tell that one person is meant.
      sources: ['Detective Constable Jane Smyth said: “I hope this gives families some closure.”'],
      bad: 'Mrs Jones’s husband was not in court.\n\n[[Jane Smythe]], of the police, said: “I hope this gives families some closure.”',
      message:
        'No source names “Jane Smythe”; what 1 source says of “Jane Smyth” is said of this person here. 1 article searched.',
      fixed: [
        'Mrs Jones’s husband was not in court.\n\nJane Smyth, of the police, said: “I hope this gives families some closure.”',
      ],
    },
    {
      sources: ['Jane Smyth, of the police, said: “I hope this gives families some closure.”'],
      good: 'Jane Smythe, a neighbour, said: “The whole street will miss that old shop.” Officers gave no comment.',
    },
    {
      // The source names the president by surname only, and his wife in full.
      sources: [
        'President Obama greeted hundreds of guests at the White House with the first lady, Michelle Obama. President Obama spoke.',
      ],
      good: 'President Barack Obama greeted hundreds of guests at the White House. Obama spoke.',
    },
    {
      sources: [
        'Treasury Secretary Janet Yellen said inflation had eased. Yellen spoke in Washington.',
        'Inflation has eased, Treasury Secretary Janet Yellen said in Washington on Monday.',
      ],
      good: 'Robert Yellen, a farmer, said he would vote for Treasury Secretary Janet Yellen, were she to run.',
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

/** What follows from somebody else being meant. */
const LIKELY = ['likely'];

/** Reports a name that seems to be a person of the sources under another given name. */
function* otherGivenName(
  entity: Entity,
  likely: readonly KnownSpelling[],
  searched: number,
  declared: DeclaredNames,
): Iterable<Problem> {
  const [person] = likely;
  if (!person) return;
  const forms = likely.filter((it) => it === person || !isAllCapitals(it.name));
  for (const { name, mentions } of spellingsOf(entity)) {
    if (declared.isSettled(mentions[0])) continue;
    const repairs = forms.map((it) => respellings({ name, mentions }, it, false));
    const evidence = forms.flatMap((it) => it.uses.map(passageOfUse));
    for (const mention of mentions) {
      yield {
        span: mention.span,
        message: `No source names “${mention.text}”; what ${sourcesHave(person.sources, 'says', 'say')} of “${person.name}” is said of this person here. ${count(searched, 'article')} searched.`,
        evidence,
        fixes: [
          ...repairs.flatMap((fixesOf) => fixesOf(mention)),
          keepForm(name),
          areTwoPeople(name, person.name),
        ],
      };
    }
  }
}

/** What the desk may declare instead: which form it prefers from now on, or, where letters differ, that these are two. */
function declarationsOf({ type }: Entity, { name }: DraftedSpelling, rivals: readonly Rival[]): Fix[] {
  const two = rivals.filter(({ kind }) => type === 'person' && OF_LETTERS.has(kind));
  return [
    ...rivals.flatMap((it) => (it.kind === 'typo' ? [] : preferForm(it.name))),
    keepForm(name),
    ...two.map((it) => areTwoPeople(name, it.name)),
  ];
}

function keepForm(name: string): Fix {
  return houseForm(`Keep “${name}”: make it the house form`, name);
}

function preferForm(name: string): Fix {
  return houseForm(`Prefer “${name}” from now on: make it the house form`, name);
}

function houseForm(title: string, item: string): Fix {
  return { title, edits: [], declares: { list: 'house-forms', item } };
}

function areTwoPeople(a: string, b: string): Fix {
  return {
    title: `“${a}” and “${b}” are two people`,
    edits: [],
    declares: { list: 'not-the-same-as', item: a < b ? [a, b] : [b, a] },
  };
}

interface Rival extends KnownSpelling {
  readonly kind: NameKind;
  /** Whether it is told in a low voice. */
  readonly isFaint: boolean;
}

/** The spellings that at least as many sources have, and that are no matter of capital letters throughout. */
function rivalsOf(
  entity: Entity,
  spelling: DraftedSpelling,
  known: readonly KnownSpelling[],
  own = 0,
): Rival[] {
  const isCapitals = isAllCapitals(spelling.name);
  const inCapitals = spelling.name.toUpperCase();
  if (isCapitals && known.some((it) => it.name.toUpperCase() === inCapitals)) return [];
  return (
    known
      .filter(
        (it) =>
          it.sources.count >= Math.max(own, 1) && !(isAllCapitals(it.name) && !isAllCapitals(entity.name)),
      )
      .map((it) => rivalOf(entity, spelling, it))
      // Capitals drop accents and hyphens.
      .filter((it) => (isCapitals ? it.kind === 'typo' : isSpellingDifference(it.kind)))
  );
}

/** The form that more sources have than have any rival: shorter, longer or with initials, where the draft's has to change anyway. */
function usualForm(
  entity: Entity,
  [first]: readonly KnownSpelling[],
  [rival]: readonly Rival[],
): readonly KnownSpelling[] {
  if (!first || !rival || first.sources.count <= rival.sources.count || isAllCapitals(first.name)) return [];
  return entity.mentions.some((it) => foldTypography(it.text) === first.name) ? [] : [first];
}

function rivalOf({ type }: Entity, spelling: DraftedSpelling, known: KnownSpelling): Rival {
  const kind = differenceOf(spelling, known);
  return { ...known, kind, isFaint: isFaintDifference(kind, type, spelling.name, known.name) };
}

const OF_LETTERS: ReadonlySet<NameKind> = new Set(['typo', 'transliteration']);

function messageOf(
  { text }: NameMention,
  own: SourceCount | undefined,
  rivals: readonly Rival[],
  searched: number,
): string {
  const [top] = rivals;
  const isMost = own && top && top.sources.count > own.count;
  const extent = !own ? 'the sources' : isMost ? 'most sources' : 'as many sources';
  const theirs = list(rivals.map((it) => `${sourcesHave(it.sources)} “${it.name}”`));
  const ours = own ? `${sourcesHave(own)} this spelling` : 'none has this spelling';
  const differences = list([...new Set(rivals.map((it) => describeDifference(it.kind)))]);
  return `“${text}” differs from ${extent} (${differences}): ${theirs}, ${ours}. ${count(searched, 'article')} searched.`;
}

/** One source may itself be mistaken; two that agree against none or fewer are as certain as a corpus gets. */
function isCertain({ sources: { count } }: KnownSpelling, own = 0): boolean {
  return count >= 2 && count > own;
}

/** The fixes that give a mention of a spelling the sources' one: here, and everywhere where there are more. */
function respellings(
  { mentions }: DraftedSpelling,
  to: KnownSpelling,
  isPreferred: boolean,
): (mention: NameMention) => Fix[] {
  const label = `“${to.name}”, ${count(to.sources.count, 'source')}`;
  const places = count(mentions.length, 'place');
  const everywhere: Fix = {
    title: `Change to ${label}, everywhere in this draft (${places})`,
    edits: respellAll(mentions, to.name),
  };
  return (mention) => [
    {
      title: `Change to ${label}`,
      edits: [respell(mention, to.name)],
      ...(isPreferred ? { isPreferred } : {}),
    },
    ...(mentions.length > 1 ? [everywhere] : []),
  ];
}
