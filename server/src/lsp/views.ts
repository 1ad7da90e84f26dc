/** What the views of a client show beside a draft: its sign-off, and a quotation beside its source. */

import { quoteAt } from '../core/entity-at.ts';
import { signOff, signOffSheet } from '../core/sign-off.ts';
import type { At, Current } from './current.ts';
import type { QuoteSides, SignOff } from './protocol.ts';
import * as toLsp from './to-lsp.ts';

export function signOffOf({ doc, check }: Current): SignOff {
  const { text } = check.comparison.draft;
  return {
    rows: signOff(check).map(({ span, ...it }) => ({
      ...it,
      range: toLsp.range(doc, span),
      words: text.slice(span.start, span.end),
    })),
  };
}

export function sheetOf({ doc, check }: Current): string {
  return signOffSheet([{ path: check.surroundings.path ?? doc.uri, check }]);
}

/** Null where no quotation stands, or where no source has one like it. */
export function sidesOfQuote({ doc, check: { comparison } }: Current, { position }: At): QuoteSides | null {
  const quote = quoteAt(comparison.draft, doc.offsetAt(position));
  const nearest = quote && comparison.nearest(quote);
  if (!quote || !nearest) return null;
  const { article, words } = nearest.source;
  return {
    draft: comparison.draft.text.slice(quote.words.start, quote.words.end),
    source: words,
    article: article.head.id,
  };
}
