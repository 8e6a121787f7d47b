/** What the pages that restore a review may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { type JobRow, percentOf } from '../../platform/jobs/jobs.ts';
import { jobProblem } from '../../platform/jobs/problem.ts';
import type { Progress } from '../../platform/progress-events.ts';
import type { openAccounts, WaitingArchive } from './waiting.ts';

export function restorePage(
  locale: Locale,
  {
    isEmpty,
    waiting,
  }: { isEmpty: boolean; waiting: (WaitingArchive & { begun: string | null })[] },
  problems: Problem[],
) {
  return {
    title: translate(locale, 'restore.title'),
    isEmpty,
    waiting,
    problems: problemsByField(problems, ['', 'file']),
  };
}

/** How far it is; what is checked first takes most of the time. */
export function restoreProgress(locale: Locale, job: JobRow): Progress {
  const percent = percentOf(job);
  const key = job.state === 'queued' ? 'restore.waits' : 'restore.under_way';
  const isActive = job.state === 'queued' || job.state === 'running';
  return { isActive, percent, text: translate(locale, key, { percent }) };
}

/** @param place the page's own address, and where another attempt begins. */
export function restoringPage(locale: Locale, job: JobRow, place: { page: string; again: string }) {
  const progress = restoreProgress(locale, job);
  return {
    ...place,
    title: translate(locale, 'restore.title'),
    progress: progress.isActive ? progress : null,
    problem: jobProblem(locale, job),
  };
}

type Accounts = ReturnType<typeof openAccounts>;

/** Each person with the account that has the same name, where just one has: a proposal, which somebody confirms. */
export function peopleOfArchivePage(
  locale: Locale,
  archive: WaitingArchive,
  accounts: Accounts,
  sent: { problems: Problem[]; chosen: Map<number, number> } | null,
) {
  const fields = archive.people.map(({ id }) => `person-${id}`);
  const problems = problemsByField(sent?.problems ?? [], ['', 'file', ...fields]);
  const title = inWords(locale, archive.title);
  return {
    title: translate(locale, 'restore.people_title', { review: title }),
    hash: archive.hash,
    people: archive.people.map(({ id, name }) => {
      const field = `person-${id}`;
      const chosen = sent ? sent.chosen.get(id) : accountNamed(name, accounts);
      const options = [
        {
          value: '',
          text: translate(locale, 'restore.no_account'),
          isCurrent: chosen === undefined,
        },
        ...accounts.map((account) => ({
          value: String(account.id),
          text: `${account.name} (${account.email})`,
          isCurrent: account.id === chosen,
        })),
      ];
      return { field, name, options, problem: problems[field] ?? null };
    }),
    problem: problems[''] ?? problems.file ?? null,
  };
}

function accountNamed(name: string, accounts: Accounts): number | undefined {
  const folded = name.trim().toLocaleLowerCase();
  const same = accounts.filter((account) => account.name.trim().toLocaleLowerCase() === folded);
  return same.length === 1 ? same[0]?.id : undefined;
}
