/** What is a paragraph, what is copy, and what is none. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyOfMarkdown, copyOfPlainText } from '../../../server/src/core/text/markdown.ts';
import { splitParagraphs } from '../../../server/src/core/text/paragraphs.ts';
import { readStructure } from '../../../server/src/core/text/structure.ts';
import { mark } from '../../support/markers.ts';

/** The paragraphs of a text, marked; those that are no body with what they are. */
function marked(text: string): string {
  const paragraphs = splitParagraphs(text);
  const { parts } = readStructure(paragraphs, text);
  return mark(
    text,
    paragraphs.map(({ start, end }, i) => {
      const part = parts[i];
      return part === undefined || part === 'body'
        ? { span: { start, end } }
        : { span: { start, end }, note: part };
    }),
  );
}

const TEXTS: readonly (readonly [what: string, copy: string])[] = [
  ['a line is a paragraph', '[[Lee left on Sunday.]]\n[[Xi met him.]]'],
  [
    'blank lines and white space at the ends belong to none',
    '\ufeff  [[Lee left.]]  \r\n\r\n\t[[Xi came.]]\n\n',
  ],
  [
    'the lines of a wrapped block are one paragraph',
    '[[South Korean President Lee Jae Myung left for Beijing on Sunday for a\nfour-day visit, his first to China since taking office in June, as the\ntwo countries seek to improve relations.]]\n\n[[Lee returns on Wednesday.]]',
  ],
  [
    'a line without a stop above the story is its headline',
    '[[Lee to visit China to restore relations|headline]]\n[[The visit begins on Sunday.]]',
  ],
  [
    'two lines without a stop below the story are other stories',
    '[[Lee left on Sunday.]]\n[[Kim warns of new threat|boilerplate]]\n[[Missiles launched toward the sea|boilerplate]]',
  ],
  [
    'a list below the story is its own',
    '[[Lee left on Sunday.]]\n[[Hardest hit:]]\n[[1. Lao Cai, 75 dead]]\n[[2. Cao Bang, 33 dead]]',
  ],
  [
    'so are results',
    '[[City drew at Anfield.]]\n[[Sunday’s other results]]\n[[Arsenal 2-1 Brentford]]\n[[Fulham 3-0 Tottenham]]',
  ],
  ['so is a table', '[[City drew.]]\n[[| 1 | Arsenal | 64 |]]\n[[| 2 | Liverpool | 64 |]]'],
  ['one such line may be one that is being written', '[[Lee left on Sunday.]]\n[[Xi met him and then]]'],
  [
    'what follows an end mark is no copy',
    '[[Lee left on Sunday.]]\n[[End of Article|boilerplate]]\n[[Sign in.|boilerplate]]',
  ],
  [
    'a legal notice goes on to the end',
    '[[Lee left on Sunday.]]\n[[Legal Disclaimer:|boilerplate]]\n[[We provide this "as is".|boilerplate]]',
  ],
  [
    'a legal notice may be one line',
    '[[Copyright 2026 The Wire. All rights reserved.|boilerplate]]\n[[Lee left on Sunday.]]',
  ],
  [
    'related stories have a heading',
    '[[Lee left.]]\n[[Related articles|boilerplate]]\n[[Kim warns of threat|boilerplate]]',
  ],
];

for (const [what, copy] of TEXTS) {
  test(what, () => assert.equal(marked(copy.replace(/\[\[|\|\w+\]\]|\]\]/g, '')), copy));
}

const DATELINES: readonly (readonly [copy: string, date: string | undefined])[] = [
  ['HONG KONG (AP) — Lee left.', undefined],
  ['BEIJING, Jan. 5, 2026 (Reuters) – Lee left.', '2026-1-5'],
  ['WASHINGTON, 5 January 2026 -- Lee left.', '2026-1-5'],
  ['LONDON, March 12, 2025 - Lee left.', '2025-3-12'],
  ['Zagreb, Wednesday, October 2, 2024 - Lee left.', '2024-10-2'],
  ['São Paulo, Brazil, 5 January 2026 (Reuters) – Lee left.', '2026-1-5'],
];

for (const [copy, date] of DATELINES) {
  test(`dateline: ${copy}`, () => {
    const { dateline } = readStructure(splitParagraphs(copy), copy);
    assert.equal(copy.slice(dateline?.length), 'Lee left.');
    assert.equal(dateline?.date && `${dateline.date.year}-${dateline.date.month}-${dateline.date.day}`, date);
  });
}

test('a sentence that begins with a capital is no dateline', () => {
  for (const copy of [
    'Lee - who left - is back.',
    'He left — for good.',
    'US - China talks stall.',
    'Rooney (Everton) — once a boxer — left.',
  ]) {
    assert.equal(readStructure(splitParagraphs(copy), copy).dateline, undefined, copy);
  }
});

test('plain text: front matter of keys is blanked out, a rule of dashes above the story is not', () => {
  const copy = (text: string) => copyOfPlainText(text).trim();
  assert.equal(copy('---\ntitle: Lee leaves\ntags:\n  - visit\n---\nLee left.'), 'Lee left.');
  assert.equal(copy('---\r\ndate: 2026-01-04\r\n---\r\nLee left.'), 'Lee left.');
  assert.equal(copy('---\nLee left.\n---\nXi came.'), '---\nLee left.\n---\nXi came.');
});

test('Markdown: the marks of a list are no copy, and make it a list all the same', () => {
  const text = 'The council met.\n\n* Moor Lane closes on Friday\n* St Mary’s closes on Monday\n';
  const { parts } = readStructure(splitParagraphs(copyOfMarkdown(text)), text);
  assert.deepEqual(parts, ['body', 'body', 'body']);
});

test('Markdown: markup, code, links and front matter are blanked out, and everything else stays where it is', () => {
  const text = [
    '---',
    'date: 2026-01-04',
    '---',
    '# Lee *visits* China',
    '',
    '> **Lee** said [the visit](https://a.b/c_(d)) is `new`.',
    '',
    '```js',
    'const lee = 1',
    '```',
    '<!-- Lee -->',
    '- snake_case and _one_',
    '[sic] stays',
  ].join('\n');
  const copy = copyOfMarkdown(text);
  assert.equal(copy.length, text.length);
  assert.deepEqual(
    copy.split('\n').map((it) => it.replace(/ +/g, ' ').trim()),
    [
      '',
      '',
      '',
      'Lee visits China',
      '',
      'Lee said the visit is .',
      '',
      '',
      '',
      '',
      '',
      'snake_case and one',
      '[sic] stays',
    ],
  );
});
