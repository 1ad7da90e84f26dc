/** What must hold for any text at all: the invariants of ARCHITECTURE.md over generated copy. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Check, checkDraft } from '../../server/src/core/checker.ts';
import type { Mention } from '../../server/src/core/model.ts';
import { type Draft, readText } from '../../server/src/core/reading.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { applyEdits, check, corpusOf, findingsOf, type Given } from '../support/check.ts';
import { configureFuzz } from '../support/fuzz.ts';
import { tools } from '../support/tools.ts';

configureFuzz();

/** Pieces that the finders and the rules look for, and some that nobody expects. */
const PIECES = [
  'South Korean President Lee Jae-myung ',
  'Lee Jae Myung ',
  'Mr Lee’s ',
  'Lee Jae-mook, a professor, ',
  'Robrt Mueller ',
  'Robert Mueller ',
  'House Speaker Paul Rennick ',
  'House Speaker Phil Rennick ',
  'Phil Rennick ',
  'said ',
  'told reporters that ',
  'visited Beijing ',
  '“We will build it,” ',
  '"not ',
  '” ',
  '’',
  '‘',
  '. ',
  'on Monday, January 6 ',
  'on April 31 ',
  'January 4 to 7, 2026 ',
  'last week ',
  'HONG KONG (AP) — ',
  '\n',
  '\n\n',
  '\r\n',
  '**',
  '[link](https://a.b) ',
  '<b>',
  '`',
  '---\n',
  'é',
  'e\u0301',
  '👩🏽‍🚒',
  '\ud800',
  '\0',
  '\u202e',
  '\u200b',
  ' ',
  '12 ',
];
const copy = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));
const given: Given = {
  sources: [
    'South Korean President Lee Jae Myung said: “We will build it, and pay for it.”',
    'President Lee Jae Myung met Robert Mueller on Monday, January 5, 2026.',
  ],
  writtenFor: { year: 2026, month: 1, day: 4 },
};

test('a mention’s text is the text at its span, and mentions of one kind stand in order', () => {
  fc.assert(
    fc.property(copy, (text) => {
      const { names, dates, quotes } = check(text, given).comparison.draft;
      for (const mentions of [names, dates, quotes]) {
        let from = 0;
        for (const { span, text: words } of mentions as readonly Mention[]) {
          assert.ok(from <= span.start && span.start < span.end && span.end <= text.length);
          assert.equal(words, text.slice(span.start, span.end).replace(/[\r\n]/g, ' '));
          from = span.end;
        }
      }
    }),
  );
});

test('no rule throws, spans lie in the text, and what rests on the corpus cites it', () => {
  const cites = new Set(rules.flatMap((it) => (it.citesCorpus ? [it.id] : [])) as string[]);
  fc.assert(
    fc.property(copy, (text) => {
      const { findings, crashes } = check(text, given);
      assert.deepEqual(crashes, []);
      for (const { rule, span, evidence } of findings) {
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        assert.ok(!cites.has(rule) || evidence.length > 0, rule);
      }
    }),
  );
});

test('a fix has edits in order that do not overlap, and edits inside quotation marks only where its rule says so', () => {
  const editsQuotes = new Set(rules.flatMap((it) => (it.editsQuotes ? [it.id] : [])) as string[]);
  fc.assert(
    fc.property(copy, (text) => {
      const { findings, comparison } = check(text, given);
      for (const { rule, fixes } of findings) {
        for (const { edits } of fixes) {
          let from = 0;
          for (const { span } of edits) {
            assert.ok(from <= span.start && span.start <= span.end && span.end <= text.length);
            from = span.end;
            const isQuoted = comparison.draft.quotes.some(
              (it) => it.words.start <= span.start && span.end <= it.words.end,
            );
            assert.ok(!isQuoted || editsQuotes.has(rule), `${rule} edits a quotation`);
          }
        }
      }
    }),
  );
});

test('a fix cures its finding: its rule no longer reports the same there', () => {
  fc.assert(
    fc.property(copy, (text) => {
      for (const { rule, span, message, fixes } of check(text, given).findings) {
        const [own] = rules.filter((it) => it.id === rule);
        assert.ok(own);
        for (const { edits, title, declares } of fixes) {
          const declared = declares === undefined ? [] : [declares];
          const left = findingsOf([own], applyEdits(text, edits), { ...given, declared });
          assert.ok(
            !left.some((it) => it.span.start === span.start && it.message === message),
            `${title}: ${message}`,
          );
        }
      }
    }),
  );
});

test('equal arguments give equal findings', () => {
  fc.assert(
    fc.property(copy, (text) => {
      assert.deepEqual(said(check(text, given)), said(check(text, given)));
    }),
  );
});

/** What happens at a keyboard: a letter is typed, something is pasted over some words, a line is deleted. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
  come: fc.oneof(
    fc.constantFrom('', 'e', 'S', ' ', '.', '“', '’', '\n', '\r\n', '5', '\ud83d'),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((it) => it.join('')),
  ),
  isUndone: fc.boolean(),
});

test('whatever is taken over from before 10,000 edits, readings and findings are those from the start', () => {
  const options = { language: 'plaintext', tools, requested: given.writtenFor } as const;
  let edits = 0;
  fc.assert(
    fc.property(
      fc.array(copy, { minLength: 1, maxLength: 4 }),
      fc.array(edit, { minLength: 20, maxLength: 20 }),
      (paragraphs, all) => {
        let text = paragraphs.join('\n');
        let last = checkOf(readText(text, options));
        for (const { at, gone, come, isUndone } of all) {
          const from = Math.floor(at * text.length);
          const edited = text.slice(0, from) + come + text.slice(from + gone);
          for (const next of isUndone ? [edited, text] : [edited]) {
            text = next;
            last = checkOf(readText(text, options, last.comparison.draft), last);
            assert.deepEqual(said(last), said(checkOf(readText(text, options))));
            edits++;
          }
        }
      },
    ),
    { numRuns: Math.max(400, Number(process.env.FUZZ_RUNS ?? 0)) },
  );
  assert.ok(edits >= 10_000, String(edits));
});

const corpus = corpusOf(given.sources);

function checkOf(draft: Draft, previous?: Check): Check {
  return checkDraft(draft, corpus, { 'quote/not-in-sources': 'hint' }, {}, previous);
}

/** What a check says, without what it keeps for the next one. */
function said({ comparison: { draft }, findings, crashes }: Check): unknown {
  const { kept: _, read, ...reading } = draft;
  const words = read.map((it) => ({ ...it, quoteWords: it.quoteWords() }));
  return JSON.parse(JSON.stringify({ ...reading, read: words, findings, crashes: crashes.map(String) }));
}
