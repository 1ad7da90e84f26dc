/** Who a speaker is: from the words that name one beside a quotation to an entity of the text. */

import type { Entity, QuoteMention, Span } from '../model.ts';
import type { Reading } from '../reading.ts';

/** The person whom the words beside a quotation name; undefined for pronouns, offices, bodies and nobody. */
export function personSpeaking({ entities }: Reading, { speaker }: QuoteMention): Entity | undefined {
  if (!speaker) return undefined;
  return entities.find(
    (it) => it.type === 'person' && it.mentions.some((mention) => names(mention.span, speaker)),
  );
}

/** "Warren adviser" ends in no name of Warren's. */
function names(mention: Span, speaker: Span): boolean {
  return mention.start < speaker.end && speaker.end <= mention.end;
}
