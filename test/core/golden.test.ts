/**
 * Whole articles: each seed as a draft against the other four. The golden files show every finding where it stands;
 * `UPDATE=1` rewrites them, and the difference is read before it is committed.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkDraft } from '../../server/src/core/checker.ts';
import { readArticle } from '../../server/src/core/corpus/article.ts';
import { buildCorpus } from '../../server/src/core/corpus/corpus.ts';
import { parseIsoDate } from '../../server/src/core/dates/calendar.ts';
import { readText } from '../../server/src/core/reading.ts';
import { assertGolden } from '../support/golden.ts';
import { mark } from '../support/markers.ts';
import { tools } from '../support/tools.ts';

/** The days that the seeds were written for, as far as their words tell. */
const WRITTEN_FOR: readonly (readonly [seed: string, day: string])[] = [
  ['000', '2026-01-03'],
  ['001', '2026-01-04'],
  ['002', '2026-01-04'],
  ['003', '2025-12-30'],
  ['004', '2026-01-05'],
];

const files = readdirSync('seeds').sort();
const sources = files.map((id) => {
  const requested = WRITTEN_FOR.find(([seed]) => id.startsWith(seed))?.[1] ?? '';
  return { id, requested: parseIsoDate(requested), text: readFileSync(`seeds/${id}`, 'utf8') };
});

for (const { id, text, requested } of sources) {
  test(`${id} against the other seeds`, () => {
    const others = sources.filter((it) => it.id !== id);
    const articles = others.map((it) =>
      readArticle({ id: it.id, text: it.text, language: 'plaintext', published: it.requested }, tools),
    );
    const draft = readText(text, { language: 'plaintext', tools, requested });
    const { findings } = checkDraft(draft, buildCorpus(articles), {});
    const marked = mark(
      text,
      findings.map(({ rule, span }) => ({ span, note: rule })),
    );
    const list = findings.map(({ rule, severity, message, evidence, fixes }) =>
      [
        `${severity} ${rule}`,
        `  ${message}`,
        ...evidence.map((it) => `  ${it.article.id}: ${it.text}`),
        ...fixes.map((it) => `  fix: ${it.title}`),
      ].join('\n'),
    );
    assertGolden(
      `test/golden/${id.slice(0, 3)}.txt`,
      `${list.join('\n\n')}\n\n${'-'.repeat(40)}\n${marked.trimEnd()}\n`,
    );
  });
}
