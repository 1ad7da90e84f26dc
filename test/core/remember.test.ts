import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCheck } from '../../server/src/core/eras.ts';
import { remember, rememberText, rememberWords } from '../../server/src/core/remember.ts';

/** More than an era. */
const MANY_CHECKS = 1_000;

function counted() {
  const computed: string[] = [];
  const compute = (text: string) => {
    computed.push(text);
    return { text };
  };
  return { computed, compute };
}

for (const [name, make] of [
  ['a text', (compute: (text: string) => object) => rememberText(compute, 100)],
  ['a word', (compute: (text: string) => object) => rememberWords(compute, 128)],
  ['anything', (compute: (text: string) => object) => remember(compute, (it) => `key of ${it}`, 100)],
] as const) {
  test(`what is remembered of ${name} is computed once while it is asked for, whatever is checked`, () => {
    const { computed, compute } = counted();
    const answer = make(compute);
    for (let check = 0; check < MANY_CHECKS; check++) {
      assert.deepEqual(answer('Minsk'), { text: 'Minsk' });
      countCheck();
    }
    assert.deepEqual(computed, ['Minsk']);
  });

  test(`what is remembered of ${name} is given up after many checks in which nobody asked`, () => {
    const { computed, compute } = counted();
    const answer = make(compute);
    answer('Minsk');
    for (let check = 0; check < MANY_CHECKS; check++) {
      countCheck();
      answer('Vilnius');
    }
    answer('Minsk');
    assert.deepEqual(computed, ['Minsk', 'Vilnius', 'Minsk']);
  });
}
