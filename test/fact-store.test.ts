/** Facts put away and taken out again are the facts that were put away. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFactStore, createTextStore } from '../import/duplicates/fact-store.ts';
import { factsOf } from '../import/duplicates/facts.ts';
import { referenceOfRow } from '../import/duplicates/rows.ts';
import type { Reference } from '../import/reference.ts';
import { readSet } from './bench/duplicates/sets.ts';

const nordic = join(import.meta.dirname, 'fixtures/nordic-duplicates');

test('real records come out as they were put in, in any order, and a place left empty is empty', () => {
  const { rows } = readSet(nordic, 'nordic');
  const facts = rows.map((row) => factsOf(referenceOfRow(row)));
  const store = createFactStore();
  for (const each of facts) {
    store.add(each);
    store.add();
  }
  for (const [index, each] of facts.entries()) {
    expect(store.at(2 * index)).toEqual(each);
    expect(store.at(2 * index + 1)).toBeUndefined();
  }
});

test('so does whatever else a source may say', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', 'Råd: del 2', 'A = B'),
  );
  const reference = fc.record({
    type: fc.constantFrom('book' as const, 'thesis' as const),
    title: text,
    translatedTitle: text,
    authors: fc.array(fc.record({ family: text, given: text, particle: text })),
    container: text,
    volume: text,
    pages: fc.oneof(text, fc.constantFrom('12-8', 'e123', 'S4')),
    abstract: fc.string({ minLength: 0, maxLength: 600, unit: 'grapheme' }),
    doi: text,
    year: fc.option(fc.nat(3000), { nil: undefined }),
  });
  const holds = fc.property(fc.array(reference), (references) => {
    const facts = references.map((each) => factsOf(each as Reference));
    const store = createFactStore();
    for (const each of facts) store.add(each);
    expect(facts.map((_, index) => store.at(index))).toEqual(facts);
  });
  fc.assert(holds, { numRuns: 100 });
});

test('where there is room for so much only, what was put in first is forgotten', () => {
  const store = createTextStore(8 << 20);
  for (const [index, letter] of [...'abc'].entries()) store.put(index, letter.repeat(4 << 20));
  expect([0, 1, 2, 3].map((index) => store.at(index)?.[0])).toEqual([
    undefined,
    'b',
    'c',
    undefined,
  ]);
});

test('numbers far up cost no more than others: the reports of a late review have such', () => {
  const texts = createTextStore();
  texts.put(4_000_000_000, 'far up');
  texts.put(0, 'first');
  expect([texts.at(4_000_000_000), texts.at(0), texts.at(7)]).toEqual([
    'far up',
    'first',
    undefined,
  ]);
});
