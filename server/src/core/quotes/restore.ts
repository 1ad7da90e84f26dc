/** What can be done about a quotation that its source has otherwise; nothing here is ever preferred. */

import type { Edit, Fix } from '../model.ts';
import type { QuoteChange } from './compare.ts';

/** Gives the places that differ the source's words. `base` is where the quotation's words begin in the draft. */
export function useSourceWords(changes: readonly QuoteChange[], base: number, source: string): Fix {
  const edits = changes.map((it) => restore(it, base));
  return { title: `Use the words of ${source}`, edits, needsConfirmation: true };
}

function restore({ draft, source, span, around }: QuoteChange, base: number): Edit {
  const words = source.map((it) => it.text).join(' ');
  const [start, end] = [base + span.start, base + span.end];
  if (draft.length === 0)
    return { span: { start, end }, newText: start === base ? `${words} ` : ` ${words}` };
  // Words that the source does not have go with the space beside them.
  if (source.length > 0) return { span: { start, end }, newText: words };
  const isFirst = around.start === span.start;
  return { span: isFirst ? { start, end: end + 1 } : { start: start - 1, end }, newText: '' };
}
