/** Imports come, are undone and come again in any order, while people link and judge: nothing decided is ever lost. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink, importBatch, record, report } from '../schema/records.ts';
import { criterion } from '../schema/reviews.ts';
import { type Answer, type Stage, stages, standing, vote } from '../schema/screening.ts';
import {
  agreeingFlowPaths,
  agreeingKeys,
  agreeingReferences,
  agreeingRoots,
  agreeingStandings,
  agreeingTags,
} from '../server/check/derived.ts';
import { accountedImports, explainedVotes, flowsThatAddUp } from '../server/check/invariants.ts';
import type { Connection } from '../server/db.ts';
import type { JobRow } from '../server/platform/jobs/jobs.ts';
import { findDuplicatesNow } from '../server/records/duplicates/duplicates-job.ts';
import { linkByHand } from '../server/records/duplicates/links.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { findImport, isBeingUndone } from '../server/records/imports/imports.ts';
import { lossesOf } from '../server/records/imports/losses.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { runUndo } from '../server/records/imports/undo-job.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { reportsOf } from '../server/records/reports/reports.ts';
import { nextIds } from '../server/screening/desk/queue.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase } from './helpers.ts';
import './properties.ts';

const titles = [
  'Walking in forests and the health of retired people',
  'Gardens behind hospitals for patients in recovery',
  'Public benches and the reach of an evening stroll',
  'Allotments, loneliness and the years after work',
];
const article = (at: number): Reference => ({
  ...{ type: 'article-journal', title: titles[at] ?? '', year: 2010 + at },
  ...{ authors: [{ family: `Writer${at}`, given: 'Anna' }], doi: `10.1000/walk.${at}` },
});

function begin() {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const review = addReview(db, [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ]);
  const label = { en: 'Wrong place' };
  const row = { reviewId: review.id, code: 'E1', kind: 'exclude' as const, position: 1 };
  const { id: reasonId } = db
    .insert(criterion)
    .values({ ...row, label, statement: label })
    .returning()
    .get();
  return { db, astrid, bo, review, reasonId };
}
type World = ReturnType<typeof begin>;

function bring({ astrid, review }: World, list: readonly number[]): number {
  const { importId } = storeByHand(astrid, {
    ...{ reviewId: review.id, searchRunId: null, label: 'Typed in' },
    references: list.map(article),
  });
  findDuplicatesNow(astrid, review.id);
  return importId;
}

const broken = ({ db, review }: World): string[] =>
  [
    ...[agreeingRoots, agreeingReferences, agreeingKeys, agreeingStandings, agreeingFlowPaths],
    ...[agreeingTags, accountedImports, explainedVotes, flowsThatAddUp],
  ].flatMap((check) => check(db, review));

const publications = (db: Connection, reviewId: number) =>
  reportsOf(db, reviewId, everyReport).map((row) => row.title);

const everything = (db: Connection) => [
  ...[db.select().from(report).all(), db.select().from(duplicateLink).all()],
  ...[db.select().from(standing).all(), db.select().from(vote).all()],
  db.select().from(importBatch).all(),
];

/** Undone while one waits, or in the background in batches, by a process that is killed after some of them. */
type Road = { batch: number; killedAfter: number } | null;

type Step =
  | { do: 'import'; list: number[] }
  | { do: 'undo'; which: number; road: Road }
  | { do: 'link'; one: number; other: number }
  | { do: 'vote'; who: number; which: number; answer: Answer };

const anyRoad: fc.Arbitrary<Road> = fc.option(
  fc.record({ batch: fc.integer({ min: 1, max: 2 }), killedAfter: fc.nat(2) }),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    list: fc.array(fc.nat(titles.length - 1), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(5), road: anyRoad }),
  fc.record({ do: fc.constant('link' as const), one: fc.nat(9), other: fc.nat(9) }),
  fc.record({
    do: fc.constant('vote' as const),
    ...{ who: fc.nat(1), which: fc.nat(9) },
    answer: fc.constantFrom<Answer>('include', 'exclude'),
  }),
);

test('whatever is imported, linked, judged and undone, nothing decided is lost and everything adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      const world = begin();
      const { db, astrid, bo, review } = world;
      const imports: { id: number; list: number[]; isUndone: boolean }[] = [];
      for (const step of steps) {
        const shown = reportsOf(db, review.id, everyReport);
        if (step.do === 'import') {
          imports.push({ id: bring(world, step.list), list: step.list, isUndone: false });
        } else if (step.do === 'undo') {
          const found = imports[step.which % Math.max(1, imports.length)];
          if (found && !found.isUndone) found.isUndone = await tryUndo(world, found.id, step.road);
        } else if (step.do === 'link') {
          const [one, other] = [shown[step.one % shown.length], shown[step.other % shown.length]];
          if (one && other && one.id !== other.id)
            linkByHand(astrid, review.id, [one.id, other.id]);
        } else {
          const target = shown[step.which % Math.max(1, shown.length)];
          const who = step.who === 0 ? astrid : bo;
          const desk = { reviewId: review.id, stage: stages[0], personId: who.personId };
          const isWaiting = target && nextIds(db, desk, { limit: 99 }).includes(target.id);
          if (target && isWaiting) judge(world, who, target.id, stages[0], step.answer);
        }
        expect(broken(world)).toEqual([]);
        expect(votesLost(db)).toEqual([]);
      }
      // What an undo took away comes back with the same file.
      for (const { list, isUndone } of imports) if (isUndone) bring(world, list);
      expect(broken(world)).toEqual([]);
      const wanted = new Set(imports.flatMap(({ list }) => list.map((at) => titles[at])));
      const links = db.select().from(duplicateLink).all();
      // People may have said that two different titles are one: then fewer are shown, and none that never came.
      const isPlain = links.every((link) => link.decidedBy === null);
      const here = new Set(publications(db, review.id));
      if (isPlain) expect(here).toEqual(wanted);
      else for (const title of here) expect(wanted).toContain(title);
    }),
    { numRuns: 25 },
  );
});

/** @returns whether it was undone. A refused undo names what it would lose and changes nothing. */
async function tryUndo(world: World, importId: number, road: Road): Promise<boolean> {
  const { db, astrid, review } = world;
  const about = { reviewId: review.id, importId };
  const before = everything(db);
  const isFree = lossesOf(db, importId).length === 0;
  if (isFree) {
    const job = undoImport(astrid, about, road ? -1 : undefined);
    if (job && road) await undoInBackground(world, importId, job, road);
    expect(findImport(db, review.id, importId)?.state).toBe('undone');
    return true;
  }
  expect(() => undoImport(astrid, about, road ? -1 : undefined)).toThrow('IMPORT_HAS_DECISIONS');
  expect(everything(db)).toEqual(before);
  return false;
}

async function undoInBackground(
  world: World,
  importId: number,
  job: JobRow,
  { batch, killedAfter }: NonNullable<Road>,
) {
  const { db, bo, review } = world;
  const tools = { db, searchDb: freshSearchDatabase(), dataDir: '', job, now: () => bo.at };
  const own = db.select().from(record).where(eq(record.importId, importId)).all();
  let batches = 0;
  const onBatch = () => {
    expect(broken(world)).toEqual([]);
    const row = findImport(db, review.id, importId);
    expect(row && isBeingUndone(row)).toBe(true);
    for (const { reportId } of own)
      expect(() => judge(world, bo, reportId, stages[0], 'include')).toThrow();
    if (batches === killedAfter) throw new Error('killed');
    batches += 1;
  };
  const killed = runUndo(tools, { batchSize: batch, onBatch });
  if (killedAfter < Math.ceil(own.length / batch)) await expect(killed).rejects.toThrow('killed');
  else await killed;
  await runUndo(tools);
}

function judge(
  { review, reasonId }: World,
  who: World['astrid'],
  reportId: number,
  stage: Stage,
  answer: Answer,
) {
  const criterionId = answer === 'exclude' && stage === 'full_text' ? reasonId : null;
  castVote(who, {
    ...{ reviewId: review.id, reportId, stage, answer, criterionId, note: '', clientKey: null },
  });
}

/** Votes on reports that count nowhere. */
const votesLost = (db: Connection): number[] =>
  (
    db.$client
      .prepare(
        `select vote.id from vote join report on report.id = vote.report_id
        join report as root on root.id = report.root_id
        where report.withdrawn_at is not null or root.withdrawn_at is not null`,
      )
      .all() as { id: number }[]
  ).map((row) => row.id);

test('a later search brings only what is new to each person’s desk, at both stages', () => {
  const world = begin();
  const { db, astrid, bo, review } = world;
  const people = [astrid, bo];
  const waiting = (who: World['astrid'], stage: Stage) =>
    nextIds(db, { reviewId: review.id, stage, personId: who.personId }, { limit: 99 }).map(
      (id) => db.select().from(report).where(eq(report.id, id)).get()?.title,
    );
  bring(world, [0, 1, 2]);
  const [first = 0, second = 0] = reportsOf(db, review.id, everyReport).map((row) => row.id);
  for (const who of people) judge(world, who, first, 'title_abstract', 'include');
  for (const who of people) judge(world, who, second, 'title_abstract', 'exclude');
  judge(world, astrid, first, 'full_text', 'include');
  expect(waiting(astrid, 'full_text')).toEqual([]);
  expect(waiting(bo, 'full_text')).toEqual([titles[0]]);
  // The later search finds two that are known, one of them judged, and one that is new.
  bring(world, [0, 1, 2, 3]);
  for (const who of people)
    expect(waiting(who, 'title_abstract').sort()).toEqual([titles[2], titles[3]].sort());
  expect(waiting(astrid, 'full_text')).toEqual([]);
  expect(waiting(bo, 'full_text')).toEqual([titles[0]]);
  // And only what is new goes on from there.
  const fresh = reportsOf(db, review.id, everyReport).find((row) => row.title === titles[3])?.id;
  for (const who of people) judge(world, who, fresh ?? 0, 'title_abstract', 'include');
  expect(waiting(astrid, 'full_text')).toEqual([titles[3]]);
  expect(waiting(bo, 'full_text').sort()).toEqual([titles[0], titles[3]].sort());
  expect(broken(world)).toEqual([]);
});
