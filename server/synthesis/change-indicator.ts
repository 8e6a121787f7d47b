/** A series put right where it stands: its words, its source, its figures. The log has what it was before. */
import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { indicator, indicatorGroup, indicatorValue } from '../../schema/synthesis.ts';
import { audit } from '../accounts/audit.ts';
import { renewIndex, requireReport, requireWords } from '../coding/rows.ts';
import { requireSeen } from '../coding/seen.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import {
  addGroups,
  type GroupInput,
  type IndicatorInput,
  type IndicatorSeries,
  indicatorsOf,
} from './indicators.ts';

/** What can be changed of a series; its key stays. */
export const indicatorNow = ({ label, unit, source, reportId, groups }: IndicatorSeries) => ({
  label,
  unit,
  source,
  reportId,
  groups: groups.map(({ key, label, change, values }) => ({ key, label, change, values })),
});

/** @throws ROW_CHANGED, SOURCE_REQUIRED, WORDS_REQUIRED, NOT_FOUND */
export function changeIndicator(
  context: Context,
  about: { indicatorId: number; reviewId: number; seen: string },
  input: Omit<IndicatorInput, 'key' | 'position'>,
): void {
  inTransaction(context, (tx) => {
    const { indicatorId, reviewId, seen } = about;
    const read = () => indicatorsOf(tx.db, reviewId).find((each) => each.id === indicatorId);
    const row = read();
    if (!row) throw notFound();
    const before = indicatorNow(row);
    requireSeen(before, seen);
    if (input.source.trim() === '') throw new AppError('SOURCE_REQUIRED', {}, 'source');
    if (input.reportId !== null) requireReport(tx.db, input.reportId, reviewId);
    const words = {
      label: requireWords(input.label, 'label'),
      unit: requireWords(input.unit, 'unit'),
      source: input.source.trim(),
      reportId: input.reportId,
    };
    tx.db.update(indicator).set(words).where(eq(indicator.id, indicatorId)).run();
    changeGroups(tx, row, input.groups);
    const now = read();
    const after = now && indicatorNow(now);
    if (isDeepStrictEqual(before, after)) return;
    const entity = { entity: 'indicator', entityId: indicatorId, reviewId };
    audit(tx, { action: 'indicator.changed', ...entity, before, after });
    renewIndex(tx, reviewId);
  });
}

/** A line is the one with the same words; where as many lines are left as there were, the one in the same place. */
function changeGroups(tx: Context, row: IndicatorSeries, inputs: readonly GroupInput[]): void {
  const isInPlace = inputs.length === row.groups.length;
  const found = inputs.map((input, at) => {
    const same = row.groups.find((group) => sharesWords(group.label, input.label));
    return same ?? (isInPlace ? row.groups[at] : undefined);
  });
  const added: GroupInput[] = [];
  for (const [at, input] of inputs.entries()) {
    const group = found[at];
    if (!group || found.indexOf(group) < at) added.push({ ...input, position: at + 1 });
    else changeGroup(tx, group.id, withWords(group.label, input), at + 1);
  }
  for (const group of row.groups) if (!found.includes(group)) archiveGroup(tx, group.id);
  if (added.length > 0) addNew(tx, row.id, added);
}

const sharesWords = (one: Words, other: Words): boolean =>
  Object.entries(other).some(([locale, text]) => one[locale as keyof Words] === text);

function changeGroup(tx: Context, groupId: number, input: GroupInput, position: number): void {
  const { label, change = '', values } = input;
  const set = { label, change: change.trim(), position, archivedAt: null };
  tx.db.update(indicatorGroup).set(set).where(eq(indicatorGroup.id, groupId)).run();
  const ofGroup = eq(indicatorValue.groupId, groupId);
  tx.db.update(indicatorValue).set({ archivedAt: tx.at }).where(ofGroup).run();
  for (const [year, value] of Object.entries(values)) {
    const row = { groupId, year: Number(year), value };
    const again = { value, archivedAt: null };
    const target = [indicatorValue.groupId, indicatorValue.year];
    tx.db.insert(indicatorValue).values(row).onConflictDoUpdate({ target, set: again }).run();
  }
}

function archiveGroup(tx: Context, groupId: number): void {
  const gone = { archivedAt: tx.at };
  tx.db.update(indicatorGroup).set(gone).where(eq(indicatorGroup.id, groupId)).run();
}

/** A line that had been taken away comes back as it was called. */
function addNew(tx: Context, indicatorId: number, added: readonly GroupInput[]): void {
  const gone = and(
    eq(indicatorGroup.indicatorId, indicatorId),
    isNotNull(indicatorGroup.archivedAt),
  );
  const earlier = tx.db.select().from(indicatorGroup).where(gone).all();
  const fresh: GroupInput[] = [];
  for (const input of added) {
    const at = earlier.findIndex((group) => sharesWords(group.label, input.label));
    const [known] = at < 0 ? [] : earlier.splice(at, 1);
    if (known) changeGroup(tx, known.id, withWords(known.label, input), input.position ?? 1);
    else fresh.push(input);
  }
  addGroups(tx, indicatorId, fresh);
}

/** What was written in other languages stays. */
const withWords = (label: Words, input: GroupInput): GroupInput => ({
  ...input,
  label: { ...label, ...input.label },
});
