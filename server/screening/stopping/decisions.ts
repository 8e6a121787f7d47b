/** Decisions to leave the rest unscreened, and to go on after all: taken by a person, kept for ever. */
import { and, desc, eq } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { stoppingDecision } from '../../../schema/ranking.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { type History, historyOf, stoppingStage } from './history.ts';
import { pFrom, rankedP } from './hypergeometric.ts';

export const stoppingRules = ['ranked', 'random', 'none'] as const;
/** The test on the ranked history, the test on a random sample, or no test at all. */
export type StoppingRule = (typeof stoppingRules)[number];

export type StoppingInput = {
  reviewId: number;
  rule: StoppingRule;
  /** The share of what is relevant that must have been found, from 0 to 1. */
  target: number;
  confidence: number;
  reason: string;
};

export type StoppingDecision = ReturnType<typeof stoppingDecisions>[number];

/** The newest first. */
export function stoppingDecisions(db: Db, reviewId: number) {
  return db
    .select({
      id: stoppingDecision.id,
      kind: stoppingDecision.kind,
      rule: stoppingDecision.rule,
      parameters: stoppingDecision.parameters,
      lastReportId: stoppingDecision.lastReportId,
      reason: stoppingDecision.reason,
      at: stoppingDecision.at,
      person: person.name,
    })
    .from(stoppingDecision)
    .leftJoin(person, eq(person.id, stoppingDecision.personId))
    .where(and(eq(stoppingDecision.reviewId, reviewId), eq(stoppingDecision.stage, stoppingStage)))
    .orderBy(desc(stoppingDecision.id))
    .all();
}

/** The p-value of a rule; null where it cannot be worked out. */
export function pOf(rule: StoppingRule, history: History, target: number): number | null {
  const { kept, total, randomFrom } = history;
  if (rule === 'none' || kept.length === 0) return null;
  if (rule === 'ranked') return rankedP(kept, total, target);
  if (randomFrom === null || randomFrom >= kept.length) return null;
  return pFrom(kept, total, target, randomFrom);
}

/**
 * Leaves what nobody has screened as it is. It may be decided whatever the test says: what it said is written down.
 * @throws NOTHING_LEFT, ALREADY_STOPPED
 */
export function stopScreening(context: PersonalContext, input: StoppingInput): void {
  inTransaction(context, (tx) => {
    const { reviewId, rule, target, confidence, reason } = input;
    if (isStopped(tx.db, reviewId)) throw new AppError('ALREADY_STOPPED');
    const history = historyOf(tx.db, reviewId);
    if (history.unscreened === 0) throw new AppError('NOTHING_LEFT');
    const p = pOf(rule, history, target);
    const parameters = {
      target,
      confidence,
      p,
      screened: history.kept.length,
      found: history.kept.filter(Boolean).length,
      total: history.total,
      left: history.unscreened,
    };
    store(tx, reviewId, { kind: 'stop', rule, parameters, reason });
  });
}

/** @throws NOT_STOPPED */
export function reopenScreening(
  context: PersonalContext,
  { reviewId, reason }: { reviewId: number; reason: string },
): void {
  inTransaction(context, (tx) => {
    if (!isStopped(tx.db, reviewId)) throw new AppError('NOT_STOPPED');
    store(tx, reviewId, { kind: 'reopen', rule: '', parameters: {}, reason });
  });
}

export const isStopped = (db: Db, reviewId: number) => lastStop(db, reviewId) !== null;

/** The last report that the stop in force is about; null while none is. */
export function lastStop(db: Db, reviewId: number): { id: number; lastReportId: number } | null {
  const row = statement(db, lastSql).get({ reviewId, stage: stoppingStage }) as
    | { id: number; kind: string; lastReportId: number }
    | undefined;
  return row?.kind === 'stop' ? row : null;
}

const lastSql = `select id, kind, last_report_id as lastReportId from stopping_decision
  where review_id = @reviewId and stage = @stage order by id desc limit 1`;

type Decision = Pick<
  typeof stoppingDecision.$inferInsert,
  'kind' | 'rule' | 'parameters' | 'reason'
>;

function store(tx: PersonalContext, reviewId: number, decision: Decision): void {
  const { id: lastReportId } = statement(
    tx.db,
    'select coalesce(max(id), 0) as id from report where review_id = ?',
  ).get(reviewId) as { id: number };
  const row = { reviewId, stage: stoppingStage, ...decision, lastReportId } as const;
  const { id } = tx.db
    .insert(stoppingDecision)
    .values({ ...row, personId: tx.actor.personId, at: tx.at })
    .returning({ id: stoppingDecision.id })
    .get();
  audit(tx, {
    action: decision.kind === 'stop' ? 'stopping.stopped' : 'stopping.reopened',
    entity: 'stopping_decision',
    entityId: id,
    reviewId,
    after: decision,
  });
}
