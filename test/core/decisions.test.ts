/** What an editor lets stand, and what becomes of it when the draft is edited. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionsOn } from '../../server/src/core/decisions.ts';
import { unknownRulesIn } from '../../server/src/core/directives.ts';
import type { Declaration } from '../../server/src/core/model.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { check, type Given } from '../support/check.ts';
import { mark, readFixture } from '../support/markers.ts';

const SOURCES = [
  'President Lee Jae Myung left.',
  'President Lee Jae Myung spoke: “He is a truly reliable neighbour.”',
];
const SIGNATURE = { by: 'ada', on: { year: 2026, month: 1, day: 5 } };

const TWICE = 'President [[Lee Jae-myung]] left on Sunday.\n\nHis guest met [[Lee Jae-myung]] in Seoul.';

/** What is declared when the editor decides so about the nth finding of the marked copy. */
function decide(marked: string, title: string, nth = 0, given: Given = { sources: SOURCES }): Declaration {
  const { text } = readFixture(marked);
  const { findings, comparison } = check(text, given);
  assert.equal(mark(text, findings), marked);
  const finding = findings[nth];
  assert.ok(finding);
  const fix = decisionsOn(finding, comparison.draft, 'draft.txt', SIGNATURE).find((it) => it.title === title);
  assert.ok(fix?.declares);
  return fix.declares;
}

/** Asserts what is still reported once something is decided: the marked places, and no others. */
function assertReports(marked: string, given: Given): void {
  const { text } = readFixture(marked);
  assert.equal(mark(text, check(text, { sources: SOURCES, ...given }).findings), marked);
}

test('here, in this draft, always', () => {
  const { text } = readFixture(TWICE);
  assertReports(TWICE.replace('[[Lee Jae-myung]] in', 'Lee Jae-myung in'), {
    declared: [decide(TWICE, 'Let it stand here', 1)],
  });
  assertReports(text, { declared: [decide(TWICE, 'Let it stand in this draft')] });
  const always = decide(TWICE, 'Let it stand always');
  assertReports(text, { declared: [always] });
  assert.deepEqual(always, {
    list: 'decisions',
    item: { rule: 'name/conflicts-with-sources', words: 'Lee Jae-myung' },
  });
});

test('a decision for another draft does not hold in this one', () => {
  const { list, item } = decide(TWICE, 'Let it stand in this draft');
  assert.ok(list === 'decisions');
  assertReports(TWICE, { declared: [{ list, item: { ...item, draft: 'other.txt' } }] });
});

test('a decision about one place outlives edits around it, and lapses when its own words change', () => {
  const declared = [decide(TWICE, 'Let it stand here')];
  const edited = [
    'A NEW HEADLINE\n\nPresident Lee Jae-myung left on Sunday.\n\nHis guest met [[Lee Jae-myung]] in Seoul.',
    'The South Korean leader Lee Jae-myung left on Sunday.\n\nHis guest met [[Lee Jae-myung]] in Seoul.',
    'His guest met [[Lee Jae-myung]] in Seoul.\n\nOn Sunday, President Lee Jae-myung left for good.',
    'President Lee Jae Myung left on Sunday.\n\nHis guest met [[[[Lee Jae-myung]]]] in Seoul.',
    'President [[Lee Jae-Myung]] left on Sunday.',
    // The place is gone: the other one is not it.
    'His guest met [[Lee Jae-myung]] in Seoul.',
  ];
  for (const marked of edited) assertReports(marked, { declared });
});

test('a decision says nothing of other rules', () => {
  const marked = 'President [[Lee Jae-myung]] leaves on [[Sunday, January 5, 2026]].';
  assertReports(marked.replace('[[Lee Jae-myung]]', 'Lee Jae-myung'), {
    declared: [decide(marked, 'Let it stand always')],
  });
});

test('a checked name or quotation is left alone by all rules of its kind, with who and when', () => {
  const declared = decide(TWICE, 'Mark as checked');
  assert.deepEqual(declared, {
    list: 'decisions',
    item: { checked: 'name', words: 'Lee Jae-myung', draft: 'draft.txt', ...SIGNATURE },
  });
  assertReports(readFixture(TWICE).text, { declared: [declared] });

  const quoted = 'Lee said: [[“He is a truly dependable neighbour.”]]';
  const check = decide(quoted, 'Mark as checked');
  assertReports(readFixture(quoted).text, { declared: [check] });
  assertReports('Lee said: [["He is a truly faithful neighbour."]]', { declared: [check] });
});

test('a date is checked where it stands', () => {
  const marked = 'He left on [[April 31]].\n\nThe vote in Paris is on [[April 31]].';
  assertReports(marked.replace('[[April 31]].\n', 'April 31.\n'), {
    declared: [decide(marked, 'Mark as checked')],
  });
});

test('a decision that holds for nothing is known', () => {
  const stands = decide(TWICE, 'Let it stand in this draft');
  const checked = decide(TWICE, 'Mark as checked');
  const usedIn = (text: string) => check(text, { sources: SOURCES, declared: [stands, checked] }).used.size;
  assert.equal(usedIn('President Lee Jae-myung left.'), 2);
  // The name is still there and still checked, though nothing is reported of it any more.
  assert.equal(check('Lee Jae-myung left.', { declared: [stands, checked] }).used.size, 1);
  assert.equal(usedIn('President Lee Jae Myung left.'), 0);
});

const disabled = (comment: string, after = '') =>
  `Lee Jae-myung left.\n\n${comment}\nLee Jae-myung spoke.\n\n${after}Lee Jae-myung slept.\n`;

/** The copy with marks on the mentions at these indices. */
function marked(text: string, ...indices: number[]): string {
  let at = -1;
  return text.replace(/Lee Jae-myung/g, (name) => {
    at++;
    return indices.includes(at) ? `[[${name}]]` : name;
  });
}

test('directives in the text', () => {
  const next = 'stet-disable-next-line';
  const cases: readonly (readonly [string, readonly number[]])[] = [
    [disabled(`<!-- ${next} name/conflicts-with-sources -->`), [0, 2]],
    [disabled(`<!-- ${next} -->`), [0, 2]],
    [disabled(`<!-- ${next} name, quote/altered -->`), [0, 2]],
    [disabled(`<!-- ${next} quote/altered -->`), [0, 1, 2]],
    [disabled('<!-- stet-disable name/conflicts-with-sources -->'), [0]],
    [disabled('<!-- stet-disable -->', '<!-- stet-enable -->\n\n'), [0, 2]],
    [disabled('<!-- stet-disable name -->', '<!-- stet-enable name -->\n\n'), [0, 2]],
    [disabled('<!-- stet-disable name -->', '<!-- stet-enable quote -->\n\n'), [0]],
    [disabled('`<!-- stet-disable -->`'), [0, 1, 2]],
    [disabled('```\n<!-- stet-disable -->\n```\n'), [0, 1, 2]],
    [disabled('<!-- stet-disabled -->'), [0, 1, 2]],
    [`---\nstet-disable: name/conflicts-with-sources\n---\n\n${disabled('')}`, []],
    [`---\nstet-disable: quote\n---\n\n${disabled('')}`, [0, 1, 2]],
  ];
  for (const [text, reported] of cases) {
    for (const language of ['markdown', 'plaintext'] as const) {
      const { findings } = check(text, { sources: SOURCES, language });
      const names = findings.filter((it) => it.rule === 'name/conflicts-with-sources');
      assert.equal(mark(text, names), marked(text, ...reported), language);
    }
  }
});

test('what a directive names is known for a rule, or for none', () => {
  const ids = rules.map((it) => it.id);
  const cases = [
    'A.\n\n<!-- stet-disable-next-line name/no-first-reference, date -->\nLee left.\n',
    'A.\n\n<!-- stet-disable-next-line [[name/first-reference]], date, [[quotes]] -->\nLee left.\n',
    '---\ntitle: stet-disable\nstet-disable: [[nmae]] quote\n---\n\n`<!-- stet-disable nonsense -->` <!--stet-enable [[x-y]]-->\n',
    '<!-- stet-disable -->\n\nNo names.\n\n<!-- stet-disabled nonsense -->\n',
  ];
  for (const copy of cases) {
    const { text } = readFixture(copy);
    const { comparison } = check(text, { language: 'markdown' });
    assert.equal(
      mark(
        text,
        unknownRulesIn(comparison.draft, ids).map((span) => ({ span })),
      ),
      copy,
    );
  }
});
