/** What the published reviews know about one country, review by review. */
import type { Words } from '../../schema/columns.ts';
import { casesOf } from '../coding/desk/cases.ts';
import { includedPublications } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf } from '../findings/findings.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { cellsOf } from '../synthesis/aspects.ts';
import { type PublicationListRow, publicationList } from './publication-views.ts';

export type CountryReview = {
  slug: string;
  title: Words;
  publications: PublicationListRow[];
  /** Findings that a publication on the country speaks for or against. */
  findings: FindingWithThemes[];
  cases: {
    label: string;
    publicationId: number;
    title: string;
    facts: { label: Words; text: Words; number: number | null }[];
  }[];
  /** What the comparison of countries says of it. */
  comparison: { label: Words; text: Words; number: number | null; publicationId: number | null }[];
};
export type CountryView = { code: string; reviews: CountryReview[] };

type Public = Pick<ReviewRow, 'id' | 'slug' | 'title'>;

export function countryView(db: Db, reviews: Public[], code: string): CountryView {
  const known = reviews
    .map((review) => countryIn(db, review, code))
    .filter(
      ({ publications, cases, comparison }) =>
        publications.length + cases.length + comparison.length > 0,
    );
  return { code, reviews: known };
}

function countryIn(db: Db, review: Public, code: string): CountryReview {
  const publications = publicationList(db, review).filter((row) => row.countries.includes(code));
  const ids = new Set(publications.map((row) => row.id));
  const findings = findingsOf(db, review.id, { onlyFinal: true }).filter((row) =>
    [...row.supportingIds, ...row.contradictingIds].some((id) => ids.has(id)),
  );
  return {
    slug: review.slug,
    title: review.title,
    publications,
    findings,
    cases: casesIn(db, review, code),
    comparison: comparisonIn(db, review, code),
  };
}

function casesIn(db: Db, review: Public, code: string): CountryReview['cases'] {
  const included = new Set(includedPublications(db, review.id).map((row) => row.rootId));
  const here = casesOf(db, review.id).filter(
    (row) => row.country === code && included.has(row.rootId),
  );
  if (here.length === 0) return [];
  const { aspects, cells } = cellsOf(db, review.id, 'case');
  return here.map(({ id, label, rootId, title }) => ({
    label,
    publicationId: rootId,
    title,
    facts: aspects.flatMap((aspect) =>
      cells
        .filter((cell) => cell.aspectId === aspect.id && cell.caseId === id)
        .map(({ text, number }) => ({ label: aspect.label, text, number })),
    ),
  }));
}

function comparisonIn(db: Db, review: Public, code: string): CountryReview['comparison'] {
  const included = new Set(includedPublications(db, review.id).map((row) => row.rootId));
  const { aspects, cells } = cellsOf(db, review.id, 'country');
  return aspects.flatMap((aspect) =>
    cells
      .filter((cell) => cell.aspectId === aspect.id && cell.country === code)
      .map(({ text, number, rootId }) => ({
        label: aspect.label,
        text,
        number,
        publicationId: rootId !== null && included.has(rootId) ? rootId : null,
      })),
  );
}
