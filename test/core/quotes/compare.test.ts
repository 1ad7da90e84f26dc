/** When two quotations are the same words, and what differs where they are not. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareQuotes, type QuoteComparison, spoken } from '../../../server/src/core/quotes/compare.ts';
import { readWords } from '../../../server/src/core/quotes/words.ts';

function compare(draft: string, source: string): QuoteComparison {
  return compareQuotes(spoken(readWords(draft)), spoken(readWords(source)));
}

/** `kind`, and each change as `draft < source`. */
function difference(draft: string, source: string): string {
  const { kind, changes } = compare(draft, source);
  const words = (side: readonly { readonly text: string }[]) => side.map((it) => it.text).join(' ');
  return [kind, ...changes.map((it) => `${words(it.draft)} < ${words(it.source)}`)].join('; ');
}

const SOURCE =
  'This visit to China aims to minimise or eliminate these past misunderstandings or contradictions';

const CASES: readonly (readonly [what: string, draft: string, source: string, expected: string])[] = [
  ['the same words', SOURCE, SOURCE, 'same'],
  ['marks and capitals', "Don't call it “new”", 'don’t call it ‘New’', 'same'],
  [
    'dialect',
    'a neighbour to honour at the centre of defence, realised',
    'a neighbor to honor at the center of defense, realized',
    'same',
  ],
  ['figures in words', 'we have twenty companies in ten cities', 'we have 20 companies in 10 cities', 'same'],
  [
    'contractions',
    'that is what we are going to build in Seoul',
    'that’s what we’re going to build in Seoul',
    'same',
  ],
  ['masked letters', 'what the f**k is that doing in there', 'what the fuck is that doing in there', 'same'],
  ['a lost apostrophe', 'That s what solitary confinement is', 'That’s what solitary confinement is', 'same'],
  ['initials', 'the UN and the US agreed to talk', 'the U.N. and the U.S. agreed to talk', 'same'],
  ['fewer words at the ends', 'eliminate these past misunderstandings', SOURCE, 'same'],
  ['a source that quotes less', `${SOURCE}, Lee said, and more`, SOURCE, 'same'],
  [
    'an ellipsis declares a cut',
    'This visit to China aims to … eliminate these past misunderstandings',
    SOURCE,
    'same',
  ],
  [
    'brackets declare an edit',
    'This visit [by Lee] aims to minimise or eliminate these past misunderstandings',
    SOURCE,
    'same',
  ],
  [
    'words left out inside',
    'This visit to China aims to eliminate these past misunderstandings',
    SOURCE,
    'trimmed;  < minimise or',
  ],
  [
    'another word',
    'a truly dependable neighbor',
    'a truly reliable neighbour',
    'altered; dependable < reliable',
  ],
  [
    'a negation put in',
    'We are not going to eliminate terrorism',
    'We are going to eliminate terrorism',
    'altered; not < ',
  ],
  [
    'a negation left out',
    'We are going to eliminate terrorism',
    'We are not going to eliminate terrorism',
    'altered;  < not',
  ],
  [
    'another figure',
    'we have sanctioned 30 companies this year',
    'we have sanctioned 20 companies this year',
    'altered; 30 < 20',
  ],
  [
    'two statements on one subject',
    'We want peace on the peninsula and nothing else',
    'Nobody on the peninsula wants war, and we least of all',
    'unrelated',
  ],
  ['a phrase that anybody may use', 'very good', 'very good', 'unrelated'],
  [
    'a phrase of the statement says nothing about the rest',
    'That man is a disgrace to us all',
    'disgrace',
    'unrelated',
  ],
];

for (const [what, draft, source, expected] of CASES) {
  test(what, () => assert.equal(difference(draft, source), expected));
}

test('long and odd quotations take no time and do not throw', () => {
  const long = 'and so on '.repeat(50_000);
  assert.equal(compare(long, long).kind, 'same');
  assert.equal(compare('', '').kind, 'unrelated');
  assert.equal(compare('\ud800\0…[', '[]…').kind, 'unrelated');
});
