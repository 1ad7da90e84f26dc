/** One contract for all libraries: what a draft is told does not depend on where its sources are kept. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDraft } from '../../server/src/core/checker.ts';
import { type Article, readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus } from '../../server/src/core/corpus/corpus.ts';
import { namesStarting } from '../../server/src/core/known-names.ts';
import { type Library, libraryOf, libraryOfArchive } from '../../server/src/core/library.ts';
import { ArticleStore } from '../../server/src/disk/article-store.ts';
import { read } from '../support/check.ts';
import { storeOptions } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tools } from '../support/tools.ts';

const SEEDS = readdirSync('seeds').map((id) => [id, readFileSync(`seeds/${id}`, 'utf8')] as const);

/** Enough of other people that none of the seeds is at hand by chance. */
const BEGINNINGS = ['Bran', 'Hol', 'Ver', 'Kes', 'Tor', 'Ulm', 'Wen', 'Zab'];
const ENDS = ['dvold', 'mgren', 'stead', 'wick', 'lund', 'ham', 'berg', 'quist'];
const OTHERS = BEGINNINGS.flatMap((beginning) =>
  ENDS.map((end) => {
    const name = beginning + end;
    const text = `Mayor Ilse ${name} opened the bridge. “${name} harbour waited for it since the ${end} flood,” she said.`;
    return [`${name.toLowerCase()}.txt`, text] as const;
  }),
);

const articles = [...SEEDS, ...OTHERS].map(([id, text]) =>
  readArticle({ id, text, language: 'plaintext', uri: `file:///sources/${id}` }, tools),
);

function stored(some: readonly Article[]): Library {
  const store = new ArticleStore(join(temporaryFolder(), 'store.sqlite'), {
    ...storeOptions,
    isWriting: true,
  });
  store.commit(() => {
    for (const it of some) store.put(it.head.id, { stamp: '', hash: '' }, it.head.uri ?? '', [it]);
  });
  return libraryOfArchive(store);
}

const LIBRARIES = { 'in memory': libraryOf(buildCorpus(articles), 1), stored: stored(articles) };

/** All that an editor is told of a draft. */
function toldOf(text: string, library: Library): unknown {
  const draft = read(text);
  const { comparison, findings } = checkDraft(draft, library.corpusFor(draft), {});
  const told = findings.map(({ rule, severity, span, message, evidence, fixes }) => ({
    rule,
    severity,
    text: text.slice(span.start, span.end),
    message,
    evidence: evidence.map((it) => [it.article.id, it.span.start, it.text]),
    fixes: fixes.map((it) => it.title),
  }));
  return { told, searched: comparison.searched };
}

const DRAFTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SEEDS.map(([id, text]) => [`the seed ${id}, changed`, `${text}\nIt goes on.\n`])),
  'a slip of a name':
    'Lee Jae Myumg, the South Korean president, arrived in Beijing. China’s Xi Jingping met him, said Mr Lee.',
  'a surname alone': 'Lee said on Sunday that Takaichi had called. Holmgren agreed.',
  'another given name':
    'Mayor Elsa Kesstead opened the bridge. “Kesstead harbour waited for it since the stead flood,” she said.',
  'a quotation with another word':
    'The mayor was glad. “Kesstead harbour longed for it since the stead flood,” said Ilse Kesstead.',
  'a quotation without marks': 'She told us that Kesstead harbour waited for it since the stead flood.',
  'names that nobody has': 'Quentin Abelsdottir met Zora Umberlee at the Ministry of Odd Walks.',
  'nothing at all': '',
};

for (const [name, text] of Object.entries(DRAFTS)) {
  test(`a draft is told the same by every library: ${name}`, () => {
    assert.deepEqual(toldOf(text, LIBRARIES.stored), toldOf(text, LIBRARIES['in memory']));
  });
}

test('the drafts that are compared are told something', () => {
  const told = Object.values(DRAFTS).map((it) => toldOf(it, LIBRARIES.stored) as { told: unknown[] });
  assert.ok(told.filter((it) => it.told.length > 0).length >= 8, JSON.stringify(told));
});

for (const [name, library] of Object.entries(LIBRARIES)) {
  const starting = (typed: string) => namesStarting(library.corpusAbout(typed), typed).map((it) => it.name);

  test(`names are found by how they begin, ${name}`, () => {
    assert.deepEqual(starting('lee jae'), ['Lee Jae Myung', 'Lee Jae-mook', 'Lee Jae-myung']);
    assert.deepEqual(starting('jinp'), ['Xi Jinping']);
    assert.deepEqual(starting('Ilse Ulmw'), ['Ilse Ulmwick']);
    assert.deepEqual(starting('nobody'), []);
  });

  test(`a library knows its files and lists its articles, ${name}`, () => {
    assert.equal(library.size, articles.length);
    assert.deepEqual(
      [...library.articles()].map((it) => it.head.id),
      articles.map((it) => it.head.id),
    );
    assert.ok(library.hasFile(`file:///sources/${SEEDS[0]?.[0]}`));
    assert.ok(!library.hasFile('file:///sources/none.txt'));
  });
}

test('a draft that is edited keeps its corpus for as long as it needs nothing else', () => {
  const library = LIBRARIES.stored;
  const corpusOf = (text: string, ...before: readonly Parameters<Library['corpusFor']>[1][]) =>
    library.corpusFor(read(text), ...before);
  const first = corpusOf('Lee Jae Myung arrived in Beijing.');
  assert.ok(first.articles.length > 0 && first.articles.length < articles.length);
  assert.equal(corpusOf('Lee Jae Myung has arrived in Beijing.', first), first);
  const second = corpusOf('Lee Jae Myung met Ilse Torlund in Beijing.', first);
  assert.notEqual(second, first);
  assert.ok(second.articles.some((it) => it.head.id === 'torlund.txt'));
});

test('a draft’s own article is no source, wherever it is kept', () => {
  const [id, text] = SEEDS[0] ?? ['', ''];
  const draft = read(text);
  const ids = Object.values(LIBRARIES).map((library) => {
    const { comparison } = checkDraft(draft, library.corpusFor(draft), {});
    return [comparison.own?.head.id, comparison.searched];
  });
  assert.deepEqual(ids, [
    [id, articles.length - 1],
    [id, articles.length - 1],
  ]);
});
