/** The grammar of news copy, read by VS Code’s own engine: marked text in, marked text out. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** What is marked in the tests, by what its scope begins with. */
const PARTS = {
  headline: 'markup.heading.headline',
  byline: 'meta.byline',
  place: 'support.type.dateline.place',
  day: 'support.type.dateline.date',
  agency: 'support.type.dateline.agency',
  quote: 'markup.quote',
  says: 'support.function.attribution',
  end: 'comment.line.end-mark',
} as const;

const grammars = loadGrammars();

async function loadGrammars(): Promise<{ readonly plain: IGrammar; readonly markdown: IGrammar }> {
  const wasm = createRequire(`${process.cwd()}/package.json`).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const stet = readFileSync('syntaxes/stet.tmLanguage.json', 'utf8');
  const plain = readFileSync('syntaxes/plaintext.tmLanguage.json', 'utf8');
  // What the injection must keep out of: code, as VS Code’s Markdown grammar names it.
  const markdown = JSON.stringify({
    scopeName: 'text.html.markdown',
    patterns: [{ match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' }],
  });
  const files: Readonly<Record<string, string>> = {
    'stet.injection': stet,
    'text.plain': plain,
    'text.html.markdown': markdown,
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => parseRawGrammar(files[scope] ?? '{}', `${scope}.json`),
    getInjections: (scope) => (scope === 'stet.injection' ? [] : ['stet.injection']),
  });
  const [a, b] = await Promise.all([
    registry.loadGrammar('text.plain'),
    registry.loadGrammar('text.html.markdown'),
  ]);
  assert.ok(a && b);
  return { plain: a, markdown: b };
}

/** The copy with `[part:…]` around what the grammar takes for a part. */
function markParts(grammar: IGrammar, copy: string): string {
  let stack = INITIAL;
  return copy
    .split('\n')
    .map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      let marked = '';
      let open: readonly string[] = [];
      for (const { startIndex, endIndex, scopes } of tokens) {
        const parts = Object.entries(PARTS).flatMap(([part, scope]) =>
          scopes.some((it) => it.startsWith(scope)) ? part : [],
        );
        const kept = parts.filter((it) => open.includes(it));
        marked += ']'.repeat(open.length - kept.length);
        marked += parts
          .filter((it) => !open.includes(it))
          .map((it) => `[${it}:`)
          .join('');
        marked += line.slice(startIndex, endIndex);
        open = parts;
      }
      return marked + ']'.repeat(open.length);
    })
    .join('\n');
}

async function assertMarked(marked: string, language: 'plain' | 'markdown' = 'plain'): Promise<void> {
  const copy = marked.replace(new RegExp(`\\[(?:${Object.keys(PARTS).join('|')}):|\\]`, 'g'), '');
  assert.equal(markParts((await grammars)[language], copy), marked);
}

test('headline, byline, dateline, quotations, attribution and end mark of a story', () =>
  assertMarked(
    [
      '[headline:Lee and Xi open talks in Beijing]',
      '[byline:By Jane Doe and John O’Neil]',
      '',
      '[place:HONG KONG] [agency:(AP)] — Lee [says:said] he was [quote:“very glad”].',
      '[quote:"We will build it,"] the minister [says:added].',
      '[end:-30-]',
    ].join('\n'),
  ));

for (const line of [
  '[place:BEIJING][day:, Jan. 5, 2026] — Lee left.',
  '[place:WASHINGTON][day:, Jan 4] [agency:(Reuters)] - Lee left.',
  '[place:SEOUL, South Korea] [agency:(AP)] — Lee left.',
])
  test(`a dateline: ${line}`, () => assertMarked(`\n${line}`));

for (const line of [
  '[end:###]',
  '[end:ENDS]',
  '[end:(END)]',
  '[end:-- end of article --]',
  '30 people left',
  'The end.',
])
  test(`an end mark, or none: ${line}`, () => assertMarked(`\n${line}`));

for (const line of [
  '[quote:‘We will build it,’] but neither the mayor’s nor the workers’ nor the ’90s.',
  "The mayor's [quote:'new start'] is 6'2\".",
  '[quote:“We will build it.]',
  'He noted the price and added salt.',
  'By then Jane Doe had left.',
  'By January he will know',
])
  test(`no more and no less: ${line}`, () => assertMarked(`\n${line}`));

test('a first line that is a sentence is no headline, and neither is a second line', async () => {
  await assertMarked('Lee left Beijing on Monday.');
  await assertMarked('\nLee and Xi open talks');
});

test('in Markdown a heading stays what it is, and code is left alone', async () => {
  await assertMarked('# Lee and Xi open talks', 'markdown');
  await assertMarked('\nLee [says:said] `x = "y"` and [quote:“very glad”].', 'markdown');
});
