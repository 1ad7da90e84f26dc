/** The one place where tests touch the core's way from copy to findings. */

import { type Check, checkDraft } from '../../server/src/core/checker.ts';
import { type Comparison, compareWithSources } from '../../server/src/core/comparison.ts';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus, type Corpus } from '../../server/src/core/corpus/corpus.ts';
import type {
  CalendarDate,
  Declaration,
  Edit,
  Finding,
  HouseForm,
  MarkStyle,
} from '../../server/src/core/model.ts';
import { type Draft, type Language, readText } from '../../server/src/core/reading.ts';
import { type Rule, runRules } from '../../server/src/core/rule.ts';
import { atOnce } from '../../server/src/core/steps.ts';
import { tools } from './tools.ts';

export interface Given {
  /** Texts of articles, called `a1.txt` and so on. */
  readonly sources?: readonly string[];
  readonly writtenFor?: CalendarDate;
  readonly language?: Language;
  readonly declared?: readonly Declaration[];
  readonly houseForms?: readonly HouseForm[];
  readonly marks?: MarkStyle;
}

export function read(text: string, { writtenFor, language = 'plaintext' }: Given = {}): Draft {
  return readText(text, { language, tools, requested: writtenFor });
}

export function corpusOf(sources: readonly string[] = []): Corpus {
  const articles = sources.map((text, i) =>
    readArticle({ id: `a${i + 1}.txt`, text, language: 'plaintext', uri: `file:///a${i + 1}.txt` }, tools),
  );
  return buildCorpus(articles);
}

function compare(text: string, given: Given = {}): Comparison {
  return compareWithSources(read(text, given), corpusOf(given.sources), circumstancesOf(given));
}

/** What the desk has declared; its decisions are for a draft that is called `draft.txt`. */
function circumstancesOf({ declared = [], houseForms = [], marks }: Given) {
  return {
    marks,
    houseForms: [
      ...houseForms,
      ...declared.flatMap((it) =>
        it.list === 'house-forms' ? { form: it.item, accept: [], insteadOf: [] } : [],
      ),
    ],
    notTheSame: declared.flatMap((it) => (it.list === 'not-the-same-as' ? [it.item] : [])),
    decisions: declared.flatMap((it) => (it.list === 'decisions' ? it.item : [])),
    path: 'draft.txt',
  };
}

/** Checks copy with all rules. */
export function check(text: string, given: Given = {}): Check {
  return checkDraft(read(text, given), corpusOf(given.sources), {}, circumstancesOf(given));
}

/** The findings of some rules; a rule that throws fails the test. */
export function findingsOf(rules: readonly Rule[], text: string, given: Given = {}): readonly Finding[] {
  const loud = Object.fromEntries(
    rules.map((it) => [it.id, it.severity === 'off' ? 'warning' : it.severity] as const),
  );
  const { findings, crashes } = atOnce(runRules(compare(text, given), rules, loud));
  for (const { error } of crashes) throw error;
  return findings;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((it, { span, newText }) => it.slice(0, span.start) + newText + it.slice(span.end), text);
}
