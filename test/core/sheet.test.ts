/** The sign-off sheet: what it says, and that nothing of a text is markup in it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { Decision } from '../../server/src/core/model.ts';
import { sheetMarkdown } from '../../server/src/core/sheet/markdown.ts';
import { sheetPage } from '../../server/src/core/sheet/page.ts';
import { readSheet, type Sheet } from '../../server/src/core/sheet/sheet.ts';
import { check, type Given } from '../support/check.ts';
import { configureFuzz } from '../support/fuzz.ts';
import { assertGolden } from '../support/golden.ts';

configureFuzz();

/** Its places are the words that stand there. */
function sheetOf(text: string, given: Given, path = 'draft.txt'): Sheet<string> {
  return readSheet(path, check(text, given), {
    inDraft: ({ start, end }) => `draft: ${text.slice(start, end)}`,
    inArticle: (it) => `${it.article.id}: ${it.text}`,
  });
}

const DECISIONS: readonly Decision[] = [
  { checked: 'name', words: 'Wi Sung Lac', by: 'ada', on: { year: 2026, month: 1, day: 5 } },
  { rule: 'date/impossible', words: 'April 31' },
];
const SHEET = sheetOf(
  [
    'Lee Jae-myung met Xi Jinping in Beijing on Jan. 3. Wi Sung Lac sees him on April 31.',
    'Lee called Xi a “truly dependable neighbour”. “We shall build a bridge,” Xi said. Lee Jae-myung left.',
    'North Korea launched ballistic missiles into the sea on Sunday.',
  ].join('\n\n'),
  {
    writtenFor: { year: 2026, month: 1, day: 5 },
    sources: [
      'BEIJING, Jan. 4, 2026 (AP) — Lee Jae Myung met Xi Jinping in Beijing on Jan. 2. Wi Sung-lac was there. Lee called Xi a “truly reliable neighbor”.',
      'SEOUL, Jan. 5, 2026 (AFP) — North Korea launched several ballistic missiles into the sea on Sunday. Lee Jae Myung met Xi Jinping in Beijing on Jan. 2. Lee Jae-myung left.',
    ],
    declared: DECISIONS.map((item) => ({ list: 'decisions', item })),
  },
);

const ONE_SOURCE = { count: 1, copied: 0, copies: 0 };

test('a sheet has the state of every mention, the spellings by source, and the days of draft and sources', () => {
  assertGolden('test/golden/sheet.md', sheetMarkdown([SHEET], ['Made on 5 January 2026.']));
  assertGolden(
    'test/golden/sheet.html',
    sheetPage([SHEET], {
      title: 'Sign-off sheet of draft.txt',
      nonce: 'once',
      made: ['This sheet follows the draft.'],
      actions: [{ title: 'Export', address: 'command:export' }],
      addressOf: (place) => `command:open?${encodeURIComponent(place)}`,
    }),
  );
});

test('without addresses no link leaves the page', () => {
  const { links } = partsOf(sheetPage([SHEET], { title: 'Sheet', nonce: 'once' }));
  assert.ok(links.length > 20);
  for (const it of links) assert.match(it, /^#sheet-1-[\w-]+$/);
});

test('every link inside the page leads to a place of it, and no two places have one name', () => {
  const { links, ids } = partsOf(sheetPage([SHEET, SHEET], { title: 'Sheet', nonce: 'once' }));
  assert.equal(new Set(ids).size, ids.length);
  for (const it of links) assert.ok(ids.includes(it.slice(1)), it);
});

test('of hundreds of sources some are named and the others counted', () => {
  const sources = Array.from({ length: 40 }, (_, i) => `Lee Jae Myung met Xi Jinping. Nobody ${i} spoke.`);
  const { rows, spellings } = sheetOf('Lee Jae Myung left.', { sources });
  assert.deepEqual(
    rows.map(({ state, cited }) => [state, cited.shown.length, cited.more]),
    [['agrees with 40 sources', 8, 32]],
  );
  assert.deepEqual(
    spellings.map((it) => it.spellings.map(({ sources, cells }) => [sources.count, cells.length])),
    [[[40, 12]]],
  );
});

/** The tags of a page with their attributes, its links and ids, and its text. */
function partsOf(page: string) {
  const tags: string[] = [];
  const links: string[] = [];
  const ids: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.push([name, ...Object.keys(attributes)].join(' '));
      if (attributes.href !== undefined) links.push(attributes.href);
      if (attributes.id !== undefined) ids.push(attributes.id);
    },
    ontext(data) {
      text += data;
    },
    oncomment: () => tags.push('comment'),
  });
  parser.end(page);
  return { tags, links, ids, text };
}

/** Whatever might end a text, a value or a tag, or begin another. */
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"onmouseover="alert(1)',
  "'onmouseover='alert(1)",
  '</title><script>',
  '</style>',
  '</td></tr></table>',
  '<!--',
  '-->',
  ']]>',
  '&lt;script&gt;',
  '&quot;',
  'javascript:alert(1)',
  'command:workbench.action.quit',
  '<a href="command:stet.run">x</a>',
  '\\',
  '\0',
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ maxLength: 4 })), { maxLength: 4 })
  .map((it) => it.join(' '));

test('nothing of a draft, a source, a path or a decision is markup in a sheet', () => {
  const withText = (it: string): Sheet<string> => {
    const cited = { shown: [{ source: 1, at: it }], more: 1 };
    return {
      path: it,
      summary: it,
      rows: (['name', 'date', 'quote'] as const).map((kind) => ({
        ...{ kind, text: it, detail: it, at: it, is: 'differs', state: it, messages: [it], cited },
      })),
      spellings: [
        {
          name: it,
          type: 'person',
          spellings: [
            {
              name: it,
              drafted: { times: 1, at: it },
              sources: ONE_SOURCE,
              cells: [{ source: 1, at: it, times: 1 }],
            },
          ],
        },
      ],
      timeline: [
        {
          ...{ iso: it, day: it, distance: 'x', drafted: [{ text: it, at: it }] },
          sources: [{ source: 1, at: it, text: it, instead: it }],
          published: [{ source: 1, at: it }],
        },
      ],
      sources: [{ id: it, title: it, published: it, at: it }],
    };
  };
  const pageOf = (it: string) =>
    sheetPage([withText(it)], {
      ...{ title: it, nonce: 'once', made: [it] },
      addressOf: (place) => `command:open?${encodeURIComponent(place)}`,
    });
  const plain = partsOf(pageOf('x'));
  const times = (text: string, part: string) => text.split(part).length - 1;
  fc.assert(
    fc.property(nasty, (it) => {
      const { tags, links, text } = partsOf(pageOf(it));
      assert.deepEqual(tags, plain.tags);
      for (const link of links) assert.match(link, /^(?:#sheet-1-[\w-]+|command:open\?[\w%.!~*'()-]*)$/);
      // All of it is there, as text.
      const shown = `“${it.replaceAll('\0', '\uFFFD')}”`;
      assert.ok(times(text, shown) >= 2, shown);
    }),
  );
});

test('a sheet of any copy is made, and is the same page whatever is in it', () => {
  fc.assert(
    fc.property(nasty, nasty, (draft, source) => {
      const sheet = sheetOf(
        `${draft} President Lee Jae-myung ${draft} said on Monday: “He is a truly ${draft} reliable neighbour.”`,
        { sources: [`Lee Jae Myung ${source} said: “He is a truly reliable neighbour.”`] },
      );
      const { tags } = partsOf(sheetPage([sheet], { title: draft, nonce: 'once' }));
      const known = new Set(partsOf(sheetPage([SHEET], { title: 'x', nonce: 'once' })).tags);
      for (const tag of tags) assert.ok(known.has(tag), tag);
    }),
  );
});
