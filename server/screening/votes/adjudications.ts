/** Settling conflicts, and taking over what the report of an older review says was decided. */
import { and, desc, eq, not } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { report } from '../../../schema/records.ts';
import { adjudication, type Stage } from '../../../schema/screening.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { rightsOf } from '../../platform/guards.ts';
import { checkedReason, personById, reportOfReview, requireStage, stateOf } from '../reports.ts';
import { assumeRetrieved } from '../retrieval.ts';
import { ruleOf } from '../rules/rules.ts';
import { type Consequences, consequencesOf, takesBack } from './consequences.ts';
import { refreshStandings } from './standings.ts';
import { ownVote } from './votes.ts';
import { isTakenBack } from './withdrawn.ts';

export type SettlementInput = {
  reviewId: number;
  reportId: number;
  stage: Stage;
  answer: 'include' | 'exclude';
  criterionId: number | null;
  note: string;
  /** Whether the person has been told what another decision takes back. */
  confirmed?: boolean;
};

/**
 * Settles a conflict, or settles anew what was settled before.
 * @throws NOT_FOUND, NOT_ALLOWED, STAGE_NOT_REACHED, NOTHING_TO_SETTLE, REASON_REQUIRED, CRITERION_UNKNOWN,
 * ANSWER_TAKES_BACK
 */
export function adjudicate(context: PersonalContext, input: SettlementInput): void {
  inTransaction(context, (tx) => {
    const { rootId } = reportOfReview(tx.db, input.reviewId, input.reportId);
    requireAdjudicator(tx.db, input, rootId, tx.actor.personId);
    requireStage(tx.db, rootId, input.stage);
    const before = latestSettlement(tx.db, rootId, input.stage);
    if (!before && stateOf(tx.db, rootId, input.stage) !== 'conflict')
      throw new AppError('NOTHING_TO_SETTLE');
    const criterionId = checkedReason(tx.db, input);
    if (
      before &&
      input.confirmed === false &&
      takesBack(ifSettled(tx, { ...input, criterionId }, rootId))
    )
      throw new AppError('ANSWER_TAKES_BACK');
    store(tx, { ...input, criterionId }, 'conflict.settled', before);
    refreshStandings(tx, [rootId]);
  });
}

/** What settling anew would take back that has gone on. */
export function ifSettled(
  context: PersonalContext,
  { reviewId, stage, answer, criterionId }: SettlementInput,
  rootId: number,
): Consequences {
  const { personId } = context.actor;
  const row = { reviewId, reportId: rootId, stage, answer, criterionId, personId, at: context.at };
  return consequencesOf(context.db, stage, [rootId], (tx) => {
    tx.insert(adjudication).values(row).run();
  });
}

/**
 * Takes over the decision that the report of a legacy review states for a report. Nobody here voted, so it is stored
 * as a settlement; one at full text says that the report had passed title and abstract and had been read. Taking the
 * same decision over again changes nothing. @throws NOT_FOUND, REASON_REQUIRED, CRITERION_UNKNOWN
 */
export function takeOverDecision(context: PersonalContext, input: SettlementInput): void {
  inTransaction(context, (tx) => {
    const { rootId } = reportOfReview(tx.db, input.reviewId, input.reportId);
    if (input.stage === 'full_text') {
      const passed = { ...input, answer: 'include', criterionId: null, note: '' } as const;
      takeOver(tx, { ...passed, stage: 'title_abstract' }, rootId);
      assumeRetrieved(tx, rootId, 'taken_over');
    }
    takeOver(tx, { ...input, criterionId: checkedReason(tx.db, input) }, rootId);
    refreshStandings(tx, [rootId]);
  });
}

/**
 * Stores somebody else's decision where nothing has been decided here; the caller has looked, and refreshes standings.
 * @returns the settlement's id.
 */
export function storeTakenOver(tx: PersonalContext, input: SettlementInput): number {
  const { rootId } = reportOfReview(tx.db, input.reviewId, input.reportId);
  if (input.stage === 'full_text') assumeRetrieved(tx, rootId, 'taken_over');
  return store(tx, input, 'decision.taken_over', undefined);
}

/** The settlement that holds for a root report at a stage. */
export function latestSettlement(db: Db, rootId: number, stage: Stage) {
  return db
    .select({
      id: adjudication.id,
      answer: adjudication.answer,
      criterionId: adjudication.criterionId,
      note: adjudication.note,
      at: adjudication.at,
      person: person.name,
    })
    .from(adjudication)
    .innerJoin(report, eq(report.id, adjudication.reportId))
    .leftJoin(person, eq(person.id, adjudication.personId))
    .where(and(eq(report.rootId, rootId), eq(adjudication.stage, stage), not(isTakenBack)))
    .orderBy(desc(adjudication.id))
    .limit(1)
    .get();
}

type Settled = ReturnType<typeof latestSettlement>;

function takeOver(tx: PersonalContext, input: SettlementInput, rootId: number): void {
  const before = latestSettlement(tx.db, rootId, input.stage);
  const isKnown = before?.answer === input.answer && before.criterionId === input.criterionId;
  if (!isKnown) store(tx, input, 'decision.taken_over', before);
}

function store(
  tx: PersonalContext,
  input: SettlementInput,
  action: 'conflict.settled' | 'decision.taken_over',
  before: Settled,
): number {
  const { reviewId, reportId, stage, answer, criterionId, note } = input;
  const row = { reviewId, reportId, stage, answer, criterionId, note };
  const { personId } = tx.actor;
  const { id } = tx.db
    .insert(adjudication)
    .values({ ...row, personId, at: tx.at })
    .returning({ id: adjudication.id })
    .get();
  audit(tx, {
    action,
    entity: 'report',
    entityId: reportId,
    reviewId,
    before: before ? { answer: before.answer, criterionId: before.criterionId } : null,
    after: { stage, answer, criterionId, note },
  });
  return id;
}

/** The right, and what the stage's rule asks besides. */
function requireAdjudicator(
  db: Db,
  input: SettlementInput,
  rootId: number,
  personId: number,
): void {
  const rights = rightsOf(db, input.reviewId, personById(db, personId));
  if (!rights.mayAdjudicate) throw new AppError('NOT_ALLOWED');
  const { adjudicators } = ruleOf(db, input.reviewId, input.stage);
  if (adjudicators === 'owners' && !rights.mayOwn) throw new AppError('NOT_ALLOWED');
  const hasAnswered = ownVote(db, rootId, input.stage, personId) !== undefined;
  if (adjudicators === 'uninvolved' && hasAnswered) throw new AppError('NOT_ALLOWED');
}
