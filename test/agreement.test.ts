/** Agreement between coders, against the figures of published examples. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, cohensKappa, krippendorffsAlpha } from '../server/coding/agreement.ts';

/** A table of two coders' yes and no, as pairs. */
const table = (yesYes: number, yesNo: number, noYes: number, noNo: number) => [
  ...Array.from({ length: yesYes }, (): [boolean, boolean] => [true, true]),
  ...Array.from({ length: yesNo }, (): [boolean, boolean] => [true, false]),
  ...Array.from({ length: noYes }, (): [boolean, boolean] => [false, true]),
  ...Array.from({ length: noNo }, (): [boolean, boolean] => [false, false]),
];

test.each([
  // Fleiss, Levin & Paik (2003), chapter 18: the grant reviewers of many textbooks.
  [20, 5, 10, 15, 0.4],
  // Viera & Garrett (2005), Family Medicine 37, table 1: 0.30 by their rounding.
  [15, 5, 10, 70, 0.57],
  // Two tables with equal agreement and other margins (Feinstein & Cicchetti 1990).
  [45, 15, 25, 15, 0.13],
  [25, 35, 5, 35, 0.26],
])('kappa of %i, %i, %i, %i is %d', (a, b, c, d, kappa) => {
  expect(cohensKappa(table(a, b, c, d))).toBeCloseTo(kappa, 2);
});

const row = (text: string) =>
  [...text.replaceAll(' ', '')].map((one) => (one === '.' ? null : one));
const unitsOf = (...coders: string[]) => {
  const rows = coders.map(row);
  return (rows[0] ?? []).map((_, at) => rows.map((coder) => coder[at] ?? null));
};

test.each([
  // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, A: two observers, two values.
  ['A', unitsOf('0100000010', '1110010000'), 0.095],
  // B: two observers, five names.
  ['B', unitsOf('aabbdcccedda', 'babbbccceddd'), 0.692],
  // C: four observers, some of whom said nothing of some units.
  ['C', unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.'), 0.743],
])('alpha of the published example %s is the published one', (_name, units, alpha) => {
  expect(krippendorffsAlpha(units)).toBeCloseTo(alpha, 3);
});

test('who agrees on everything agrees wholly; who cannot differ measures nothing', () => {
  expect(agreementOf(table(3, 0, 0, 4))).toMatchObject({ observed: 1, kappa: 1, alpha: 1 });
  expect(agreementOf(table(5, 0, 0, 0))).toMatchObject({ observed: 1, kappa: null, alpha: null });
  expect(agreementOf([])).toMatchObject({ units: 0, observed: null, kappa: null, alpha: null });
});

test('it does not matter who is called first', () => {
  const pairs = fc.array(fc.tuple(fc.boolean(), fc.boolean()));
  fc.assert(
    fc.property(pairs, (any) => {
      const [here, there] = [
        agreementOf(any),
        agreementOf(any.map(([one, other]) => [other, one])),
      ];
      expect([there.kappa, there.observed]).toEqual([here.kappa, here.observed]);
      if (here.alpha !== null) expect(there.alpha).toBeCloseTo(here.alpha, 10);
      expect(here.both + here.onlyFirst + here.onlySecond + here.neither).toBe(any.length);
    }),
  );
});
