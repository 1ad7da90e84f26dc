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

test('a weak table comes to keep all that is asked for again and again', () => {
  const table = new WeakTable<object, object>();
  const all = keys(20_000);
  const ask = () => all.filter((it) => !table.get(it) && table.set(it, it) === undefined).length;
  ask();
  ask();
  assert.equal(ask(), 0);
});

test('a weak table lets go of what nobody has asked for since', () => {
  const table = new WeakTable<object, object>();
  const [first, asked, ...others] = keys(20_000);
  assert.ok(first && asked);
  table.set(first, first);
  table.set(asked, asked);
  for (const it of others) {
    table.set(it, it);
    table.get(asked);
  }
  assert.equal(table.get(first), undefined);
});
