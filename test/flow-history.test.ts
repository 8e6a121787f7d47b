/** E1 to E15 over histories that reviews really have: whatever people do, every sum holds and the past stays as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink, report } from '../schema/records.ts';
import { criterion, flowTemplates, review } from '../schema/reviews.ts';
import { sourceKinds } from '../schema/searches.ts';
import { agreeingFlowPaths, agreeingStandings } from '../server/check/derived.ts';
import type { Connection } from '../server/db.ts';
import { recordRetrieval } from '../server/documents/retrievals.ts';
import { AppError } from '../server/errors.ts';
import { linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { setSearchRun } from '../server/records/imports/imports.ts';
import { undoImport } from '../server/records/imports/undo.ts';
import { removalsOf, removeBeforeScreening, undoRemoval } from '../server/screening/removals.ts';
import { adjudicate, takeOverDecision } from '../server/screening/votes/adjudications.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { type Flow, flowAt, flowOf } from '../server/synthesis/flow/flow.ts';
import { opens, rowsBehind } from '../server/synthesis/flow/lists.ts';
import { setMetaAnalysis } from '../server/synthesis/flow/meta-analysis.ts';
import {
  addPreviousStudies,
  previousStudies,
  withdrawPreviousStudy,
} from '../server/synthesis/flow/previous.ts';
import { disagreeingPrints, printFlow } from '../server/synthesis/flow/prints.ts';
import { lastMoment, type Moment, standpointAt } from '../server/synthesis/flow/replay.ts';
import { standpointNow } from '../server/synthesis/flow/standpoint.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

/** One thing that somebody does; numbers choose among what there is then. */
const anyAct = fc.record({
  what: fc.constantFrom(
    ...(['import', 'import', 'vote', 'vote', 'vote', 'vote', 'vote', 'retrieve', 'link'] as const),
    ...(['unlink', 'adjudicate', 'take_over', 'take_over', 'undo', 'remove', 'put_back'] as const),
    ...(['previous', 'withdraw', 'meta', 'template', 'print', 'source'] as const),
  ),
  one: fc.nat({ max: 60 }),
  other: fc.nat({ max: 60 }),
  yes: fc.boolean(),
  late: fc.boolean(),
});
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

function newWorld() {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const { id } = addReview(db, [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ]);
  for (const [at, code] of ['E1', 'E2'].entries())
    db.insert(criterion)
      .values({
        reviewId: id,
        code,
        kind: 'exclude',
        label: { en: code },
        statement: {},
        position: at,
      })
      .run();
  const runs = sourceKinds.map((kind) => addSearchRun(astrid, id, { kind, source: `The ${kind}` }));
  return { db, people: [astrid, bo], reviewId: id, runs, minutes: 0, imports: [] as number[] };
}
type World = ReturnType<typeof newWorld>;

const rowOf = ({ db, reviewId }: World) => {
  const row = db
    .select()
    .from(review)
    .all()
    .find((each) => each.id === reviewId);
  if (!row) throw new Error('The review is missing');
  return row;
};

/** Does it as the services do; what they refuse does not happen. */
function act(world: World, { what, one, other, yes, late }: Act): void {
  world.minutes += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, world.minutes)).toISOString();
  const { db, reviewId, runs } = world;
  const person = world.people[one % 2] ?? world.people[0];
  if (!person) return;
  const context = { ...person, at };
  const ids = db
    .select({ id: report.id })
    .from(report)
    .all()
    .map((row) => row.id);
  const pick = (number: number) => ids[number % Math.max(1, ids.length)] ?? 0;
  const stage = late ? ('full_text' as const) : ('title_abstract' as const);
  const decided = { reviewId, reportId: pick(other), stage, note: '' };
  const answer = yes ? ('include' as const) : ('exclude' as const);
  const criterionId = yes ? null : 1 + (one % 2);
  const acts: Record<Act['what'], () => void> = {
    import: () => {
      const references = Array.from({ length: 1 + (one % 4) }, (_, n) =>
        referenceOf(other + n * 3),
      );
      const searchRunId = late && one % 7 === 0 ? null : (runs[other % runs.length] ?? null);
      const label = `Batch ${world.minutes}`;
      world.imports.push(
        storeByHand(context, { reviewId, searchRunId, label, references }).importId,
      );
    },
    source: () => {
      const importId = world.imports[one % Math.max(1, world.imports.length)];
      const run = yes ? (runs[other % runs.length] ?? null) : null;
      if (importId) setSearchRun(context, { reviewId, importId }, run);
    },
    vote: () => void castVote(context, { ...decided, answer, criterionId, clientKey: null }),
    retrieve: () =>
      recordRetrieval(context, {
        ...{ reviewId, reportId: pick(other), how: 'asked' },
        outcome: yes ? 'retrieved' : late ? 'reopened' : 'not_retrieved',
      }),
    link: () => linkByHand(context, reviewId, [pick(one), pick(other)]),
    unlink: () => {
      const links = db
        .select()
        .from(duplicateLink)
        .all()
        .filter((row) => !row.undoneAt);
      const link = links[one % Math.max(1, links.length)];
      if (link) unlink(context, { reviewId, linkId: link.id });
    },
    adjudicate: () =>
      adjudicate({ ...context, actor: { personId: 1 } }, { ...decided, answer, criterionId }),
    take_over: () => takeOverDecision(context, { ...decided, answer, criterionId }),
    undo: () => {
      const importId = world.imports[one % Math.max(1, world.imports.length)];
      if (importId) undoImport(context, { reviewId, importId });
    },
    remove: () =>
      void removeBeforeScreening(context, {
        ...{
          reviewId,
          reportIds: [pick(one), pick(other)],
          yearBefore: null,
          yearAfter: null,
          languages: [],
        },
        ...(yes ? { kind: 'automation', tool: 'A classifier' } : { kind: 'other', tool: '' }),
        reason: 'Not what was searched for',
      }),
    put_back: () => {
      const [latest] = removalsOf(db, reviewId);
      if (latest) undoRemoval(context, { reviewId, removalId: latest.id });
    },
    previous: () => {
      const studies = db.$client.prepare('select id from study').pluck().all() as number[];
      const studyId = yes ? (studies[one % Math.max(1, studies.length)] ?? null) : null;
      const label = `Earlier ${world.minutes}`;
      addPreviousStudies(context, reviewId, [
        { label, reports: 1 + (other % 3), studyId, source: '' },
      ]);
    },
    withdraw: () => {
      const row = previousStudies(db, reviewId).find((each) => each.withdrawnReason === '');
      if (row) withdrawPreviousStudy(context, { reviewId, id: row.id, reason: 'Retracted' });
    },
    meta: () => setMetaAnalysis(context, reviewId, yes ? [pick(one), pick(other)] : []),
    template: () => {
      const flowTemplate = flowTemplates[one % flowTemplates.length] ?? 'new-v2';
      db.update(review).set({ flowTemplate }).run();
    },
    print: () => void printFlow(context, rowOf(world), ''),
  };
  try {
    acts[what]();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Few titles, so that searches find the same publications again and again. */
function referenceOf(number: number): Reference {
  const title = `Nature contact and the health of older people, part ${number % 23}`;
  return {
    type: 'article-journal',
    title,
    year: 2000 + (number % 23),
    authors: [{ family: 'Berg', given: 'Anna' }],
  };
}

/** E1 to E13: no sum fails. A template without other methods says that it has no place for them (E9). */
function sumsHold({ checks, template, pending, isProvisional, boxes }: Flow): void {
  const outside =
    template.endsWith('v1') && pending.some((row) => row.reason === 'outside_template');
  const failing = checks.filter((check) => check.state === 'fails');
  expect(failing.filter((check) => !(outside && check.id === 'E9'))).toEqual([]);
  const waits = pending.length > 0 || checks.some((check) => check.state !== 'holds');
  expect(isProvisional).toBe(waits);
  const of = (id: string) => boxes.find((box) => box.id === id)?.derived ?? 0;
  expect(of('N1')).toBeLessThanOrEqual(of('N2'));
}

/** E14: what each source gave is accounted for, and the sources together are the totals. */
function sourcesAddUp({ sources, boxes }: Flow): void {
  const sum = (pick: (row: Flow['sources'][number]) => number, ...kinds: string[]) =>
    sources.filter((row) => kinds.includes(row.kind)).reduce((total, row) => total + pick(row), 0);
  const of = (id: string) => boxes.find((box) => box.id === id)?.derived ?? 0;
  for (const row of sources)
    expect(row.identified).toBe(row.kept + row.duplicates + row.automation + row.other);
  expect(of('I1')).toBe(sum((row) => row.identified, 'database'));
  expect(of('I2')).toBe(sum((row) => row.identified, 'register'));
  expect(of('X1')).toBe(sum((row) => row.duplicates, 'database', 'register'));
  expect(of('X2')).toBe(sum((row) => row.automation, 'database', 'register'));
  expect(of('X3')).toBe(sum((row) => row.other, 'database', 'register'));
}

function listsAreAsLong(
  db: Connection,
  reviewId: number,
  flow: Flow,
  moment: Moment | null,
  world: World,
) {
  const standpoint = moment
    ? standpointAt(db, rowOf(world), moment)
    : standpointNow(db, rowOf(world));
  const lengthOf = (behind: Parameters<typeof rowsBehind>[3]) => {
    const found = rowsBehind(db, reviewId, standpoint, behind, { limit: 1000, offset: 0 });
    if (found) expect([behind, found.rows.length]).toEqual([behind, found.total]);
    return found?.total;
  };
  for (const { id, derived, parts, pending } of flow.boxes) {
    if (!opens(id) || derived === null) continue;
    if (moment && (id === 'N1' || id === 'P1')) continue;
    expect([id, lengthOf({ box: id, part: null, pending: null })]).toEqual([id, derived]);
    for (const part of parts)
      expect(lengthOf({ box: id, part: part.key, pending: null })).toBe(part.derived);
    for (const { reason, count } of pending)
      if (
        ![
          'unfinished_import',
          'possible_duplicates',
          'outside_template',
          'previous_not_given',
        ].includes(reason)
      )
        expect(lengthOf({ box: id, part: null, pending: reason })).toBe(count);
  }
  for (const { key, count } of flow.notes)
    expect(lengthOf({ box: 'N2', part: null, pending: null, note: key })).toBe(count);
}

test('whatever happens in a review, E1 to E14 hold and each number is the length of its list', () => {
  const holds = fc.property(fc.array(anyAct, { minLength: 5, maxLength: 45 }), (acts) => {
    const world = newWorld();
    const { db, reviewId } = world;
    for (const each of acts) act(world, each);
    const flow = flowOf(db, rowOf(world));
    sumsHold(flow);
    sourcesAddUp(flow);
    listsAreAsLong(db, reviewId, flow, null, world);
    const ref = { id: reviewId, slug: 'nature' };
    expect([...agreeingFlowPaths(db, ref), ...agreeingStandings(db, ref)]).toEqual([]);
  });
  fc.assert(holds, { numRuns: Number(process.env.FLOW_RUNS ?? 30) });
});

test('E15: the log read to any moment gives the flow of that moment, and what was printed never changes', () => {
  const holds = fc.property(fc.array(anyAct, { minLength: 10, maxLength: 40 }), (acts) => {
    const world = newWorld();
    const { db, reviewId } = world;
    const seen: { moment: Moment; flow: Flow }[] = [];
    for (const each of acts) {
      act(world, each);
      const at = new Date(Date.UTC(2026, 0, 1, 0, world.minutes, 30)).toISOString();
      seen.push({ moment: lastMoment(db, reviewId, at), flow: flowOf(db, rowOf(world)) });
    }
    for (const { moment, flow } of seen) expect(flowAt(db, rowOf(world), moment)).toEqual(flow);
    const middle = seen[Math.floor(seen.length / 2)];
    if (middle) listsAreAsLong(db, reviewId, middle.flow, middle.moment, world);
    expect(disagreeingPrints(db, rowOf(world))).toEqual([]);
  });
  fc.assert(holds, { numRuns: Number(process.env.FLOW_RUNS ?? 15) });
});
