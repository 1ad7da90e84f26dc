import type { Article } from '../corpus/article.ts';
import { passageOf } from '../corpus/article.ts';
import type { SourceCount, Sources } from '../corpus/sources.ts';
import { count, list, sourcesHave } from '../english.ts';
import type { ArticleHead, Passage } from '../model.ts';
import type { PrintedName } from '../names/slips.ts';
import type { Reading } from '../reading.ts';
import { flat, recall } from '../recall.ts';
import type { Rule } from '../rule.ts';
import type { Term } from '../terms/find.ts';

export const termConflictsWithSources: Rule = {
  id: 'term/conflicts-with-sources',
  summary: 'A policy, treaty or programme is printed otherwise than in the sources.',
  why: [
    'One China Policy, One-China policy and “One-China” policy are one thing, and a story has one way to print it.',
    'Stet reports the first place of a term whose hyphens or quotation marks differ from those of most sources. Capitals',
    'alone are the outlet’s style.',
  ].join('\n'),
  severity: 'information',
  citesCorpus: true,
  editsQuotes: true,

  dependsOn: ({ draft }) => termsOf(draft),
  *check({ draft, articles, searched, sources, declared }) {
    const known = formsOf(articles, [sources], () => formsByKey(articles, sources));
    const seen = new Set<string>();
    for (const term of termsOf(draft)) {
      const forms = known.get(term.key);
      if (!forms || seen.has(term.key) || declared.isSettled(named(term))) continue;
      seen.add(term.key);
      const own = forms.get(formOf(term))?.sources.count ?? 0;
      const rivals = [...forms.values()].filter(
        (it) => it.sources.count >= Math.max(own, 1) && formOf(it.term) !== formOf(term),
      );
      const [top] = rivals.sort((a, b) => b.sources.count - a.sources.count);
      if (!top) continue;
      const theirs = rivals.map((it) => `${sourcesHave(it.sources)} ${it.term.text}`);
      yield {
        span: term.span,
        message: `The sources print this otherwise: ${list(theirs)}. ${count(searched, 'article')} searched.`,
        evidence: rivals.flatMap((it) => it.passages),
        fixes: rivals.map(({ term: { text } }) => ({
          title: `Change to ${text}`,
          edits: [{ span: term.span, newText: text }],
        })),
      };
    }
  },

  examples: [
    {
      sources: ['Seoul respects the “One-China” policy.', 'Lee spoke of the “One-China” policy on Monday.'],
      bad: 'He assured that South Korea respected the [[One China Policy]] when it came to Taiwan.',
      message: 'The sources print this otherwise: 2 sources have “One-China” policy. 2 articles searched.',
      fixed: ['He assured that South Korea respected the “One-China” policy when it came to Taiwan.'],
    },
    {
      sources: ['Lee signed the Paris Climate Agreement.'],
      good: 'Lee signed the Paris climate agreement, and the Kyoto Protocol before it.',
    },
  ],
};

function termsOf({ read }: Reading): Term[] {
  return flat(read.map((it) => it.terms));
}

interface KnownForm {
  readonly term: Term;
  readonly sources: SourceCount;
  /** The first of each article. */
  readonly passages: readonly Passage[];
}

interface Collected {
  readonly term: Term;
  readonly passages: Map<ArticleHead, Passage>;
}

/** The forms of each term in the sources, by {@link formOf}. */
type KnownForms = ReadonlyMap<string, ReadonlyMap<string, KnownForm>>;

const formsOf = recall<readonly Article[], KnownForms>();

function formsByKey(articles: readonly Article[], sources: Sources): KnownForms {
  const known = new Map<string, Map<string, Collected>>();
  for (const article of articles) {
    for (const term of termsOf(article.reading)) {
      const forms = known.get(term.key) ?? new Map<string, Collected>();
      known.set(term.key, forms);
      const form = forms.get(formOf(term)) ?? { term, passages: new Map() };
      forms.set(formOf(term), form);
      if (!form.passages.has(article.head)) form.passages.set(article.head, passageOf(article, term.span));
    }
  }
  const counted = ({ term, passages }: Collected): KnownForm => ({
    term,
    sources: sources.among(passages.keys()),
    passages: [...passages.values()],
  });
  return new Map(
    Array.from(known, ([key, forms]) => [
      key,
      new Map(Array.from(forms, ([form, it]) => [form, counted(it)])),
    ]),
  );
}

/** A term as it is printed, as far as hyphens and marks go. */
function formOf({ text }: Term): string {
  return text.toLowerCase().replace(/["“”]/g, '"').replace(/[‘’]/g, "'");
}

/** A term as the desk's house forms have it. */
function named({ text }: Term): PrintedName {
  return { type: 'organization', text, unlisted: [] };
}
