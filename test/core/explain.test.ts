import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { explainAt } from '../../server/src/core/explain.ts';
import { check, type Given } from '../support/check.ts';
import { configureFuzz } from '../support/fuzz.ts';
import { readFixture } from '../support/markers.ts';

configureFuzz();

/** What the hover says at the cursor. */
function hoverOn(marked: string, given: Given): string {
  const { text, cursor } = readFixture(marked);
  assert.ok(cursor !== undefined, 'the copy has no cursor');
  const { comparison, standing } = check(text, given);
  return explainAt(comparison, cursor, standing)?.markdown ?? '';
}

test('the hover on a date names the sources that give the same day for the same event', () => {
  const hover = hoverOn('North Korea launched ballistic missiles into the sea on Sun$0day.', {
    writtenFor: { year: 2026, month: 1, day: 5 },
    sources: [
      'SEOUL, Jan. 4, 2026 (AP) — North Korea launched several ballistic missiles into the sea on Sunday, officials said.',
      'SEOUL, Jan. 4, 2026 (AFP) — Xi will meet Lee on Sunday.',
    ],
  });
  assert.equal(
    hover.split('\n\n').slice(0, 3).join('\n'),
    [
      '**Sunday 4 January 2026**',
      'Because the draft is written for Monday 5 January 2026 and the verb looks back. The day that the draft is written for is from the request.',
      '1 source gives the same day for what seems to be the same event:',
    ].join('\n'),
  );
});

test('the hover on a date that differs says what the sources or the calendar have', () => {
  const rival = hoverOn(
    'Khashoggi was last seen when he entered the Saudi consulate in Istanbul on Oct.$0 3.',
    {
      writtenFor: { year: 2018, month: 10, day: 15 },
      sources: [
        'RIYADH, Oct. 15, 2018 (AP) — Khashoggi entered the Saudi consulate in Istanbul on Oct. 2 and has not been seen since.',
      ],
    },
  );
  assert.match(
    rival,
    /\n\n1 source gives Tuesday 2 October 2018 for what seems to be the same event:\n\n> .*\*\*Oct\. 2\*\* and has not been seen/,
  );
  const weekday = hoverOn('He will fly home on Thursday, $07 January 2026.', {});
  assert.match(
    weekday,
    /^\*\*Wednesday 7 January 2026\*\*\n\nThe calendar has no Thursday there: that is Thursday 8 January 2026\.\n\n/,
  );
  assert.equal(
    hoverOn('The vote is on April $031.', {}),
    '**April 31**\n\nNo calendar has this day: April has 30 days.',
  );
});

const SOURCES = [
  'President Lee Jae-myung said: “He is a truly reliable neighbour.” Lee Jae-mook, a professor, agreed.',
  'President Lee Jae Myung said: “He is a truly reliable neighbour.”',
];

test('the hover on a name begins with the canonical name and the house form, and ends with what was decided', () => {
  const hover = hoverOn('President Lee Jae-my$0ung left.', {
    sources: SOURCES,
    houseForms: [{ form: 'Lee Jae Myung', accept: ['Lee Jae-myung'], insteadOf: [] }],
  });
  assert.deepEqual(hover.split('\n\n').slice(0, 2), ['**Lee Jae Myung**', 'House form: **Lee Jae Myung**']);
  const decided = hoverOn('President Lee Jae-my$0ung left.', {
    sources: SOURCES,
    declared: [
      {
        list: 'decisions',
        item: { rule: 'name/conflicts-with-sources', words: 'Lee Jae-myung', draft: 'draft.txt' },
      },
    ],
  });
  assert.match(
    decided,
    /\n\nNot Lee Jae\\-mook\.\n\n2 articles searched\.\n\nLet stand in this draft: “Lee Jae\\-myung” differs/,
  );
});

test('the hover on a quotation says who else carries it', () => {
  const hover = hoverOn('Lee said: “He is a truly reli$0able neighbor.”', { sources: SOURCES });
  assert.match(hover, /^Speaker: \*\*Lee\*\*\n\nThe source has the same words\./);
  assert.match(hover, /\n\nAlso in a2\.txt\.\n\n2 articles searched\.$/);
});

/** Whatever might be taken for markup, or for an address. */
const MARKUP = [
  '[x](command:stet.run)',
  '![x](https://evil.example/a.png)',
  '<img src=https://evil.example/a.png>',
  '<a href="https://evil.example">x</a>',
  '<!-- x -->',
  '&lt;b&gt;',
  'https://evil.example/a',
  'www.evil.example',
  'editor@evil.example',
  '<https://evil.example>',
  '[x]: https://evil.example',
  '[x]',
  '$(alert)',
  '`x`',
  '```',
  '~~~',
  '~~x~~',
  '**x**',
  '__x__',
  '| x | y |',
  '    x',
  '1. x',
  '- x',
  '# x',
  '=== ',
  '--- ',
  '> x',
  '\\',
  '\\[',
  '\u2028',
];
const nasty = fc.array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ maxLength: 4 })), { maxLength: 4 });
const nastyCopy = fc.tuple(nasty, nasty, nasty).map(([a, b, c]) => {
  const [before, inside, after] = [a, b, c].map((it) => it.join(' '));
  return `${before} President Lee Jae-myung ${after} said on Monday: “He is a truly ${inside} reliable neighbour.” ${after}`;
});

function* tokensIn(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if ('items' in token) yield* tokensIn(token.items);
    if ('tokens' in token) yield* tokensIn(token.tokens ?? []);
  }
}

test('nothing of a draft or a source is markup in a hover: no link, image, command or HTML', () => {
  const allowed = new Set([
    'paragraph',
    'text',
    'strong',
    'list',
    'list_item',
    'blockquote',
    'br',
    'space',
    'escape',
  ]);
  const writtenFor = { year: 2026, month: 1, day: 5 };
  fc.assert(
    fc.property(nastyCopy, nastyCopy, (text, source) => {
      const { comparison, standing } = check(text, { sources: [source, SOURCES[1] ?? ''], writtenFor });
      const { names, dates, quotes } = comparison.draft;
      for (const { span } of [...names, ...dates, ...quotes]) {
        const markdown = explainAt(comparison, span.start, standing)?.markdown ?? '';
        for (const token of tokensIn(lexer(markdown))) {
          if (token.type === 'link') assert.match(token.href, /^file:\/\/\/a\d\.txt#L\d+$/);
          else assert.ok(allowed.has(token.type), `${token.type}: ${token.raw}\n${markdown}`);
        }
      }
    }),
  );
});

test('a source line says who published it, where the source’s front matter does', () => {
  const source = '---\noutlet: "The *Wire*"\ndate: 2026-01-04\n---\nPresident Lee Jae Myung left.';
  const line = (hover: string) => hover.split('\n').find((it) => it.includes('a1.txt'));
  assert.equal(
    line(hoverOn('Lee Jae$0 Myung spoke.', { sources: [source] })),
    '> [a1.txt](file:///a1.txt#L5), The \\*Wire\\*, 4 January 2026',
  );
});
