/** Which marks a draft prints: straight or curly ones. */

import type { MarkStyle, QuoteMention } from '../model.ts';
import { recall } from '../recall.ts';

/** The quotations in double marks that are all straight, and those that are all curly. */
export function quotesByMarks(
  quotes: readonly QuoteMention[],
): Readonly<Record<MarkStyle, readonly QuoteMention[]>> {
  const withMarks = (open: string, close: string) =>
    quotes.filter((it) => it.end === 'closed' && it.text.startsWith(open) && it.text.endsWith(close));
  return { straight: withMarks('"', '"'), curly: withMarks('“', '”') };
}

/** The marks that fit: those of most quotations of the draft, and curly ones where it has none. Counted once a draft. */
export function usualMarks(quotes: readonly QuoteMention[]): MarkStyle {
  return usual(quotes, [], () => {
    const { straight, curly } = quotesByMarks(quotes);
    return straight.length > curly.length ? 'straight' : 'curly';
  });
}

const usual = recall<readonly QuoteMention[], MarkStyle>();
