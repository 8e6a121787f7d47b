/** Duplicates in Nordic text: on the labelled set no wrong link, and nearly every right one found or asked about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare } from '../import/duplicates/compare.ts';
import { findDuplicates } from '../import/duplicates/duplicates.ts';
import { readRow, referenceOfRow } from '../import/duplicates/rows.ts';
import { isRight, precision, readSet, recall, score } from './bench/duplicates/sets.ts';

const folder = join(import.meta.dirname, 'fixtures/nordic-duplicates');
const set = readSet(folder, 'nordic');
const references = new Map(set.rows.map((row) => [row.id, referenceOfRow(row)]));
type Pair = { a: string; b: string; same: boolean; rule: string };
const pairs = readFileSync(join(folder, 'nordic.pairs.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Pair);

function verdictOf({ a, b }: Pair) {
  const [one, other] = [references.get(a), references.get(b)];
  if (!one || !other) throw new Error(`No record ${a} or ${b}`);
  return compare(one, other).verdict;
}

test('the set has at least 1,000 labelled pairs, and every line is a record', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(1000);
  expect(pairs.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(400);
  for (const row of set.rows) expect(readRow(JSON.stringify(row))).toEqual(row);
});

test('no look-alike is linked as certain', () => {
  const wrong = pairs.filter((pair) => !pair.same && verdictOf(pair) === 'certain');
  expect(wrong).toEqual([]);
});

test('of the true pairs 85 in 100 are linked, and all but a few in 1,000 at least asked about', () => {
  const right = pairs.filter(({ same }) => same);
  const verdicts = right.map(verdictOf);
  const share = (wanted: string[]) =>
    verdicts.filter((verdict) => wanted.includes(verdict)).length / right.length;
  expect(share(['certain'])).toBeGreaterThan(0.85);
  expect(share(['certain', 'possible'])).toBeGreaterThan(0.995);
});

test('in the whole set at once no two works are joined', () => {
  const records = set.rows.map((row) => ({ id: row.id, reference: referenceOfRow(row) }));
  const { certain, possible } = findDuplicates(records);
  const found = score(certain, set.gold);
  expect(precision(found)).toBe(1);
  const asked = possible.filter((link) => isRight(link, set.gold));
  expect(recall(score([...certain, ...asked], set.gold))).toBeGreaterThan(0.995);
});
