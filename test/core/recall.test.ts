import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WeakTable } from '../../server/src/core/recall.ts';

const keys = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));

test('a weak table keeps what is still asked for, however much comes in', () => {
  const table = new WeakTable<object, object>();
  const [first, ...others] = keys(20_000);
  assert.ok(first);
  table.set(first, first);
  for (const it of others) {
    table.set(it, it);
    assert.equal(table.get(first), first);
  }
});

test('a weak table keeps all that comes in before anything is asked', () => {
  const table = new WeakTable<object, object>();
  const all = keys(20_000);
  for (const it of all) table.set(it, it);
  assert.ok(all.every((it) => table.get(it) === it));
});
