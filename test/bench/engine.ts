/** Stet as the bench times it beside others: the whole way from copy to findings, with the bundled articles. */

import { readdirSync, readFileSync } from 'node:fs';
import { type Check, checkDraft } from '../../server/src/core/checker.ts';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus } from '../../server/src/core/corpus/corpus.ts';
import type { LanguageTools } from '../../server/src/core/language-tools.ts';
import { type Draft, readText } from '../../server/src/core/reading.ts';
import { tools } from '../support/tools.ts';

const corpus = buildCorpus(
  readdirSync('seeds').map((id) =>
    readArticle({ id, text: readFileSync(`seeds/${id}`, 'utf8'), language: 'plaintext' }, tools),
  ),
);

export function read(text: string): Draft {
  return readText(text, { language: 'plaintext', tools });
}

/** `previous` is the check of the text before it was edited. */
export function check(text: string, previous?: Check, by: LanguageTools = tools): Check {
  const draft = readText(text, { language: 'plaintext', tools: by }, previous?.comparison.draft);
  return checkDraft(draft, corpus, {}, {}, previous);
}
