/** Who a speaker is: from the words that name one beside a quotation to an entity of the text. */

import type { Entity, NameMention, QuoteMention } from '../model.ts';
import { entityOf } from '../names/entities.ts';
import type { Reading } from '../reading.ts';

/** The person whom the words beside a quotation name; undefined for pronouns, offices, bodies and nobody. */
export function personSpeaking(reading: Reading, { speaker }: QuoteMention): Entity | undefined {
  if (!speaker) return undefined;
  // "Warren adviser" ends in no name of Warren's.
  const name = lastBefore(reading.names, speaker.end);
  const person = name && name.span.end >= speaker.end ? entityOf(reading, name) : undefined;
  return person?.type === 'person' ? person : undefined;
}

/** The last of some names, in reading order, that begins before an offset. */
function lastBefore(names: readonly NameMention[], offset: number): NameMention | undefined {
  let from = 0;
  let to = names.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((names[middle]?.span.start ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return names[from - 1];
}
