/** How far a report has got, as one text (see `schema/flow.ts`), and as the questions that boxes ask of it. Pure. */
import { leftArmKinds, type SourceKind } from '../../../schema/searches.ts';

export type Arm = 'left' | 'right' | null;

/** Reports that are alike in everything the flow asks, and how many they are. */
export type PathGroup = { class: string; count: number; isOfPrevious?: boolean };

export type Run = { id: number; kind: SourceKind; source: string; searchedOn: string | null };

/** What the ids in a class stand for. */
export type Names = { runs: Map<number, Run>; criteria: Map<number, string> };

export type Path = {
  class: string;
  count: number;
  /** The searches that found it, in the order of import. */
  found: Run[];
  /** The first of them: the arm and the source that it counts for. */
  run: Run | null;
  arm: Arm;
  removed: '' | 'automation' | 'other';
  firstState: string;
  secondState: string;
  screened: 'passed' | 'excluded' | 'pending';
  assessed: 'passed' | 'excluded' | 'pending';
  retrieval: string;
  /** The code of the criterion; empty when none is named. */
  reason: string;
  hasStudy: boolean;
  /** Of a study that the previous version had already: a new report, not a new study. */
  isOfPrevious: boolean;
};

export function pathOf(group: PathGroup, { runs, criteria }: Names): Path {
  const [
    found = '',
    removed = '',
    first = '',
    second = '',
    retrieval = '',
    reason = '',
    study = '',
  ] = group.class.split('|');
  const searches = found.split(',').flatMap((id) => runs.get(Number(id)) ?? []);
  const [run = null] = searches;
  return {
    ...group,
    found: searches,
    run,
    arm: run && armOf(run.kind),
    removed: removed === 'automation' || removed === 'other' ? removed : '',
    firstState: first,
    secondState: second,
    screened: screenedAs(first, second),
    assessed: settledAs(second),
    retrieval,
    reason: criteria.get(Number(reason)) ?? '',
    hasStudy: study === '1',
    isOfPrevious: group.isOfPrevious ?? false,
  };
}

export const armOf = (kind: SourceKind): 'left' | 'right' =>
  leftArmKinds.includes(kind) ? 'left' : 'right';

/** Nobody screened it, and somebody decided that nobody would: a stopping rule is an automation tool (S2). */
export const isStopped = (path: Path): boolean => path.firstState === 'stopped';

/** What stands at full text has passed the stage before. */
function screenedAs(first: string, second: string): Path['screened'] {
  const settled = settledAs(first);
  return settled === 'pending' && second !== 'unscreened' ? 'passed' : settled;
}

function settledAs(state: string): Path['screened'] {
  if (state === 'stopped') return 'excluded';
  return state === 'passed' || state === 'excluded' ? state : 'pending';
}
