/** Who a speaker is: from the words that name one beside a quotation to an entity of the text. */

import type { Entity, QuoteMention } from '../model.ts';
import { type Reading, readingBefore } from '../reading.ts';
import { recall } from '../recall.ts';
import { lastBefore } from '../text/spans.ts';

/** The person whom the words beside a quotation name; undefined for pronouns, offices, bodies and nobody. */
export function personSpeaking(reading: Reading, { speaker }: QuoteMention): Entity | undefined {
  if (!speaker) return undefined;
  // "Warren adviser" ends in no name of Warren's.
  const name = lastBefore(readingBefore(reading, speaker.end)?.names ?? [], speaker.end);
  const person = name && name.span.end >= speaker.end ? reading.entityOf(name) : undefined;
  return person?.type === 'person' ? person : undefined;
}

const bySpeaker = recall<Reading, ReadonlyMap<Entity, readonly QuoteMention[]>>();

/** The quotations of a text that name an entity as their speaker, in reading order. */
export function quotesOf(entity: Entity, reading: Reading): readonly QuoteMention[] {
  return bySpeaker(reading, [], indexSpeakers).get(entity) ?? [];
}

function indexSpeakers(reading: Reading): ReadonlyMap<Entity, readonly QuoteMention[]> {
  const index = new Map<Entity, QuoteMention[]>();
  for (const quote of reading.quotes) {
    const person = personSpeaking(reading, quote);
    const quotes = person && index.get(person);
    if (quotes) quotes.push(quote);
    else if (person) index.set(person, [quote]);
  }
  return index;
}
