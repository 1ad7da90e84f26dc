/** Finds quotations: pairs of marks, over paragraphs where a quotation runs on. */

import type { QuoteMention, Span } from '../model.ts';
import type { Paragraph } from '../text/paragraphs.ts';

const MARK = /["“”]/g;

export function findQuotes(paragraphs: readonly Paragraph[]): QuoteMention[] {
  const quotes: QuoteMention[] = [];
  let utterance = 0;
  for (const { text, start: base } of paragraphs) {
    let open: number | undefined;
    const add = (start: number, end: number, isClosed: boolean) => {
      const words = { start: base + start + 1, end: base + (isClosed ? end - 1 : end) };
      const span: Span = { start: base + start, end: base + end };
      quotes.push({
        kind: 'quote',
        span,
        words,
        isClosed,
        text: text.slice(start, end),
        speaker: undefined,
        cue: undefined,
        utterance: utterance++,
      });
    };
    for (const match of text.matchAll(MARK)) {
      if (open === undefined) open = match.index;
      else {
        add(open, match.index + 1, true);
        open = undefined;
      }
    }
    if (open !== undefined) add(open, text.length, false);
  }
  return quotes;
}
