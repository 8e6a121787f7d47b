/**
 * What every box holds, each said once: the numbers of the flow and the lists that they open come from the same
 * conditions. A path is a report and how far it has got; `of: 'entry'` counts the records that searches gave of it.
 */
import type { BoxId, PendingReason } from './boxes.ts';
import { armOf, isStopped, type Path, type Run } from './path.ts';

/** A record as one search gave it: the first of a report is kept, every later one is its duplicate. */
export type Entry = { run: Run; isFirst: boolean };

/** `part` divides the number, as sources or reasons do. */
export type Condition =
  | { of: 'path'; holds: (path: Path) => boolean; part?: (path: Path) => string }
  | { of: 'entry'; holds: (entry: Entry) => boolean; part?: (entry: Entry) => string };

export const entriesOf = ({ found }: Path): Entry[] =>
  found.map((run, at) => ({ run, isFirst: at === 0 }));

const isRemoved = (path: Path) => path.removed !== '';
const isScreened = (path: Path) => !isRemoved(path);
const isSought = (path: Path) => isScreened(path) && path.screened === 'passed';
const notRetrieved = (path: Path) =>
  path.assessed === 'pending' && path.retrieval === 'not_retrieved';
const awaitsRetrieval = (path: Path) =>
  path.assessed === 'pending' &&
  path.secondState === 'unscreened' &&
  path.retrieval !== 'retrieved' &&
  path.retrieval !== 'not_retrieved';
const awaitsAssessment = (path: Path) =>
  path.assessed === 'pending' && !notRetrieved(path) && !awaitsRetrieval(path);
/** Search results are many: what did not enter the arm (rejected on sight) is counted beside the boxes. */
const entered = (path: Path) =>
  path.arm === 'right' && isScreened(path) && path.screened !== 'excluded';
export const isIncluded = (path: Path) => isScreened(path) && path.secondState === 'passed';

export const enteredOtherArm = entered;

type ArmName = 'left' | 'right';
const soughtBy = (arm: ArmName) => (path: Path) => path.arm === arm && isSought(path);

const sourceOf = (path: Path) => path.run?.source ?? '';
const reasonOf = (path: Path) => path.reason;
const entrySource = ({ run }: Entry) => run.source;
const armPart = ({ arm }: Path) => (arm === 'left' ? 'databases' : arm === 'right' ? 'other' : '');

const kindIn =
  (...kinds: string[]) =>
  (path: Path) =>
    path.run !== null && kinds.includes(path.run.kind);
const isWebsite = kindIn('website');
const isOrganisation = kindIn('organisation');
const isTrail = kindIn('citation_searching', 'contact');

const path = (holds: (path: Path) => boolean, part?: (path: Path) => string): Condition => ({
  of: 'path',
  holds,
  ...(part ? { part } : {}),
});
const entry = (holds: (entry: Entry) => boolean, part?: (entry: Entry) => string): Condition => ({
  of: 'entry',
  holds,
  ...(part ? { part } : {}),
});

export const boxConditions: Partial<Record<BoxId, Condition>> = {
  I1: entry(({ run }) => run.kind === 'database', entrySource),
  I2: entry(({ run }) => run.kind === 'register', entrySource),
  X1: entry(({ run, isFirst }) => armOf(run.kind) === 'left' && !isFirst),
  X2: path((each) => each.arm === 'left' && each.removed === 'automation'),
  X3: path((each) => each.arm === 'left' && each.removed === 'other'),
  S1: path((each) => each.arm === 'left' && isScreened(each) && each.screened !== 'pending'),
  S2: path(
    (each) => each.arm === 'left' && isScreened(each) && each.screened === 'excluded',
    // Whoever is not named was excluded by people.
    (each) => (isStopped(each) ? 'automation' : ''),
  ),
  ...assessmentBoxes('left', { Q1: 'Q1', Q2: 'Q2', A1: 'A1', A2: 'A2' }),
  O1: path((each) => entered(each) && isWebsite(each), sourceOf),
  O2: path((each) => entered(each) && isOrganisation(each), sourceOf),
  O3: path((each) => entered(each) && isTrail(each), sourceOf),
  ...assessmentBoxes('right', { Q1: 'OQ1', Q2: 'OQ2', A1: 'OA1', A2: 'OA2' }),
  N2: path((each) => isIncluded(each) && !each.isOfPrevious, armPart),
};

type Assessment = Record<'Q1' | 'Q2' | 'A1' | 'A2', BoxId>;

function assessmentBoxes(arm: ArmName, { Q1, Q2, A1, A2 }: Assessment) {
  const sought = soughtBy(arm);
  return {
    [Q1]: path(sought),
    [Q2]: path((each) => sought(each) && notRetrieved(each)),
    [A1]: path((each) => sought(each) && each.assessed !== 'pending'),
    [A2]: path((each) => sought(each) && each.assessed === 'excluded', reasonOf),
  };
}

type PendingCondition = { box: BoxId; reason: PendingReason; holds: (path: Path) => boolean };

export const pendingConditions: PendingCondition[] = [
  ...awaited('S1', (each) => each.arm === 'left' && waits(each), firstState),
  ...awaited('O1', (each) => entered(each) && waits(each) && isWebsite(each), firstState),
  ...awaited('O2', (each) => entered(each) && waits(each) && isOrganisation(each), firstState),
  ...awaited('O3', (each) => entered(each) && waits(each) && isTrail(each), firstState),
  ...ofAssessment('left', { sought: 'Q1', assessed: 'A1', excluded: 'A2' }),
  ...ofAssessment('right', { sought: 'OQ1', assessed: 'OA1', excluded: 'OA2' }),
  { box: 'N1', reason: 'without_study', holds: (each) => isIncluded(each) && !each.hasStudy },
  { box: 'N2', reason: 'without_source', holds: (each) => isIncluded(each) && each.arm === null },
];

/** What is told under the figure because no official box has a place for it. */
export const noteConditions = {
  /** Seen by other methods too, but found before: not counted in the right arm. */
  seen_again: entry(({ run, isFirst }) => armOf(run.kind) === 'right' && !isFirst),
  rejected_on_sight: path(
    (each) => each.arm === 'right' && (isRemoved(each) || each.screened === 'excluded'),
  ),
  without_source: path((each) => each.arm === null),
  /** They belong to studies that the previous version had: neither new studies nor reports of new ones. */
  of_previous: path((each) => isIncluded(each) && each.isOfPrevious),
} satisfies Record<string, Condition>;
export type NoteKey = keyof typeof noteConditions;
export const noteKeys = Object.keys(noteConditions) as [NoteKey, ...NoteKey[]];

function waits(each: Path): boolean {
  return isScreened(each) && each.screened === 'pending';
}

function firstState(each: Path): string {
  return each.firstState;
}

function awaited(
  box: BoxId,
  holds: (path: Path) => boolean,
  state: (path: Path) => string,
): PendingCondition[] {
  const isConflict = (each: Path) => state(each) === 'conflict';
  return [
    { box, reason: 'awaiting_votes', holds: (each) => holds(each) && !isConflict(each) },
    { box, reason: 'open_conflict', holds: (each) => holds(each) && isConflict(each) },
  ];
}

function ofAssessment(
  arm: ArmName,
  boxes: { sought: BoxId; assessed: BoxId; excluded: BoxId },
): PendingCondition[] {
  const sought = soughtBy(arm);
  return [
    {
      box: boxes.sought,
      reason: 'awaiting_retrieval',
      holds: (each) => sought(each) && awaitsRetrieval(each),
    },
    ...awaited(
      boxes.assessed,
      (each) => sought(each) && awaitsAssessment(each),
      (each) => each.secondState,
    ),
    {
      box: boxes.excluded,
      reason: 'without_reason',
      holds: (each) => sought(each) && each.assessed === 'excluded' && each.reason === '',
    },
  ];
}
