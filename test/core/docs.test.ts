/** The documentation and the settings are written by the rules. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleAnchor, ruleSettings, rulesPage, ruleTexts } from '../../server/src/core/docs.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { assertGolden } from '../support/golden.ts';

test('docs/rules.md describes every rule', () => {
  assertGolden('docs/rules.md', rulesPage(rules));
});

test('package.json declares a setting for every rule and for no other', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const { properties } = manifest.contributes.configuration;
  const others = Object.entries(properties).filter(([key]) => !key.startsWith('stet.rules.'));
  const expected = { ...Object.fromEntries(others), ...ruleSettings(rules) };
  if (process.env.UPDATE) {
    manifest.contributes.configuration.properties = expected;
    writeFileSync('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  }
  const written = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration.properties;
  assert.deepEqual(written, expected, 'package.json is out of date: run UPDATE=1 npm test');
});

test('package.nls.json has the text of every rule’s setting and of no other’s', () => {
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('setting.rules.'));
  assertGolden(
    'package.nls.json',
    `${JSON.stringify({ ...Object.fromEntries(others), ...ruleTexts(rules) }, undefined, 2)}\n`,
  );
});

test('a rule’s anchor is the one that Markdown viewers make of its heading', () => {
  assert.equal(ruleAnchor('name/conflicts-with-sources'), 'nameconflicts-with-sources');
});
