/** What is one source: the same text in several papers. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explainAt } from '../../../server/src/core/explain.ts';
import { namesStarting } from '../../../server/src/core/known-names.ts';
import { signOff } from '../../../server/src/core/sign-off.ts';
import { check, corpusOf } from '../../support/check.ts';
import { configureFuzz } from '../../support/fuzz.ts';

configureFuzz();

const QUOTE = '“This bridge belongs to the town that waited for it for forty years, and to nobody else.”';
const LEDE =
  'Mayor Ilse Brandvold opened the new bridge over the Tarn in Westerholm on Monday, two years late and a third over its budget, before a crowd that lined both banks of the river.';
const MIDDLE = `The old bridge, built by the railway when the quarry still paid for everything, was closed after a barge struck its middle pier in the spring flood. ${QUOTE} Brandvold said as she cut the ribbon.`;
const CLOSE =
  'Lorries will have to wait until March, when engineers finish their tests on the northern ramp, and cyclists complained that the lane promised to them ends at a wall.';
const WIRE = [LEDE, MIDDLE, CLOSE].join('\n\n');

/** The same text with another headline, without its end, and with a paragraph of the paper's own. */
const CUT = ['Westerholm gets its bridge', LEDE, MIDDLE].join('\n\n');
const ADDED = [WIRE, 'Buses of line 4 use the bridge from Tuesday, the county said.'].join('\n\n');
/** The same event and the same speech, by another reporter. */
const OTHER = [
  'Crowds cheered along the Tarn as Westerholm finally got its bridge back.',
  `Two years behind schedule, the crossing was handed over by Mayor Ilse Brandvold at noon on Monday. ${QUOTE} she told residents, many of whom had come with children and flags.`,
  'A barge brought down part of its predecessor, a railway bridge from the days of the quarry; since then the way to school has led around by Oldham lock, a detour of some nine miles that pupils were glad to see the end of.',
].join('\n\n');

function countOf(sources: readonly string[]): number {
  const corpus = corpusOf(sources);
  return corpus.sources.among(corpus.articles.map((it) => it.head)).count;
}

test('a text that papers cut, head and add to is one source', () => {
  assert.equal(countOf([WIRE, CUT, ADDED]), 1);
  assert.equal(countOf([WIRE, WIRE.replaceAll('“', '"').replaceAll('”', '"')]), 1);
});

test('two reports of one event are two sources, whatever speech both quote', () => {
  assert.equal(countOf([WIRE, OTHER]), 2);
  assert.equal(countOf([WIRE, OTHER, CUT, OTHER]), 2);
});

test('a short text is a copy only where all its words are the same', () => {
  assert.equal(countOf(['The bridge is open.', 'The bridge  is open.']), 1);
  assert.equal(countOf(['The bridge is open.', 'The bridge is closed.']), 2);
  assert.equal(countOf(['Brandvold said: “It is open.”', 'Brandvold said: “It is closed.”']), 2);
});

test('the items of a digest are no one source', () => {
  const items = Array.from({ length: 6 }, (_, i) =>
    Array.from({ length: 60 }, (_, word) => `word${i}x${word}`).join(' '),
  );
  assert.equal(countOf([items.join('\n\n'), ...items]), 7);
});

test('what is one source does not depend on the order of the articles', () => {
  const texts = [WIRE, CUT, ADDED, OTHER, 'The bridge is open.', 'The bridge is open.'];
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
      assert.equal(countOf(shuffled), 3);
    }),
  );
});

/** Three papers print one text, one has a report of its own. */
const SOURCES = [WIRE, CUT, ADDED, OTHER];

test('a finding counts sources, says which are one, and cites every article', () => {
  const spelled = SOURCES.map((it) => it.replaceAll('Brandvold', 'Brandvoll'));
  const { findings } = check('Mayor Ilse Brandvold opened the bridge.', {
    sources: [...spelled, WIRE.slice(0, LEDE.length)],
  });
  assert.deepEqual(
    findings.map(({ message, evidence }) => [message, evidence.map((it) => it.article.id)]),
    [
      [
        '“Ilse Brandvold” differs from most sources (letters): 2 sources (one of them in 3 articles) have “Ilse Brandvoll”, 1 source has this spelling. 5 articles searched.',
        ['a1.txt', 'a2.txt', 'a3.txt', 'a4.txt'],
      ],
    ],
  );
});

test('one text in three papers outweighs no report of another desk', () => {
  const spelled = [WIRE, CUT, ADDED].map((it) => it.replaceAll('Brandvold', 'Brandvoll'));
  const [finding] = check('Mayor Ilse Brandvold opened the bridge.', {
    sources: [...spelled, OTHER],
  }).findings;
  assert.match(
    finding?.message ?? '',
    /differs from as many sources \(letters\): 1 source \(in 3 articles\) has “Ilse Brandvoll”, 1 source has this spelling\./,
  );
  assert.ok(finding?.fixes.every((it) => !it.isPreferred));
});

test('a figure that one text has in three papers is what one source has', () => {
  const draft = 'Engineers of the county finished 12 tests on the ramp before anybody crossed.';
  const wire = [WIRE, CUT, ADDED].map(
    (it) => `${it}\n\nThe county needs 20 tests on each ramp, its engineers said.`,
  );
  const other = `${OTHER}\n\nOn either ramp, 20 tests will have to be made by engineers of the county.`;
  const messagesFor = (sources: readonly string[]) =>
    check(draft, { sources }).findings.flatMap((it) => (it.rule.startsWith('number/') ? it.message : []));
  assert.deepEqual(messagesFor(wire), []);
  assert.deepEqual(messagesFor([...wire, other]), [
    '“12” differs from the sources: 2 sources (one of them in 3 articles) have “20”. 4 articles searched.',
  ]);
});

test('the hover shows a line of each source, and where else the same text stands', () => {
  const { comparison } = check('Mayor Ilse Brandvold opened the bridge.', { sources: SOURCES });
  const lines = explainAt(comparison, 8)?.markdown.split('\n') ?? [];
  assert.ok(
    lines.includes('- “Ilse Brandvold”: 2 sources (one of them in 3 articles), and this draft'),
    lines.join('\n'),
  );
  assert.deepEqual(
    lines.filter((it) => it.includes('.txt')),
    [
      '> [a1.txt](file:///a1.txt#L1), and the same text in a2.txt and a3.txt',
      '> [a4.txt](file:///a4.txt#L3)',
    ],
  );
});

test('the sign-off counts sources, and names every article', () => {
  const rows = signOff(check('Mayor Ilse Brandvold opened the bridge.', { sources: SOURCES }));
  const [state] = rows.flatMap(({ text, state }) => (text === 'Ilse Brandvold' ? [state] : []));
  assert.ok(state?.is === 'agrees');
  assert.deepEqual([state.sources.count, state.evidence.length], [2, 4]);
});

test('a name is completed with its count of sources; the draft’s own article is none', () => {
  const corpus = corpusOf(SOURCES);
  const countWithout = (own: number) =>
    namesStarting(corpus, 'Ilse B', corpus.articles[own]).map((it) => it.sources);
  assert.deepEqual(countWithout(3), [{ count: 1, copied: 1, copies: 3 }]);
  assert.deepEqual(countWithout(0), [{ count: 2, copied: 1, copies: 2 }]);
});
