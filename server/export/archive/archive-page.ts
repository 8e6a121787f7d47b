/** What the page of a review's archive may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate } from '../../platform/i18n.ts';
import { type JobRow, percentOf } from '../../platform/jobs/jobs.ts';
import { jobProblem } from '../../platform/jobs/problem.ts';
import type { Progress } from '../../platform/progress-events.ts';
import { isUnderWay } from '../made-files.ts';
import type { BlindWork, unblindings } from './blind-work.ts';

type Known = {
  work: BlindWork;
  earlier: ReturnType<typeof unblindings>;
  latest: readonly JobRow[];
  ready: { at: string; isCurrent: boolean } | null;
};

export function archivePage(
  locale: Locale,
  slug: string,
  { work, earlier, latest, ready }: Known,
  problems: Problem[],
) {
  const progress = archiveProgress(locale, latest);
  const [last] = latest;
  return {
    title: translate(locale, 'archive.title'),
    slug,
    page: `/reviews/${slug}/files/archive`,
    progress: progress.isActive ? progress : null,
    failed: last ? jobProblem(locale, last) : null,
    ready: ready && { ...ready, href: `/reviews/${slug}/archive.zip` },
    open: blindLines(locale, work),
    earlier: earlier.map(({ name, at, seen }) => ({
      name,
      at,
      seen: blindLines(locale, seen).join('; '),
    })),
    problems: problemsByField(problems, ['', 'confirmed']),
  };
}

export function archiveProgress(locale: Locale, latest: readonly JobRow[]): Progress {
  const own = latest.find(isUnderWay);
  if (!own) return { isActive: false, percent: 100, text: translate(locale, 'archive.made') };
  const percent = percentOf(own);
  const key = own.state === 'queued' ? 'archive.waiting' : 'archive.making';
  return { isActive: true, percent, text: translate(locale, key, { percent }) };
}

/** What there is of work that others do blind, in words. */
export const blindLines = (locale: Locale, work: BlindWork): string[] =>
  (['answers', 'codings', 'appraisals'] as const)
    .filter((kind) => work[kind] > 0)
    .map((kind) => translate(locale, `archive.blind_${kind}`, { count: work[kind] }));
