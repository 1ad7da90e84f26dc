/** From a place in a draft to who or what is meant there, and to everywhere else that it is meant. */

import type { Comparison } from './comparison.ts';
import type { Article } from './corpus/article.ts';
import type { Entity, NameMention, QuoteMention } from './model.ts';
import { isFullName } from './names/parts.ts';
import { isAllCapitals } from './names/respell.ts';
import type { Reading } from './reading.ts';
import { foldTypography } from './text/fold.ts';

export interface EntityAt {
  readonly entity: Entity;
  readonly mention: NameMention;
}

/** The name at an offset, its end included, and the entity that it stands for. */
export function entityAt(reading: Reading, offset: number): EntityAt | undefined {
  const mention = reading.names.find(({ span }) => span.start <= offset && offset <= span.end);
  const entity = mention && reading.entityOf(mention);
  return entity && { entity, mention };
}

/** The quotation at an offset. */
export function quoteAt({ quotes }: Reading, offset: number): QuoteMention | undefined {
  return quotes.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The first mention by full name; the first of all where there is none. Datelines introduce nobody. */
export function introductionOf({ type, mentions }: Entity): NameMention {
  return (
    mentions.find((it) => it.part === 'body' && (type !== 'person' || isFullName(it.text))) ?? mentions[0]
  );
}

/** The fullest name of an entity, not in the capitals of a headline where it stands in small letters elsewhere. */
export function shownName(entity: Entity): string {
  return isAllCapitals(entity.name) ? foldTypography(introductionOf(entity).text) : entity.name;
}

/** The entities of the sources that are the same as one of the draft, most sources of a spelling first. */
export function sameInSources(
  { spellingsOf }: Comparison,
  entity: Entity,
): readonly { readonly article: Article; readonly entity: Entity }[] {
  const found = new Map<Entity, Article>();
  for (const { uses } of spellingsOf(entity))
    for (const use of uses) if (!found.has(use.entity)) found.set(use.entity, use.article);
  return [...found].map(([it, article]) => ({ article, entity: it }));
}
