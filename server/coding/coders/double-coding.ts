/** Two coders for each publication: blind until both are done, compared, then agreed on. */
import { asc, desc, eq } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import {
  type CodingTurnState,
  codingConsensus,
  codingPolicy,
  codingTurn,
} from '../../../schema/double-coding.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { requireCodes } from '../codebooks/codes.ts';
import { flatten } from '../codebooks/tree.ts';
import { addCoding, codingsOf, removeCoding } from '../desk/codings.ts';
import { includedPublications } from '../publications.ts';
import { isOneOf, requireReport } from '../rows.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { marksOf } from './coder-marks.ts';

export const codersOf = (db: Db, reviewId: number): 1 | 2 =>
  blindSince(db, reviewId) === null ? 1 : 2;

/** When a review began to have each publication coded by two; null where one codes. */
export function blindSince(db: Db, reviewId: number): string | null {
  const row = db
    .select({ coders: codingPolicy.coders, at: codingPolicy.at })
    .from(codingPolicy)
    .where(eq(codingPolicy.reviewId, reviewId))
    .orderBy(desc(codingPolicy.id))
    .limit(1)
    .get();
  return row?.coders === 2 ? row.at : null;
}

export function setCoders(context: PersonalContext, reviewId: number, coders: 1 | 2): void {
  inTransaction(context, (tx) => {
    const before = codersOf(tx.db, reviewId);
    if (before === coders) return;
    const row = { reviewId, coders, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(codingPolicy).values(row).returning().get();
    audit(tx, {
      action: 'coding_policy.changed',
      entity: 'coding_policy',
      entityId: id,
      reviewId,
      before: { coders: before },
      after: { coders },
    });
  });
}

export type Coder = { personId: number; name: string; state: CodingTurnState };
/** Where a publication stands between its two coders. */
export type Pairing = {
  /** In the order in which they began. */
  coders: Coder[];
  /** Both are done: they may see each other's work. */
  isOpen: boolean;
  consensus: { codeIds: number[]; personId: number; at: string; note: string } | null;
};

export function pairingsOf(db: Db, rootIds: Iterable<number>): Map<number, Pairing> {
  const ids = [...rootIds];
  const turns = db
    .select({
      rootId: report.rootId,
      personId: codingTurn.personId,
      name: person.name,
      state: codingTurn.state,
    })
    .from(codingTurn)
    .innerJoin(report, eq(report.id, codingTurn.reportId))
    .innerJoin(person, eq(person.id, codingTurn.personId))
    .where(isOneOf(report.rootId, ids))
    .orderBy(asc(codingTurn.id))
    .all();
  const settled = db
    .select({ rootId: report.rootId, row: codingConsensus })
    .from(codingConsensus)
    .innerJoin(report, eq(report.id, codingConsensus.reportId))
    .where(isOneOf(report.rootId, ids))
    .orderBy(asc(codingConsensus.id))
    .all();
  const pairings = new Map<number, Pairing>(
    ids.map((id) => [id, { coders: [], isOpen: false, consensus: null }]),
  );
  for (const { rootId, ...turn } of turns) {
    const coders = pairings.get(rootId ?? 0)?.coders;
    const known = coders?.find((coder) => coder.personId === turn.personId);
    if (known) known.state = turn.state;
    else coders?.push(turn);
  }
  for (const { rootId, row } of settled) {
    const pairing = pairings.get(rootId ?? 0);
    if (pairing) pairing.consensus = row;
  }
  for (const pairing of pairings.values())
    pairing.isOpen = pairing.coders.filter((coder) => coder.state === 'done').length >= 2;
  return pairings;
}

export function pairingOf(db: Db, rootId: number): Pairing {
  return pairingsOf(db, [rootId]).get(rootId) ?? { coders: [], isOpen: false, consensus: null };
}

/**
 * A person begins, ends or takes up again their own coding of a publication.
 * @throws CODERS_COMPLETE when two others code it; ALREADY_COMPARED when they have been compared.
 */
export function takeTurn(context: PersonalContext, reportId: number, state: CodingTurnState): void {
  inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    const { coders, isOpen } = pairingOf(tx.db, rootId);
    const { personId } = tx.actor;
    const own = coders.find((coder) => coder.personId === personId);
    if (!own && coders.length >= 2) throw new AppError('CODERS_COMPLETE');
    // Who has seen the other's work is blind no more.
    if (isOpen && state !== 'done') throw new AppError('ALREADY_COMPARED');
    if (own?.state === state || (own && state === 'begun')) return;
    const row = { reportId, personId, state, at: tx.at };
    const { id } = tx.db.insert(codingTurn).values(row).returning().get();
    audit(tx, {
      action: `coding_turn.${state}`,
      entity: 'coding_turn',
      entityId: id,
      reviewId,
      before: own ? { state: own.state } : null,
      after: { reportId, state },
    });
  });
}

/** Reports whose two coders are still at it: nobody sees another's codes and excerpts there. */
export function blindReports(db: Db, reviewId: number, rootIds: Iterable<number>): Set<number> {
  if (codersOf(db, reviewId) === 1) return new Set();
  const ids = [...new Set(rootIds)];
  const pairings = pairingsOf(db, ids);
  return new Set(ids.filter((id) => pairings.get(id)?.isOpen === false));
}

/** Who reads: a person, who sees their own besides; or everybody, who see what nobody keeps from another. */
export type Viewer = number | null;

/** Without what others have made, since two code, where they are still blind. */
export function visibleTo<T extends { rootId: number; personId: number; createdAt: string }>(
  db: Db,
  reviewId: number,
  viewer: Viewer,
  rows: readonly T[],
): T[] {
  const since = blindSince(db, reviewId);
  if (since === null) return [...rows];
  const made = rows.filter((row) => row.createdAt >= since && row.personId !== viewer);
  const blind = blindReports(
    db,
    reviewId,
    made.map((row) => row.rootId),
  );
  const hidden = new Set(made.filter((row) => blind.has(row.rootId)));
  return rows.filter((row) => !hidden.has(row));
}

/** What each of the two said, side by side: only when both are done. @throws CODERS_NOT_DONE */
export function comparisonOf(db: Db, reviewId: number, rootId: number) {
  const pairing = pairingOf(db, rootId);
  if (!pairing.isOpen) throw new AppError('CODERS_NOT_DONE');
  const [first, second] = doneCoders(pairing);
  const marks = marksOf(db, [rootId]);
  const said = (coder: Coder | undefined, codeId: number) =>
    marks.find((mark) => mark.personId === coder?.personId && mark.codeId === codeId) ?? null;
  const agreed = new Set(pairing.consensus?.codeIds ?? []);
  const lines = codebooksOf(db, reviewId).flatMap((book) =>
    flatten(book.codes).map(({ node }) => ({
      codeId: node.id,
      label: node.label,
      codebook: book.label,
      first: said(first, node.id),
      second: said(second, node.id),
      isAgreed: agreed.has(node.id),
    })),
  );
  const touched = lines.filter((line) => line.first || line.second || line.isAgreed);
  return { pairing, coders: [first, second], lines: touched };
}

const doneCoders = ({ coders }: Pairing): (Coder | undefined)[] =>
  coders.filter((coder) => coder.state === 'done').slice(0, 2);

/** The codes that hold from now on, for the review's counts and tables; what each coder said stays as it was. */
export function agree(
  context: PersonalContext,
  reportId: number,
  input: { codeIds: readonly number[]; note: string },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    const { isOpen, consensus } = pairingOf(tx.db, rootId);
    if (!isOpen) throw new AppError('CODERS_NOT_DONE');
    const codeIds = requireCodes(tx.db, reviewId, input.codeIds, 'codeIds');
    const row = { reportId, codeIds, note: input.note, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(codingConsensus).values(row).returning().get();
    for (const had of codingsOf(tx.db, [rootId]))
      if (!codeIds.includes(had.codeId)) removeCoding(tx, had.codingId);
    const marks = marksOf(tx.db, [rootId]);
    for (const codeId of codeIds) {
      const locator = marks.find((mark) => mark.codeId === codeId && mark.locator)?.locator ?? '';
      addCoding(tx, reportId, codeId, locator);
    }
    audit(tx, {
      action: 'coding.agreed',
      entity: 'coding_consensus',
      entityId: id,
      reviewId,
      before: consensus && { codeIds: consensus.codeIds },
      after: { reportId, codeIds, note: input.note },
    });
  });
}

/** Agreement on each code over the publications that two have coded; a consensus never changes it. */
export function codeAgreement(db: Db, reviewId: number) {
  const ids = includedPublications(db, reviewId).map((row) => row.rootId);
  const pairings = pairingsOf(db, ids);
  const double = ids.filter((id) => pairings.get(id)?.isOpen);
  const marks = new Set(
    marksOf(db, double).map((mark) => `${mark.rootId} ${mark.personId} ${mark.codeId}`),
  );
  const pairFor = (rootId: number, codeId: number): [boolean, boolean] => {
    const [first, second] = doneCoders(
      pairings.get(rootId) ?? { coders: [], isOpen: false, consensus: null },
    );
    const said = (coder: Coder | undefined) => marks.has(`${rootId} ${coder?.personId} ${codeId}`);
    return [said(first), said(second)];
  };
  const codes = codebooksOf(db, reviewId).flatMap((book) =>
    flatten(book.codes).map(({ node }) => ({ book, node })),
  );
  const lines = codes
    .map(({ book, node }) => {
      const pairs = double.map((rootId) => pairFor(rootId, node.id));
      return { codeId: node.id, key: node.key, label: node.label, codebook: book.label, pairs };
    })
    .filter(({ pairs }) => pairs.some((pair) => pair.includes(true)));
  const overall: Agreement = agreementOf(lines.flatMap((line) => line.pairs));
  return {
    publications: double.length,
    overall,
    codes: lines.map(({ pairs, ...line }) => ({ ...line, ...agreementOf(pairs) })),
  };
}

export type CodeAgreement = ReturnType<typeof codeAgreement>;
