/** What can be found in a published review: its final findings, its included publications, their excerpts. */
import { shortNames } from '../../import/normalize/names.ts';
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { aimsOf } from '../coding/desk/aims.ts';
import { codesOf } from '../coding/desk/codings.ts';
import { countriesOf } from '../coding/desk/countries.ts';
import { type ExcerptRow, excerptsOfReview } from '../coding/excerpts/excerpts.ts';
import { includedPublications, type Publication } from '../coding/publications.ts';
import { groupBy } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf } from '../findings/findings.ts';
import { supportsOf } from '../findings/support-rows.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { type Code, readCodes } from './codes.ts';
import type { EntryKind, FacetName } from './criteria.ts';
import type { Entry, FacetLabel, Passage } from './entry.ts';
import { sourcesOf } from './sources.ts';

const order: Record<EntryKind, number> = { finding: 1, publication: 2, excerpt: 3 };

export function entriesOf(db: Db, row: ReviewRow): { entries: Entry[]; labels: FacetLabel[] } {
  const sources = readSources(db, row);
  const entries = [
    ...sources.findings.map((finding) => findingEntry(sources, finding)),
    ...sources.publications.map((publication) => publicationEntry(sources, publication)),
    ...sources.excerpts.map((excerpt) => excerptEntry(sources, excerpt)),
  ];
  return { entries, labels: labelsOf(sources) };
}

type Sources = ReturnType<typeof readSources>;

function readSources(db: Db, row: ReviewRow) {
  const publications = includedPublications(db, row.id);
  const ids = publications.map((publication) => publication.rootId);
  const byRoot = new Map(publications.map((publication) => [publication.rootId, publication]));
  const findings = findingsOf(db, row.id, { onlyFinal: true });
  const excerpts = excerptsOfReview(db, row.id).filter(({ rootId }) => byRoot.has(rootId));
  const behind = supportsOf(
    db,
    findings.map((finding) => finding.id),
  );
  return {
    review: row,
    publications,
    byRoot,
    findings,
    excerpts,
    behind,
    excerptsByRoot: groupBy(excerpts, (excerpt) => excerpt.rootId),
    aims: aimsOf(db, ids),
    countries: countriesOf(db, ids),
    codings: codesOf(db, ids),
    codes: readCodes(db, row.id, findings),
  };
}

function findingEntry(sources: Sources, finding: FindingWithThemes): Entry {
  const rows = sources.behind.get(finding.id) ?? [];
  const countries = [...new Set(rows.flatMap((row) => row.publication.countries))].sort();
  const years = [...new Set(rows.flatMap((row) => row.publication.year ?? []))].sort();
  const themes = pathsOf(
    sources,
    finding.themes.map((theme) => theme.codeId),
  );
  const { kind } = finding;
  return {
    kind: 'finding',
    refId: finding.id,
    facts: {
      key: finding.key,
      number: finding.number,
      kindKey: kind.key,
      kindLabel: kind.label,
      supporting: finding.supportingIds.length,
      contradicting: finding.contradictingIds.length,
      sources: sourcesOf(rows),
      countries,
    },
    title: passages(finding.statement),
    body: passages(finding.explanation),
    alsoFoundBy: [...passages(kind.label), ...codeWords(themes)],
    names: '',
    year: years.at(-1) ?? null,
    sort: sortKey('finding', pad(kind.position), pad(finding.number)),
    facets: [
      ['review', sources.review.slug],
      ['kind', kind.key],
      ...codeFacets(themes),
      ...countryFacets(countries),
      ...years.map((year): [FacetName, string] => ['year', String(year)]),
    ],
  };
}

function publicationEntry(sources: Sources, publication: Publication): Entry {
  const { rootId, reference, year, authors } = publication;
  const aim = sources.aims.get(rootId);
  const countries = sources.countries.get(rootId) ?? [];
  const coded = (sources.codings.get(rootId) ?? []).map((row) => row.codeId);
  const codes = pathsOf(sources, coded);
  const lang = reference.language ?? '';
  const speaksIn = sources.findings.filter(({ supportingIds, contradictingIds }) =>
    [...supportingIds, ...contradictingIds].includes(rootId),
  );
  const alone = (text: string | undefined) => (text ? [{ lang, text }] : []);
  return {
    kind: 'publication',
    refId: rootId,
    facts: {
      authors,
      year,
      container: reference.container ?? reference.publisher ?? '',
      countries,
      findings: speaksIn.length,
      excerpts: sources.excerptsByRoot.get(rootId)?.length ?? 0,
    },
    title: [{ lang, text: reference.title }],
    body: [
      ...passages(aim?.text ?? {}),
      ...alone(reference.abstract),
      ...passages(aim?.plainSummary ?? {}),
    ],
    alsoFoundBy: [
      ...codeWords(codes),
      ...alone(reference.container),
      ...alone(reference.keywords?.join('; ')),
      ...(reference.translatedTitle ? [{ lang: '', text: reference.translatedTitle }] : []),
    ],
    names: [...namesOf(publication), String(year ?? ''), reference.doi ?? ''].join(' '),
    year,
    sort: sortKey('publication', publication.firstAuthor, String(year ?? 9999)),
    facets: [
      ['review', sources.review.slug],
      ...codeFacets(codes),
      ...countryFacets(countries),
      ...yearFacets(year),
    ],
  };
}

function excerptEntry(sources: Sources, excerpt: ExcerptRow): Entry {
  const { rootId, kind, page, locator, citedIn } = excerpt;
  const publication = sources.byRoot.get(rootId);
  const authors = publication?.authors ?? shortNames([]);
  const year = publication?.year ?? null;
  const countries = sources.countries.get(rootId) ?? [];
  const codes = pathsOf(
    sources,
    excerpt.codes.map((code) => code.codeId),
  );
  return {
    kind: 'excerpt',
    refId: excerpt.id,
    facts: {
      excerptKind: kind,
      page,
      locator,
      citedIn,
      publicationId: rootId,
      authors,
      year,
      countries,
    },
    title: [],
    body: passages(excerpt.text),
    alsoFoundBy: [
      ...codeWords(codes),
      ...(publication ? [{ lang: '', text: [...namesOf(publication), year ?? ''].join(' ') }] : []),
    ],
    names: '',
    year,
    sort: sortKey('excerpt', publication?.firstAuthor ?? '', String(year ?? 9999), pad(excerpt.id)),
    facets: [
      ['review', sources.review.slug],
      ...codeFacets(codes),
      ...countryFacets(countries),
      ...yearFacets(year),
    ],
  };
}

/** The codes and everything above them: what is filed under a part is filed under the whole. */
function pathsOf({ codes }: Sources, codeIds: number[]): Code[] {
  const found = new Map<number, Code>();
  for (const start of codeIds)
    for (let code = codes.get(start); code; code = codes.get(code.parentId ?? 0))
      found.set(code.id, code);
  return [...found.values()];
}

const codeFacets = (codes: Code[]) =>
  codes.map((code): [FacetName, string] => [code.facet, code.value]);
const countryFacets = (countries: string[]) =>
  countries.map((country): [FacetName, string] => ['country', country]);
const yearFacets = (year: number | null): [FacetName, string][] =>
  year === null ? [] : [['year', String(year)]];

function codeWords(codes: Code[]): Passage[] {
  return codes.flatMap((code) => [
    ...passages(code.label),
    ...locales.flatMap((locale) => passages({ [locale]: code.synonyms[locale]?.join('; ') ?? '' })),
  ]);
}

export function passages(words: Words): Passage[] {
  const said = (locale: Locale) => words[locale]?.trim() ?? '';
  return locales
    .filter((locale) => said(locale) !== '')
    .map((locale) => ({ lang: locale, text: said(locale) }));
}

const namesOf = ({ reference }: Publication): string[] =>
  [...reference.authors, ...(reference.editors ?? [])].map((name) =>
    'literal' in name ? name.literal : [name.given, name.particle, name.family].join(' '),
  );

const pad = (number: number) => String(number).padStart(6, '0');
const sortKey = (kind: EntryKind, ...parts: string[]) =>
  [order[kind], ...parts.map((part) => part.toLowerCase())].join('\u0001');

function labelsOf({ review, findings, codes }: Sources): FacetLabel[] {
  const kinds = new Map(findings.map(({ kind }) => [kind.key, kind]));
  return [
    { facet: 'review', value: review.slug, label: review.title, position: review.id, depth: 1 },
    ...[...kinds.values()].map(
      (kind): FacetLabel => ({
        facet: 'kind',
        value: kind.key,
        label: kind.label,
        position: kind.position,
        depth: 1,
      }),
    ),
    ...[...codes.values()].map(
      ({ facet, value, label, position, depth }): FacetLabel => ({
        facet,
        value,
        label,
        position,
        depth,
      }),
    ),
  ];
}
