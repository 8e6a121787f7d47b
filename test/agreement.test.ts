/** Agreement between people, against what its authors published, and as the review's own votes give it. */
import { expect, test } from 'vitest';
import { report } from '../schema/records.ts';
import { pilot, pilotReport } from '../schema/screening-rules.ts';
import { krippendorffsAlpha } from '../server/coding/coders/agreement.ts';
import { linkByHand } from '../server/records/duplicates/links.ts';
import { agreementOf, wilsonInterval } from '../server/screening/agreement/measures.ts';
import { agreementCsv } from '../server/screening/agreement/page.ts';
import { agreements } from '../server/screening/agreement/pairs.ts';
import { answersUntil, lastAnswers } from '../server/screening/ranking/answers.ts';
import { pilotState } from '../server/screening/rules/pilots.ts';
import { adjudicate } from '../server/screening/votes/adjudications.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, now } from './helpers.ts';

test("Cohen's example of 1960: 200 patients, kappa .492", () => {
  // Cohen J. A coefficient of agreement for nominal scales. Educ Psychol Meas 1960;20:37-46.
  const { n, percent, kappa } = agreementOf([
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ]);
  expect(n).toBe(200);
  expect(percent).toBeCloseTo(0.7, 10);
  expect(kappa?.value).toBeCloseTo(0.492, 3);
});

test("Fleiss's example: 100 diagnoses, kappa .68 with standard error .087", () => {
  // Fleiss JL. Statistical methods for rates and proportions, 2nd ed. 1981, table 13.1, by the formula of 1969.
  const { percent, kappa } = agreementOf([
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]);
  expect(percent).toBeCloseTo(0.89, 10);
  expect(kappa?.value).toBeCloseTo(0.676, 3);
  expect(kappa?.error).toBeCloseTo(0.088, 3);
});

test("Gwet's example: 94 % agree and kappa is below chance, AC1 is .94", () => {
  // Gwet KL. Computing inter-rater reliability and its variance in the presence of high agreement. 2008;61:29-48.
  const { percent, kappa, ac1, pabak } = agreementOf([
    [118, 5],
    [2, 0],
  ]);
  expect(percent).toBeCloseTo(0.944, 10);
  expect(kappa?.value).toBeCloseTo(-0.0234, 4);
  expect(ac1?.value).toBeCloseTo(0.9408, 4);
  expect(pabak?.value).toBeCloseTo(2 * 0.944 - 1, 10);
});

test('Byrt, Bishop and Carlin: two tables that agree alike have one PABAK, .70, while kappa is .70 and .32', () => {
  // Byrt T, Bishop J, Carlin JB. Bias, prevalence and kappa. J Clin Epidemiol 1993;46:423-9, of the tables of Feinstein
  // and Cicchetti (1990;43:543-9): PABAK is kappa freed of the prevalence index (a - d) / n and the bias index (b - c) / n.
  const tables = [
    { cells: [40, 9, 6, 45], kappa: 0.7 },
    { cells: [80, 10, 5, 5], kappa: 0.32 },
  ];
  for (const { cells, kappa: published } of tables) {
    const [a = 0, b = 0, c = 0, d = 0] = cells;
    const { percent, kappa, pabak } = agreementOf([
      [a, b],
      [c, d],
    ]);
    expect(percent).toBeCloseTo(0.85, 12);
    expect(kappa?.value).toBeCloseTo(published, 2);
    expect(pabak?.value).toBeCloseTo(0.7, 12);
    const [prevalence, bias] = [(a - d) / 100, (b - c) / 100];
    const freed =
      (kappa?.value ?? 0) * (1 - prevalence ** 2 + bias ** 2) + prevalence ** 2 - bias ** 2;
    expect(pabak?.value).toBeCloseTo(freed, 12);
  }
});

test("Gwet's package irrCAC: 100 pregnancies, kappa .796, AC1 .849, chance as even .835, with their errors", () => {
  // Gwet KL. irrCAC 1.0 for R, vignette "overview" (CRAN, 2019), data set cont3x3abstractors: kappa2.table,
  // gwet.ac1.table and bp2.table (Brennan and Prediger: PABAK for any number of answers).
  const { percent, kappa, ac1, pabak } = agreementOf([
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ]);
  expect(percent).toBeCloseTo(0.89, 10);
  expect([kappa?.value, kappa?.error].map((x) => x?.toFixed(4))).toEqual(['0.7964', '0.0589']);
  expect(ac1?.value).toBeCloseTo(0.8493305, 7);
  expect(ac1?.error).toBeCloseTo(0.04321747, 8);
  expect([pabak?.value, pabak?.error].map((x) => x?.toFixed(4))).toEqual(['0.8350', '0.0469']);
});

test("Bonett's package statpsych: kappa .676, error .0734, from .532 to .820", () => {
  // Bonett DG. statpsych for R, help page of ci.kappa (CRAN, 2024), by Fleiss, Levin and Paik 2003:
  // ci.kappa(.05, 31, 12, 4, 58) gives 0.6756757 0.07344761 0.5317210 0.8196303.
  const { kappa } = agreementOf([
    [31, 12],
    [4, 58],
  ]);
  expect(kappa?.value).toBeCloseTo(0.6756757, 6);
  expect(kappa?.error).toBeCloseTo(0.07344761, 7);
  expect(kappa?.low).toBeCloseTo(0.531721, 6);
  expect(kappa?.high).toBeCloseTo(0.8196303, 6);
});

test("Newcombe's examples of Wilson's interval, down to nobody of twenty", () => {
  // Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods. Stat Med
  // 1998;17:857-72, table I, method 3.
  const published = [
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ] as const;
  for (const [count, n, ...interval] of published) {
    const { low, high } = wilsonInterval(count / n, n);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(interval);
  }
});

test('two who agree about all of six publications are not said to agree with certainty', () => {
  const found = agreementOf([
    [2, 0],
    [0, 4],
  ]);
  const none = { value: 1, error: null, low: null, high: null };
  expect(found).toMatchObject({ percent: 1, kappa: none, pabak: none, ac1: none });
  expect(found.percentInterval?.low).toBeCloseTo(0.61, 2);
  expect(found.percentInterval?.high).toBe(1);
});

test("Krippendorff's own example: 4 observers, 12 units, gaps, alpha for names .743", () => {
  // Krippendorff K. Computing Krippendorff's alpha-reliability. University of Pennsylvania 2011, part C; the same table
  // and 0.74342 are in irrCAC (cac.raw4raters, krippen.alpha.raw).
  const n = null;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, n, n, n],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, n, 3],
    [n, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, n],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, n],
  ];
  const units = Array.from({ length: 12 }, (_, at) => observers.map((said) => said[at] ?? n));
  expect(krippendorffsAlpha(units)).toBeCloseTo(113 / 152, 12);
});

test('the example of Wikipedia: 3 coders, 15 units, alpha for names .691', () => {
  // "Krippendorff's alpha", A computational example; the sample of the Python package krippendorff.
  const n = null;
  const coders = [
    [n, n, n, n, n, 3, 4, 1, 2, 1, 1, 3, 3, n, 3],
    [1, n, 2, 1, 3, 3, 4, 3, n, n, n, n, n, n, n],
    [n, n, 2, 1, 3, 4, 4, n, 2, 1, 1, 3, 3, n, 4],
  ];
  const units = Array.from({ length: 15 }, (_, at) => coders.map((said) => said[at] ?? n));
  expect(krippendorffsAlpha(units)).toBeCloseTo(0.691358, 6);
});

test('what is not defined is said to be so, not nought and not one', () => {
  expect(
    agreementOf([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ n: 0, percent: null, kappa: null, ac1: null });
  const everyoneExcludes = agreementOf([
    [0, 0],
    [0, 7],
  ]);
  expect(everyoneExcludes.kappa).toBeNull();
  expect(everyoneExcludes).toMatchObject({ n: 7, percent: 1, ac1: { value: 1 } });
});

function setting() {
  const db = freshDatabase();
  const people = ['Anna', 'Bo', 'Cy'].map((name) => addPerson(db, name));
  const [anna, bo, cy] = people;
  if (!anna || !bo || !cy) throw new Error('three people');
  const review = addReview(db, [
    [anna, 'owner'],
    [bo, 'reviewer'],
    [cy, 'reviewer'],
  ]);
  const ids = Array.from({ length: 4 }, (_, at) => {
    const title = `Publication ${at}`;
    const reference = { type: 'document' as const, title, authors: [] };
    const row = db
      .insert(report)
      .values({ reviewId: review.id, reference, title })
      .returning()
      .get();
    db.$client.prepare('update report set root_id = id where id = ?').run(row.id);
    return row.id;
  });
  const stage = 'title_abstract' as const;
  const vote = (
    who: typeof anna,
    at: number,
    answer: 'include' | 'maybe' | 'exclude',
    when = 0,
  ) => {
    const moment = new Date(now.getTime() + when).toISOString();
    const input = { reviewId: review.id, reportId: ids[at] ?? 0, stage, answer };
    castVote({ ...who, at: moment }, { ...input, criterionId: null, note: '', clientKey: null });
  };
  return { db, anna, bo, cy, ids, reviewId: review.id, stage, vote };
}

test('each pair stands by itself, three-way and collapsed', () => {
  const { db, anna, bo, cy, reviewId, vote } = setting();
  vote(anna, 0, 'include');
  vote(bo, 0, 'maybe');
  vote(anna, 1, 'exclude');
  vote(bo, 1, 'exclude');
  vote(anna, 2, 'exclude');
  vote(cy, 2, 'exclude');
  const found = agreements(db, reviewId);
  expect(found.map((row) => [row.people.map(({ name }) => name).join(), row.scale, row.n])).toEqual(
    [
      ['Anna,Bo', 'answers', 2],
      ['Anna,Bo', 'kept', 2],
      ['Anna,Cy', 'answers', 1],
      ['Anna,Cy', 'kept', 1],
    ],
  );
  expect(found[0]).toMatchObject({ percent: 0.5 });
  expect(found[1]).toMatchObject({ percent: 1, kappa: { value: 1 } });
  expect(found[3]).toMatchObject({ percent: 1, kappa: null });
  const [header, , kept] = agreementCsv(found).split('\r\n');
  expect(header).toContain('n,percent,percent_low,percent_high,kappa,kappa_se,kappa_low');
  expect(kept).toMatch(/^title_abstract,all,kept,Anna,Bo,2,1,0\.34\d*,1,1,,,,1,,,,1,,,$/);
});

test('a settlement, and whatever is answered after it, changes no agreement', () => {
  const { db, anna, bo, ids, reviewId, stage, vote } = setting();
  vote(anna, 0, 'exclude');
  vote(anna, 0, 'include');
  vote(bo, 0, 'exclude');
  const before = agreements(db, reviewId);
  expect(before[1]).toMatchObject({ n: 1, percent: 0 });
  const later = new Date(now.getTime() + 1000).toISOString();
  const settlement = { reviewId, reportId: ids[0] ?? 0, stage, answer: 'include' as const };
  adjudicate({ ...anna, at: later }, { ...settlement, criterionId: null, note: '' });
  vote(bo, 0, 'include', 2000);
  expect(agreements(db, reviewId)).toEqual(before);
});

test('the pilot is shown by itself, on its publications alone', () => {
  const { db, anna, bo, ids, reviewId, stage, vote } = setting();
  for (const at of [0, 1]) {
    vote(anna, at, 'include');
    vote(bo, at, at === 0 ? 'include' : 'exclude');
  }
  const people = [anna.personId, bo.personId];
  const row = { reviewId, stage, seed: 1, people, threshold: 0.6, startedBy: anna.personId };
  db.insert(pilot)
    .values({ ...row, startedAt: now.toISOString() })
    .run();
  db.insert(pilotReport)
    .values({ pilotId: 1, reportId: ids[0] ?? 0 })
    .run();
  const samples = agreements(db, reviewId).map(({ sample, scale, n }) => `${sample} ${scale} ${n}`);
  expect(samples).toEqual(['all answers 2', 'all kept 2', 'pilot answers 1', 'pilot kept 1']);
});

test('who is asked again has said nothing yet: not in agreement, not in a pilot, not to a ranking', () => {
  const { db, anna, bo, cy, ids, reviewId, stage, vote } = setting();
  const [first = 0, second = 0, third = 0] = ids;
  vote(anna, 0, 'include');
  vote(anna, 1, 'exclude');
  vote(bo, 0, 'include');
  vote(cy, 2, 'exclude');
  const people = [anna.personId, bo.personId];
  const row = { reviewId, stage, seed: 1, people, threshold: 0.6, startedBy: anna.personId };
  db.insert(pilot)
    .values({ ...row, startedAt: now.toISOString() })
    .run();
  db.insert(pilotReport).values({ pilotId: 1, reportId: first }).run();
  const answered = () => pilotState(db, { reviewId, stage })?.answered;
  const known = (at: string) =>
    answersUntil(db, { reviewId, stage }, { ...lastAnswers(db, at), at });
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  expect(answered()).toEqual([1, 1]);

  linkByHand({ ...anna, at: later(60) }, reviewId, [first, second]);
  expect(agreements(db, reviewId)).toEqual([]);
  expect(answered()).toEqual([0, 1]);
  expect(known(later(61))).toEqual(
    new Map([
      [first, 1],
      [third, -1],
    ]),
  );

  vote(anna, 0, 'exclude', 120_000);
  expect(agreements(db, reviewId)[0]).toMatchObject({ n: 1, percent: 0 });
  expect(answered()).toEqual([1, 1]);
  expect(known(later(121)).get(first)).toBe(0.25);
});

test('a pilot is judged by what people said before anything in it was settled', () => {
  const { db, anna, bo, ids, reviewId, stage, vote } = setting();
  const people = [anna.personId, bo.personId];
  const row = { reviewId, stage, seed: 1, people, threshold: 0.6, startedBy: anna.personId };
  db.insert(pilot)
    .values({ ...row, startedAt: now.toISOString() })
    .run();
  for (const at of [0, 1, 2]) {
    db.insert(pilotReport)
      .values({ pilotId: 1, reportId: ids[at] ?? 0 })
      .run();
    vote(anna, at, at === 0 ? 'include' : 'exclude');
    vote(bo, at, at === 1 ? 'exclude' : 'include');
  }
  const state = () => pilotState(db, { reviewId, stage });
  const before = state();
  expect(before).toMatchObject({ isDone: true, isReached: false });
  const later = new Date(now.getTime() + 1000).toISOString();
  const settlement = { reviewId, reportId: ids[2] ?? 0, stage, answer: 'exclude' as const };
  adjudicate({ ...anna, at: later }, { ...settlement, criterionId: null, note: '' });
  vote(bo, 2, 'exclude', 2000);
  expect(state()).toEqual(before);
});
