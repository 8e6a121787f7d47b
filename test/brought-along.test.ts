/** A review leaves as a file and comes back: decisions, notes and codes are taken over, and can be taken back. */

import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { WritableReference } from '../import/formats/format.ts';
import type { Reference } from '../import/reference.ts';
import { membership } from '../schema/accounts.ts';
import { broughtNote } from '../schema/brought.ts';
import { report } from '../schema/records.ts';
import { criterion } from '../schema/reviews.ts';
import { type Answer, adjudication, type Stage, standing } from '../schema/screening.ts';
import { agreeingFlowPaths, agreeingStandings } from '../server/check/derived.ts';
import { explainedVotes } from '../server/check/invariants.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { setCoders } from '../server/coding/coders/double-coding.ts';
import { addCoding, codesOf } from '../server/coding/desk/codings.ts';
import type { Connection } from '../server/db.ts';
import {
  accountOf,
  actsOf,
  ifActUndone,
  planOf,
  readMatches,
  takeOverBrought,
  undoAct,
} from '../server/export/brought/acts.ts';
import { type Choices, noChoices } from '../server/export/brought/matches.ts';
import { referencesOf, writerOf } from '../server/export/references/references.ts';
import { lossesOf } from '../server/records/imports/losses.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { adjudicate } from '../server/screening/votes/adjudications.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { speak } from './coding-helpers.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';
import { typeIn } from './typed-references.ts';

type Person = ReturnType<typeof addPerson>;
type Review = ReturnType<typeof addReview>;

const titles = [
  'Walking in forests and the health of retired people',
  'Gardens behind hospitals for people in recovery',
  'Public benches and the reach of an evening stroll',
  'Allotments, loneliness and the years after work',
  'What nobody has looked at so far',
];

let db: Connection;
let dataDir: string;
let astrid: Person;
let bo: Person;
let from: Review;
let into: Review;

beforeEach(() => {
  db = freshDatabase();
  dataDir = freshFolder();
  astrid = addPerson(db, 'Astrid Berg');
  bo = addPerson(db, 'Bo Lind');
  from = reviewCalled('from');
  into = reviewCalled('into');
});

function reviewCalled(slug: string): Review {
  const team: Parameters<typeof addReview>[1] = [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ];
  const row = addReview(db, team, { slug, title: { en: slug } });
  db.update(membership)
    .set({ mayAdjudicate: true })
    .where(eq(membership.personId, astrid.personId))
    .run();
  for (const [at, code] of ['E1', 'E2'].entries()) {
    const label = { en: code === 'E1' ? 'Wrong place' : 'Wrong people' };
    db.insert(criterion)
      .values({ reviewId: row.id, code, kind: 'exclude', label, statement: label, position: at })
      .run();
  }
  const book = addCodebook(astrid, row.id, {
    key: 'themes',
    kind: 'tree',
    label: { en: 'Themes' },
  });
  for (const key of ['nature', 'company']) addCode(astrid, book, { key, label: { en: key } });
  return row;
}

/** Five publications: included, excluded for a reason, settled out of a conflict, excluded early, untouched. */
function screened(): number[] {
  const references = titles.map(
    (title, at): Reference => ({
      ...{ type: 'article-journal', title, year: 2015 + at, doi: `10.1000/walk.${at}` },
      authors: [{ family: `Writer${at}`, given: 'Anna' }],
    }),
  );
  const ids = typeIn(astrid, from.id, references);
  const both = (
    at: number,
    stage: Stage,
    answer: Answer,
    reason: string | null,
    notes = ['', ''],
  ) => {
    for (const [index, who] of [astrid, bo].entries())
      vote(who, from, ids[at] ?? 0, stage, answer, reason, notes[index]);
  };
  for (const at of [0, 1, 2]) both(at, 'title_abstract', 'include', null);
  both(0, 'full_text', 'include', null, ['Central for question 2', '']);
  both(1, 'full_text', 'exclude', 'E1');
  vote(astrid, from, ids[2] ?? 0, 'full_text', 'include', null, 'My own doubt');
  vote(bo, from, ids[2] ?? 0, 'full_text', 'exclude', 'E2');
  adjudicate(astrid, {
    ...{ reviewId: from.id, reportId: ids[2] ?? 0, stage: 'full_text', answer: 'exclude' },
    ...{ criterionId: reasonId(from, 'E2'), note: 'We agreed on the phone' },
  });
  both(3, 'title_abstract', 'exclude', 'E2', ['', 'Clearly outside']);
  const codes = codeIds(from);
  addCoding(bo, ids[0] ?? 0, codes.get('nature') ?? 0, 'p. 4');
  addCoding(astrid, ids[0] ?? 0, codes.get('company') ?? 0);
  return ids;
}

function vote(
  who: Person,
  { id: reviewId }: Review,
  reportId: number,
  stage: Stage,
  answer: Answer,
  reason: string | null = null,
  note = '',
) {
  const criterionId = reason === null ? null : reasonId({ id: reviewId }, reason);
  castVote(who, { reviewId, reportId, stage, answer, criterionId, note, clientKey: null });
}

function reasonId({ id }: { id: number }, code: string): number {
  const rows = db.select().from(criterion).where(eq(criterion.reviewId, id)).all();
  return rows.find((row) => row.code === code)?.id ?? 0;
}

const codeIds = ({ id }: { id: number }) =>
  new Map(
    (
      db.$client
        .prepare(
          'select code.id, code.key from code join codebook on codebook.id = codebook_id where review_id = ?',
        )
        .all(id) as { id: number; key: string }[]
    ).map((row) => [row.key, row.id]),
  );

const leaving = (review: Review): WritableReference[] =>
  referencesOf(db, review.id, everyReport, { withDecisions: true });
const fileOf = (review: Review): string => writerOf('ris').write(leaving(review));

async function bring(text: string, review = into): Promise<number> {
  const searchRunId = addSearchRun(astrid, review.id, { kind: 'database', source: 'Another team' });
  const to = { dataDir, reviewId: review.id, searchRunId };
  const { importId } = await giveFile(astrid, to, { fileName: 'from.ris', text });
  await doJobs({ db, searchDb: freshSearchDatabase(), dataDir });
  return importId;
}

const about = (importId: number, review = into) => ({ reviewId: review.id, importId });

async function accountFor(importId: number, choices: Choices = noChoices, review = into) {
  const { matches } = await readMatches(db, about(importId, review), choices);
  return accountOf(await planOf(db, about(importId, review), matches));
}

/** Where publications stand, by title: what no numbers of rows can hide. */
function standsIn(review: Review) {
  return db
    .select({
      title: report.title,
      stage: standing.stage,
      state: standing.state,
      reason: criterion.code,
    })
    .from(standing)
    .innerJoin(report, eq(report.id, standing.reportId))
    .leftJoin(criterion, eq(criterion.id, standing.criterionId))
    .where(eq(report.reviewId, review.id))
    .orderBy(report.title, standing.stage)
    .all();
}

const agrees = (review: Review) => [
  ...agreeingStandings(db, review),
  ...agreeingFlowPaths(db, review),
  ...explainedVotes(db, review),
];

test('a review that leaves as RIS and comes into an empty one stands there as it stood: decisions, notes, codes', async () => {
  screened();
  const importId = await bring(fileOf(from));
  expect(standsIn(into)).toEqual([]);
  expect(await accountFor(importId)).toEqual({
    decision: { apply: 7 },
    note: { apply: 3 },
    code: { apply: 2 },
  });
  const taken = await takeOverBrought(astrid, about(importId));
  expect(taken).toMatchObject({ decisions: 7, notes: 3, codes: 2 });
  expect(standsIn(into)).toEqual(standsIn(from));
  expect(standsIn(into)).toHaveLength(7);
  // What leaves again is what came, who said it and when with it.
  expect(leaving(into).map(({ extras }) => extras)).toEqual(
    leaving(from).map(({ extras }) => extras),
  );
  expect(fileOf(into)).toBe(fileOf(from));
  expect(agrees(into)).toEqual([]);
  // Nobody voted here, and nobody's single answer in a conflict has left.
  expect(db.$client.prepare('select 1 from vote where review_id = ?').get(into.id)).toBeUndefined();
  expect(fileOf(from)).not.toContain('My own doubt');
});

test('taking over twice adds nothing, and taking back leaves the review as it was', async () => {
  screened();
  const importId = await bring(fileOf(from));
  const before = flowOf(db, into).boxes.map((box) => [box.id, box.derived]);
  const { actId } = await takeOverBrought(astrid, about(importId));
  await expect(takeOverBrought(astrid, about(importId))).rejects.toThrow('NOTHING_TO_TAKE_OVER');
  expect(await accountFor(importId)).toEqual({
    decision: { same: 7 },
    note: { same: 3 },
    code: { same: 2 },
  });
  expect(lossesOf(db, importId).map(({ kind }) => kind)).toEqual(['settled', 'codings', 'notes']);
  expect(ifActUndone(db, actId).map(({ stage }) => stage)).toEqual(['title_abstract', 'full_text']);
  undoAct(astrid, about(importId), actId);
  undoAct(astrid, about(importId), actId);
  expect(standsIn(into)).toEqual([]);
  expect(flowOf(db, into).boxes.map((box) => [box.id, box.derived])).toEqual(before);
  expect(agrees(into)).toEqual([]);
  expect(actsOf(db, about(importId))).toMatchObject([{ undoneBy: 'Astrid Berg', decisions: 7 }]);
  // Nothing was deleted: it counts no more.
  expect(db.select().from(adjudication).all().length).toBeGreaterThan(7);
  expect(db.select().from(broughtNote).all()).toHaveLength(3);
  await takeOverBrought(astrid, about(importId));
  expect(standsIn(into)).toEqual(standsIn(from));
});

test('an import whose decisions were taken back can be undone itself', async () => {
  screened();
  const importId = await bring(fileOf(from));
  const { actId } = await takeOverBrought(astrid, about(importId));
  undoAct(astrid, about(importId), actId);
  expect(lossesOf(db, importId)).toEqual([]);
  undoImport(astrid, about(importId));
  expect(agrees(into)).toEqual([]);
});

test('what was decided here stays: the same is known, the other is listed, what is on its way is left alone', async () => {
  screened();
  const importId = await bring(fileOf(from));
  const here = db.select().from(report).where(eq(report.reviewId, into.id)).all();
  const id = (at: number) => here.find((row) => row.title === titles[at])?.id ?? 0;
  for (const who of [astrid, bo]) {
    vote(who, into, id(0), 'title_abstract', 'exclude', 'E1');
    vote(who, into, id(3), 'title_abstract', 'exclude', 'E2');
  }
  vote(astrid, into, id(1), 'title_abstract', 'include');
  addCoding(bo, id(0), codeIds(into).get('nature') ?? 0);
  const before = standsIn(into);
  expect(await accountFor(importId)).toEqual({
    decision: { apply: 2, clash: 1, judged: 1, same: 1, not_reached: 2 },
    note: { apply: 3 },
    code: { apply: 1, same: 1 },
  });
  await takeOverBrought(astrid, about(importId));
  const after = standsIn(into);
  for (const row of before) expect(after).toContainEqual(row);
  expect(agrees(into)).toEqual([]);
});

test('names, reasons and codes are matched by their words, and by hand where they have no counterpart', async () => {
  screened();
  const file = fileOf(from)
    .replaceAll('"reason":"E1"', '"reason":"Wrong place"')
    .replaceAll('"reason":"E2"', '"reason":"Z9"')
    .replaceAll('"code":"company"', '"code":"sällskap"')
    .replaceAll('"by":"Bo Lind"', '"by":"B. Lind <BoLind@example.org>"');
  const importId = await bring(file);
  const { matches } = await readMatches(db, about(importId), noChoices);
  const hereOf = (list: typeof matches.people) =>
    Object.fromEntries(list.map(({ said, value }) => [said, value]));
  expect(hereOf(matches.people)).toEqual({
    'Astrid Berg': String(astrid.personId),
    'B. Lind <BoLind@example.org>': String(bo.personId),
    'Bo Lind': String(bo.personId),
  });
  expect(hereOf(matches.reasons)).toEqual({
    'Wrong place': String(reasonId(into, 'E1')),
    Z9: null,
  });
  expect(hereOf(matches.codes)).toMatchObject({ 'themes/sällskap': null });
  expect(await accountFor(importId)).toMatchObject({
    decision: { apply: 5, unmatched: 2 },
    code: { apply: 1, unmatched: 1 },
  });
  const choices = {
    people: { 'Astrid Berg': '' },
    reasons: { Z9: 'none' },
    codes: { 'themes/sällskap': String(codeIds(into).get('company')) },
  };
  await takeOverBrought(astrid, about(importId), choices);
  const reasons = standsIn(into).map(({ title, stage, reason }) => [title, stage, reason]);
  expect(reasons).toContainEqual([titles[1], 'full_text', 'E1']);
  expect(reasons).toContainEqual([titles[2], 'full_text', 'NR']);
  expect(reasons).toContainEqual([titles[3], 'title_abstract', null]);
  const coded = codesOf(
    db,
    db
      .select()
      .from(report)
      .all()
      .map((row) => row.id),
  );
  expect(
    [...coded.values()]
      .flat()
      .map((row) => row.key)
      .sort(),
  ).toEqual([...['company', 'company', 'nature', 'nature']]);
});

test('a file that contradicts itself, words of another program, and codes where two people code are listed, not taken', async () => {
  setCoders(astrid, into.id, 2);
  const record = (title: string, ...extras: string[]) =>
    ['TY  - JOUR', `TI  - ${title}`, 'PY  - 2020', ...extras, 'ER  - '].join('\n');
  const decision = (entry: object) => `U1  - underlag:decision ${JSON.stringify(entry)}`;
  const importId = await bring(
    [
      record(
        'One that two people disagreed about',
        decision({ stage: 'title_abstract', decision: 'include', by: 'Anna' }),
        decision({ stage: 'title_abstract', decision: 'exclude', by: 'Carl' }),
      ),
      record('One of a stage of its own', decision({ stage: 'abstract', decision: 'include' })),
      record('One in doubt', decision({ stage: 'title_abstract', decision: 'maybe' })),
      record('One with a code', 'U2  - underlag:code {"code":"nature","codebook":"themes"}'),
      record('One of no kind', 'U1  - underlag:decision {"stage":3}', 'N1  - underlag:note []'),
    ].join('\n'),
  );
  expect(await accountFor(importId)).toEqual({
    decision: { contradiction: 2, unknown: 2 },
    note: {},
    code: { two_coders: 1 },
  });
  await expect(takeOverBrought(astrid, about(importId))).rejects.toThrow('NOTHING_TO_TAKE_OVER');
  expect(standsIn(into)).toEqual([]);
});

test.each(['en', 'sv', 'nb', 'nn'] as const)(
  'the pages of what came along speak %s',
  async (locale) => {
    screened();
    const importId = await bring(fileOf(from).replaceAll('"reason":"E2"', '"reason":"Z9"'));
    speak(astrid, locale);
    const { as } = await startApp(db);
    const batch = `/reviews/into/imports/${importId}`;
    expect((await as(astrid).get(batch)).body).toContain(`${batch}/brought`);
    const page = await as(astrid).get(`${batch}/brought`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('name="reasons.Z9"');
    expect(page.body).toContain('Central for question 2');
    const looked = await as(astrid).get(`${batch}/brought?reasons.Z9=none&show=apply`);
    expect(looked.body).toContain('<option value="none" selected>');
    const done = await as(astrid).post(`${batch}/brought`, { 'reasons.Z9': 'none' });
    expect(done.headers.location).toBe(`${batch}/brought?notice=brought_taken_over`);
    expect(standsIn(into)).toHaveLength(7);
    const again = await as(astrid).post(`${batch}/brought`);
    expect(again.statusCode).toBe(422);
    const [act] = actsOf(db, about(importId));
    const undo = await as(astrid).get(`${batch}/brought/acts/${act?.id}`);
    expect(undo.body).toContain('/undo"');
    const [root] = db.select().from(broughtNote).all();
    const shown = await as(bo).get(`/reviews/into/reports/${root?.reportId}`);
    expect(shown.body).toContain('Central for question 2');
    await as(astrid).post(`${batch}/brought/acts/${act?.id}/undo`);
    expect(standsIn(into)).toEqual([]);
  },
);

test('only an owner takes over; who may not see the review sees nothing of it', async () => {
  screened();
  const importId = await bring(fileOf(from));
  const { as } = await startApp(db);
  const path = `/reviews/into/imports/${importId}/brought`;
  expect((await as(bo).get(path)).body).not.toContain('formmethod="post"');
  expect((await as(bo).post(path)).statusCode).toBe(404);
  expect((await as(addPerson(db, 'Stranger')).get(path)).statusCode).toBe(404);
  expect((await as(bo).get(`${path}.json`)).json()).toMatchObject({
    account: { decision: { apply: 7 } },
  });
  expect((await as(bo).get(`/reviews/from/imports/${importId}/brought`)).statusCode).toBe(404);
});
