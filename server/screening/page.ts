/** What the pages of screening may show: nobody else's answers, only how far things have come. */
import type { Locale, Words } from '../../schema/columns.ts';
import type { CriterionKind } from '../../schema/reviews.ts';
import { type Answer, answers, type Stage, stages } from '../../schema/screening.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow, Rights } from '../platform/guards.ts';
import { type MessageKey, translate } from '../platform/i18n.ts';
import { type DeskRecord, type Look, visible } from './desk/look.ts';
import type { QueuedReport } from './desk/queue.ts';
import { type Keys, usualKeys } from './desk/settings.ts';
import { showReport } from './desk/show.ts';
import type { retrievalCounts, StageCounts, teamProgress } from './progress.ts';
import type { conflict } from './votes/conflicts.ts';
import { policyOf } from './votes/standings.ts';

export type CriterionRow = {
  id: number;
  code: string;
  kind: CriterionKind;
  label: Words;
  statement: Words;
};

/** What every page of screening knows. */
export type Place = { locale: Locale; review: ReviewRow; rights: Rights | null; stage: Stage };

export const pathOf = (review: { slug: string }, stage: Stage) =>
  `/reviews/${review.slug}/screening/${stage}`;

export type StageOverview = {
  stage: Stage;
  counts: StageCounts;
  own: { answered: number; left: number };
  team: ReturnType<typeof teamProgress>;
};

export function overviewPage(
  place: Omit<Place, 'stage'>,
  overviews: StageOverview[],
  retrieval: ReturnType<typeof retrievalCounts>,
) {
  const { locale, review, rights } = place;
  const people = overviews[0]?.team ?? [];
  const needed = Math.max(...overviews.map(({ stage }) => policyOf(review, stage).reviewers));
  const isOpen = overviews.some(({ counts }) => counts.unscreened + counts.partly > 0);
  return {
    title: translate(locale, 'screening.title'),
    tooFew: isOpen && people.length < needed ? { needed, people: people.length } : null,
    slug: review.slug,
    mayOwn: rights?.mayOwn ?? false,
    isEmpty: overviews.every(({ counts }) => counts.total === 0),
    mayReview: rights?.mayReview ?? false,
    mayAdjudicate: rights?.mayAdjudicate ?? false,
    stages: overviews.map(({ stage, counts, own }) => ({
      stage,
      path: pathOf(review, stage),
      isDouble: policyOf(review, stage).reviewers === 2,
      isFullText: stage === 'full_text',
      counts,
      settled: counts.passed + counts.excluded + counts.not_retrieved,
      own,
      retrieval,
    })),
    people: people.map(({ personId, name }) => ({
      name,
      answered: overviews.map(
        ({ team }) => team.find((row) => row.personId === personId)?.answered ?? 0,
      ),
    })),
  };
}

/** What a person typed into a form that was refused. */
export type Typed = { criterionId: number | null; note: string };

export type DeskData = {
  report: QueuedReport | null;
  /** The same as the desk shows it. */
  record: DeskRecord | null;
  look: Look;
  keys: Keys;
  personId: number;
  own: (Typed & { answer: Answer; at: string }) | null;
  /** Answered by this person, and passed since. */
  hasPassed: boolean;
  typed: Typed | null;
  criteria: CriterionRow[];
  progress: { answered: number; left: number };
  total: number;
  conflicts: number;
  /** The place in the queue before this one, and the one to go on from when it has been answered. */
  after: number;
  next: number;
  undo: { reportId: number } | null;
  clientKey: string;
  problems: Problem[];
};

export function deskPage(place: Place, data: DeskData) {
  const { locale, review, stage } = place;
  const { report, own, progress, look, keys } = data;
  const path = pathOf(review, stage);
  const typed = data.typed ?? own ?? { criterionId: null, note: '' };
  return {
    ...placeModel(place, data.conflicts),
    progress: { ...progress, all: progress.answered + progress.left },
    announce: report
      ? translate(locale, 'screening.announce', { title: report.reference.title, ...progress })
      : translate(locale, 'screening.announce_done'),
    report: data.record,
    personId: data.personId,
    look: { marks: look.marks, terms: look.terms.length > 0 },
    keys,
    also: stage === 'full_text' ? data.criteria : [],
    own: own && { answer: own.answer, at: own.at },
    hasPassed: data.hasPassed,
    form: { path, clientKey: data.clientKey, next: data.next, note: typed.note },
    answers: answersAt(stage, keys),
    reasons: reasonsModel(data.criteria, stage, typed.criterionId),
    undo: data.undo && `${path}?report=${data.undo.reportId}&after=${data.after}`,
    skip: report && (own ? `${path}?after=${data.next}` : `${path}?after=${report.id}`),
    idle: idleModel(data, stage),
    problems: problemsByField(data.problems, ['', 'answer', 'criterionId', 'note']),
  };
}

/** The same for machines. */
export function deskJson({ review, stage }: Place, data: DeskData) {
  const { report, progress, look } = data;
  return {
    review: review.slug,
    stage,
    reviewers: policyOf(review, stage).reviewers,
    progress,
    next: report && { id: report.id, reference: visible(report.reference, look.hides) },
  };
}

export function settlePage(
  place: Place,
  data: {
    row: ReturnType<typeof conflict>;
    criteria: CriterionRow[];
    conflicts: number;
    personId: number;
    typed: Typed | null;
    problems: Problem[];
  },
) {
  const { review, stage } = place;
  const { row } = data;
  const typed = data.typed ?? row.settlement ?? { criterionId: null, note: '' };
  const listPath = `${pathOf(review, stage)}/conflicts`;
  return {
    ...placeModel(place, data.conflicts),
    announce: row.reference.title,
    title: row.reference.title,
    report: showReport(row),
    voters: row.voters.map((voter) => voterModel(voter, data.personId)),
    isBlind: row.voters.every((voter) => voter.said === null),
    settlement: row.settlement && {
      answer: row.settlement.answer,
      person: row.settlement.person ?? '',
      at: row.settlement.at,
    },
    listPath,
    form: { path: `${listPath}/${row.id}`, note: typed.note },
    answers: answersAt('full_text'),
    reasons: reasonsModel(data.criteria, stage, typed.criterionId),
    problems: problemsByField(data.problems, ['', 'answer', 'criterionId', 'note']),
  };
}

type AskedVoter = ReturnType<typeof conflict>['voters'][number];

/** What a voter said is there only where the review's rule is not blind. */
const voterModel = ({ id, name, said }: AskedVoter, personId: number) => ({
  name,
  said,
  isSelf: id === personId,
});

export function placeModel({ locale, review, rights, stage }: Place, conflicts: number) {
  return {
    title: translate(locale, `screening.title_${stage}`),
    slug: review.slug,
    stage,
    path: pathOf(review, stage),
    isFullText: stage === 'full_text',
    stages: stages.map((each) => ({
      stage: each,
      href: pathOf(review, each),
      isCurrent: each === stage,
    })),
    mayAdjudicate: rights?.mayAdjudicate ?? false,
    conflicts: rights?.mayAdjudicate ? conflicts : 0,
  };
}

function answersAt(stage: Stage, keys: Record<Answer, string> = usualKeys) {
  return answers
    .filter((answer) => stage === 'title_abstract' || answer !== 'maybe')
    .map((answer) => ({ answer, key: keys[answer] }));
}

/** Criteria as reasons, numbered as the keys that choose them: what excludes first, then what was not met. */
function reasonsModel(criteria: CriterionRow[], stage: Stage, chosen: number | null) {
  const ordered = (['exclude', 'include'] as const).map((kind) => ({
    kind,
    criteria: criteria.filter((row) => row.kind === kind),
  }));
  let number = 0;
  const groups = ordered.map((group) => ({
    kind: group.kind,
    criteria: group.criteria.map((row) => {
      number += 1;
      const key = number <= 9 ? String(number) : null;
      return {
        ...row,
        key,
        isChosen: row.id === chosen,
        says: Object.keys(row.statement).length > 0,
      };
    }),
  }));
  return {
    isRequired: stage === 'full_text',
    isEmpty: criteria.length === 0,
    isNoneChosen: chosen === null,
    groups: groups.filter((group) => group.criteria.length > 0),
  };
}

/** Why there is nothing to judge. */
function idleModel(
  { report, total, progress }: DeskData,
  stage: Stage,
): { words: MessageKey } | null {
  if (report) return null;
  if (total === 0)
    return { words: stage === 'full_text' ? 'screening.idle_none_passed' : 'screening.idle_empty' };
  return { words: progress.answered > 0 ? 'screening.idle_done' : 'screening.idle_not_needed' };
}

export function pagerModel(
  path: string,
  { page, pages }: { page: number; pages: number },
  query: string,
) {
  const to = (target: number) => `${path}?${query}page=${target}`;
  return {
    isNeeded: pages > 1,
    page,
    pages,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
  };
}
