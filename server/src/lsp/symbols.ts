/** The outline of a draft, and the names of the corpus. */

import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Corpus } from '../core/corpus/corpus.ts';
import { longDate } from '../core/dates/calendar.ts';
import { count, countSources } from '../core/english.ts';
import { introductionOf, shownName } from '../core/entity-at.ts';
import { firstPassage, namesStarting } from '../core/known-names.ts';
import type { EntityType, QuoteMention, Span } from '../core/model.ts';
import { utterancesOf } from '../core/quotes/find.ts';
import type { Current } from './current.ts';
import * as toLsp from './to-lsp.ts';

const KINDS: { readonly [Type in EntityType]: SymbolKind } = {
  person: SymbolKind.Object,
  organization: SymbolKind.Module,
  place: SymbolKind.Namespace,
};

interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
}

/** People, dates and quotations, in reading order. */
export function documentSymbols({ doc, check, client }: Current): DocumentSymbol[] | SymbolInformation[] {
  const { draft } = check.comparison;
  const people = draft.entities
    .filter((it) => it.type === 'person')
    .map((it) => ({
      name: shownName(it),
      detail: count(it.mentions.length, 'mention'),
      kind: KINDS.person,
      span: introductionOf(it).span,
    }));
  const dates = draft.dates.map(({ text, resolved, span }) => ({
    name: oneLine(text),
    detail: resolved ? longDate(resolved) : '',
    kind: SymbolKind.Event,
    span,
  }));
  const entries: Entry[] = [...people, ...dates, ...quotations(draft.text, draft.quotes)];
  entries.sort((a, b) => a.span.start - b.span.start);
  if (!client.nestsSymbols) {
    return entries.map(({ name, kind, span }) => {
      const location = { uri: doc.uri, range: toLsp.range(doc, span) };
      return { name, kind, location };
    });
  }
  return entries.map(({ span, ...it }) => {
    const range = toLsp.range(doc, span);
    return { ...it, range, selectionRange: range };
  });
}

/** Each once, whether split or not, with its speaker. */
function quotations(text: string, quotes: readonly QuoteMention[]): Entry[] {
  return utterancesOf(quotes).map(([{ span, text: words, speaker }]) => ({
    name: oneLine(words),
    detail: speaker ? oneLine(text.slice(speaker.start, speaker.end)) : 'no speaker',
    kind: SymbolKind.String,
    span,
  }));
}

const LONGEST_NAME = 80;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME)}…`;
}

const MOST_SYMBOLS = 200;

/** The names of a corpus that begin so, each where the first source has it. */
export function corpusSymbols(corpus: Corpus, query: string): WorkspaceSymbol[] {
  return namesStarting(corpus, query)
    .slice(0, MOST_SYMBOLS)
    .flatMap(({ name, type, sources, bearers }) => {
      const [first] = bearers;
      const location = first ? toLsp.location(first[0], firstPassage(...first).span) : [];
      return location.map((it) => ({
        name,
        kind: KINDS[type],
        location: it,
        containerName: countSources(sources),
      }));
    });
}
