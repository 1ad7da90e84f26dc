import { list } from '../english.ts';
import type { Entity, NameMention } from '../model.ts';
import { isUnrelatedFamily } from '../names/east-asian.ts';
import { familyOf, isFullName } from '../names/parts.ts';
import { type Draft, readingOf } from '../reading.ts';
import { NONE, recall } from '../recall.ts';
import type { Rule } from '../rule.ts';
import { squash } from '../text/fold.ts';

export const nameAmbiguousReference: Rule = {
  id: 'name/ambiguous-reference',
  summary: 'A surname alone, after a second person who bears it.',
  why: [
    'Once two people of one surname are in the story, the surname alone may be either.',
    'Stet reports the first one that may mean either the person named last or the one whom the story is about. Where the two share a family, readers follow the given names around it, so',
    'it is reported only for surnames that unrelated people bear: Lee, Kim, Li, Nguyen.',
  ].join('\n'),
  severity: 'warning',

  *check({ draft }) {
    for (const bearers of bearersBySurname(draft)) {
      const [first, ...rest] = bearers.length > 1 ? bearers.filter(isInStory) : [];
      if (!first || rest.length === 0) continue;
      const people = [first, ...rest];
      const bare = ambiguous(first, rest, () => ambiguousMention(people));
      if (!bare) continue;
      yield {
        span: bare.span,
        message: `“${bare.text}” may be ${list(people.map((it) => it.name)).replace(' and ', ' or ')}, ${people.length === 2 ? 'who are both' : 'who are all'} in this draft.`,
        fixes: people.map(({ name }) => ({
          title: `Give the full name here: “${name}”`,
          edits: [{ span: bare.span, newText: name }],
        })),
      };
    }
  },

  examples: [
    {
      bad: 'President Lee Jae Myung left. Lee met Xi. Lee Jae-mook, a professor, told AFP that talks were likely. [[Lee]] returns on Monday.',
      message: '“Lee” may be Lee Jae Myung or Lee Jae-mook, who are both in this draft.',
      fixed: [
        'President Lee Jae Myung left. Lee met Xi. Lee Jae-mook, a professor, told AFP that talks were likely. Lee Jae Myung returns on Monday.',
        'President Lee Jae Myung left. Lee met Xi. Lee Jae-mook, a professor, told AFP that talks were likely. Lee Jae-mook returns on Monday.',
      ],
    },
    {
      good: 'President Lee Jae Myung left. Lee returns on Monday. Lee Jae-mook, a professor, told AFP that talks were likely.',
    },
    {
      good: 'Kim Jong Un spoke. Kim follows “the will of President Kim Il Sung”, Kim said, and of the late General Secretary Kim Jong Il. Kim leaves on Monday.',
    },
    {
      good: 'Chief Executive Mary Lam left. Mrs Lam met Xi. Lam Cheuk-ting, a lawmaker, told AFP that talks were likely. Mr Lam had asked for them. Mrs Lam returns on Monday.',
    },
    {
      bad: 'Chief Executive Mary Lam left. Mrs Lam met Xi. Mrs Lam spoke. Lam Cheuk-ting, a lawmaker, told AFP that talks were likely. Mrs [[Lam]] returns on Monday.',
      message: '“Lam” may be Mary Lam or Lam Cheuk-ting, who are both in this draft.',
      fixed: [
        'Chief Executive Mary Lam left. Mrs Lam met Xi. Mrs Lam spoke. Lam Cheuk-ting, a lawmaker, told AFP that talks were likely. Mrs Mary Lam returns on Monday.',
        'Chief Executive Mary Lam left. Mrs Lam met Xi. Mrs Lam spoke. Lam Cheuk-ting, a lawmaker, told AFP that talks were likely. Mrs Lam Cheuk-ting returns on Monday.',
      ],
    },
    { good: 'Bill Clinton campaigned for Hillary Clinton. Clinton leads in the polls.' },
  ],
};

const ambiguous = recall<Entity, NameMention | undefined>();

/**
 * The first surname alone that nearness and weight give to two people: the last one who was named in full is not the
 * one whom the story is about.
 */
function ambiguousMention(people: readonly Entity[]): NameMention | undefined {
  const subject = people.reduce((most, it) => (it.mentions.length > most.mentions.length ? it : most));
  const introduced = fullMention(subject)?.span.start ?? Number.POSITIVE_INFINITY;
  const genders = new Set(people.flatMap((it) => it.mentions.flatMap((mention) => genderOf(mention) ?? [])));
  let last: Entity | undefined;
  for (const { entity, mention } of inOrder(people)) {
    if (isFullName(mention.text)) last = entity;
    // Where one is Mr and the other Ms, that tells who is meant.
    else if (genders.size > 1 && genderOf(mention)) continue;
    else if (last !== subject && mention.part === 'body' && mention.span.start > introduced) return mention;
  }
  return undefined;
}

/** As an honorific tells it. */
function genderOf({ honorific = '' }: NameMention): 'male' | 'female' | undefined {
  if (/^(?:Mr|Sir|Lord)$/.test(honorific)) return 'male';
  return /^(?:Mrs|Ms|Miss|Mme|Dame|Lady)$/.test(honorific) ? 'female' : undefined;
}

/** The mentions of several entities, in reading order. */
function* inOrder(
  entities: readonly Entity[],
): Iterable<{ readonly entity: Entity; readonly mention: NameMention }> {
  const next = entities.map(() => 0);
  for (;;) {
    let first: { readonly entity: Entity; readonly mention: NameMention; readonly of: number } | undefined;
    for (const [of, entity] of entities.entries()) {
      const mention = entity.mentions[next[of] ?? 0];
      if (mention && (!first || mention.span.start < first.mention.span.start))
        first = { entity, mention, of };
    }
    if (!first) return;
    next[first.of] = (next[first.of] ?? 0) + 1;
    yield first;
  }
}

/** The people of the draft who share a surname that unrelated people bear, in the order in which they are introduced. */
function bearersBySurname({ entities }: Draft): Entity[][] {
  const bearers = new Map<string, Entity[]>();
  for (const entity of entities) {
    const family = sharedFamilies(entity, NONE, sharedFamilyOf);
    if (family === undefined) continue;
    const others = bearers.get(family);
    if (others) others.push(entity);
    else bearers.set(family, [entity]);
  }
  return [...bearers.values()];
}

const sharedFamilies = recall<Entity, string | undefined>();

/** Somebody's family name, squashed, where it is one that unrelated people bear. */
function sharedFamilyOf(entity: Entity): string | undefined {
  const full = entity.type === 'person' ? fullMention(entity) : undefined;
  const family = full && familyOf(full.text);
  return family !== undefined && isUnrelatedFamily(family) ? squash(family) : undefined;
}

/** Whether the story brings somebody in: not only as dead, or in words that it quotes. */
function isInStory({ mentions }: Entity): boolean {
  return mentions.some((it) => isFullName(it.text) && !isLate(it) && !isQuoted(it));
}

/** "The late President Kim Il Sung". */
function isLate({ paragraph: { text, start }, span }: NameMention): boolean {
  return LATE.test(text.slice(0, span.start - start).slice(-LONGEST_TITLE));
}

const LATE =
  /\blate (?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}[\p{L}.-]* |leader |president )*$/u;
const LONGEST_TITLE = 60;

function isQuoted({ paragraph, span }: NameMention): boolean {
  const quotes = readingOf(paragraph)?.quotes ?? [];
  return quotes.some((it) => it.span.start < span.start && span.end < it.span.end);
}

function fullMention({ mentions }: Entity): NameMention | undefined {
  return mentions.find((it) => it.part === 'body' && isFullName(it.text));
}
