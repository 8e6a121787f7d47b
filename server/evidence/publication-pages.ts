/** What the list of publications and the page of one may show. */
import type { CodebookKind } from '../../schema/coding.ts';
import type { Locale } from '../../schema/columns.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../synthesis/addresses.ts';
import {
  citedAs,
  citeLine,
  everyName,
  namesInShort,
  placeInContainer,
  webAddress,
} from './citations.ts';
import { locatorOf, named } from './entry-pages.ts';
import { langAttribute } from './languages.ts';
import type { PublicationListRow, PublicationView, ReaderExcerpt } from './publication-views.ts';

export const codeAddress = (slug: string, codebookKey: string, codeKey: string): string =>
  `/reviews/${slug}/codes/${encodeURIComponent(codebookKey)}/${encodeURIComponent(codeKey)}`;

/** A framework has its own page of steps; a tree is shown as the review's codebooks are. */
export function codebookAddress(slug: string, key: string, kind: CodebookKind): string {
  const room = kind === 'framework' ? 'frameworks' : 'codebooks';
  return `/reviews/${slug}/${room}/${encodeURIComponent(key)}`;
}

/** References of some publications, in a format that reference managers read. */
const referenceFormats = [
  { name: 'RIS', ending: 'ris' },
  { name: 'BibTeX', ending: 'bib' },
  { name: 'CSL-JSON', ending: 'json' },
] as const;

/** @param jsonHref where machines read the page itself. */
export function referenceLinks(slug: string, ids: number[], jsonHref: string) {
  const query = ids.length > 0 ? `?ids=${ids.join(',')}` : '';
  const formats = referenceFormats.map(({ name, ending }) => ({
    name: name as string,
    href: `/reviews/${slug}/references.${ending}${query}`,
  }));
  return [...formats, { name: 'JSON', href: jsonHref }];
}

export function publicationLine(locale: Locale, slug: string, row: PublicationListRow) {
  return {
    href: publicationAddress(slug, row.id),
    names: namesInShort(locale, row.authors),
    year: row.year ?? translate(locale, 'evidence.no_year'),
    title: row.title,
    lang: langAttribute(row.reference.language ?? '', locale),
    container: row.reference.container ?? '',
    countries: named(locale, row.countries),
    aim: inWords(locale, row.aim) === '' ? null : row.aim,
    findings: row.findings,
    excerpts: row.excerpts,
  };
}

export function publicationsPage(locale: Locale, review: ReviewRow, rows: PublicationListRow[]) {
  return {
    title: translate(locale, 'evidence.publications_title'),
    review: { slug: review.slug, title: review.title },
    publications: rows.map((row) => publicationLine(locale, review.slug, row)),
    references: referenceLinks(
      review.slug,
      rows.map((row) => row.id),
      `/reviews/${review.slug}/publications.json`,
    ),
  };
}

/** What an excerpt says, and where it stands. */
export function shownExcerpt(locale: Locale, excerpt: Omit<ReaderExcerpt, 'codes' | 'rootId'>) {
  const { id, kind, text, citedIn } = excerpt;
  return {
    id,
    isQuotation: kind === 'quotation',
    label: translate(locale, `evidence.excerpt_${kind}`),
    text,
    locator: locatorOf(locale, excerpt),
    citedIn,
  };
}

export function excerptCard(locale: Locale, slug: string, excerpt: ReaderExcerpt) {
  return {
    ...shownExcerpt(locale, excerpt),
    codes: excerpt.codes.map(({ codebookKey, key, label }) => ({
      label,
      href: codeAddress(slug, codebookKey, key),
    })),
  };
}

export function publicationPage(locale: Locale, review: ReviewRow, view: PublicationView) {
  const { reference, aim, excerpts } = view;
  const { slug } = review;
  const cards = new Map(excerpts.map((row) => [row.id, excerptCard(locale, slug, row)]));
  const used = new Set(view.findings.flatMap((row) => row.excerptIds));
  const href = publicationAddress(slug, view.id);
  return {
    title: reference.title,
    lang: langAttribute(reference.language ?? '', locale),
    review: { slug, title: review.title },
    names: everyName(locale, reference),
    shortName: citedAs(locale, { authors: view.authors, year: reference.year ?? null }),
    year: reference.year ?? translate(locale, 'evidence.no_year'),
    translatedTitle: reference.translatedTitle ?? null,
    published: {
      container: reference.container ?? reference.publisher ?? '',
      place: placeInContainer(reference),
    },
    links: linksOf(view),
    countries: named(locale, view.countries),
    aim: aim ? { text: aim.text, source: aim.source } : null,
    plainSummary: aim && inWords(locale, aim.plainSummary) !== '' ? aim.plainSummary : null,
    abstract: reference.abstract ?? null,
    findings: findingsBehind(locale, slug, view, cards),
    otherExcerpts: excerpts
      .filter((row) => !used.has(row.id))
      .flatMap((row) => cards.get(row.id) ?? []),
    excerptCount: excerpts.length,
    codebooks: view.codebooks.map((book) => ({
      label: book.label,
      isFramework: book.kind === 'framework',
      href: codebookAddress(slug, book.key, book.kind),
      codes: book.codes.map(({ key, label, locator }) => ({
        label,
        locator,
        href: codeAddress(slug, book.key, key),
      })),
    })),
    cases: view.cases.map(({ label, country }) => ({ label, country })),
    citedIn: view.citedIn,
    archive: archiveFacts(view),
    cite: citeLine(locale, reference),
    references: referenceLinks(slug, [view.id], `${href}.json`),
  };
}

function linksOf({ reference }: PublicationView) {
  const doi = reference.doi
    ? [{ text: reference.doi, href: `https://doi.org/${reference.doi}` }]
    : [];
  const urls = (reference.urls ?? []).flatMap((url) => {
    const href = webAddress(url);
    return href && !href.includes('doi.org/') ? [{ text: new URL(href).host, href }] : [];
  });
  return [...doi, ...urls];
}

type Card = ReturnType<typeof excerptCard>;

function findingsBehind(
  locale: Locale,
  slug: string,
  view: PublicationView,
  cards: Map<number, Card>,
) {
  const anchored = new Set<number>();
  return view.findings.map(({ finding, stance, excerptIds }) => ({
    stance,
    stanceText: translate(locale, `evidence.${stance}`),
    kind: finding.kind.label,
    number: finding.number,
    statement: finding.statement,
    href: findingAddress(slug, finding.id),
    excerpts: excerptIds.flatMap((id) => {
      const card = cards.get(id);
      if (!card) return [];
      // An excerpt under two findings is one place to link to: the first.
      const isFirst = !anchored.has(id);
      anchored.add(id);
      return [{ ...card, anchor: isFirst ? `excerpt-${id}` : null }];
    }),
  }));
}

function archiveFacts({ facts }: PublicationView) {
  const ofKind = (kind: (typeof facts)[number]['kind']) =>
    facts
      .filter((fact) => fact.kind === kind)
      .map(({ text, count, url }) => ({ text, count, url: webAddress(url) }));
  const source = facts[0]?.source ?? null;
  return {
    hasAny: facts.length > 0,
    keywords: ofKind('keyword'),
    goals: ofKind('sdg'),
    path: ofKind('path'),
    links: ofKind('link'),
    source,
  };
}
