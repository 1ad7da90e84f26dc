/** The apostrophes of a text: between letters, and behind a plural possessive. */

import type { Span } from '../model.ts';

export interface Apostrophe {
  readonly span: Span;
  readonly isCurly: boolean;
}

const APOSTROPHE = /['’](?<=[\p{L}\p{M}\p{N}].)(?=\p{L})/gu;

/** Finds the apostrophes of a paragraph; a sign at the end of a word may be a quotation mark and is left out. */
export function findApostrophes(paragraph: string): Apostrophe[] {
  return Array.from(paragraph.matchAll(APOSTROPHE), ({ 0: sign, index }) => ({
    span: { start: index, end: index + sign.length },
    isCurly: sign === '’',
  }));
}
