/** Studies appraised: each person's answers, blind where two appraise, then compared and agreed on. Every save stays. */
import { and, asc, eq } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import { type AppraisalAnswer, appraisal, type Judgement } from '../../schema/appraisal.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import { codersOf } from '../coding/coders/double-coding.ts';
import { requireExcerpt } from '../coding/excerpts/excerpts.ts';
import { isOneOf, requireReport } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { questionsOf, requireInstrument } from './instruments.ts';

export type AppraisalInput = {
  answers: Record<string, AppraisalAnswer>;
  overall: Judgement | null;
  reason: string;
};
export type About = { instrumentId: number; reportId: number };

export type AppraisalRow = typeof appraisal.$inferSelect & { rootId: number; name: string };

/** Where one publication stands with one instrument. */
export type Standing = {
  /** The latest of each person who appraised it alone, in the order in which they began. */
  own: AppraisalRow[];
  /** Two are done: they may see each other's work. */
  isOpen: boolean;
  agreed: AppraisalRow | null;
  /** What holds for the review: in a review of two, only what was agreed on. */
  held: AppraisalRow | null;
};

const nothing: Standing = { own: [], isOpen: false, agreed: null, held: null };

/** By instrument, then by publication. */
export type Standings = Map<number, Map<number, Standing>>;

export function standingsOf(db: Db, reviewId: number, rootIds: Iterable<number>): Standings {
  const isDouble = codersOf(db, reviewId) === 2;
  const rows = db
    .select({ row: appraisal, rootId: report.rootId, name: person.name })
    .from(appraisal)
    .innerJoin(report, eq(report.id, appraisal.reportId))
    .innerJoin(person, eq(person.id, appraisal.personId))
    .where(and(eq(report.reviewId, reviewId), isOneOf(report.rootId, rootIds)))
    .orderBy(asc(appraisal.id))
    .all();
  const standings: Standings = new Map();
  for (const { row, rootId, name } of rows) {
    const ofInstrument = standings.get(row.instrumentId) ?? new Map<number, Standing>();
    standings.set(row.instrumentId, ofInstrument);
    const known = ofInstrument.get(rootId ?? 0) ?? { ...nothing, own: [] };
    ofInstrument.set(rootId ?? 0, after(known, { ...row, rootId: rootId ?? 0, name }, isDouble));
  }
  return standings;
}

function after(standing: Standing, row: AppraisalRow, isDouble: boolean): Standing {
  if (row.state === 'agreed') return { ...standing, agreed: row, held: row };
  const at = standing.own.findIndex(({ personId }) => personId === row.personId);
  const own = at < 0 ? [...standing.own, row] : standing.own.with(at, row);
  const held = !isDouble && row.state === 'done' ? row : standing.held;
  return { ...standing, own, held, isOpen: isOpenAmong(own) };
}

const isOpenAmong = (own: readonly AppraisalRow[]): boolean =>
  own.filter(({ state }) => state === 'done').length >= 2;

export function standingOf(db: Db, reviewId: number, instrumentId: number, rootId: number) {
  return standingsOf(db, reviewId, [rootId]).get(instrumentId)?.get(rootId) ?? nothing;
}

/** What one person finds in the form: their own; where one appraises, whatever was saved last. */
export function foundBy(db: Db, reviewId: number, standing: Standing, personId: number) {
  const own = standing.own.find((row) => row.personId === personId) ?? null;
  if (codersOf(db, reviewId) === 2) return standing.agreed ?? own;
  const all = [...standing.own, ...(standing.agreed ? [standing.agreed] : [])];
  return all.toSorted((one, other) => one.id - other.id).at(-1) ?? null;
}

/**
 * Keeps one person's appraisal.
 * @throws APPRAISERS_COMPLETE when two others appraise it; APPRAISAL_COMPARED when they have been compared;
 * APPRAISAL_INCOMPLETE, OVERALL_REQUIRED, OVERALL_REASON when it is said to be done and is not.
 */
export function saveAppraisal(
  context: PersonalContext,
  reviewId: number,
  about: About,
  input: AppraisalInput & { isDone: boolean },
): void {
  inTransaction(context, (tx) => {
    const { rootId } = requireReport(tx.db, about.reportId, reviewId);
    const standing = standingOf(tx.db, reviewId, about.instrumentId, rootId);
    const isDouble = codersOf(tx.db, reviewId) === 2;
    const own = standing.own.find((row) => row.personId === tx.actor.personId);
    if (isDouble && !own && standing.own.length >= 2) throw new AppError('APPRAISERS_COMPLETE');
    // Who has seen the other's answers is blind no more.
    if (isDouble && standing.isOpen) throw new AppError('APPRAISAL_COMPARED');
    const state = input.isDone ? 'done' : 'begun';
    // What a blind appraiser says stays out of the log until both are done.
    keep(tx, reviewId, about, { ...input, state, isSaid: !isDouble });
  });
}

/** Two people settle on what holds. @throws APPRAISAL_NOT_OPEN until both are done. */
export function agreeOnAppraisal(
  context: PersonalContext,
  reviewId: number,
  about: About,
  input: AppraisalInput,
): void {
  inTransaction(context, (tx) => {
    const { rootId } = requireReport(tx.db, about.reportId, reviewId);
    const standing = standingOf(tx.db, reviewId, about.instrumentId, rootId);
    if (!standing.isOpen) throw new AppError('APPRAISAL_NOT_OPEN');
    keep(tx, reviewId, about, { ...input, state: 'agreed', isSaid: true });
  });
}

type Kept = AppraisalInput & { state: AppraisalRow['state']; isSaid: boolean };

function keep(tx: PersonalContext, reviewId: number, about: About, input: Kept): void {
  const instrument = requireInstrument(tx.db, reviewId, about.instrumentId);
  const questions = questionsOf(instrument.sections);
  const answers: Record<string, AppraisalAnswer> = {};
  for (const { key } of questions) {
    const answer = input.answers[key];
    if (!answer) continue;
    for (const id of answer.excerptIds) requireExcerpt(tx.db, id, reviewId, tx.actor.personId);
    answers[key] = answer;
  }
  const { overall, state } = input;
  const reason = input.reason.trim();
  if (state !== 'begun') {
    const missing = questions.filter(({ key }) => !answers[key]).length;
    if (missing > 0) throw new AppError('APPRAISAL_INCOMPLETE', { count: missing });
    if (overall === null) throw new AppError('OVERALL_REQUIRED', {}, 'overall');
    if (reason === '') throw new AppError('OVERALL_REASON', {}, 'reason');
  }
  const said = { answers, overall, reason, state };
  const row = { ...about, version: instrument.number, ...said };
  const { id } = tx.db
    .insert(appraisal)
    .values({ ...row, personId: tx.actor.personId, at: tx.at })
    .returning({ id: appraisal.id })
    .get();
  const { reportId, instrumentId } = about;
  audit(tx, {
    action: state === 'agreed' ? 'appraisal.agreed' : 'appraisal.saved',
    entity: 'appraisal',
    entityId: id,
    reviewId,
    after: input.isSaid ? row : { reportId, instrumentId, state },
  });
}
