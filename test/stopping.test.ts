/** Stopping: what the test says, and what a decision to stop does to the queue and the flow. */
import { expect, test } from 'vitest';
import { atMost, pFrom, rankedP } from '../server/screening/stopping/hypergeometric.ts';

test('the hypergeometric tail is what counting gives', () => {
  // 5 relevant among 20, 4 drawn: C(15,4)/C(20,4) without one, plus 5 C(15,3)/C(20,4) with one.
  expect(atMost(0, 20, 5, 4)).toBeCloseTo(1365 / 4845, 12);
  expect(atMost(1, 20, 5, 4)).toBeCloseTo((1365 + 5 * 455) / 4845, 12);
  expect(atMost(4, 20, 5, 4)).toBeCloseTo(1, 12);
  // All of 20 drawn and none relevant: there cannot have been any.
  expect(atMost(0, 20, 1, 20)).toBe(0);
});

test('a random sample after ranking is judged as Callaghan and Müller-Hansen do', () => {
  // 1,000 in all, 20 found in the first 200, then 300 drawn at random without another one. Below 95 % recall there are
  // at least floor(20 / 0.95) - 20 + 1 = 2 among the 800 left.
  const history = [...Array(200).keys()].map((at) => at < 20).concat(Array(300).fill(false));
  const expected = (500 / 800) * (499 / 799);
  expect(pFrom(history, 1000, 0.95, 200)).toBeCloseTo(expected, 10);
});

test('a long stretch without anything makes it unlikely that much was missed', () => {
  const start = [...Array(100).keys()].map((at) => at % 2 === 0);
  const p = (blanks: number) => rankedP([...start, ...Array(blanks).fill(false)], 2000, 0.9);
  expect(p(10)).toBeGreaterThan(0.5);
  expect(p(600)).toBeGreaterThan(p(1200));
  expect(p(1800)).toBeLessThan(0.05);
  expect(rankedP([...start, ...Array(1900).fill(false)], 2000, 0.9)).toBe(0);
});

test('nothing screened tells nothing', () => {
  expect(rankedP([], 100, 0.95)).toBe(1);
});
