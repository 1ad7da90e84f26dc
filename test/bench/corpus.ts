/**
 * What an archive costs: JSON lines of CPU milliseconds per 1,000 words of a draft, medians, warm. The archive is told from
 * the bundled articles of other people; the drafts are none of its articles, but quote as they do.
 */

import { compareWithSources } from '../../server/src/core/comparison.ts';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus } from '../../server/src/core/corpus/corpus.ts';
import { findQuotes } from '../../server/src/core/quotes/find.ts';
import { pairMarks } from '../../server/src/core/quotes/pair.ts';
import { atOnce } from '../../server/src/core/steps.ts';
import { tools } from '../support/tools.ts';
import { cpuOf, medianOf } from './clock.ts';
import { countWords, makeCopy } from './copy.ts';
import { read } from './engine.ts';
import { print } from './rows.ts';

const [ARTICLES = 10_000] = process.argv.slice(2).map(Number);
const ARTICLE_WORDS = 400;
const DRAFTS = 60;
const unit = 'CPU ms per 1,000 words';
const archive = `${ARTICLES.toLocaleString('en')} articles`;

const texts = Array.from({ length: ARTICLES }, (_, i) => makeCopy(ARTICLE_WORDS, i + 1));
const articles: ReturnType<typeof readArticle>[] = [];
const reading = cpuOf(() => {
  for (const [i, text] of texts.entries())
    articles.push(readArticle({ id: `${i}.txt`, text, language: 'plaintext' }, tools));
});
print({
  name: 'articles read',
  words: ARTICLE_WORDS,
  unit: 'a second of CPU',
  value: (1000 * ARTICLES) / reading,
});

const corpus = buildCorpus(articles);
const drafts = Array.from({ length: DRAFTS }, (_, i) => read(makeCopy(1000, ARTICLES + i + 1)));
const [words = 0] = drafts.map(({ text }) => countWords(text));
const row = (name: string, work: (draft: (typeof drafts)[number]) => void) => {
  const times = drafts.map((it) => cpuOf(() => work(it)));
  // The first third warms up.
  const value = (medianOf(times.slice(DRAFTS / 3)) * 1000) / words;
  print({ name, words, unit, value });
};

const attributed = drafts.map(({ read }) =>
  read.map(({ paragraph, names, words }) => ({ paragraph, names, sentences: words().sentences })),
);
let next = 0;
row('quotations read', () => {
  const paragraphs = attributed[next++ % attributed.length] ?? [];
  const paired = paragraphs.map((it) => ({ ...it, quotes: pairMarks(it.paragraph.text) }));
  atOnce(findQuotes(paired, tools.nounPhraseAtEnd));
});
const comparisons = new Map(drafts.map((it) => [it, compareWithSources(it, corpus)]));
row(`quotations compared with ${archive}`, (draft) => {
  const { nearest, runsIn } = comparisons.get(draft) ?? compareWithSources(draft, corpus);
  for (const it of draft.quotes) nearest(it);
  for (const it of draft.read) runsIn(it);
});
row(`names compared with ${archive}`, (draft) => {
  const { spellingsOf, likelyPerson } = comparisons.get(draft) ?? compareWithSources(draft, corpus);
  for (const it of draft.entities) spellingsOf(it);
  for (const it of draft.entities) likelyPerson(it);
});
