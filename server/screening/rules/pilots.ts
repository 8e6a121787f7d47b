/** A pilot: a random sample that everybody screens, and the agreement that opens the rest. */
import { randomInt } from 'node:crypto';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { membership } from '../../../schema/accounts.ts';
import type { Stage } from '../../../schema/screening.ts';
import { pilot, pilotReport } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { builtOnce, type Connection, type Db, statement } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { agreementOf } from '../agreement/measures.ts';
import { answersNow, type OwnAnswer, ownAnswers } from '../agreement/own-answers.ts';
import { boardOf } from '../board/board.ts';
import { fractionOf } from '../votes/required.ts';
import { refreshStandings } from '../votes/standings.ts';
import { idShiftOf } from './id-shift.ts';

type Place = { reviewId: number; stage: Stage };
export type PilotRow = typeof pilot.$inferSelect;

/** The pilot that holds the rest back, or the latest one. */
export function pilotOf(db: Db, { reviewId, stage }: Place): PilotRow | undefined {
  return latestPilot(db).get({ reviewId, stage });
}

const latestPilot = builtOnce((db) =>
  db
    .select()
    .from(pilot)
    .where(
      and(
        eq(pilot.reviewId, sql.placeholder('reviewId')),
        eq(pilot.stage, sql.placeholder('stage')),
      ),
    )
    .orderBy(desc(pilot.id))
    .limit(1)
    .prepare(),
);

/** The sample, as the publications that stand for it now. */
export function pilotIds(db: Db, pilotId: number): number[] {
  const rows = statement(
    db,
    `select distinct report.root_id as id from pilot_report
    join report on report.id = pilot_report.report_id where pilot_id = ?`,
  ).all(pilotId) as { id: number }[];
  return rows.map((row) => row.id);
}

/**
 * Draws the sample among what nobody has answered; the same seed and publications draw the same one again.
 * @throws PILOT_RUNNING, PILOT_EMPTY, PILOT_ALONE
 */
export function startPilot(
  context: PersonalContext,
  db: Connection,
  input: Place & { size: number; threshold: number; seed?: number },
): void {
  const { reviewId, stage, size, threshold, seed = randomInt(1, 2 ** 31) } = input;
  const board = boardOf(db, { reviewId, stage });
  const free = board.ids.filter((id) => board.items.get(id)?.state === 'unscreened');
  const sample = drawn(free, seed, size, idShiftOf(db, reviewId));
  inTransaction(context, (tx) => {
    const running = pilotOf(tx.db, input);
    if (running && running.openedAt === null) throw new AppError('PILOT_RUNNING');
    if (sample.length === 0) throw new AppError('PILOT_EMPTY');
    const people = screenersOf(tx.db, reviewId);
    if (people.length < 2) throw new AppError('PILOT_ALONE');
    const row = { reviewId, stage, seed, threshold, people };
    const { id } = tx.db
      .insert(pilot)
      .values({ ...row, startedBy: tx.actor.personId, startedAt: tx.at })
      .returning({ id: pilot.id })
      .get();
    for (const reportId of sample)
      tx.db.insert(pilotReport).values({ pilotId: id, reportId }).run();
    const after = { stage, seed, threshold, size: sample.length, among: free.length, people };
    audit(tx, { action: 'pilot.started', entity: 'review', entityId: reviewId, reviewId, after });
  });
}

/** A sample without putting back: every publication gets a number from the seed, the lowest are drawn. */
export function drawn(ids: readonly number[], seed: number, size: number, shift = 0): number[] {
  const lotOf = (id: number) => fractionOf(Math.imul(id - shift, 0x9e3779b1) ^ seed);
  const lots = ids.map((id) => ({ id, lot: lotOf(id) }));
  const first = lots.sort((a, b) => a.lot - b.lot || a.id - b.id).slice(0, size);
  return first.map((row) => row.id).sort((a, b) => a - b);
}

export type PilotState = {
  id: number;
  size: number;
  people: number[];
  threshold: number;
  /** How many of the sample each person has answered, in the order of `people`. */
  answered: number[];
  /** The lowest agreement of any pair; null before everybody is done, and where kappa is not defined. */
  kappa: number | null;
  isDone: boolean;
  isReached: boolean;
  openedAt: string | null;
  openedReason: string;
  /** The name of who opened the rest. */
  openedByName: string | null;
};

export function pilotState(db: Db, place: Place): PilotState | null {
  const row = pilotOf(db, place);
  if (!row) return null;
  const ids = pilotIds(db, row.id);
  const among = { ...place, rootIds: ids };
  const given = keptByPerson(answersNow(db, among));
  const answered = row.people.map((person) => given.get(person)?.size ?? 0);
  const said = keptByPerson(ownAnswers(db, among));
  const isDone = answered.every((count) => count >= ids.length);
  const pairs = row.people.flatMap((one, at) =>
    row.people.slice(at + 1).map((other) => agreement(said.get(one), said.get(other))),
  );
  const agreesFully = pairs.every((pair) => pair.percent === 1);
  const kappas = pairs.map((pair) => pair.kappa).filter((kappa) => kappa !== null);
  const kappa = isDone && kappas.length > 0 ? Math.min(...kappas) : null;
  return {
    id: row.id,
    size: ids.length,
    people: row.people,
    threshold: row.threshold,
    answered,
    kappa,
    isDone,
    // Where everybody says the same of everything kappa is not defined, and there is nothing to calibrate.
    isReached: isDone && (agreesFully || (kappa !== null && kappa >= row.threshold)),
    openedAt: row.openedAt,
    openedReason: row.openedReason,
    openedByName: nameOf(db, row.openedBy),
  };
}

const nameOf = (db: Db, personId: number | null): string | null => {
  const name = statement(db, 'select name from person where id = ?').pluck().get(personId);
  return (name as string | undefined) ?? null;
};

/** Opens the rest: by itself when the threshold is reached, otherwise with a reason. @throws PILOT_REASON */
export function openPilot(context: PersonalContext, place: Place, reason: string): void {
  inTransaction(context, (tx) => {
    const state = pilotState(tx.db, place);
    if (!state || state.openedAt !== null) throw notFound();
    if (!state.isReached && reason === '') throw new AppError('PILOT_REASON', {}, 'reason');
    const { reviewId, stage } = place;
    const opened = { openedBy: tx.actor.personId, openedAt: tx.at, openedReason: reason };
    tx.db.update(pilot).set(opened).where(eq(pilot.id, state.id)).run();
    refreshStandings(tx, pilotIds(tx.db, state.id));
    const { kappa, threshold } = state;
    const after = { stage, kappa, threshold, reached: state.isReached, reason };
    audit(tx, { action: 'pilot.opened', entity: 'review', entityId: reviewId, reviewId, after });
  });
}

function screenersOf(db: Db, reviewId: number): number[] {
  return db
    .select({ id: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.reviewId, reviewId),
        isNull(membership.endedAt),
        inArray(membership.role, ['owner', 'reviewer']),
      ),
    )
    .orderBy(membership.personId)
    .all()
    .map((row) => row.id);
}

/** Whether each person keeps each publication, by person. */
function keptByPerson(answers: readonly OwnAnswer[]): Map<number, Map<number, boolean>> {
  const said = new Map<number, Map<number, boolean>>();
  for (const { rootId, personId, answer } of answers)
    said.set(personId, (said.get(personId) ?? new Map()).set(rootId, answer !== 'exclude'));
  return said;
}

/** On keeping or not, over what both have answered. */
function agreement(one: Map<number, boolean> = new Map(), other: Map<number, boolean> = new Map()) {
  const table: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (const [id, keeps] of one) {
    const also = other.get(id);
    if (also !== undefined) table[keeps ? 0 : 1][also ? 0 : 1] += 1;
  }
  const { percent, kappa } = agreementOf(table);
  return { percent, kappa: kappa?.value ?? null };
}
