/** The boxes of the PRISMA 2020 flow diagram: which template has which, what each counts, where each stands. */
import type { FlowTemplate } from '../../../schema/reviews.ts';

export const boxIds = [
  'P1',
  'P2',
  'I1',
  'I2',
  'X1',
  'X2',
  'X3',
  'S1',
  'S2',
  'Q1',
  'Q2',
  'A1',
  'A2',
  'O1',
  'O2',
  'O3',
  'OQ1',
  'OQ2',
  'OA1',
  'OA2',
  'N1',
  'N2',
  'T1',
  'T2',
  'M1',
  'M2',
] as const;
export type BoxId = (typeof boxIds)[number];

export const isBoxId = (value: string): value is BoxId => boxIds.some((id) => id === value);

export type Unit = 'record' | 'report' | 'study';

const recordBoxes: readonly BoxId[] = ['I1', 'I2', 'X1', 'X2', 'X3', 'S1', 'S2', 'O1', 'O2', 'O3'];
const studyBoxes: readonly BoxId[] = ['P1', 'N1', 'T1', 'M1'];
const previousBoxes: readonly BoxId[] = ['P1', 'P2', 'T1', 'T2'];
/** An extension of the templates: drawn where the review has marked what went into a meta-analysis. */
const metaAnalysisBoxes: readonly BoxId[] = ['M1', 'M2'];
const otherMethodsBoxes: readonly BoxId[] = ['O1', 'O2', 'O3', 'OQ1', 'OQ2', 'OA1', 'OA2'];

export function unitOf(box: BoxId): Unit {
  if (recordBoxes.includes(box)) return 'record';
  return studyBoxes.includes(box) ? 'study' : 'report';
}

export const isUpdated = (template: FlowTemplate): boolean => template.startsWith('updated');
export const hasOtherMethods = (template: FlowTemplate): boolean => template.endsWith('v2');

export function boxesOf(template: FlowTemplate, hasMetaAnalysis = false): BoxId[] {
  return boxIds.filter((box) => {
    if (metaAnalysisBoxes.includes(box)) return hasMetaAnalysis;
    if (previousBoxes.includes(box)) return isUpdated(template);
    return hasOtherMethods(template) || !otherMethodsBoxes.includes(box);
  });
}

export const phases = ['previous', 'identification', 'screening', 'included'] as const;
export type Phase = (typeof phases)[number];

export function phaseOf(box: BoxId): Phase {
  if (box === 'P1' || box === 'P2') return 'previous';
  if (/^[IXO]\d$/.test(box)) return 'identification';
  return /^[NTM]/.test(box) ? 'included' : 'screening';
}

/** What may stand between a box and its final number. */
export const pendingReasons = [
  'unfinished_import',
  'possible_duplicates',
  'awaiting_votes',
  'open_conflict',
  'awaiting_retrieval',
  'without_reason',
  'without_study',
  'without_source',
  'outside_template',
  'previous_not_given',
] as const;
export type PendingReason = (typeof pendingReasons)[number];

export type Pending = { box: BoxId; reason: PendingReason; count: number };
