/** What the views of a client show beside a draft: its sign-off, and a quotation beside its source. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { quoteAt } from '../core/entity-at.ts';
import type { Span } from '../core/model.ts';
import { readSheet } from '../core/sheet/sheet.ts';
import { type State, signOff } from '../core/sign-off.ts';
import type { DraftCheck } from './checks.ts';
import type { At, Current } from './current.ts';
import type { DraftSheet, MentionState, QuoteSides, SheetPlace, SignOff } from './protocol.ts';
import * as toLsp from './to-lsp.ts';

export function signOffOf({ doc, check }: Current): SignOff {
  const rows = signOff(check).map(({ kind, text, detail, state, span }) => ({
    kind,
    text,
    detail,
    state: stateOf(state),
    at: placeIn(doc, check, span),
  }));
  return { rows };
}

/** A view names the articles, and leads to none. */
function stateOf(state: State): MentionState {
  if (state.is === 'agrees') {
    const articles = state.evidence.map((it) => it.article.id);
    return { is: state.is, sources: state.sources.count, articles };
  }
  if ('messages' in state) return { is: state.is, messages: state.messages };
  return state;
}

export function sheetOf(doc: TextDocument, check: DraftCheck): DraftSheet {
  const articles = toLsp.articlesByHead(check.comparison.articles);
  return readSheet(check.surroundings.path ?? doc.uri, check, {
    inDraft: (span) => placeIn(doc, check, span),
    inArticle: ({ article: head, span, text: words }) => {
      const article = articles.get(head);
      const [location] = article ? toLsp.location(article, span) : [];
      return location && { ...location, words };
    },
  });
}

function placeIn(doc: TextDocument, { comparison }: DraftCheck, span: Span): SheetPlace {
  const words = comparison.draft.text.slice(span.start, span.end);
  return { uri: doc.uri, range: toLsp.range(doc, span), words };
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
