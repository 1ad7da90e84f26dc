/** The texts of the interface stand where a translator finds them. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertGolden } from '../support/golden.ts';

test('l10n/bundle.l10n.json has every text of the client and no other', () => {
  const texts = readdirSync('client/src').flatMap((file) => {
    const code = readFileSync(`client/src/${file}`, 'utf8');
    const calls = [...code.matchAll(/\bl10n\.t\(\s*'([^'\\]*)'/g)].map(([, text = '']) => text);
    // A text that is put together can't be translated, and would not be found here.
    assert.equal(calls.length, code.match(/\bl10n\.t\(/g)?.length ?? 0, file);
    return calls;
  });
  const bundle = Object.fromEntries([...new Set(texts)].sort().map((it) => [it, it]));
  assertGolden('l10n/bundle.l10n.json', `${JSON.stringify(bundle, undefined, 2)}\n`);
});

test('package.nls.json has every text that the manifest names and no other', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const named = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  const texts: object = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  assert.deepEqual([...new Set(named)].sort(), Object.keys(texts).sort());
});
