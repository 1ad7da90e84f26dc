/** From a name or a quotation to where else it stands: in the draft, and in the sources. */

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { passageOfQuote } from '../core/corpus/corpus.ts';
import { entityAt, introductionOf, quoteAt, sameInSources } from '../core/entity-at.ts';
import { firstPassage } from '../core/known-names.ts';
import type { Span } from '../core/model.ts';
import { utterancesOf } from '../core/quotes/find.ts';
import type { At, Current } from './current.ts';
import * as toLsp from './to-lsp.ts';

/** Where somebody is introduced in the draft; from there, and for a quotation, where the sources have it. */
export function definition({ doc, check }: Current, { position }: At): Location[] {
  const { comparison } = check;
  const offset = doc.offsetAt(position);
  const named = entityAt(comparison.draft, offset);
  if (!named) {
    const quote = quoteAt(comparison.draft, offset);
    const carriers = (quote && comparison.nearest(quote)?.carriers) ?? [];
    return carriers.flatMap((it) => toLsp.location(it.article, passageOfQuote(it).span));
  }
  const introduction = introductionOf(named.entity);
  if (introduction !== named.mention) return [{ uri: doc.uri, range: toLsp.range(doc, introduction.span) }];
  return sameInSources(comparison, named.entity).flatMap(({ article, entity }) =>
    toLsp.location(article, firstPassage(article, entity).span),
  );
}

/** Every mention of who is meant, in the draft and then in the sources; or every source of a quotation. */
export function references(current: Current, { position, context }: ReferenceParams): Location[] {
  const { doc, check } = current;
  const { comparison } = check;
  const offset = doc.offsetAt(position);
  const named = entityAt(comparison.draft, offset);
  if (!named) {
    const here = (quote: Span) => ({ uri: doc.uri, range: toLsp.range(doc, quote) });
    return [
      ...spansMeant(current, offset).map(here),
      ...definition(current, { textDocument: doc, position }),
    ];
  }
  const introduction = introductionOf(named.entity);
  const drafted = named.entity.mentions.filter((it) => context.includeDeclaration || it !== introduction);
  return [
    ...drafted.map(({ span }) => ({ uri: doc.uri, range: toLsp.range(doc, span) })),
    ...sameInSources(comparison, named.entity).flatMap(({ article, entity }) =>
      entity.mentions.flatMap(({ span }) => toLsp.location(article, span)),
    ),
  ];
}

/** Whoever is meant at the cursor, whatever the form; or all parts of a quotation. */
export function highlights(current: Current, { position }: At): DocumentHighlight[] {
  return spansMeant(current, current.doc.offsetAt(position)).map((span) => ({
    range: toLsp.range(current.doc, span),
    kind: DocumentHighlightKind.Text,
  }));
}

function spansMeant({ check }: Current, offset: number): Span[] {
  const { draft } = check.comparison;
  const named = entityAt(draft, offset);
  if (named) return named.entity.mentions.map((it) => it.span);
  const quote = quoteAt(draft, offset);
  const parts = utterancesOf(draft.quotes).find((it) => it.some((part) => part === quote)) ?? [];
  return parts.map((it) => it.span);
}
