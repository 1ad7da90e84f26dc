/** Runs every rule's own examples, and what is true of all rules. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/core/model.ts';
import type { Example, Rule } from '../../server/src/core/rule.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { applyEdits, findingsOf } from '../support/check.ts';
import { mark, readFixture } from '../support/markers.ts';

for (const rule of rules) {
  describe(rule.id, () => {
    for (const example of rule.examples) {
      if ('good' in example)
        test(`lets stand: ${example.good}`, () => assertSilent(rule, example.good, example));
      else test(`reports: ${example.bad}`, () => assertReported(rule, example));
    }

    test('has an example that is reported and one that is not', () => {
      assert.ok(rule.examples.some((it) => 'good' in it));
      assert.ok(rule.examples.some((it) => 'bad' in it));
    });

    test('stands in the file of its name', () => {
      assert.ok(existsSync(`server/src/core/rules/${rule.id.replace('/', '-')}.ts`));
    });
  });
}

test('rule ids are unique', () => {
  assert.equal(new Set(rules.map((it) => it.id)).size, rules.length);
});

test('no rule describes itself in words that a rule reports', () => {
  for (const { id, summary, why } of rules) {
    assert.deepEqual(
      findingsOf(rules, `${summary}\n\n${why}`).map((it) => `${id}: ${it.message}`),
      [],
    );
  }
});

test('no rule says “wrong”, “error”, “invalid” or “please”, and none exclaims', () => {
  for (const { id, summary, why, examples } of rules) {
    const words = [summary, why, ...examples.map((it) => ('message' in it ? it.message : ''))].join('\n');
    assert.doesNotMatch(words, /\b(?:wrong|error|invalid|incorrect|please)\b|!/i, id);
  }
});

function assertSilent(rule: Rule, text: string, example: Example): void {
  assert.equal(mark(text, findingsOf([rule], text, example)), text);
}

function assertReported(rule: Rule, example: Extract<Example, { readonly bad: string }>): void {
  const { text } = readFixture(example.bad);
  const findings = findingsOf([rule], text, example);
  assert.equal(mark(text, findings), example.bad);
  const [first] = findings;
  assert.ok(first);
  assert.equal(first.message, example.message);
  const usual = rule.severity === 'off' ? 'warning' : rule.severity;
  assert.equal(first.severity, example.severity ?? usual);
  const edits = first.fixes.filter((it) => it.declares === undefined);
  assert.deepEqual(
    edits.map((it) => applyEdits(text, it.edits)),
    [...(example.fixed ?? [])],
  );
  for (const finding of findings) assertKeepsPromises(rule, text, finding, example);
}

/** What no author of a rule has to remember. */
function assertKeepsPromises(rule: Rule, text: string, finding: Finding, example: Example): void {
  if (rule.citesCorpus) assert.ok(finding.evidence.length > 0, 'a finding from the corpus cites a passage');
  assert.ok(finding.fixes.filter((it) => it.isPreferred).length <= 1, 'at most one fix is preferred');
  for (const fix of finding.fixes) {
    const fixed = applyEdits(text, fix.edits);
    const declared = fix.declares === undefined ? [] : [fix.declares];
    const left = findingsOf([rule], fixed, { ...example, declared }).filter(
      (it) => it.span.start === finding.span.start,
    );
    assert.deepEqual(
      left.map((it) => it.message),
      [],
      `“${fix.title}” cures its finding`,
    );
  }
}
