/** Records by key: the table finds what a plain map of lists would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlocks } from '../import/duplicates/blocks.ts';

test('under each key stand its records, the latest first, as many as are asked for', () => {
  const key = fc.oneof(fc.nat(40), fc.maxSafeNat());
  const holds = fc.property(fc.array(key, { maxLength: 9000 }), fc.nat(5), (keys, most) => {
    const blocks = createBlocks();
    const plain = new Map<number, number[]>();
    for (const [index, each] of keys.entries()) {
      blocks.add(each, index);
      plain.set(each, [index, ...(plain.get(each) ?? [])]);
    }
    for (const [each, indexes] of plain)
      expect([...blocks.latest(each, most)]).toEqual(indexes.slice(0, most));
    expect([...blocks.latest(Number.MAX_SAFE_INTEGER - 1, most)]).toEqual(
      (plain.get(Number.MAX_SAFE_INTEGER - 1) ?? []).slice(0, most),
    );
  });
  fc.assert(holds, { numRuns: 40 });
});

test('a table that has grown many times still finds its first and last key', () => {
  const blocks = createBlocks();
  const count = 50_000;
  for (let index = 0; index < count; index += 1) blocks.add(index * 4_294_967_311, index);
  expect([...blocks.latest(0, 1)]).toEqual([0]);
  expect([...blocks.latest((count - 1) * 4_294_967_311, 1)]).toEqual([count - 1]);
});
