/** What the browser's site leaves undone: rows of every kind that an archive carries, made by the services. */
import { and, asc, desc, eq, isNull, notExists } from 'drizzle-orm';
import { finding } from '../schema/findings.ts';
import { importBatch, possiblePair, rejection, report } from '../schema/records.ts';
import { criterion } from '../schema/reviews.ts';
import { vote } from '../schema/screening.ts';
import { addCodebook, codebooksOf } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { mergeCodes, splitCode } from '../server/coding/codebooks/merge-codes.ts';
import { flatten } from '../server/coding/codebooks/tree.ts';
import { agree } from '../server/coding/coders/double-coding.ts';
import { addCase } from '../server/coding/desk/cases.ts';
import { includedPublications } from '../server/coding/publications.ts';
import type { Connection } from '../server/db.ts';
import { takeOverBrought, undoAct } from '../server/export/brought/acts.ts';
import { sayOfItem } from '../server/export/checklist/statements.ts';
import { saveDelivery, suggestedParts } from '../server/export/delivery/deliveries.ts';
import { mergeFindings, splitFinding } from '../server/findings/merge-findings.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { findReview } from '../server/platform/find-review.ts';
import { addArchiveFacts, addProject } from '../server/publishing/projects.ts';
import { acceptFrom, undoBatch } from '../server/records/duplicates/batches.ts';
import { relateReports } from '../server/records/duplicates/related.ts';
import { mendPiece } from '../server/records/imports/mending.ts';
import { correctReport } from '../server/records/reports/corrections.ts';
import { addLabel, labelsOf } from '../server/screening/desk/labels.ts';
import { addTerms } from '../server/screening/desk/terms.ts';
import { doBulk, undoBulk } from '../server/screening/lists/bulk.ts';
import { chooseStageOrder } from '../server/screening/ranking/desk-order.ts';
import { removeBeforeScreening, undoRemoval } from '../server/screening/removals.ts';
import { openPilot, startPilot } from '../server/screening/rules/pilots.ts';
import { ruleOf, saveRule } from '../server/screening/rules/rules.ts';
import { answerLine } from '../server/screening/stage-lists/answers.ts';
import { undoStageList } from '../server/screening/stage-lists/undo.ts';
import { stopScreening } from '../server/screening/stopping/decisions.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { setMetaAnalysis } from '../server/synthesis/flow/meta-analysis.ts';
import { addPreviousStudies } from '../server/synthesis/flow/previous.ts';
import type { Site } from './browser/site.ts';

export type People = { administrator: number; first: number; second: number; reviewId: number };
const at = '2026-11-22T14:00:00.000Z';

export async function moreWork({ db }: Site, people: People, doJobs: () => Promise<void>) {
  const by = (personId: number) => ({ db, actor: { personId }, at });
  await screenOn(db, people, by, doJobs);
  await answerWhatWasBrought(db, people, by);
  workOnRecords(db, people, by);
  workOnEvidence(db, people, by);
}

type By = (personId: number) => { db: Connection; actor: { personId: number }; at: string };

const idOf = (row: { id: number } | undefined): number => {
  if (!row) throw new Error('a row is missing');
  return row.id;
};

const unjudged = (db: Connection, reviewId: number): number[] =>
  db.$client
    .prepare(
      `select id from report where review_id = ? and root_id = id and withdrawn_at is null
        and id not in (select report_id from vote) and id not in (select report_id from adjudication)
        and id not in (select report_id from removal where undone_at is null) order by id`,
    )
    .pluck()
    .all(reviewId) as number[];

async function screenOn(db: Connection, people: People, by: By, doJobs: () => Promise<void>) {
  const { administrator, first, second, reviewId } = people;
  const stage = 'title_abstract' as const;
  const reason = db
    .select()
    .from(criterion)
    .where(and(eq(criterion.reviewId, reviewId), eq(criterion.kind, 'exclude')))
    .all();
  const [early = 0, late = 0, third = 0, fourth = 0] = unjudged(db, reviewId);
  const choice = { yearBefore: null, yearAfter: null, languages: [] };
  const removal = { reviewId, kind: 'other' as const, tool: '', reason: 'Sent in by mistake' };
  for (const id of [early, late])
    removeBeforeScreening(by(administrator), { ...choice, ...removal, reportIds: [id] });
  const removed = db.$client
    .prepare('select id from removal order by id desc limit 1')
    .pluck()
    .get() as number;
  undoRemoval(by(administrator), { reviewId, removalId: removed });
  startPilot(by(administrator), db, { reviewId, stage, size: 2, threshold: 0.6, seed: 7 });
  openPilot(by(administrator), { reviewId, stage }, 'Talked through');
  const shares = { sv: [first], '': [first, second] };
  const rule = { ...ruleOf(db, reviewId, stage), assignment: 'languages' as const, shares };
  saveRule(by(administrator), reviewId, stage, { ...rule, thirdShare: 0.5, reviewers: 2 });
  chooseStageOrder(by(administrator), { reviewId, stage }, 'random');
  const vote = { reviewId, reportId: third, stage, note: '', clientKey: 'once' } as const;
  const also = idOf(reason.at(1));
  const exclude = { ...vote, answer: 'exclude' as const, criterionId: idOf(reason[0]) };
  castVote(by(first), { ...exclude, alsoIds: [also] });
  castVote(by(second), { ...vote, clientKey: null, answer: 'exclude', criterionId: null });
  addLabel(by(first), { reviewId, name: 'Read again', color: 'info' });
  const labelId = idOf(labelsOf(db, reviewId)[0]);
  const desk = { reviewId, stage, personId: first };
  await doBulk(by(first), desk, { kind: 'label', labelId, isOn: true }, [early, third]);
  const include = { kind: 'answer', answer: 'include', criterionId: null, note: '' } as const;
  const { bulkId } = await doBulk(by(first), desk, include, [fourth]);
  undoBulk(by(first), desk, bulkId);
  addTerms(by(first), { reviewId, kind: 'include', text: 'volunteer', isShared: false });
  await doJobs();
  const stop = { reviewId, rule: 'none' as const, target: 0.95, confidence: 0.95 };
  stopScreening(by(administrator), { ...stop, reason: 'Nothing new for a week' });
}

async function answerWhatWasBrought(db: Connection, people: People, by: By) {
  const { administrator, reviewId } = people;
  const brought = and(eq(importBatch.reviewId, reviewId), eq(importBatch.fileName, 'brought.ris'));
  const importId = idOf(db.select({ id: importBatch.id }).from(importBatch).where(brought).get());
  const reason = idOf(db.select().from(criterion).where(eq(criterion.reviewId, reviewId)).get());
  const bookId = addCodebook(by(administrator), reviewId, {
    kind: 'tree',
    label: { en: 'Neighbourhood' },
  });
  const code = addCode(by(administrator), bookId, { label: { en: 'Neighbours' } });
  const choices = {
    people: { 'Bjørn Dahl': String(people.first) },
    reasons: { 'Not care': String(reason) },
    codes: { 'themes/neighbours': String(code) },
  };
  const about = { reviewId, importId };
  const { actId } = await takeOverBrought(by(administrator), about, choices);
  undoAct(by(administrator), about, actId);
}

/** What nobody has judged is found to be the line of the list; then the list is taken back. */
function answerForList(db: Connection, administrator: PersonalContext, reviewId: number) {
  const listId = newest(db, 'stage_list');
  const unjudged = notExists(db.select().from(vote).where(eq(vote.reportId, report.rootId)));
  const root = and(eq(report.reviewId, reviewId), eq(report.rootId, report.id), unjudged);
  const reportId = idOf(
    db
      .select()
      .from(report)
      .where(and(root, isNull(report.withdrawnAt)))
      .get(),
  );
  const place = { reviewId, listId, position: 1 };
  answerLine(administrator, place, { answer: 'is', reportId, reason: '' });
  undoStageList(administrator, { reviewId, listId });
}

function workOnRecords(db: Connection, { administrator, reviewId }: People, by: By) {
  const open = and(eq(possiblePair.reviewId, reviewId), eq(possiblePair.state, 'open'));
  idOf(db.select().from(possiblePair).where(open).get());
  const batchId = acceptFrom(by(administrator), { reviewId, scoreFrom: 0 });
  if (batchId) undoBatch(by(administrator), { reviewId, batchId: newest(db, 'duplicate_batch') });
  const [one = 0, other = 0] = db
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), isNull(report.withdrawnAt)))
    .orderBy(asc(report.id))
    .all()
    .map(({ id }) => id);
  relateReports(by(administrator), reviewId, [one, other], 'version');
  correctReport(by(administrator), one, 'year', 2001);
  addArchiveFacts(by(administrator), one, [
    { kind: 'keyword', text: 'care', count: 3, source: 'archive' },
  ]);
  const stretch = db.select().from(rejection).orderBy(desc(rejection.id)).get();
  if (!stretch) throw new Error('nothing was rejected');
  const place = { reviewId, importId: stretch.importId, rejectionId: stretch.id };
  mendPiece(by(administrator), place, { raw: '', pieces: [] });
  db.$client
    .prepare(
      `insert into column_mapping (review_id, name, headings, columns, created_by, created_at)
        values (?, 'Table', '["A"]', '{}', ?, ?)`,
    )
    .run(reviewId, administrator, at);
  answerForList(db, by(administrator), reviewId);
  addPreviousStudies(by(administrator), reviewId, [
    { label: 'Berg 2001', reports: 1, studyId: null, source: 'p. 3' },
  ]);
  saveDelivery(by(administrator), reviewId, {
    parts: suggestedParts(),
    citationStyle: 'vancouver',
  });
  sayOfItem(
    by(administrator),
    reviewId,
    { list: 'prisma-scr', item: '16' },
    { answer: 'not_applicable', place: '', comment: 'Nothing was appraised' },
  );
  addProject(by(administrator), reviewId, {
    key: 'inclusive',
    title: { en: 'Inclusive' },
    workPackages: [{ code: 'WP1', summary: { en: 'Finding out' } }],
  });
}

const newest = (db: Connection, table: string) =>
  db.$client.prepare(`select max(id) from ${table}`).pluck().get() as number;

function workOnEvidence(db: Connection, { administrator, first }: People, by: By) {
  const chain = findReview(db, 'exercise-chain');
  const paired = db.$client
    .prepare(
      "select report_id as id from coding_turn where state = 'done' group by 1 having count(*) > 1",
    )
    .pluck()
    .get() as number;
  const codes = db.$client
    .prepare(
      `select code.id from code join codebook on codebook.id = code.codebook_id
        where review_id = (select review_id from report where id = ?) and merged_into_id is null
          and code.parent_id is null order by code.id`,
    )
    .pluck()
    .all(paired) as number[];
  agree(by(administrator), paired, { codeIds: codes.slice(0, 2), note: 'Agreed' });
  if (!chain) throw new Error('no chain');
  const [publication] = includedPublications(db, chain.id);
  const reportId = publication?.rootId ?? 0;
  setMetaAnalysis(by(administrator), chain.id, [reportId]);
  addCase(by(first), chain.id, { reportId, label: 'Norrby', country: 'SE' });
  const [book] = codebooksOf(db, chain.id);
  const [one = 0, other = 0] = flatten(book?.codes ?? [])
    .filter(
      ({ node }) => !flatten(book?.codes ?? []).some((each) => each.node.parentId === node.id),
    )
    .map(({ node }) => node.id);
  mergeCodes(by(administrator), one, other);
  splitCode(by(administrator), other, {
    label: { en: 'A part' },
    codingIds: [],
    excerptIds: [],
    findingIds: [],
  });
  const [from, into] = db
    .select()
    .from(finding)
    .where(and(eq(finding.reviewId, chain.id), isNull(finding.archivedAt)))
    .all();
  if (from && into) {
    mergeFindings(by(administrator), chain.id, from.id, into.id);
    const supportId = db.$client
      .prepare('select id from support where finding_id = ? and removed_at is null')
      .pluck()
      .get(into.id) as number;
    const split = { statement: { en: 'A part of it' }, supportIds: [supportId] };
    splitFinding(by(administrator), chain.id, into.id, split);
  }
}
