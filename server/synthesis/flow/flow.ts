/** A review's PRISMA 2020 flow: derived numbers, reported ones beside them, what is pending, whether the sums hold. */
import { eq } from 'drizzle-orm';
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import {
  criterion,
  type FlowBasis,
  type FlowTemplate,
  type review,
} from '../../../schema/reviews.ts';
import type { Db } from '../../db.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import { type ListAccount, listsInForce } from '../../screening/stage-lists/account.ts';
import {
  type BoxId,
  boxesOf,
  hasOtherMethods,
  isUpdated,
  type Pending,
  type PendingReason,
  type Phase,
  phaseOf,
  type Unit,
  unitOf,
} from './boxes.ts';
import { type Counts, countFlow } from './counts.ts';
import type { NoteKey } from './history.ts';
import { type Moment, standpointAt } from './replay.ts';
import { type Reported, reportedBoxes } from './reported-boxes.ts';
import type { Overlap, SourceCount } from './sources.ts';
import { type Standpoint, standpointNow } from './standpoint.ts';
import { type Check, checkSums, sumsHold } from './sums.ts';

const boxStatuses = [
  'agrees',
  'disagrees',
  'derived_only',
  'reported_only',
  'not_reported',
  'provisional',
] as const;
export type BoxStatus = (typeof boxStatuses)[number];

export type FlowPart = {
  key: string;
  /** Null: the key is the name, as a source's is. */
  label: Words | null;
  derived: number | null;
  reported: number | null;
};

export type FlowBox = {
  id: BoxId;
  unit: Unit;
  phase: Phase;
  /** Null where nothing is stored that it could be counted from. */
  derived: number | null;
  /** Null where no report gives it. */
  reported: number | null;
  /** Where the reported number stands. */
  source: string | null;
  note: Words;
  status: BoxStatus;
  parts: FlowPart[];
  pending: { reason: PendingReason; count: number }[];
};

export type Flow = {
  template: FlowTemplate;
  basis: FlowBasis;
  isProvisional: boolean;
  pending: Pending[];
  boxes: FlowBox[];
  checks: Check[];
  notes: { key: NoteKey; count: number }[];
  sources: SourceCount[];
  /** How many reports any two searches have in common. */
  overlaps: Overlap[];
  /** Studies and reports of the previous version that are no longer counted. */
  withdrawn: { studies: number; reports: number };
  /** Lists of an older review that its decisions were taken over from. */
  lists: ListAccount[];
};

type FlowReview = Pick<typeof review.$inferSelect, 'id' | 'flowTemplate' | 'flowBasis'>;

export const flowOf = (db: Db, review: FlowReview): Flow => flowSeen(db, review, null).flow;

/** The flow as it was: the log of changes read to a moment, with what had been reported by then. */
export const flowAt = (db: Db, review: FlowReview, moment: Moment): Flow =>
  flowSeen(db, review, moment).flow;

/** The flow, now or at a moment, with what its lists are read from. */
export function flowSeen(db: Db, review: FlowReview, moment: Moment | null) {
  const standpoint = moment ? standpointAt(db, review, moment) : standpointNow(db, review);
  const reported = reportedBoxes(db, review.id, moment?.at);
  const counted = flowFrom(db, review.id, standpoint, reported);
  return { flow: { ...counted, lists: listsInForce(db, review.id, moment?.at) }, standpoint };
}

function flowFrom(
  db: Db,
  reviewId: number,
  standpoint: Standpoint,
  reported: Map<BoxId, Reported>,
): Omit<Flow, 'lists'> {
  const { template, basis } = standpoint;
  const counts = countFlow(standpoint);
  const derived = withTotals(counts, template, reported);
  const pending = pendingOf(counts, template, reported);
  const labels = { ...partLabels(), ...criterionLabels(db, reviewId) };
  const boxes = boxesOf(template, counts.boxes.M2 !== undefined).map((id) =>
    boxOf(id, { derived, reported, pending, labels, counts }),
  );
  const { sources, overlaps } = counts;
  const checks = checkSums({
    template,
    basis,
    // What was included before may be known from a report only; the sums need it all the same.
    boxes: { ...derived, ...previousOf(counts, reported) },
    parts: counts.parts,
    pending,
    sources,
    ofPrevious: counts.ofPrevious,
    withdrawn: withdrawnOf(counts),
    reported: [...reported].flatMap(([box, row]) => toSum(box, row)),
  });
  const isProvisional = pending.length > 0 || !sumsHold(checks);
  const beside = { notes: notesOf(counts), sources, overlaps, withdrawn: withdrawnOf(counts) };
  return { template, basis, isProvisional, pending, boxes, checks, ...beside };
}

const withdrawnOf = ({ previous }: Counts) => ({
  studies: previous?.withdrawnStudies ?? 0,
  reports: previous?.withdrawnReports ?? 0,
});

type Derived = Partial<Record<BoxId, number>>;
type Shelf = {
  derived: Derived;
  reported: Map<BoxId, Reported>;
  pending: Pending[];
  labels: Record<string, Words>;
  counts: Counts;
};

function boxOf(id: BoxId, shelf: Shelf): FlowBox {
  const derived = shelf.derived[id] ?? null;
  const said = shelf.reported.get(id);
  const reported = said?.value ?? null;
  const pending = shelf.pending.filter((row) => row.box === id);
  return {
    id,
    unit: unitOf(id),
    phase: phaseOf(id),
    derived,
    reported,
    source: said?.source ?? null,
    note: said?.label ?? {},
    status: statusOf(derived, reported, pending.length > 0),
    parts: partsOf(id, shelf),
    pending: pending.map(({ reason, count }) => ({ reason, count })),
  };
}

function statusOf(derived: number | null, reported: number | null, isPending: boolean): BoxStatus {
  if (isPending) return 'provisional';
  if (derived === null) return reported === null ? 'not_reported' : 'reported_only';
  if (reported === null) return 'derived_only';
  return derived === reported ? 'agrees' : 'disagrees';
}

/** Derived parts in their order, each with the reported number of the same name; then what only a report gives. */
function partsOf(id: BoxId, { counts, reported, labels }: Shelf): FlowPart[] {
  const said = reported.get(id)?.parts ?? [];
  const derived = (counts.parts[id] ?? []).filter(({ key }) => key !== '');
  const known = derived.map(({ key, count }) => ({
    key,
    label: labels[`${id}.${key}`] ?? labels[key] ?? null,
    derived: count,
    reported: said.find((part) => isSameName(part.key, key))?.value ?? null,
  }));
  const others = said
    .filter((part) => !derived.some(({ key }) => isSameName(part.key, key)))
    .map(({ key, label, value }) => ({
      key,
      label: Object.keys(label).length > 0 ? label : (labels[`${id}.${key}`] ?? null),
      derived: null,
      reported: value,
    }));
  return [...known, ...others];
}

const isSameName = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Totals of an updated review: what a report says was included before, and what is new. */
function withTotals(
  counts: Counts,
  template: FlowTemplate,
  reported: Map<BoxId, Reported>,
): Derived {
  const derived = { ...counts.boxes };
  if (!isUpdated(template)) return derived;
  const { P1, P2 } = previousOf(counts, reported);
  const { studies, reports } = withdrawnOf(counts);
  if (P1 !== undefined && derived.N1 !== undefined) derived.T1 = P1 - studies + derived.N1;
  if (P2 !== undefined && derived.N2 !== undefined)
    derived.T2 = P2 - reports + derived.N2 + counts.ofPrevious.all;
  return derived;
}

/** Studies that are listed one by one count; without a list, what a report says of them. */
function previousOf({ boxes }: Counts, reported: Map<BoxId, Reported>): Pick<Derived, 'P1' | 'P2'> {
  const studies = boxes.P1 ?? reported.get('P1')?.value;
  const reports = boxes.P2 ?? reported.get('P2')?.value;
  return {
    ...(typeof studies === 'number' ? { P1: studies } : {}),
    ...(typeof reports === 'number' ? { P2: reports } : {}),
  };
}

function pendingOf(
  counts: Counts,
  template: FlowTemplate,
  reported: Map<BoxId, Reported>,
): Pending[] {
  const shown = boxesOf(template);
  const pending = counts.pending.filter((row) => shown.includes(row.box));
  const { entered } = counts.otherMethods;
  if (!hasOtherMethods(template) && entered > 0)
    pending.push({ box: 'N2', reason: 'outside_template', count: entered });
  const previous = previousOf(counts, reported);
  for (const box of ['P1', 'P2'] as const)
    if (shown.includes(box) && previous[box] === undefined)
      pending.push({ box, reason: 'previous_not_given', count: 1 });
  return pending;
}

function notesOf({ notes }: Counts): Flow['notes'] {
  return Object.entries(notes)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({ key: key as NoteKey, count }));
}

function toSum(box: BoxId, { value, parts }: Reported) {
  const given = parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  return value === null ? [] : [{ box, value, parts: given }];
}

function criterionLabels(db: Db, reviewId: number): Record<string, Words> {
  const rows = db
    .select({ code: criterion.code, label: criterion.label })
    .from(criterion)
    .where(eq(criterion.reviewId, reviewId))
    .all();
  const byReason = rows.flatMap(({ code, label }) =>
    ['A2', 'OA2'].map((box) => [`${box}.${code}`, label] as const),
  );
  return Object.fromEntries(byReason);
}

const partLabels = (): Record<string, Words> => ({
  'N2.databases': inAllLanguages('flow.part.databases'),
  'N2.other': inAllLanguages('flow.part.other'),
  'S2.automation': inAllLanguages('flow.part.automation'),
});

function inAllLanguages(key: MessageKey): Words {
  const entries = locales.map((locale: Locale) => [locale, translate(locale, key)]);
  return Object.fromEntries(entries) as Words;
}
