import { count, sourcesHave } from '../english.ts';
import type { Entity, NameMention } from '../model.ts';
import { rolesOf } from '../names/roles.ts';
import { readingOf } from '../reading.ts';
import { NONE, recall } from '../recall.ts';
import type { Rule } from '../rule.ts';

export const nameNoFirstReference: Rule = {
  id: 'name/no-first-reference',
  summary: 'A person is named by surname alone, and nowhere in full.',
  why: [
    'The first reference gives the full name and says who that is; the reader of this story has not read the others.',
    'Stet reports the first mention of a person whom the sources know by a full name and the draft never gives one,',
    'nor a title. Headlines, datelines, people whom no source knows, and people whom several sources name by surname',
    'alone throughout are left alone.',
  ].join('\n'),
  severity: 'information',
  citesCorpus: true,

  each: 'entity',
  dependsOn(entity, { peopleBySurname, isNamedInFull }) {
    const mention = firstReference(entity);
    if (!mention) return NONE;
    const named = peopleBySurname(mention.text).map((it) => isNamedInFull(it.name));
    return [...named, readingOf(mention.paragraph)?.quotes];
  },
  *check(entity, { searched, peopleBySurname, isNamedInFull, sourcesNamingShort }) {
    const mention = firstReference(entity);
    if (!mention || rolesOf(entity).length > 0) return;
    const people = peopleBySurname(mention.text);
    const [person] = people;
    // The full name may be there, misspelled: that is another rule's finding.
    if (!person || people.some((it) => STORM.test(it.name) || isNamedInFull(it.name))) return;
    if (sourcesNamingShort(mention.text) >= HOUSEHOLD) return;
    const quotes = readingOf(mention.paragraph)?.quotes ?? [];
    if (quotes.some(({ span }) => span.start < mention.span.start && mention.span.end < span.end)) return;
    yield {
      span: mention.span,
      message: `“${mention.text}” has no full name in this draft; ${sourcesHave(person.sources)} “${person.name}”. ${count(searched, 'article')} searched.`,
      evidence: person.passages,
      fixes: people.map(({ name, sources }) => ({
        title: `Give the full name here: “${name}”, ${count(sources.count, 'source')}`,
        edits: [{ span: mention.span, newText: name }],
      })),
    };
  },

  examples: [
    {
      sources: ['Treasury Secretary Janet Yellen met Lee Jae Myung in Seoul. Yellen spoke first.'],
      bad: 'Lee Jae Myung told [[Yellen]] on Monday that talks went well. Yellen agreed, and Yellen said so.',
      message: '“Yellen” has no full name in this draft; 1 source has “Janet Yellen”. 1 article searched.',
      fixed: [
        'Lee Jae Myung told Janet Yellen on Monday that talks went well. Yellen agreed, and Yellen said so.',
      ],
    },
    {
      sources: ['Treasury Secretary Janet Yellen met Lee Jae Myung in Seoul. Yellen spoke first.'],
      good: 'Secretary Yellen hosted the banquet. Lee Jae Myung attended, and Yellen spoke first.',
    },
    {
      sources: ['Governor Mary Williams met Lee Jae Myung in Seoul. Williams spoke first.'],
      good: 'Lee Jae Myung met Williams officials on Monday. He spoke of the Williams tax cuts. Voters blamed Williams policies.',
    },
    {
      // Two sources take it that their readers know who that is.
      sources: [
        'Treasury Secretary Janet Yellen met Lee Jae Myung in Seoul. Yellen spoke first.',
        'Markets rose as Yellen spoke.',
        'Lee Jae Myung praised Yellen.',
      ],
      good: 'Lee Jae Myung told Yellen on Monday that talks went well. Yellen agreed, and Yellen said so.',
    },
    {
      // The full name is there, misspelled: that is another rule's finding.
      sources: [
        'House Speaker Kevin McCarthy rejected the bill. McCarthy spoke on Monday.',
        'Speaker Kevin McCarthy rejected the Senate bill.',
      ],
      good: 'House Speaker Kevin McCarty rejected the bill. McCarthy said so on Monday, and McCarthy will say so again.',
    },
    {
      sources: ['Treasury Secretary Janet Yellen met Lee Jae Myung in Seoul.'],
      good: 'Yellen to host Lee\n\nTreasury Secretary Janet Yellen will host Lee Jae Myung on Monday. Yellen leaves on Tuesday.',
    },
  ],
};

/** Where so many sources never give the full name, readers are taken to know it. */
const HOUSEHOLD = 2;

/** Storms go by one name. */
const STORM = /^(?:Hurricane|Typhoon|Cyclone|Storm|Tropical Storm|Super Typhoon)\s/;

/** The first of two or more references to a person whom the draft never names in full: once in passing is not in this story. */
function firstReference(entity: Entity): NameMention | undefined {
  if (entity.type !== 'person' || entity.isNamed) return undefined;
  return firstReferences(entity, NONE, ({ mentions }) => {
    const [first, second] = mentions.filter(isReference);
    return second && first;
  });
}

const firstReferences = recall<Entity, NameMention | undefined>();

/** Whether a mention stands for the person: not in a headline, and not as in "the Obama years" or "anti-Trump". */
function isReference({ part, paragraph, span }: NameMention): boolean {
  const [start, end] = [span.start - paragraph.start, span.end - paragraph.start];
  const { text } = paragraph;
  if (part !== 'body' || end - start < 2 || /[-–]/.test(text.charAt(start - 1))) return false;
  return !ATTRIBUTE.test(text.slice(end, end + 24));
}

/** What a surname describes: "Bush tax cuts", "Trump officials", "the Obama White House"; but "told Yellen Monday". */
const ATTRIBUTE =
  /^(?:-|\s+(?:(?:administration|government|cabinet|campaign|presidency|era|year|team|camp|family|clan|dynasty|organi[sz]ation|foundation|brand|supporter|voter|donor|backer|loyalist|critic|aide|adviser|advisor|official|appointee|nominee|spokes(?:man|woman|person)|lawyer|attorney|agenda|polic(?:y|ie)|tax|raid|trial|case|brother|sister|sibling|all(?:y|ie))s?\b|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}\p{Ll}))/u;
