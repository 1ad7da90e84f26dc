/** Named terms: a policy, a treaty, a programme that goes by a name of its own ("One China Policy"). */

import type { Span } from '../model.ts';
import { squash } from '../text/fold.ts';
import { CAPITAL, LETTER } from '../text/letters.ts';

export interface Term {
  /** With its quotation marks, where it stands in some. */
  readonly span: Span;
  readonly text: string;
  /** Equal for one term, however it is printed. */
  readonly key: string;
}

/** The nouns that a term ends in. */
const NOUNS =
  'policy|act|treaty|agreement|accord|accords|pact|deal|initiative|programme|program|plan|doctrine|protocol|bill|law|fund|framework|declaration|strategy|convention|charter|principle|mechanism|amendment|project|scheme|order|resolution|clause|rule|zone|line|wall|belt|curtain';

const EITHER_CASE = NOUNS.replace(/(?<=^|\|)[a-z]/g, (it) => `[${it}${it.toUpperCase()}]`);

const TERM = new RegExp(
  String.raw`(?<![${LETTER}\d'’-])["“‘]?(?<name>[${CAPITAL}][${LETTER}\d]*(?:[ -](?:(?:of|the|and|for)[ -])?[${CAPITAL}][${LETTER}\d]*){0,4})["”’]? (?:${EITHER_CASE})(?![${LETTER}\d])["”’]?`,
  'g',
);
/** Most paragraphs hold none of the nouns. */
const NOUN = new RegExp(` (?:${EITHER_CASE})(?![A-Za-z])`);
const MARK = /["“”‘’]/;

/** Finds the terms of a paragraph; one word before the noun is a name only where it is quoted or hyphenated. */
export function findTerms(paragraph: string): Term[] {
  if (!NOUN.test(paragraph)) return [];
  return Array.from(paragraph.matchAll(TERM)).flatMap(({ 0: text, index, groups }) => {
    const name = groups?.name ?? '';
    if ((!/[ -]/.test(name) && !MARK.test(text)) || !hasBalancedMarks(text)) return [];
    return [{ span: { start: index, end: index + text.length }, text, key: squash(text) }];
  });
}

function hasBalancedMarks(text: string): boolean {
  return (text.match(/["“”‘’]/g) ?? []).length % 2 === 0;
}
