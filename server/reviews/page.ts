/** What the pages about reviews may show. */
import type { Locale, Words } from '../../schema/columns.ts';
import { flowTemplates, frameworks, reviewKinds } from '../../schema/reviews.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow, Rights } from '../platform/guards.ts';
import { inWords, type MessageKey, translate } from '../platform/i18n.ts';
import type { SignedIn } from '../platform/sessions.ts';
import { wordsInput } from '../platform/words-form.ts';
import type { ReviewCounts, Step, StepState } from './progress.ts';
import type { ProtocolVersion } from './protocol.ts';
import { protocolView } from './protocol-view.ts';
import type { allReviews, publishedReviews, reviewsOf } from './reviews.ts';

type Listed = ReturnType<typeof publishedReviews>[number];
export type ReviewLists = {
  published: Listed[];
  mine: ReturnType<typeof reviewsOf>;
  /** For administrators: those that they are not in and that are not published, and the archive. */
  others: Listed[];
  archived: ReturnType<typeof allReviews>;
};

export function reviewsPage(locale: Locale, person: SignedIn | null, lists: ReviewLists) {
  const listed = (row: Listed & { role?: string }) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: hasText(row.summary) ? row.summary : null,
    kind: row.kind,
    isExercise: row.isExercise,
    publishedAt: row.publishedAt,
    role: row.role ?? null,
  });
  const own = new Set(lists.mine.map(({ id }) => id));
  return {
    title: translate(locale, 'reviews.title'),
    isSignedIn: person !== null,
    isAdministrator: person?.isAdministrator ?? false,
    mine: lists.mine.map(listed),
    others: lists.others.map(listed),
    archived: lists.archived.map(listed),
    published: lists.published.filter(({ id }) => !own.has(id)).map(listed),
    hasPublished: lists.published.length > 0,
  };
}

const hasText = (words: Words): boolean => Object.keys(words).length > 0;

function options<V extends string>(
  locale: Locale,
  prefix: string,
  values: readonly V[],
  current: string,
) {
  return values.map((value) => ({
    value,
    text: translate(locale, `${prefix}${value}` as MessageKey),
    isCurrent: value === current,
  }));
}

export type NewReviewForm = {
  title: Words;
  slug: string;
  kind: string;
  flowTemplate: string;
  framework: string;
  isExercise: boolean;
};

export function newReviewPage(locale: Locale, form: NewReviewForm, problems: Problem[]) {
  return {
    title: translate(locale, 'reviews.new'),
    titleInput: wordsInput(locale, form.title),
    slug: form.slug,
    kinds: options(locale, 'review.kind.', reviewKinds, form.kind),
    templates: options(locale, 'review.template.', flowTemplates, form.flowTemplate),
    frameworks: options(locale, 'framework.', frameworks, form.framework),
    isExercise: form.isExercise,
    problems: problemsByField(problems, ['', 'title', 'slug']),
  };
}

export type SettingsForm = {
  title: Words;
  summary: Words;
  attribution: Words;
  kind: string;
  flowTemplate: string;
  reviewersTitleAbstract: number;
  reviewersFullText: number;
};

export function settingsPage(
  locale: Locale,
  review: ReviewRow,
  form: SettingsForm,
  problems: Problem[],
) {
  const panel = (current: number) =>
    [1, 2].map((value) => ({
      value,
      text: translate(locale, 'review.reviewer_count', { count: value }),
      isCurrent: value === current,
    }));
  return {
    title: translate(locale, 'review.settings'),
    slug: review.slug,
    titleInput: wordsInput(locale, form.title),
    summaryInput: wordsInput(locale, form.summary),
    attributionInput: wordsInput(locale, form.attribution),
    kinds: options(locale, 'review.kind.', reviewKinds, form.kind),
    templates: options(locale, 'review.template.', flowTemplates, form.flowTemplate),
    reviewersTitleAbstract: panel(form.reviewersTitleAbstract),
    reviewersFullText: panel(form.reviewersFullText),
    problems: problemsByField(problems, [
      '',
      'title',
      'reviewersTitleAbstract',
      'reviewersFullText',
    ]),
  };
}

const stepPath: Record<Step, string> = {
  protocol: 'protocol',
  searches: 'searches',
  import: 'records',
  duplicates: 'duplicates',
  screening: 'screening',
  full_text: 'documents',
  coding: 'coding',
  findings: 'findings',
  publish: 'publishing',
};

/** The addresses of the lists that the numbers count. */
const countPath = {
  searchRuns: 'searches',
  records: 'records#imports',
  reports: 'records#publications',
  openPairs: 'duplicates',
  screened: 'records?state=screened#publications',
  conflicts: 'records?state=conflict#publications',
  fullText: 'records?state=sought#publications',
  included: 'publications',
  findings: 'findings',
} as const satisfies Partial<Record<keyof ReviewCounts, string>>;
type Counted = keyof typeof countPath;

export function overviewPage(
  locale: Locale,
  about: { review: ReviewRow; rights: Rights | null },
  state: { counts: ReviewCounts; steps: StepState[]; protocol: ProtocolVersion | null },
) {
  const { review, rights } = about;
  const { counts, protocol } = state;
  return {
    title: inWords(locale, review.title),
    review: {
      slug: review.slug,
      title: review.title,
      summary: hasText(review.summary) ? review.summary : null,
      attribution: hasText(review.attribution) ? review.attribution : null,
      kind: review.kind,
      isExercise: review.isExercise,
      publishedAt: review.publishedAt,
    },
    protocol: protocol && protocolView(locale, protocol.content),
    amendments: protocol ? protocol.number - 1 : 0,
    // The public reads final findings only.
    counts: { included: counts.included, findings: counts.finalFindings },
    mayOwn: rights?.mayOwn ?? false,
    team: rights?.mayRead ? teamPart(review.slug, rights, state) : null,
  };
}

const reviewerPaths = ['duplicates', 'screening', 'documents', 'coding'];

function mayVisit(path: string, rights: Rights): boolean {
  if (path === 'publishing') return rights.mayOwn;
  return rights.mayReview || !reviewerPaths.includes(path);
}

function teamPart(
  slug: string,
  rights: Rights,
  { counts, steps }: { counts: ReviewCounts; steps: StepState[] },
) {
  const link = (path: string) => (mayVisit(path, rights) ? `/reviews/${slug}/${path}` : null);
  const linked = steps.map((step) => ({
    ...step,
    isDone: step.state === 'done',
    isCurrent: step.state === 'current',
    hasCount: step.total !== null && step.total > 0,
    href: link(stepPath[step.step]),
  }));
  return {
    steps: linked,
    next: rights.mayReview ? (linked.find(({ isCurrent }) => isCurrent) ?? null) : null,
    counts: (Object.keys(countPath) as Counted[]).map((name) => ({
      name,
      count: counts[name],
      href: link(countPath[name]),
    })),
  };
}
