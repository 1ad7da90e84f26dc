/** Stored articles: what is restored says what was read. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Article, readArticle } from '../../../server/src/core/corpus/article.ts';
import { restoreArticle, storeArticle } from '../../../server/src/core/corpus/stored-article.ts';
import { tools } from '../../support/tools.ts';

for (const id of readdirSync('seeds')) {
  test(`an article that was stored is the same when it is restored: ${id}`, () => {
    const text = readFileSync(`seeds/${id}`, 'utf8');
    const article = readArticle({ id, text, language: 'plaintext', uri: 'file:///a' }, tools);
    const stored = JSON.parse(JSON.stringify(storeArticle(article)));
    const restored = restoreArticle(stored);
    assert.deepEqual(said(restored), said(article));
    const { names, entityOf } = restored.reading;
    assert.ok(names.every((it) => entityOf(it)?.mentions.includes(it)));
  });
}

/** Everything that an article says, as data. */
function said({ head: { id, title, published }, reading }: Article): unknown {
  const read = reading.read.map((it) => ({ ...it, quoteWords: it.quoteWords() }));
  return JSON.parse(JSON.stringify({ id, title, published, ...reading, read }));
}
