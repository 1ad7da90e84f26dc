/** What the sources have, in a line above who is introduced and what is quoted. */

import type { CodeLens } from 'vscode-languageserver';
import { count, countSources } from '../core/english.ts';
import { introductionOf, sameInSources, shownName } from '../core/entity-at.ts';
import type { Span } from '../core/model.ts';
import type { Current } from './current.ts';
import * as toLsp from './to-lsp.ts';

/** Nothing unless the desk asks for it, and nothing over what no source has. */
export function codeLenses({ doc, check, settings }: Current): CodeLens[] {
  if (!settings.showsLenses) return [];
  const { draft, sources, spellingsOf, nearest } = check.comparison;
  const lenses: { readonly span: Span; readonly title: string }[] = [];
  for (const entity of draft.entities) {
    const spellings = spellingsOf(entity).length;
    const same = sameInSources(check.comparison, entity);
    if (same.length === 0) continue;
    const having = countSources(sources.among(same.map((it) => it.article.head)));
    const title = `${shownName(entity)}: ${having} · ${count(spellings, 'spelling')}`;
    lenses.push({ span: introductionOf(entity).span, title });
  }
  for (const quote of draft.quotes) {
    const source = nearest(quote);
    if (!source) continue;
    const { carriers, changes } = source;
    const having = countSources(sources.among(carriers.map((it) => it.article.head)));
    const differs = changes.length > 0 ? ` · ${count(changes.length, 'difference')}` : '';
    lenses.push({ span: quote.span, title: `Quotation: ${having}${differs}` });
  }
  return lenses
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, title }) => ({ range: toLsp.range(doc, span), command: { title, command: '' } }));
}
