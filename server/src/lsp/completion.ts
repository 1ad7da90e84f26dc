/** Completion of names that the desk and its sources know. */

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Range,
} from 'vscode-languageserver';
import { count, countSources } from '../core/english.ts';
import { type KnownName, namesStarting, roleOf } from '../core/known-names.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import type { Span } from '../core/model.ts';
import { respell } from '../core/names/respell.ts';
import { FAMILY, GIVEN, Listed } from '../core/names/tagger/gazetteer.ts';
import type { Draft } from '../core/reading.ts';
import { foldLetters } from '../core/text/fold.ts';
import type { At, Current } from './current.ts';
import * as toLsp from './to-lsp.ts';

const MOST_ITEMS = 30;

/** The names that go on as the words before the cursor do: house forms first, then by their count of sources. */
export function completion({ doc, check }: Current, { position }: At, tools: LanguageTools): CompletionList {
  const { comparison, surroundings } = check;
  for (const span of startsOfNames(comparison.draft, doc.offsetAt(position), tools)) {
    const typed = doc.getText().slice(span.start, span.end);
    const known = namesStarting(surroundings.library.corpusAbout(typed), typed, comparison.own);
    const preferred = surroundings.houseForms.flatMap(({ form }) => (startsWith(form, typed) ? form : []));
    const byName = new Map(known.map((it) => [it.name, it]));
    const names = [...new Set([...preferred, ...byName.keys()])].slice(0, MOST_ITEMS);
    if (names.length === 0) continue;
    const items = names.map((name, rank) => {
      const isHouseForm = rank < preferred.length;
      return itemOf(name, byName.get(name), isHouseForm, rank, toLsp.range(doc, span), typed);
    });
    // What is typed next may begin another name: the list is asked for again.
    return { isIncomplete: true, items };
  }
  return { isIncomplete: false, items: [] };
}

function itemOf(
  name: string,
  known: KnownName | undefined,
  isHouseForm: boolean,
  rank: number,
  range: Range,
  typed: string,
): CompletionItem {
  const role = known && roleOf(known);
  const sources = known ? countSources(known.sources) : count(0, 'source');
  const newText = respell({ span: { start: 0, end: 0 }, text: typed }, name).newText;
  return {
    label: newText,
    kind: CompletionItemKind.Reference,
    detail: [...(isHouseForm ? ['house form'] : []), ...(role ? [role] : []), sources].join(' · '),
    sortText: String(rank).padStart(3, '0'),
    // The server has chosen: whatever was typed is a beginning of it.
    filterText: typed,
    textEdit: { range, newText },
  };
}

/** Words with capitals, one space apart, up to the cursor. */
const NAME_START = /(?:\p{Lu}[\p{L}\p{M}'’.-]*[ \u00a0])*\p{Lu}[\p{L}\p{M}'’-]*$/u;
const LONGEST_START = 80;

/** Where a name may begin that ends at the cursor, the longest first; none inside a word that is no name. */
function startsOfNames({ paragraphs, text }: Draft, cursor: number, tools: LanguageTools): Span[] {
  const paragraph = paragraphs.find((it) => it.start <= cursor && cursor <= it.end);
  if (!paragraph || /^[\p{L}\p{N}]/u.test(text.slice(cursor, cursor + 2))) return [];
  const at = cursor - paragraph.start;
  // Of the paragraph’s copy, not of the text: markup and code are no names.
  const before = paragraph.text.slice(Math.max(0, at - LONGEST_START), at);
  const run = NAME_START.exec(before);
  if (!run || /[\p{L}\p{N}]$/u.test(before.slice(0, run.index))) return [];
  const words = [...run[0].matchAll(/\S+/g)];
  return words
    .filter((it, i) => i < words.length - 1 || isTelling(it[0], tools))
    .map((it) => ({ start: cursor - run[0].length + it.index, end: cursor }));
}

/** A letter alone says nothing, and “The” is the beginning of a sentence before it is that of Theresa. */
function isTelling(word: string, { names }: LanguageTools): boolean {
  if (word.length < 2) return false;
  const { listed } = names.lexicon(word);
  return (listed & Listed.common) === 0 || (listed & (GIVEN | FAMILY | Listed.country | Listed.city)) !== 0;
}

function startsWith(name: string, typed: string): boolean {
  return foldLetters(name).startsWith(foldLetters(typed));
}
