/** Aspects: the rows of the tables of cases and of countries, and what stands in each cell, with its history. */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type AspectScope, aspect, aspectCell } from '../../schema/coding.ts';
import type { Words } from '../../schema/columns.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import { requireCase } from '../coding/desk/cases.ts';
import { requireCountries } from '../coding/desk/countries.ts';
import {
  cleanWords,
  isEmptyWords,
  keyFrom,
  renewIndex,
  requireFreeKey,
  requireReport,
  requireWords,
} from '../coding/rows.ts';
import { requireSeen } from '../coding/seen.ts';
import type { Db } from '../db.ts';
import { notFound } from '../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../platform/context.ts';

export type AspectInput = {
  scope: AspectScope;
  key?: string;
  label: Words;
  source?: string;
  position?: number;
};
export type AspectRow = typeof aspect.$inferSelect;

export type CellInput = {
  /** One of the two, by the aspect's scope. */
  caseId: number | null;
  country: string | null;
  /** Empty, with no number, empties the cell. */
  text: Words;
  number: number | null;
  reportId: number | null;
  source: string;
};

export function addAspect(context: Context, reviewId: number, input: AspectInput): number {
  return inTransaction(context, (tx) => {
    const label = requireWords(input.label, 'label');
    const { scope } = input;
    const others = allAspects(tx.db, reviewId, scope);
    const taken = others.map((row) => row.key);
    const row = {
      reviewId,
      scope,
      key: input.key ? requireFreeKey(input.key, taken) : keyFrom(label, taken),
      label,
      source: input.source?.trim() ?? '',
      position: input.position ?? Math.max(0, ...others.map((other) => other.position)) + 1,
    };
    const { id } = tx.db.insert(aspect).values(row).returning().get();
    audit(tx, { action: 'aspect.added', entity: 'aspect', entityId: id, reviewId, after: row });
    renewIndex(tx, reviewId);
    return id;
  });
}

/** What can be changed of an aspect; its key and its table stay. */
export const aspectNow = ({ label, source }: Pick<AspectRow, 'label' | 'source'>) => ({
  label,
  source,
});

/** Puts an aspect right; its cells stay, the log has what it was before. @throws ROW_CHANGED, WORDS_REQUIRED, NOT_FOUND */
export function changeAspect(
  context: Context,
  about: { aspectId: number; reviewId: number; seen: string },
  input: { label: Words; source: string },
): void {
  inTransaction(context, (tx) => {
    const { aspectId, reviewId, seen } = about;
    const before = aspectNow(requireAspect(tx.db, aspectId, reviewId));
    requireSeen(before, seen);
    const after = { label: requireWords(input.label, 'label'), source: input.source.trim() };
    if (isDeepStrictEqual(before, after)) return;
    tx.db.update(aspect).set(after).where(eq(aspect.id, aspectId)).run();
    const entity = { entity: 'aspect', entityId: aspectId, reviewId };
    audit(tx, { action: 'aspect.changed', ...entity, before, after });
    renewIndex(tx, reviewId);
  });
}

export function archiveAspect(context: Context, aspectId: number, reviewId: number): void {
  inTransaction(context, (tx) => {
    const { key, scope, label } = requireAspect(tx.db, aspectId, reviewId);
    tx.db.update(aspect).set({ archivedAt: tx.at }).where(eq(aspect.id, aspectId)).run();
    const about = { entity: 'aspect', entityId: aspectId, reviewId };
    audit(tx, { action: 'aspect.archived', ...about, before: { key, scope, label } });
    renewIndex(tx, reviewId);
  });
}

/** What stands in a cell, of all that ever stood there; null where nothing ever did. */
export function cellNow(history: readonly CellRow[]) {
  const latest = history.at(-1);
  if (!latest) return null;
  const { text, number, reportId, source } = latest;
  return { text, number, reportId, source };
}

/**
 * Fills a cell, or fills it anew: the latest holds, the earlier ones stay.
 *
 * @param seen the print of what the form showed, where a form did.
 * @throws ROW_CHANGED, NOT_FOUND, COUNTRY_UNKNOWN
 */
export function setCell(
  context: PersonalContext,
  aspectId: number,
  input: CellInput,
  seen?: string,
): number {
  return inTransaction(context, (tx) => {
    const { reviewId, scope } = requireAspect(tx.db, aspectId);
    const place = requirePlace(tx.db, reviewId, scope, input);
    if (input.reportId !== null) requireReport(tx.db, input.reportId, reviewId);
    const before = cellNow(cellHistory(tx.db, reviewId, { aspectId, scope, ...place }));
    if (seen !== undefined) requireSeen(before, seen);
    const after = {
      ...place,
      text: cleanWords(input.text),
      number: input.number,
      reportId: input.reportId,
      source: input.source.trim(),
    };
    const row = { aspectId, ...after, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(aspectCell).values(row).returning().get();
    audit(tx, {
      action: 'cell.set',
      entity: 'aspect',
      entityId: aspectId,
      reviewId,
      before: before ?? undefined,
      after,
    });
    renewIndex(tx, reviewId);
    return id;
  });
}

function requirePlace(db: Db, reviewId: number, scope: AspectScope, input: CellInput) {
  if (scope === 'case') {
    if (input.caseId === null || input.country !== null) throw notFound();
    return { caseId: requireCase(db, input.caseId, reviewId).id, country: null };
  }
  if (input.country === null || input.caseId !== null) throw notFound();
  const [country = ''] = requireCountries([input.country], 'country');
  return { caseId: null, country };
}

export function requireAspect(db: Db, aspectId: number, reviewId?: number): AspectRow {
  const open = and(eq(aspect.id, aspectId), isNull(aspect.archivedAt));
  const row = db.select().from(aspect).where(open).get();
  if (!row || (reviewId !== undefined && row.reviewId !== reviewId)) throw notFound();
  return row;
}

/** The rows of one kind of table in order, and the cells that hold; an emptied cell is not among them. */
export function cellsOf(db: Db, reviewId: number, scope: AspectScope) {
  const aspects = allAspects(db, reviewId, scope).filter((row) => row.archivedAt === null);
  const latest = new Map(cellRows(db, reviewId, scope).map((row) => [placeOf(row), row] as const));
  const cells = [...latest.values()].filter(
    (row) => row.number !== null || !isEmptyWords(row.text),
  );
  return { aspects, cells };
}

export type CellRow = ReturnType<typeof cellRows>[number];

const placeOf = (row: { aspectId: number; caseId: number | null; country: string | null }) =>
  `${row.aspectId} ${row.caseId ?? row.country}`;

/** Everything that ever stood in one cell, oldest first. */
export function cellHistory(
  db: Db,
  reviewId: number,
  place: { aspectId: number; scope: AspectScope; caseId: number | null; country: string | null },
): CellRow[] {
  return cellRows(db, reviewId, place.scope).filter((row) => placeOf(row) === placeOf(place));
}

function cellRows(db: Db, reviewId: number, scope: AspectScope) {
  return db
    .select({
      id: aspectCell.id,
      aspectId: aspectCell.aspectId,
      caseId: aspectCell.caseId,
      country: aspectCell.country,
      text: aspectCell.text,
      number: aspectCell.number,
      reportId: aspectCell.reportId,
      rootId: report.rootId,
      source: aspectCell.source,
      at: aspectCell.at,
    })
    .from(aspectCell)
    .innerJoin(aspect, eq(aspect.id, aspectCell.aspectId))
    .leftJoin(report, eq(report.id, aspectCell.reportId))
    .where(and(eq(aspect.reviewId, reviewId), eq(aspect.scope, scope), isNull(aspect.archivedAt)))
    .orderBy(asc(aspectCell.id))
    .all();
}

function allAspects(db: Db, reviewId: number, scope: AspectScope): AspectRow[] {
  const ofReview = and(eq(aspect.reviewId, reviewId), eq(aspect.scope, scope));
  const inOrder = [asc(aspect.position), asc(aspect.id)];
  return db
    .select()
    .from(aspect)
    .where(ofReview)
    .orderBy(...inOrder)
    .all();
}
