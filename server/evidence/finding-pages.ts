/** What the page of a finding may show. */
import { type Locale, locales } from '../../schema/columns.ts';
import { confidenceView } from '../appraisal/confidence-page.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { inWords, pickWords } from '../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../synthesis/addresses.ts';
import { citedAs } from './citations.ts';
import { addressOf, everything, toggled } from './criteria.ts';
import { named } from './entry-pages.ts';
import type { FindingView, Witness } from './finding-views.ts';
import { codeAddress, referenceLinks, shownExcerpt } from './publication-pages.ts';

export function findingPage(locale: Locale, review: ReviewRow, view: FindingView) {
  const { finding, supports, contradicts } = view;
  const { slug } = review;
  const shown = pickWords(locale, finding.statement);
  const witnessIds = [...supports, ...contradicts].map((row) => row.publicationId);
  return {
    title: shown.text,
    statement: finding.statement,
    review: { slug, title: review.title },
    isDraft: finding.state === 'draft',
    kind: {
      label: finding.kind.label,
      href: addressOf(
        toggled(
          toggled({ ...everything, type: 'finding' }, 'kind', finding.kind.key),
          'review',
          slug,
        ),
      ),
    },
    number: finding.number,
    place: view.place,
    themes: finding.themes.map(({ codebookKey, key, label }) => ({
      label,
      href: codeAddress(slug, codebookKey, key),
    })),
    explanation: inWords(locale, finding.explanation) === '' ? null : finding.explanation,
    countries: named(locale, view.countries),
    confidence: view.confidence && confidenceView(locale, view.confidence),
    // Side by side only where there is something on both sides.
    hasBothSides: supports.length > 0 && contradicts.length > 0,
    sides: [
      side(locale, slug, 'supports', supports),
      side(locale, slug, 'contradicts', contradicts),
    ],
    otherLanguages: locales
      .filter((other) => other !== shown.locale && finding.statement[other])
      .map((other) => ({ locale: other, text: finding.statement[other] ?? '' })),
    previous: view.previous && neighbour(slug, view.previous),
    next: view.next && neighbour(slug, view.next),
    references: referenceLinks(
      slug,
      [...new Set(witnessIds)],
      `${findingAddress(slug, finding.id)}.json`,
    ),
  };
}

const neighbour = (slug: string, finding: FindingView['finding']) => ({
  number: finding.number,
  statement: finding.statement,
  href: findingAddress(slug, finding.id),
});

function side(locale: Locale, slug: string, stance: 'supports' | 'contradicts', rows: Witness[]) {
  const excerpts = rows.reduce((sum, row) => sum + row.excerpts.length, 0);
  return {
    stance,
    publications: rows.length,
    excerpts,
    witnesses: rows.map((row) => ({
      citation: citedAs(locale, row),
      title: row.title,
      href: row.isIncluded ? publicationAddress(slug, row.publicationId) : null,
      countries: named(locale, row.countries),
      excerpts: row.excerpts.map((excerpt) => ({
        ...shownExcerpt(locale, excerpt),
        href: row.isIncluded
          ? `${publicationAddress(slug, row.publicationId)}#excerpt-${excerpt.id}`
          : null,
      })),
    })),
  };
}
