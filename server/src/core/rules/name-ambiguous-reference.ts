import { list } from '../english.ts';
import type { Entity, NameMention } from '../model.ts';
import { isUnrelatedFamily } from '../names/east-asian.ts';
import { familyOf, isFullName } from '../names/parts.ts';
import type { Draft } from '../reading.ts';
import { recall } from '../recall.ts';
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
    for (const [first, ...rest] of bearersBySurname(draft)) {
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
  const full = people
    .flatMap((entity) =>
      entity.mentions.filter((it) => isFullName(it.text)).map(({ span }) => ({ entity, at: span.start })),
    )
    .sort((a, b) => a.at - b.at);
  const introduced = fullMention(subject)?.span.start ?? Number.POSITIVE_INFINITY;
  return people
    .flatMap((it) => it.mentions)
    .filter((it) => it.part === 'body' && !isFullName(it.text) && it.span.start > introduced)
    .sort((a, b) => a.span.start - b.span.start)
    .find(({ span }) => full.findLast(({ at }) => at < span.start)?.entity !== subject);
}

/** The people of the draft who share a surname that unrelated people bear, in the order in which they are introduced. */
function bearersBySurname({ entities }: Draft): Entity[][] {
  const bearers = new Map<string, Entity[]>();
  for (const entity of entities) {
    const family = sharedFamilies(entity, [], () => sharedFamilyOf(entity));
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

function fullMention({ mentions }: Entity): NameMention | undefined {
  return mentions.find((it) => it.part === 'body' && isFullName(it.text));
}
