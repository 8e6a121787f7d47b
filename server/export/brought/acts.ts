/** Taking over what a file brought along, as one act of one person that can be taken back whole. */
import { setImmediate } from 'node:timers/promises';
import { aliasedTable, and, desc, eq, isNull } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import {
  broughtAct,
  broughtCoding,
  broughtDecision,
  broughtNote,
} from '../../../schema/brought.ts';
import { coding } from '../../../schema/coding.ts';
import { audit } from '../../accounts/audit.ts';
import { addCoding, removeCoding } from '../../coding/desk/codings.ts';
import { type Db, statement } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { findImport } from '../../records/imports/imports.ts';
import { unstatedReason } from '../../screening/stage-lists/decide.ts';
import { storeTakenOver } from '../../screening/votes/adjudications.ts';
import { refreshStandings } from '../../screening/votes/standings.ts';
import {
  ifTakenBack,
  type StageConsequences,
  takeBackSettlements,
} from '../../screening/votes/take-back.ts';
import { type BroughtRecord, broughtAfter } from './found.ts';
import {
  type Choices,
  countWords,
  type Matches,
  matchesOf,
  noChoices,
  noWords,
  type Targets,
  targetsOf,
} from './matches.ts';
import { createPlanner, type Fate, type Kind, type Line } from './plan.ts';

type About = { reviewId: number; importId: number };
export type Account = Record<Kind, Partial<Record<Fate, number>>>;
export type Taken = { decisions: number; notes: number; codes: number };

/** So many records are looked at before anybody else gets a turn. */
const turnSize = 100;

async function* batches(db: Db, importId: number): AsyncGenerator<BroughtRecord[]> {
  let last = 0;
  for (;;) {
    const records = broughtAfter(db, importId, last, turnSize);
    last = records.at(-1)?.recordId ?? last;
    if (records.length > 0) yield records;
    if (records.length < turnSize) return;
    await setImmediate();
  }
}

/** The file's words and what they are here. @throws NOT_FOUND where nothing came along. */
export async function readMatches(
  db: Db,
  { reviewId, importId }: About,
  choices: Choices,
): Promise<{ matches: Matches; targets: Targets }> {
  if (!findImport(db, reviewId, importId)) throw notFound();
  const words = noWords();
  let count = 0;
  for await (const records of batches(db, importId))
    for (const { extras } of records) {
      countWords(words, extras);
      count += extras.decisions.length + extras.notes.length + extras.codes.length;
    }
  if (count === 0) throw notFound();
  const targets = targetsOf(db, reviewId);
  return { matches: matchesOf(words, targets, choices), targets };
}

/** Every line of what taking over would do. */
export async function planOf(db: Db, about: About, matches: Matches): Promise<Line[]> {
  const plan = createPlanner(db, { reviewId: about.reviewId, matches });
  const lines: Line[] = [];
  for await (const records of batches(db, about.importId)) lines.push(...plan(records));
  return lines;
}

export function accountOf(lines: readonly Line[]): Account {
  const account: Account = { decision: {}, note: {}, code: {} };
  for (const { kind, fate } of lines) account[kind][fate] = (account[kind][fate] ?? 0) + 1;
  return account;
}

/**
 * Takes over what nobody here has decided otherwise, in steps of a few records; what an act that was cut off has not
 * reached, the next one takes. @throws NOT_FOUND, NOTHING_TO_TAKE_OVER
 */
export async function takeOverBrought(
  context: PersonalContext,
  about: About,
  choices: Choices = noChoices,
): Promise<Taken & { actId: number }> {
  const { db } = context;
  const { matches } = await readMatches(db, about, choices);
  const taken: Taken = { decisions: 0, notes: 0, codes: 0 };
  let actId: number | null = null;
  for await (const records of batches(db, about.importId))
    inTransaction(context, (tx) => {
      // Planned inside the transaction: somebody may have answered since the page was read.
      const plan = createPlanner(tx.db, { reviewId: about.reviewId, matches });
      const lines = plan(records).filter(({ fate }) => fate === 'apply');
      if (lines.length === 0) return;
      actId ??= beginAct(tx, about, choices);
      for (const line of lines) takeOver(tx, about, actId, line, taken);
      refreshStandings(
        tx,
        lines.map(({ rootId }) => rootId),
      );
    });
  if (actId === null) throw new AppError('NOTHING_TO_TAKE_OVER');
  return { ...taken, actId };
}

function beginAct(tx: PersonalContext, about: About, choices: Choices): number {
  const row = { ...about, personId: tx.actor.personId, at: tx.at };
  const { id } = tx.db.insert(broughtAct).values(row).returning({ id: broughtAct.id }).get();
  const { reviewId, importId } = about;
  audit(tx, {
    action: 'brought.taken_over',
    entity: 'brought_act',
    entityId: id,
    reviewId,
    after: { importId, reasons: choices.reasons, codes: choices.codes },
  });
  return id;
}

function takeOver(
  tx: PersonalContext,
  about: About,
  actId: number,
  line: Line,
  taken: Taken,
): void {
  const { recordId, reportId, by: saidBy, people, at: saidAt } = line;
  const said = { actId, recordId, saidBy, people, saidAt };
  if (line.kind === 'note') {
    const note = { ...said, reportId, stage: line.stage, text: line.said };
    tx.db.insert(broughtNote).values(note).run();
    taken.notes += 1;
  } else if (line.kind === 'code' && line.codeId !== null) {
    const codingId = addCoding(tx, reportId, line.codeId, line.locator);
    tx.db
      .insert(broughtCoding)
      .values({ codingId, ...said })
      .run();
    taken.codes += 1;
  } else if (line.answer !== null && line.stage !== null) {
    const { stage, answer, reason } = line;
    const isUnstated = answer === 'exclude' && stage === 'full_text' && line.criterionId === null;
    const criterionId = isUnstated ? unstatedReason(tx, about.reviewId) : line.criterionId;
    const note = findImport(tx.db, about.reviewId, about.importId)?.fileName ?? '';
    const input = { reviewId: about.reviewId, reportId, stage, answer, criterionId, note };
    const adjudicationId = storeTakenOver(tx, input);
    tx.db
      .insert(broughtDecision)
      .values({ adjudicationId, ...said, reason })
      .run();
    taken.decisions += 1;
  }
}

const undoer = aliasedTable(person, 'undoer');

/** What has been taken over from an import, the latest first. */
export function actsOf(db: Db, { reviewId, importId }: About) {
  const rows = db
    .select({
      id: broughtAct.id,
      at: broughtAct.at,
      by: person.name,
      undoneAt: broughtAct.undoneAt,
      undoneBy: undoer.name,
    })
    .from(broughtAct)
    .leftJoin(person, eq(person.id, broughtAct.personId))
    .leftJoin(undoer, eq(undoer.id, broughtAct.undoneBy))
    .where(and(eq(broughtAct.reviewId, reviewId), eq(broughtAct.importId, importId)))
    .orderBy(desc(broughtAct.id))
    .all();
  return rows.map((row) => ({ ...row, ...countsOf(db, row.id) }));
}

function countsOf(db: Db, actId: number): Taken {
  const of = (sql: string) => (statement(db, sql).get(actId) as { n: number }).n;
  return {
    decisions: settlementsOf(db, actId).length,
    notes: of('select count(*) as n from brought_note where act_id = ?'),
    codes: of('select count(*) as n from brought_coding where act_id = ?'),
  };
}

function settlementsOf(db: Db, actId: number): number[] {
  const rows = db
    .select({ id: broughtDecision.adjudicationId })
    .from(broughtDecision)
    .where(eq(broughtDecision.actId, actId))
    .orderBy(broughtDecision.adjudicationId)
    .all();
  return rows.map(({ id }) => id);
}

/** @throws NOT_FOUND */
export function actOf(db: Db, about: About, actId: number) {
  const found = actsOf(db, about).find((act) => act.id === actId);
  if (!found) throw notFound();
  return found;
}

/** What taking an act back would change. */
export const ifActUndone = (db: Db, actId: number): StageConsequences[] =>
  ifTakenBack(db, settlementsOf(db, actId));

/** Takes back everything of an act. What people have answered and coded since stays. @throws NOT_FOUND */
export function undoAct(context: PersonalContext, about: About, actId: number): void {
  inTransaction(context, (tx) => {
    const { reviewId } = about;
    if (actOf(tx.db, about, actId).undoneAt !== null) return;
    const ids = settlementsOf(tx.db, actId);
    takeBackSettlements(tx, ids);
    for (const codingId of codingsInForce(tx.db, actId)) removeCoding(tx, codingId, reviewId);
    const undone = { undoneBy: tx.actor.personId, undoneAt: tx.at };
    tx.db.update(broughtAct).set(undone).where(eq(broughtAct.id, actId)).run();
    audit(tx, {
      action: 'brought.taken_back',
      entity: 'brought_act',
      entityId: actId,
      reviewId,
      after: { decisions: ids.length },
    });
  });
}

function codingsInForce(db: Db, actId: number): number[] {
  const rows = db
    .select({ id: coding.id })
    .from(broughtCoding)
    .innerJoin(coding, eq(coding.id, broughtCoding.codingId))
    .where(and(eq(broughtCoding.actId, actId), isNull(coding.removedAt)))
    .all();
  return rows.map(({ id }) => id);
}
