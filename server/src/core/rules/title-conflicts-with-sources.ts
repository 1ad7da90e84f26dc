import type { KnownSpelling } from '../comparison.ts';
import { passageOf } from '../corpus/article.ts';
import type { SourceCount, Sources } from '../corpus/sources.ts';
import { count, list, sourcesHave } from '../english.ts';
import type { ArticleHead, Edit, Fix, Passage } from '../model.ts';
import { compareOffices, type Office, parseOffice, printLike } from '../names/offices.ts';
import { type PrintedRole, rolesOf } from '../names/roles.ts';
import { recall } from '../recall.ts';
import type { Rule } from '../rule.ts';

export const titleConflictsWithSources: Rule = {
  id: 'title/conflicts-with-sources',
  summary: 'The sources give this person another office, or name the same office otherwise.',
  why: [
    'A senator is no representative and a vice president no president, and both have readers who know.',
    'Only offices that one person does not hold at once are held against each other: another rank of the same office,',
    'another department, the other chamber. Former, acting and elect, counterpart, country and capitals are no conflict.',
    'An office that no source contradicts is left alone.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,

  each: 'entity',
  *check(entity, { spellingsOf, searched, sources }) {
    const known = entity.type === 'person' ? spellingsOf(entity) : [];
    if (known.length === 0) return;
    const theirs = officesKnown(known, [sources], () => officesIn(known, sources));
    for (const role of rolesOf(entity)) {
      const office = parseOffice(role.text);
      const conflict = office && conflictOf(office, theirs, sources);
      if (!conflict) continue;
      const { rivals, isWords } = conflict;
      const [top] = rivals;
      yield {
        span: role.span,
        message: messageOf(office, entity.name, rivals, searched),
        evidence: rivals.flatMap((it) => [...it.passages.values()]),
        fixes: top ? [fixFor(role, office, top)] : [],
        ...(isWords ? { severity: 'information' as const } : {}),
      };
    }
  },

  examples: [
    {
      sources: ['Sen. Ted Cruz spoke on the floor.', 'Senator Ted Cruz of Texas called for a vote.'],
      bad: '[[Texas GOP Rep.]] Ted Cruz called for a vote.',
      message: '“Rep.” for Ted Cruz differs from the sources: 2 sources have “Sen.”. 2 articles searched.',
      fixed: ['Texas GOP Sen. Ted Cruz called for a vote.'],
    },
    {
      sources: ['State Rep. Maria Gonzalez has endorsed the mayor.'],
      bad: '[[State Sen.]] Maria Gonzalez endorsed the mayor.',
      message:
        '“State Sen.” for Maria Gonzalez differs from the sources: 1 source has “State Rep.”. 1 article searched.',
      fixed: ['State Rep. Maria Gonzalez endorsed the mayor.'],
    },
    {
      sources: ['Majority Leader Chuck Schumer called the measure a bridge.'],
      bad: '[[Senate Minority Leader]] Chuck Schumer called the measure a bridge.',
      message:
        '“Senate Minority Leader” for Chuck Schumer differs from the sources: 1 source has “Majority Leader”. 1 article searched.',
      fixed: ['Senate Majority Leader Chuck Schumer called the measure a bridge.'],
    },
    {
      sources: ['Secretary of State Mike Pompeo announced the sanctions.'],
      bad: '[[Secretary of Defense]] Mike Pompeo announced the sanctions.',
      message:
        '“Secretary of Defense” for Mike Pompeo differs from the sources: 1 source has “Secretary of State”. 1 article searched.',
      fixed: ['Secretary of State Mike Pompeo announced the sanctions.'],
    },
    {
      sources: ['Jan Bakker, co-founder and CEO of Ampel, wrote a blog post.'],
      bad: 'Jan Bakker, [[Ampel’s co-founder and chief financial officer]], wrote a blog post.',
      message:
        '“chief financial officer” for Jan Bakker differs from the sources: 1 source has “CEO”. 1 article searched.',
      fixed: ['Jan Bakker, Ampel’s co-founder and CEO, wrote a blog post.'],
    },
    {
      sources: ['Chief Minister Anand Rao ruled out any change.'],
      bad: '[[Prime Minister]] Anand Rao ruled out any change.',
      message:
        '“Prime Minister” for Anand Rao differs from the sources: 1 source has “Chief Minister”. 1 article searched.',
      fixed: ['Chief Minister Anand Rao ruled out any change.'],
    },
    {
      sources: ['President Barack Obama left.', 'Chinese President Xi Jinping met Barack Obama.'],
      good: 'Former President Barack Obama met his Chinese counterpart Xi Jinping, the party leader.',
    },
    {
      sources: ['Vice President Joe Biden spoke.', 'President Joe Biden spoke.'],
      good: 'President Joe Biden left.',
    },
    {
      // Governors become senators, and an archive remembers them as both.
      sources: ['Gov. Aminu Bello signed the bill in 2014.'],
      good: 'Sen. Aminu Bello disagreed.',
    },
  ],
};

interface KnownOffice {
  readonly office: Office;
  /** The first of each article. */
  readonly passages: ReadonlyMap<ArticleHead, Passage>;
  readonly sources: SourceCount;
}

const officesKnown = recall<readonly KnownSpelling[], readonly KnownOffice[]>();

/** The offices that the sources give a person, most sources first; equal ones are one. */
function officesIn(known: readonly KnownSpelling[], sources: Sources): KnownOffice[] {
  const offices = new Map<
    string,
    { readonly office: Office; readonly passages: Map<ArticleHead, Passage> }
  >();
  for (const { article, entity } of new Set(known.flatMap((it) => it.uses))) {
    for (const role of rolesOf(entity)) {
      const office = parseOffice(role.text);
      if (!office) continue;
      const key = [office.rank, office.post, office.domain, office.post === 'chair' ? office.text : '']
        .join('|')
        .toLowerCase();
      const entry = offices.get(key) ?? { office, passages: new Map() };
      if (!entry.passages.has(article.head)) entry.passages.set(article.head, passageOf(article, role.span));
      offices.set(key, entry);
    }
  }
  return [...offices.values()]
    .map((it) => ({ ...it, sources: sources.among(it.passages.keys()) }))
    .sort((a, b) => b.sources.count - a.sources.count);
}

/** The offices that contradict one of the draft's, if no source agrees; else those that most sources name otherwise. */
function conflictOf(
  office: Office,
  theirs: readonly KnownOffice[],
  sources: Sources,
): { rivals: KnownOffice[]; isWords: boolean } | undefined {
  const compared = theirs.map((it) => ({ ...it, difference: compareOffices(office, it.office) }));
  const same = compared.filter((it) => it.difference === 'none');
  const agreeing = sources.among(same.flatMap((it) => [...it.passages.keys()])).count;
  const others = compared.filter((it) => it.difference === 'office');
  const inOtherWords = compared.filter(
    (it) => it.difference === 'words' && it.sources.count > Math.max(1, agreeing),
  );
  if (inOtherWords.length > 0) return { rivals: inOtherWords, isWords: true };
  return agreeing === 0 && others.length > 0 ? { rivals: others, isWords: false } : undefined;
}

function messageOf(office: Office, name: string, rivals: readonly KnownOffice[], searched: number): string {
  const theirs = rivals.map((it) => `${sourcesHave(it.sources)} “${it.office.text}”`);
  return `“${office.text}” for ${name} differs from the sources: ${list(theirs)}. ${count(searched, 'article')} searched.`;
}

function fixFor({ span }: PrintedRole, office: Office, { office: theirs }: KnownOffice): Fix {
  const newText = printLike(office, theirs);
  const edit: Edit = {
    span: { start: span.start + office.span.start, end: span.start + office.span.end },
    newText,
  };
  return { title: `Change to “${newText}”`, edits: [edit] };
}
