/** What the pages about publishing and about projects may show. */
import type { Locale } from '../../schema/columns.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { tags, translate } from '../platform/i18n.ts';
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

export function projectsPage(locale: Locale, review: ReviewRow, rows: ReturnType<typeof projects>) {
  return {
    title: translate(locale, 'projects.title'),
    slug: review.slug,
    projects: rows.map(({ amount, currency, summary, ...row }) => ({
      ...row,
      summary: Object.keys(summary).length > 0 ? summary : null,
      amount: amount === null ? null : money(locale, amount, currency),
    })),
  };
}

function money(locale: Locale, amount: number, currency: string): string {
  const isCode = /^[A-Z]{3}$/.test(currency);
  const style: Intl.NumberFormatOptions = isCode
    ? { style: 'currency', currency, currencyDisplay: 'code', maximumFractionDigits: 0 }
    : {};
  return new Intl.NumberFormat(tags[locale], style).format(amount);
}
