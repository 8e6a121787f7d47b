/** The sums that a flow's boxes must hold (E1-E14 of the project's reading of PRISMA 2020). Pure. */
import type { FlowBasis, FlowTemplate } from '../../../schema/reviews.ts';
import { type BoxId, hasOtherMethods, isUpdated, type Pending } from './boxes.ts';

const checkIds = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E7',
  'E8',
  'E8_reasons',
  'E9',
  'E10',
  'E11_studies',
  'E11_reports',
  'E12_studies',
  'E12_reports',
  'E13',
  'E14',
  'reported_parts',
] as const;
export type CheckId = (typeof checkIds)[number];

/** `waits`: what is missing is exactly what is still pending. `fails`: the numbers disagree. */
export type CheckState = 'holds' | 'waits' | 'fails';

export type Check = {
  id: CheckId;
  /** The box, where one equation is asked of several. */
  box: BoxId | null;
  state: CheckState;
  left: number;
  right: number;
};

export type SourceSum = {
  kind: string;
  identified: number;
  kept: number;
  duplicates: number;
  automation: number;
  other: number;
};

export type Sums = {
  template: FlowTemplate;
  basis: FlowBasis;
  boxes: Partial<Record<BoxId, number | null>>;
  parts: Partial<Record<BoxId, { key: string; count: number }[]>>;
  pending: readonly Pending[];
  sources: readonly SourceSum[];
  /** Reports of studies that the previous version had, by arm; what it lists and what was withdrawn of that. */
  ofPrevious: { databases: number; other: number; all: number };
  withdrawn: { studies: number; reports: number };
  reported: readonly { box: BoxId; value: number; parts: number[] }[];
};

export function checkSums(sums: Sums): Check[] {
  const derived = sums.basis === 'records' ? fromRecords(sums) : [];
  return [...derived, ...ofIncluded(sums), ...ofReported(sums)];
}

export const sumsHold = (checks: readonly Check[]): boolean =>
  checks.every((check) => check.id === 'reported_parts' || check.state === 'holds');

function fromRecords(sums: Sums): Check[] {
  const n = (box: BoxId) => sums.boxes[box] ?? 0;
  const waiting = pendingIn(sums.pending);
  const fromLeft = sums.sources.filter(({ kind }) => kind === 'database' || kind === 'register');
  const identified = n('I1') + n('I2');
  const removed = n('X1') + n('X2') + n('X3');
  const assessing = waiting('Q1') + waiting('A1');
  return [
    equal('E1', identified, total(fromLeft.map((source) => source.identified))),
    equal('E2', n('S1'), identified - removed, waiting('S1')),
    equal('E3', n('Q1'), n('S1') - n('S2')),
    equal('E4', n('A1'), n('Q1') - n('Q2'), assessing),
    equal('E5', reasonsOf(sums, 'A2'), n('A2'), waiting('A2')),
    equal('E6', partOf(sums, 'N2', 'databases') + sums.ofPrevious.databases, n('A1') - n('A2')),
    ...(hasOtherMethods(sums.template) ? ofOtherMethods(sums) : []),
    equal('E9', assessedIn(sums), n('N2') + sums.ofPrevious.all, waiting('N2')),
    equal('E13', 0, total(sums.pending.map((row) => row.count))),
    equal('E14', n('S1'), total(fromLeft.map((source) => source.kept)), waiting('S1')),
    ...sums.sources.map(accountedSource).filter((check) => check.state === 'fails'),
  ];
}

/** Everything that a source gave was kept, a duplicate, or removed before screening. */
function accountedSource(source: SourceSum): Check {
  const { identified, kept, duplicates, automation, other } = source;
  return equal('E14', identified, kept + duplicates + automation + other);
}

function ofOtherMethods(sums: Sums): Check[] {
  const n = (box: BoxId) => sums.boxes[box] ?? 0;
  const waiting = pendingIn(sums.pending);
  const found = n('O1') + n('O2') + n('O3');
  const undecided = waiting('O1') + waiting('O2') + waiting('O3');
  return [
    equal('E7', n('OQ1'), found, undecided),
    equal('E8', n('OA1'), n('OQ1') - n('OQ2'), waiting('OQ1') + waiting('OA1')),
    equal('E8_reasons', reasonsOf(sums, 'OA2'), n('OA2'), waiting('OA2')),
  ];
}

/** What the two arms hand on to the included; a template with one arm has only that. */
function assessedIn(sums: Sums): number {
  const n = (box: BoxId) => sums.boxes[box] ?? 0;
  const left = n('A1') - n('A2');
  return hasOtherMethods(sums.template) ? left + n('OA1') - n('OA2') : left;
}

function ofIncluded(sums: Sums): Check[] {
  const { N1, N2, P1, P2, T1, T2, M1, M2 } = sums.boxes;
  const { withdrawn, ofPrevious } = sums;
  const checks: Check[] = [];
  if (isNumber(N1) && isNumber(N2)) checks.push(studiesHaveReports(N1, N2, sums));
  if (isUpdated(sums.template)) {
    if (isNumber(P1) && isNumber(N1) && isNumber(T1))
      checks.push(equal('E11_studies', T1, P1 - withdrawn.studies + N1));
    if (isNumber(P2) && isNumber(N2) && isNumber(T2))
      checks.push(equal('E11_reports', T2, P2 - withdrawn.reports + N2 + ofPrevious.all));
  }
  const [studies, reports] = isUpdated(sums.template) ? [T1, T2] : [N1, N2];
  if (isNumber(M1) && isNumber(studies)) checks.push(noMore('E12_studies', M1, studies));
  if (isNumber(M2) && isNumber(reports)) checks.push(noMore('E12_reports', M2, reports));
  return checks;
}

/** Every study has a report and every included report has a study, so there are never more studies than reports. */
function studiesHaveReports(studies: number, reports: number, sums: Sums): Check {
  const waits = pendingIn(sums.pending)('N1') > 0;
  const possible = studies <= reports && (studies > 0 || reports === 0 || waits);
  const state = possible ? (waits ? 'waits' : 'holds') : 'fails';
  return { id: 'E10', box: null, state, left: studies, right: reports };
}

const noMore = (id: CheckId, left: number, right: number): Check => ({
  ...{ id, box: null, left, right },
  state: left <= right ? 'holds' : 'fails',
});

function ofReported(sums: Sums): Check[] {
  return sums.reported
    .filter((row) => row.parts.length > 0)
    .map((row) => ({ ...equal('reported_parts', row.value, total(row.parts)), box: row.box }));
}

/** @param slack what is pending on the left side: with it the equation waits, it does not fail. */
function equal(id: CheckId, left: number, right: number, slack = 0): Check {
  const gap = id === 'E13' ? right : slack;
  const holds = left + gap === right;
  return { id, box: null, state: holds ? (gap > 0 ? 'waits' : 'holds') : 'fails', left, right };
}

const pendingIn = (pending: readonly Pending[]) => (box: BoxId) =>
  total(pending.filter((row) => row.box === box).map((row) => row.count));

const reasonsOf = ({ parts }: Sums, box: BoxId) =>
  total((parts[box] ?? []).filter(({ key }) => key !== '').map(({ count }) => count));

const partOf = ({ parts }: Sums, box: BoxId, key: string) =>
  parts[box]?.find((part) => part.key === key)?.count ?? 0;

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
