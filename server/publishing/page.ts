/** What the pages about publishing and about projects may show. */
import type { Locale } from '../../schema/columns.ts';
import { typedText } from '../coding/http.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { inWords, tags, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { projects } from './projects.ts';
import type { publications, unsupportedFindings } from './publications.ts';

export function publishingPage(
  locale: Locale,
  review: ReviewRow,
  state: {
    publications: ReturnType<typeof publications>;
    unsupported: ReturnType<typeof unsupportedFindings>;
  },
  problems: Problem[],
) {
  return {
    title: translate(locale, 'publishing.title'),
    slug: review.slug,
    isExercise: review.isExercise,
    publishedAt: review.publishedAt,
    unsupported: state.unsupported,
    publications: state.publications,
    problem: problemsByField(problems, [''])[''],
  };
}

export function projectsPage(
  locale: Locale,
  review: ReviewRow,
  { rows, mayReview }: { rows: ReturnType<typeof projects>; mayReview: boolean },
) {
  return {
    title: translate(locale, 'projects.title'),
    slug: review.slug,
    mayReview,
    projects: rows.map(({ amount, currency, summary, ...row }) => ({
      ...row,
      edit: `/reviews/${review.slug}/projects/${row.id}/edit`,
      summary: Object.keys(summary).length > 0 ? summary : null,
      amount: amount === null ? null : money(locale, amount, currency),
    })),
  };
}

const textFields = [
  ...(['organisation', 'funder', 'scheme', 'projectNumber', 'amount', 'currency'] as const),
  ...(['period', 'countries', 'source', 'workPackages'] as const),
];
type TextField = (typeof textFields)[number];

export function projectFormPage(
  locale: Locale,
  review: ReviewRow,
  shown: { project: Project | null; typed: unknown; problems: Problem[] },
) {
  const { project, typed, problems } = shown;
  const base = `/reviews/${review.slug}/projects`;
  const written = (project ? textsOf(locale, project) : {}) as Partial<Record<TextField, string>>;
  const words = (name: 'title' | 'summary') =>
    wordsInput(locale, typed ? typedWords(typed, name) : (project?.[name] ?? {}));
  return {
    title: translate(locale, project ? 'projects.change' : 'projects.add'),
    back: base,
    action: project ? `${base}/${project.id}` : base,
    archive: project ? `${base}/${project.id}/archive` : null,
    form: Object.fromEntries(
      textFields.map((name) => [name, typed ? typedText(typed, name) : (written[name] ?? '')]),
    ),
    titleInput: words('title'),
    summaryInput: words('summary'),
    problems: problemsByField(problems, ['', 'title', 'summary', ...textFields]),
  };
}

type Project = ReturnType<typeof projects>[number];

/** As they stand in the inputs; of a work package the line in the page's language, else in another. */
function textsOf(locale: Locale, { amount, countries, workPackages, ...row }: Project) {
  const { organisation, funder, scheme, projectNumber, currency, period, source } = row;
  return {
    ...{ organisation, funder, scheme, projectNumber, currency, period, source },
    amount: amount === null ? '' : String(amount),
    countries: countries.join(', '),
    workPackages: workPackages
      .map(({ code, summary }) => `${code}; ${inWords(locale, summary)}`)
      .join('\n'),
  };
}

function money(locale: Locale, amount: number, currency: string): string {
  const isCode = /^[A-Z]{3}$/.test(currency);
  const style: Intl.NumberFormatOptions = isCode
    ? { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 }
    : {};
  return new Intl.NumberFormat(tags[locale], style).format(amount);
}
