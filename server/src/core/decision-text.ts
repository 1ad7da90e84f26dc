/** How a decision is written in `stet.yaml`: on one line, so that two people's decisions merge. */

import { isoDate } from './dates/calendar.ts';
import type { Decision } from './model.ts';

/**
 * A decision as it is written: equal for equal decisions. Where it holds comes first: sorted by it, the decisions of two
 * people on two drafts don't meet.
 */
export function decisionKey(decision: Decision): string {
  const { draft, words, beside } = decision;
  const fields = {
    draft,
    ...('rule' in decision ? { rule: decision.rule } : { checked: decision.checked }),
    words,
    before: beside?.before,
    after: beside?.after,
    ...('rule' in decision ? {} : { by: decision.by, on: isoDate(decision.on) }),
  };
  const entries = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${scalar(value)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

/** Words that YAML reads as they stand, in a list and inside braces; all others are quoted as JSON quotes them. */
export function scalar(words: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} .'’/_-]*$/u.test(words) && !/^(?:true|false|null)$|[ ]$/i.test(words);
  return isPlain || /^\d{4}-\d\d-\d\d$/.test(words) ? words : JSON.stringify(words);
}
