/** What an archive would show of colleagues' work that is still done without seeing each other's; and who has seen it so. */
import { and, asc, eq } from 'drizzle-orm';
import { auditEntry, person } from '../../../schema/accounts.ts';
import { audit } from '../../accounts/audit.ts';
import { standingsOf } from '../../appraisal/appraisals.ts';
import { blindReports, codersOf } from '../../coding/coders/double-coding.ts';
import { type Db, statement } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

/** How many answers at the desk are not settled yet, how many publications are being coded, how many appraised, by others. */
export type BlindWork = { answers: number; codings: number; appraisals: number };

export function blindWorkOf(db: Db, reviewId: number, personId: number): BlindWork {
  const asked = { reviewId, personId };
  const answers = statement(db, answersSql).pluck().get(asked) as number;
  if (codersOf(db, reviewId) === 1) return { answers, codings: 0, appraisals: 0 };
  const begun = statement(db, begunSql).pluck().all(asked) as number[];
  const rootIds = statement(db, appraisedSql).pluck().all({ reviewId }) as number[];
  const appraised = [...standingsOf(db, reviewId, rootIds).values()]
    .flatMap((byRoot) => [...byRoot.values()])
    .filter(({ isOpen, own }) => !isOpen && own.some((row) => row.personId !== personId));
  const codings = blindReports(db, reviewId, begun).size;
  return { answers, codings, appraisals: appraised.length };
}

export const isBlind = (work: BlindWork): boolean => Object.values(work).some((count) => count > 0);

const answersSql = `select count(*) from (
  select distinct report.root_id, vote.stage, vote.person_id
  from vote join report on report.id = vote.report_id
  where vote.review_id = @reviewId and vote.person_id <> @personId
    and not exists (select 1 from vote_withdrawal as gone where gone.vote_id = vote.id)
    and not exists (select 1 from standing where standing.report_id = report.root_id
      and standing.stage = vote.stage and standing.state in ('passed', 'excluded')))`;

const begunSql = `select distinct report.root_id
  from coding_turn join report on report.id = coding_turn.report_id
  where report.review_id = @reviewId and coding_turn.person_id <> @personId`;

const appraisedSql = `select distinct report.root_id
  from appraisal join report on report.id = appraisal.report_id where report.review_id = @reviewId`;

const action = 'archive.unblinded';

/** Written down for the log and for the report's method before anything is handed out. */
export function recordUnblinding(
  context: PersonalContext,
  reviewId: number,
  seen: BlindWork,
): void {
  inTransaction(context, (tx) =>
    audit(tx, { action, entity: 'review', entityId: reviewId, reviewId, after: seen }),
  );
}

/** The oldest first. */
export function unblindings(db: Db, reviewId: number) {
  return db
    .select({ name: person.name, at: auditEntry.at, seen: auditEntry.after })
    .from(auditEntry)
    .innerJoin(person, eq(person.id, auditEntry.personId))
    .where(and(eq(auditEntry.reviewId, reviewId), eq(auditEntry.action, action)))
    .orderBy(asc(auditEntry.id))
    .all()
    .map(({ seen, ...row }) => ({ ...row, seen: seen as BlindWork }));
}
