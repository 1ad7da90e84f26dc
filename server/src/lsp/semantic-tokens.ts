/** Names, dates, quotations and speakers as semantic tokens. */

import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetsOf, type Span } from '../core/model.ts';
import type { Reading } from '../core/reading.ts';
import type { Current } from './current.ts';

/** The types, as the client's themes know them; `package.json` says what each looks like. */
export const TOKEN_TYPES = ['quotation', 'speaker', 'date', 'person', 'organization', 'place'];

export function semanticTokens({ doc, check }: Current): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of withoutOverlaps(check.comparison.draft)) {
    for (const { line, character, length } of linesOf(doc, token))
      builder.push(line, character, length, TOKEN_TYPES.indexOf(token.type), 0);
  }
  return builder.build();
}

interface Token extends Span {
  readonly type: string;
}

/** Tokens can't overlap: of two, the one inside shows, and the one around it goes on behind it. */
function withoutOverlaps({ quotes, dates, names }: Reading): Token[] {
  const all: Token[] = [
    ...quotes.map(({ span }) => ({ ...offsetsOf(span), type: 'quotation' })),
    ...quotes.flatMap(({ speaker }) => (speaker ? [{ ...offsetsOf(speaker), type: 'speaker' }] : [])),
    ...dates.map(({ span }) => ({ ...offsetsOf(span), type: 'date' })),
    ...names.map(({ span, type }) => ({ ...offsetsOf(span), type })),
  ];
  all.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const shown: Token[] = [];
  const around: Token[] = [];
  let at = 0;
  const showUpTo = (to: number) => {
    for (let top = around.at(-1); top && at < to; top = around.at(-1)) {
      const end = Math.min(top.end, to);
      if (at < end) shown.push({ start: Math.max(at, top.start), end, type: top.type });
      at = Math.max(at, end);
      if (top.end > to) return;
      around.pop();
    }
    at = Math.max(at, to);
  };
  for (const token of all) {
    showUpTo(token.start);
    around.push(token);
  }
  showUpTo(Number.POSITIVE_INFINITY);
  return shown;
}

function rank({ type }: Token): number {
  return TOKEN_TYPES.indexOf(type);
}

/** A token on each line that it is on: clients take none that goes on. */
function linesOf(
  doc: TextDocument,
  { start, end }: Span,
): { readonly line: number; readonly character: number; readonly length: number }[] {
  const text = doc.getText().slice(start, end);
  return [...text.matchAll(/[^\r\n]+/g)].map((it) => ({
    ...doc.positionAt(start + it.index),
    length: it[0].length,
  }));
}
