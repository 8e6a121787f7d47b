/** Takes over what a list says: what it names was kept, and, where that is said, what it does not name was not. */
import { and, eq, sql } from 'drizzle-orm';
import { locales, type Words } from '../../../schema/columns.ts';
import { retrieval } from '../../../schema/documents.ts';
import { criterion } from '../../../schema/reviews.ts';
import { adjudication, type Stage } from '../../../schema/screening.ts';
import type { PersonalContext } from '../../platform/context.ts';
import { translate } from '../../platform/i18n.ts';
import { latestOutcome } from '../retrieval.ts';
import { refreshStandings } from '../votes/standings.ts';

export type TakenOver = {
  kept: number;
  excluded: number;
  /** Named by the list although it was excluded before: the later list holds. */
  revived: number;
  /** People here have judged these: their answers hold, and the list changes nothing. */
  judgedHere: number;
};

type Row = {
  rootId: number;
  first: string | null;
  second: string | null;
  hasVotes: number;
};

/** The reason of those that a list simply does not name; nobody may vote for it. */
export const unstatedCode = 'NR';

export function takeOverList(
  tx: PersonalContext,
  about: { reviewId: number; stage: Stage; origin: string },
  named: ReadonlySet<number>,
  excludesOthers: boolean,
): TakenOver {
  const { reviewId, stage, origin } = about;
  const rows = rowsOf(tx, reviewId);
  const open = rows.filter((row) => row.hasVotes === 0);
  const kept = open.filter((row) => named.has(row.rootId));
  const others = excludesOthers
    ? open.filter((row) => !named.has(row.rootId) && isOpenAt(row, stage))
    : [];
  const decide = writer(tx, reviewId, origin);
  const reason = stage === 'full_text' && others.length > 0 ? unstatedReason(tx, reviewId) : null;
  for (const row of kept) {
    if (row.first !== 'passed') decide(row.rootId, 'title_abstract', 'include', null);
    if (stage === 'full_text') settleFullText(tx, decide, row.rootId, 'include', null);
  }
  for (const { rootId } of others)
    if (stage === 'full_text') settleFullText(tx, decide, rootId, 'exclude', reason);
    else decide(rootId, 'title_abstract', 'exclude', null);
  refreshStandings(
    tx,
    [...kept, ...others].map((row) => row.rootId),
  );
  return {
    kept: kept.length,
    excluded: others.length,
    revived: kept.filter((row) => row.first === 'excluded').length,
    judgedHere: rows.filter((row) => row.hasVotes === 1 && named.has(row.rootId)).length,
  };
}

/**
 * A list names one that it was not known to name: it was kept, and the lists read since that leave out what they do
 * not name leave it out. @returns what was settled, by id; nothing where people here have judged.
 */
export function keepNamed(
  tx: PersonalContext,
  about: { reviewId: number; stage: Stage; origin: string },
  rootId: number,
  laterOrigin: string | null,
): number[] {
  const { reviewId, stage, origin } = about;
  const [row] = rowsOf(tx, reviewId, rootId);
  if (!row || row.hasVotes === 1) return [];
  const settled: number[] = [];
  const decide = (from: string): Decide => {
    const write = writer(tx, reviewId, from);
    return (...answer) => settled.push(write(...answer));
  };
  // Said anew even where it has passed: what it passed by may be taken back without this.
  decide(origin)(rootId, 'title_abstract', 'include', null);
  if (stage === 'full_text') settleFullText(tx, decide(origin), rootId, 'include', null);
  else if (laterOrigin !== null && row.second === null)
    settleFullText(tx, decide(laterOrigin), rootId, 'exclude', unstatedReason(tx, reviewId));
  refreshStandings(tx, [rootId]);
  return settled;
}

/** Nothing has been decided about it at the stage, and it has come so far. */
function isOpenAt({ first, second }: Row, stage: Stage): boolean {
  return stage === 'title_abstract' ? first === null : first === 'passed' && second === null;
}

function rowsOf(tx: PersonalContext, reviewId: number, rootId?: number): Row[] {
  const only = rootId === undefined ? sql`` : sql`and root.id = ${rootId}`;
  return tx.db.all<Row>(
    sql`select root.id as "rootId", first.state as first, second.state as second,
        exists (select 1 from report as member join vote on vote.report_id = member.id
          where member.root_id = root.id) as "hasVotes"
      from report as root
      left join standing as first on first.report_id = root.id and first.stage = 'title_abstract'
      left join standing as second on second.report_id = root.id and second.stage = 'full_text'
      where root.review_id = ${reviewId} and root.root_id = root.id and root.withdrawn_at is null
        ${only}
      order by root.id`,
  );
}

type Decide = (
  reportId: number,
  stage: Stage,
  answer: 'include' | 'exclude',
  criterionId: number | null,
) => number;

function writer(tx: PersonalContext, reviewId: number, note: string): Decide {
  const { personId } = tx.actor;
  return (reportId, stage, answer, criterionId) => {
    const row = { reviewId, reportId, stage, answer, criterionId, note };
    return tx.db
      .insert(adjudication)
      .values({ ...row, personId, at: tx.at })
      .returning({ id: adjudication.id })
      .get().id;
  };
}

/** Whoever decided at full text had read it. */
function settleFullText(
  tx: PersonalContext,
  decide: Decide,
  reportId: number,
  answer: 'include' | 'exclude',
  criterionId: number | null,
): void {
  if (latestOutcome(tx.db, reportId) !== 'retrieved')
    tx.db
      .insert(retrieval)
      .values({
        ...{ reportId, outcome: 'retrieved' as const, how: 'taken_over' },
        personId: tx.actor.personId,
        at: tx.at,
      })
      .run();
  decide(reportId, 'full_text', answer, criterionId);
}

/** A list gives no reasons: the flow says so instead of inventing one. */
export function unstatedReason(tx: PersonalContext, reviewId: number): number {
  const own = and(eq(criterion.reviewId, reviewId), eq(criterion.code, unstatedCode));
  const known = tx.db.select({ id: criterion.id }).from(criterion).where(own).get();
  if (known) return known.id;
  const label = Object.fromEntries(
    locales.map((locale) => [locale, translate(locale, 'stage_list.reason_not_reported')]),
  ) as Words;
  const row = { reviewId, code: unstatedCode, kind: 'exclude' as const, label, statement: label };
  // Retired from the start, so that no vote can name it and no amendment of the protocol touches it.
  return tx.db
    .insert(criterion)
    .values({ ...row, position: 0, retiredAt: tx.at })
    .returning({ id: criterion.id })
    .get().id;
}
