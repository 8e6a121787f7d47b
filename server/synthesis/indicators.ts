/** Indicators: published series of figures, by group and year, with where they stand. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { report } from '../../schema/records.ts';
import { indicator, indicatorGroup, indicatorValue } from '../../schema/synthesis.ts';
import { audit } from '../accounts/audit.ts';
import {
  groupBy,
  isOneOf,
  keyFrom,
  renewIndex,
  requireFreeKey,
  requireReport,
  requireWords,
} from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';

export type GroupInput = {
  key?: string;
  label: Words;
  position?: number;
  /** The change over the series as the source prints it. */
  change?: string;
  /** Null when the source does not say. */
  isSignificant?: boolean | null;
  /** Null where the source has a gap. */
  values: Record<number, number | null>;
};
export type IndicatorInput = {
  key?: string;
  label: Words;
  unit: Words;
  source: string;
  reportId: number | null;
  position?: number;
  groups: readonly GroupInput[];
};

export function addIndicator(context: Context, reviewId: number, input: IndicatorInput): number {
  return inTransaction(context, (tx) => {
    const label = requireWords(input.label, 'label');
    if (input.source.trim() === '') throw new AppError('SOURCE_REQUIRED', {}, 'source');
    if (input.reportId !== null) requireReport(tx.db, input.reportId, reviewId);
    const ofReview = eq(indicator.reviewId, reviewId);
    const others = tx.db.select().from(indicator).where(ofReview).all();
    const taken = others.map((row) => row.key);
    const row = {
      reviewId,
      key: input.key ? requireFreeKey(input.key, taken) : keyFrom(label, taken),
      label,
      unit: requireWords(input.unit, 'unit'),
      source: input.source.trim(),
      reportId: input.reportId,
      position: input.position ?? Math.max(0, ...others.map((other) => other.position)) + 1,
      createdAt: tx.at,
    };
    const { id } = tx.db.insert(indicator).values(row).returning().get();
    addGroups(tx, id, input.groups);
    const after = { ...row, groups: input.groups };
    audit(tx, { action: 'indicator.added', entity: 'indicator', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

export function addGroups(tx: Context, indicatorId: number, groups: readonly GroupInput[]): void {
  const ofIndicator = eq(indicatorGroup.indicatorId, indicatorId);
  const others = tx.db.select().from(indicatorGroup).where(ofIndicator).all();
  const taken = others.map((other) => other.key);
  for (const [index, group] of groups.entries()) {
    const label = requireWords(group.label, 'groups');
    const key = group.key ? requireFreeKey(group.key, taken) : keyFrom(label, taken);
    taken.push(key);
    const { id } = tx.db
      .insert(indicatorGroup)
      .values({
        indicatorId,
        key,
        label,
        position: group.position ?? index + 1,
        change: group.change?.trim() ?? '',
        isSignificant: group.isSignificant ?? null,
      })
      .returning()
      .get();
    for (const [year, value] of Object.entries(group.values))
      tx.db
        .insert(indicatorValue)
        .values({ groupId: id, year: Number(year), value })
        .run();
  }
}

/** Takes a series out of the tables. */
export function archiveIndicator(context: Context, indicatorId: number, reviewId: number): void {
  inTransaction(context, (tx) => {
    const found = indicatorsOf(tx.db, reviewId).find((row) => row.id === indicatorId);
    if (!found) throw notFound();
    const archived = { archivedAt: tx.at };
    tx.db.update(indicator).set(archived).where(eq(indicator.id, indicatorId)).run();
    audit(tx, {
      action: 'indicator.archived',
      entity: 'indicator',
      entityId: indicatorId,
      reviewId,
      before: { key: found.key, groups: found.groups },
    });
    renewIndex(tx, reviewId);
  });
}

/** A review's series in order, each with its years, its groups, and the values by year. */
export function indicatorsOf(db: Db, reviewId: number) {
  const open = and(eq(indicator.reviewId, reviewId), isNull(indicator.archivedAt));
  const rows = db
    .select({
      id: indicator.id,
      key: indicator.key,
      label: indicator.label,
      unit: indicator.unit,
      source: indicator.source,
      reportId: indicator.reportId,
      rootId: report.rootId,
      position: indicator.position,
    })
    .from(indicator)
    .leftJoin(report, eq(report.id, indicator.reportId))
    .where(open)
    .orderBy(asc(indicator.position), asc(indicator.id))
    .all();
  const groups = groupBy(
    groupsOf(
      db,
      rows.map((row) => row.id),
    ),
    (group) => group.indicatorId,
  );
  return rows.map((row) => {
    const own = groups.get(row.id) ?? [];
    const years = new Set(own.flatMap((group) => Object.keys(group.values).map(Number)));
    return { ...row, years: [...years].sort((one, other) => one - other), groups: own };
  });
}

export type IndicatorSeries = ReturnType<typeof indicatorsOf>[number];

function groupsOf(db: Db, indicatorIds: number[]) {
  const groups = db
    .select()
    .from(indicatorGroup)
    .where(
      and(isOneOf(indicatorGroup.indicatorId, indicatorIds), isNull(indicatorGroup.archivedAt)),
    )
    .orderBy(asc(indicatorGroup.position), asc(indicatorGroup.id))
    .all();
  const ids = groups.map((group) => group.id);
  const values = db
    .select()
    .from(indicatorValue)
    .where(and(isOneOf(indicatorValue.groupId, ids), isNull(indicatorValue.archivedAt)))
    .orderBy(asc(indicatorValue.year))
    .all();
  const byGroup = groupBy(values, (row) => row.groupId);
  return groups.map((group) => ({
    ...group,
    values: Object.fromEntries(
      (byGroup.get(group.id) ?? []).map((row) => [row.year, row.value] as const),
    ) as Record<number, number | null>,
  }));
}
