/** What the owner of a review has decided about a stage; the usual where nobody has. */
import { and, eq, sql } from 'drizzle-orm';
import { review } from '../../../schema/reviews.ts';
import type { Stage } from '../../../schema/screening.ts';
import { stageRule } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { builtOnce, type Connection, type Db } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { boardOf } from '../board/board.ts';
import { reviewRow } from '../reports.ts';
import { computeStandings, policyOf, refreshStandings } from '../votes/standings.ts';

export type StageRule = Omit<typeof stageRule.$inferSelect, 'reviewId' | 'stage'>;
export type RuleInput = StageRule & { reviewers: 1 | 2 };

const usual: StageRule = {
  thirdShare: 0,
  adjudicators: 'appointed',
  blindAdjudication: true,
  hidesAuthors: false,
  hidesSource: false,
  hidesYear: false,
  assignment: 'everyone',
  shares: {},
};

export function ruleOf(db: Db, reviewId: number, stage: Stage): StageRule {
  const row = ruleAt(db).get({ reviewId, stage });
  if (!row) return usual;
  const { reviewId: _review, stage: _stage, ...rule } = row;
  return rule;
}

const ruleAt = builtOnce((db) =>
  db
    .select()
    .from(stageRule)
    .where(
      and(
        eq(stageRule.reviewId, sql.placeholder('reviewId')),
        eq(stageRule.stage, sql.placeholder('stage')),
      ),
    )
    .prepare(),
);

/** How many publications each change of rules moves from where they stand to where they would. */
export type Move = { from: string; to: string; count: number };

/** What a rule would move, found by working out every publication that has an answer; nothing is changed. */
export function movesOf(db: Connection, reviewId: number, stage: Stage, input: RuleInput): Move[] {
  const moves = new Map<string, Move>();
  const place = { reviewId, stage };
  try {
    db.transaction(
      (tx) => {
        const ids = judgedIds(db, place);
        const before = statesOf(tx, ids, stage);
        write(tx, place, input);
        const after = statesOf(tx, ids, stage);
        for (const id of ids) {
          const [from, to] = [before.get(id) ?? 'unscreened', after.get(id) ?? 'unscreened'];
          if (from === to) continue;
          const name = `${from} ${to}`;
          const known = moves.get(name) ?? { from, to, count: 0 };
          moves.set(name, { ...known, count: known.count + 1 });
        }
        throw dryRun;
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return [...moves.values()].sort((a, b) => b.count - a.count);
}

const dryRun = new Error('only looked at');

/** Stores the rule and moves what it moves, in one act; the log has what it was and how many it moved. */
export function saveRule(
  context: Context & { db: Connection },
  reviewId: number,
  stage: Stage,
  input: RuleInput,
): void {
  const place = { reviewId, stage };
  const ids = judgedIds(context.db, place);
  inTransaction(context as Context, (tx) => {
    const before = { ...ruleOf(tx.db, reviewId, stage), reviewers: reviewersOf(tx.db, place) };
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(input))) return;
    const was = statesOf(tx.db, ids, stage);
    write(tx.db, place, input);
    const is = statesOf(tx.db, ids, stage);
    const moved = ids.filter((id) => was.get(id) !== is.get(id));
    refreshStandings(tx, moved);
    audit(tx, {
      action: 'rule.changed',
      entity: 'review',
      entityId: reviewId,
      reviewId,
      before: { stage, ...before },
      after: { stage, ...input, moved: moved.length },
    });
  });
}

const sorted = (rule: object) => Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1));

function reviewersOf(db: Db, { reviewId, stage }: { reviewId: number; stage: Stage }): 1 | 2 {
  return policyOf(reviewRow(db, reviewId), stage).reviewers === 1 ? 1 : 2;
}

function write(db: Db, { reviewId, stage }: { reviewId: number; stage: Stage }, input: RuleInput) {
  const { reviewers, ...rule } = input;
  const column = stage === 'full_text' ? 'reviewersFullText' : 'reviewersTitleAbstract';
  db.update(review)
    .set({ [column]: reviewers })
    .where(eq(review.id, reviewId))
    .run();
  db.insert(stageRule)
    .values({ reviewId, stage, ...rule })
    .onConflictDoUpdate({ target: [stageRule.reviewId, stageRule.stage], set: rule })
    .run();
}

/** Publications with an answer: no rule moves one that nobody has answered. */
function judgedIds(db: Connection, place: { reviewId: number; stage: Stage }): number[] {
  const board = boardOf(db, place);
  return board.ids.filter((id) => (board.items.get(id)?.people.length ?? 0) > 0);
}

function statesOf(db: Db, ids: readonly number[], stage: Stage): Map<number, string> {
  const rows = computeStandings(db, ids).filter((row) => row.stage === stage);
  return new Map(rows.map((row) => [row.reportId, row.state]));
}
