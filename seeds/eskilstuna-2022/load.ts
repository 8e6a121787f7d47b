/** Loads "Eskilstuna 2022" (Aytar 2022), a legacy review: what it included is known, how it got there is not. */
import type { Name, Reference } from '../../import/reference.ts';
import { addCoding } from '../../server/coding/desk/codings.ts';
import { addExcerpt } from '../../server/coding/excerpts/excerpts.ts';
import type { PersonalContext } from '../../server/platform/context.ts';
import { publishReview } from '../../server/publishing/publications.ts';
import { saveProtocol } from '../../server/reviews/protocol.ts';
import { createReview } from '../../server/reviews/reviews.ts';
import { saveConceptBlocks } from '../../server/searches/blocks.ts';
import { buildQuery } from '../../server/searches/query.ts';
import { addSearchRun } from '../../server/searches/runs.ts';
import { addAspect, setCell } from '../../server/synthesis/aspects.ts';
import { addIndicator } from '../../server/synthesis/indicators.ts';
import { setReportedNumber } from '../../server/synthesis/reported.ts';
import {
  type Ids,
  type Loading,
  loadCodebook,
  loadFindings,
  loadIncluded,
  loadSavedTables,
} from '../loading.ts';
import { sentences, type Words } from '../words.ts';
import { type Codebook, codebooks } from './codes.ts';
import { countryPractice, practiceCodes } from './codes-countries.ts';
import { codings } from './codings.ts';
import { countryStatements } from './countries.ts';
import { criteria } from './criteria.ts';
import { explanationOf } from './explanations.ts';
import { type FindingKindKey, findings } from './findings.ts';
import { type ReportedBox, reportedFlow } from './flow.ts';
import { frameworks } from './frameworks.ts';
import { citationNotes, type Publication, publications } from './publications.ts';
import { attribution, protocolNotes, review } from './review.ts';
import { blocks, queryNote, type SearchSource, searchSources } from './search.ts';
import type { Source } from './source.ts';
import { comparison, indicators } from './tables.ts';

const document = 'Aytar (2022)';
/** Of the tables to begin from, those that its own tables come closest to. */
const savedTables = [
  'code_map-themes',
  'characteristics',
  'country_year',
  'welfare_kind',
  'finding_country',
  'code_findings-themes',
  'code_kind-themes',
  'code_publication-contribution-forms',
];
const kindKeys: Record<FindingKindKey, string> = {
  'success-factor': 'success_factor',
  'risk-barrier': 'risk_or_barrier',
  recommendation: 'recommendation',
};
const units: Record<'percent' | 'hours-per-month', Words> = {
  percent: { en: 'Per cent', sv: 'Procent', nb: 'Prosent', nn: 'Prosent' },
  'hours-per-month': {
    en: 'Hours per month',
    sv: 'Timmar per månad',
    nb: 'Timer per måned',
    nn: 'Timar per månad',
  },
};

/** The place as the Swedish document names it. */
const placeOf = ({ locator }: Source) => (typeof locator === 'string' ? locator : locator.sv);
const sourceOf = (source: Source) => `${document}, ${placeOf(source)}`;
const sourceOrNone = (source: Source | null) => (source ? sourceOf(source) : '');

export function loadEskilstuna(context: PersonalContext): void {
  const { id: reviewId } = createReview(context, {
    slug: review.slug,
    title: review.title,
    summary: review.aim,
    attribution,
    kind: review.kind,
    flowBasis: 'included_list',
    flowTemplate: 'new-v2',
  });
  const loading = { context, reviewId };
  loadProtocol(loading);
  loadSearches(loading);
  const batch = {
    // The text does not say which publication came from which source.
    searchRunId: null,
    label: `${document}, Tabell 1`,
    note: `${document}, Tabell 1`,
  };
  const reports = loadIncluded(loading, batch, publications.map(seedPublication));
  const themes = loadCodes(loading, reports);
  loadFrameworks(loading, reports);
  loadCountryStatements(loading, reports);
  loadFindings(
    loading,
    findings.map(({ key, kind, number, statement, themes: keys, support }) => ({
      key,
      kindKey: kindKeys[kind],
      number,
      statement,
      explanation: explanationOf({ number, support }),
      themeCodeIds: keys.map(themes.of),
      supports: support.map(({ publication, stance, excerpt: { text, locator } }) => ({
        stance,
        excerpt: {
          reportId: reports.of(publication),
          text,
          page: '',
          locator: placeOf(locator),
          citedIn: document,
        },
      })),
    })),
  );
  loadTables(loading, reports);
  for (const box of reportedFlow) loadReported(loading, box);
  loadSavedTables(loading, savedTables);
  publishReview(context, reviewId, document);
}

function loadProtocol({ context, reviewId }: Loading): void {
  const { countries, period } = review;
  saveProtocol(context, reviewId, {
    questions: review.questions.map(({ text }) => text),
    framework: review.framework,
    elements: review.elements,
    criteria: criteria.map(({ id: code, kind, label, text: statement }) => ({
      code,
      kind,
      label,
      statement,
    })),
    periodFrom: period.from,
    periodTo: period.to,
    languages: review.languages.codes,
    countries: countries.meant,
    countriesNote: sentences(countries.asWorded, countries.note),
    notes: sentences(review.kindNote, ...protocolNotes),
  });
}

function loadSearches({ context, reviewId }: Loading): void {
  saveConceptBlocks(
    context,
    reviewId,
    blocks.map(({ label, terms }) => ({ label, terms })),
  );
  for (const source of searchSources) addSearchRun(context, reviewId, runOf(source));
}

function runOf({ kind, name, hits, note }: SearchSource) {
  const isDatabase = kind === 'database';
  const notes = [
    ...(name.en === name.sv ? [] : [name]),
    ...(note ? [note] : []),
    ...(isDatabase ? [queryNote] : []),
  ];
  return {
    kind,
    source: name.sv,
    query: isDatabase ? buildQuery(blocks) : '',
    limits: isDatabase
      ? 'Peer-reviewed; 2012-01-01–2021-12-31; nordiska och övriga EU-länder; engelska och svenska'
      : '',
    hitsDeclared: hits,
    notes: sentences(...notes),
  };
}

function seedPublication({ key, reference, countries, aim, source }: Publication) {
  return {
    key,
    reference: referenceOf(key, reference),
    countries,
    aim,
    aimSource: sourceOf(source),
  };
}

function referenceOf(key: string, reference: Publication['reference']): Reference {
  const { type, authors, yearSuffix, doiSource: _source, ...rest } = reference;
  const notes = citationNotes
    .filter(({ publication }) => publication === key)
    .map(({ note }) => note.sv);
  return {
    ...rest,
    type: type === 'article' ? 'article-journal' : 'report',
    authors: authors.map((author): Name => author),
    ...(yearSuffix ? { date: `${reference.year}${yearSuffix}` } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** @returns the themes, which findings carry. */
function loadCodes(loading: Loading, reports: Ids): Ids {
  const load = ({ key, label, definition: description, ordered, codes, source }: Codebook) => {
    const kind = ordered ? ('framework' as const) : ('tree' as const);
    const input = { key, kind, label, description, source: sourceOrNone(source) };
    const seeds = codes.map((code) => ({ ...code, source: sourceOrNone(code.source) }));
    return [key, loadCodebook(loading, input, seeds)] as const;
  };
  const books = new Map(codebooks.map(load));
  const bookOf = (key: string) => {
    const book = books.get(key);
    if (!book) throw new Error(`The seeds have no codebook ${key}`);
    return book;
  };
  for (const { publication, codebook, code, basis, note, source } of codings) {
    const reading = note ? note.sv : 'vår läsning';
    const locator = basis === 'stated' ? placeOf(source) : `${placeOf(source)}. ${reading}`;
    addCoding(loading.context, reports.of(publication), bookOf(codebook).of(code), locator);
  }
  return bookOf('themes');
}

/** A framework's steps, each put on the publication that the framework comes from. */
function loadFrameworks(loading: Loading, reports: Ids): void {
  for (const { key, label, definition, note, steps, source, publication } of frameworks) {
    const description = note ? sentences(definition, note) : definition;
    const input = { key, kind: 'framework', label, description, source: sourceOf(source) } as const;
    const seeds = steps.map((step) => ({ ...step, source: sourceOf(step.source) }));
    const codes = loadCodebook(loading, input, seeds);
    for (const step of steps)
      addCoding(
        loading.context,
        reports.of(publication),
        codes.of(step.key),
        `${placeOf(step.source)} (${document})`,
      );
  }
}

/** What the document says of each country, as excerpts of the publications that it cites for it. */
function loadCountryStatements(loading: Loading, reports: Ids): void {
  const { context, reviewId } = loading;
  const codes = loadCodebook(loading, countryPractice, practiceCodes);
  for (const { countries, text, publication, source } of countryStatements)
    addExcerpt(context, reviewId, {
      reportId: reports.of(publication),
      kind: 'restatement',
      text,
      locator: placeOf(source),
      citedIn: document,
      codeIds: countries.map((country) => codes.of(country.toLowerCase())),
    });
}

function loadTables({ context, reviewId }: Loading, reports: Ids): void {
  for (const { key, label, unit, points, publication, publicationPage, source } of indicators)
    addIndicator(context, reviewId, {
      key,
      label,
      unit: units[unit],
      source: `Jegermalm & Jeppsson Grassman (2012), s. ${publicationPage}, ${tableIn(source)}`,
      reportId: reports.of(publication),
      groups: [
        {
          key: 'se',
          label: { en: 'Sweden', sv: 'Sverige', nb: 'Sverige', nn: 'Sverige' },
          values: Object.fromEntries(points.map(({ year, value }) => [year, value])),
        },
      ],
    });
  for (const row of comparison.rows) {
    const { key, label } = row;
    const source = sourceOf(comparison.source);
    const aspectId = addAspect(context, reviewId, { scope: 'country', key, label, source });
    for (const country of comparison.countries) {
      const { text, doubt } = row.cells[country];
      const place = `In For Care (2017), s. ${comparison.publicationPage}, ${tableIn(comparison.source)}`;
      setCell(context, aspectId, {
        caseId: null,
        country,
        text,
        number: null,
        reportId: reports.of(comparison.publication),
        source: doubt ? `${place}. ${doubt.sv}` : place,
      });
    }
  }
}

/** In the document's own language, as every locator is. */
const tableIn = (source: Source) => `${placeOf(source)} i ${document}`;

function loadReported(
  { context, reviewId }: Loading,
  { box, reported, note, ...rest }: ReportedBox,
) {
  const source = rest.source ? sourceOf(rest.source) : document;
  setReportedNumber(context, reviewId, { box, value: reported, label: note, source });
  const names = ['databases', 'other'];
  for (const [index, part] of (rest.parts ?? []).entries())
    setReportedNumber(context, reviewId, {
      box: `${box}.${names[index] ?? index}`,
      value: part.reported,
      label: part.label,
      source: sourceOf(part.source),
    });
}
