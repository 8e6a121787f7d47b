/** What the pages of countries, codes and frameworks may show. */
import { type Locale, locales } from '../../schema/columns.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { countryName, inWords, tags, translate } from '../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../synthesis/addresses.ts';
import { citedAs } from './citations.ts';
import type { CodeView, FrameworkView, Step } from './code-views.ts';
import type { CountryView } from './country-views.ts';
import { addressOf, type Criteria, everything, toggled } from './criteria.ts';
import { countryLinks } from './page.ts';
import { codeAddress, codebookAddress, excerptCard, publicationLine } from './publication-pages.ts';
import type { Facet } from './store.ts';

export function countriesPage(locale: Locale, facets: Facet[]) {
  return {
    title: translate(locale, 'evidence.countries_title'),
    countries: countryLinks(locale, facets),
  };
}

type Finding = CodeView['findings'][number];

const findingLine = (slug: string, row: Finding) => ({
  statement: row.statement,
  number: row.number,
  href: findingAddress(slug, row.id),
  supporting: row.supportingIds.length,
  contradicting: row.contradictingIds.length,
});

/** Findings under their kinds, in the order that the review gives them. */
export function byKind(slug: string, findings: Finding[]) {
  const kinds = [...new Map(findings.map((row) => [row.kind.id, row.kind])).values()];
  return kinds.map((kind) => ({
    label: kind.label,
    findings: findings
      .filter((row) => row.kind.id === kind.id)
      .map((row) => findingLine(slug, row)),
  }));
}

type Cell = CountryView['reviews'][number]['cases'][number]['facts'][number];

const cellText = (locale: Locale, { text, number }: Pick<Cell, 'text' | 'number'>) => ({
  text: inWords(locale, text) === '' ? null : text,
  number: number === null ? null : new Intl.NumberFormat(tags[locale]).format(number),
});

export function countryPage(locale: Locale, view: CountryView) {
  const name = countryName(locale, view.code);
  const ofCountry = toggled(everything, 'country', view.code);
  const count = (list: 'publications' | 'findings') =>
    view.reviews.reduce((sum, review) => sum + review[list].length, 0);
  return {
    title: name,
    code: view.code,
    publicationCount: count('publications'),
    findingCount: count('findings'),
    searchHref: addressOf(ofCountry),
    publicationsHref: addressOf({ ...ofCountry, type: 'publication' }),
    findingsHref: addressOf({ ...ofCountry, type: 'finding' }),
    jsonHref: `/countries/${view.code}.json`,
    reviews: view.reviews.map((review) => ({
      slug: review.slug,
      title: review.title,
      kinds: byKind(review.slug, review.findings),
      publications: review.publications.map((row) => publicationLine(locale, review.slug, row)),
      cases: review.cases.map((row) => ({
        label: row.label,
        title: row.title,
        href: publicationAddress(review.slug, row.publicationId),
        facts: row.facts.map((fact) => ({ label: fact.label, ...cellText(locale, fact) })),
      })),
      comparison: review.comparison.map((cell) => ({
        label: cell.label,
        ...cellText(locale, cell),
        href: cell.publicationId && publicationAddress(review.slug, cell.publicationId),
      })),
    })),
  };
}

export function codePage(locale: Locale, review: ReviewRow, view: CodeView) {
  const { slug } = review;
  const address = (key: string) => codeAddress(slug, view.codebook.key, key);
  const filed: Criteria = toggled(everything, view.facet, view.value);
  return {
    title: inWords(locale, view.label),
    label: view.label,
    review: { slug, title: review.title },
    codebook: {
      label: view.codebook.label,
      href: codebookAddress(slug, view.codebook.key, view.codebook.kind),
    },
    definition: inWords(locale, view.definition) === '' ? null : view.definition,
    synonyms: locales.flatMap((language) => {
      const words = view.synonyms[language] ?? [];
      return words.length > 0 ? [{ language, text: words.join(', ') }] : [];
    }),
    source: view.source,
    path: view.path.map(({ key, label }) => ({ label, href: address(key) })),
    children: view.children.map(({ key, label, publications: count }) => ({
      label,
      count,
      href: address(key),
    })),
    kinds: byKind(slug, view.findings),
    findingCount: view.findings.length,
    publications: view.publications.map((row) => publicationLine(locale, slug, row)),
    excerpts: view.excerpts.map((row) => ({
      ...excerptCard(locale, slug, row),
      href: `${publicationAddress(slug, row.rootId)}#excerpt-${row.id}`,
      citation: citedAs(locale, row.publication),
    })),
    searchHref: addressOf(filed),
    jsonHref: `${address(view.key)}.json`,
  };
}

type StepLine = Omit<Step, 'parts' | 'key' | 'definition'> & {
  href: string;
  definition: Step['definition'] | null;
  parts: StepLine[];
};

export function frameworkPage(locale: Locale, review: ReviewRow, view: FrameworkView) {
  const { slug } = review;
  const line = ({ key, parts, definition, ...step }: Step): StepLine => ({
    ...step,
    definition: inWords(locale, definition) === '' ? null : definition,
    href: codeAddress(slug, view.key, key),
    parts: parts.map(line),
  });
  return {
    title: inWords(locale, view.label),
    label: view.label,
    review: { slug, title: review.title },
    isOrdered: view.kind === 'framework',
    description: inWords(locale, view.description) === '' ? null : view.description,
    source: view.source,
    steps: view.steps.map(line),
    jsonHref: `/reviews/${slug}/frameworks/${encodeURIComponent(view.key)}.json`,
  };
}
