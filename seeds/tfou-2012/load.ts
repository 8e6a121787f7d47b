/** Loads "TFoU 2012" (Solbjør et al. 2012): a literature review with seven municipal cases. */
import { shortNames } from '../../import/normalize/names.ts';
import { addCase } from '../../server/coding/desk/cases.ts';
import { addCoding } from '../../server/coding/desk/codings.ts';
import type { PersonalContext } from '../../server/platform/context.ts';
import { publishReview } from '../../server/publishing/publications.ts';
import { saveProtocol } from '../../server/reviews/protocol.ts';
import { createReview } from '../../server/reviews/reviews.ts';
import { addSearchRun } from '../../server/searches/runs.ts';
import { addAspect, setCell } from '../../server/synthesis/aspects.ts';
import { setReportedNumber } from '../../server/synthesis/reported.ts';
import {
  type Ids,
  idsFrom,
  type Loading,
  loadCodebook,
  loadFindings,
  loadIncluded,
  loadSavedTables,
} from '../loading.ts';
import { listed, same, sentences, type Words } from '../words.ts';
import { type CaseKey, caseAspects, caseCells, caseKeys, municipalities } from './cases.ts';
import { factorCodes, instrumentCodes, instrumentTypes } from './codes.ts';
import type { FindingSupport, TfouFinding } from './finding.ts';
import { tfouFindings } from './findings.ts';
import { factorBook, includedNote, instrumentBook, tableAspects } from './presentation.ts';
import { tfouProtocol } from './protocol.ts';
import { type TfouPublication, tfouReport, tfouStudies } from './publications.ts';
import { attribution, tfouCriteria, tfouQuestions, tfouReview } from './review.ts';
import type { Source } from './source.ts';
import { sourceColumns, tfouSources } from './sources.ts';

const document = 'Solbjør, Johansen & Kleiven (2012)';
/** Of the tables to begin from, those that its own tables come closest to. */
const savedTables = [
  'cases',
  'characteristics',
  `code_map-${factorBook.key}`,
  `code_findings-${factorBook.key}`,
  `code_publication-${instrumentBook.key}`,
  'publication_kind',
];
/** Those with a title: what the text gives as author and year only cannot be shown as a publication. */
const included = [tfouReport, ...tfouStudies.filter(({ reference }) => reference.title !== '')];

/** A place as the Norwegian report names it. */
const inNorwegian = (locator: string) =>
  locator.replace('Table', 'Tabell').replace('Foreword', 'Forord').replace('Summary', 'Sammendrag');
const placeOf = ({ locator, page }: Source) =>
  `${inNorwegian(locator)}${page === undefined ? '' : `, s. ${page}`}`;
const sourceOf = (source: Source) => `${document}, ${placeOf(source)}`;

export function loadTfou(context: PersonalContext): void {
  const { slug, title, kindLabel } = tfouReview;
  const { id: reviewId } = createReview(context, {
    slug,
    title,
    summary: sentences(kindLabel, tfouReport.aim ?? kindLabel),
    attribution,
    kind: 'literature',
    flowBasis: 'included_list',
    flowTemplate: 'new-v2',
  });
  const loading = { context, reviewId };
  loadProtocol(loading);
  loadSearches(loading);
  const batch = { searchRunId: null, label: document, note: `${document}, kapittel 4 og 6` };
  const reports = loadIncluded(loading, batch, included.map(seedPublication));
  const factors = loadCodes(loading, reports);
  loadCases(loading, reports.of(tfouReport.key));
  const { of } = supportsOf(reports);
  loadFindings(
    loading,
    tfouFindings.map((finding) => ({
      key: finding.key,
      kindKey: finding.kind,
      number: finding.number,
      statement: finding.statement,
      explanation: originOf(finding),
      themeCodeIds: finding.themes.map(factors.of),
      supports: finding.support.map(of),
    })),
  );
  // The report gives no number for any box; that it was looked for is said where a reader would look.
  for (const box of ['I1', 'S1', 'N2'])
    setReportedNumber(context, reviewId, {
      box,
      value: null,
      label: includedNote,
      source: `${document}, 3.1, s. 12`,
    });
  loadSavedTables(loading, savedTables);
  publishReview(context, reviewId, document);
}

function loadProtocol({ context, reviewId }: Loading): void {
  saveProtocol(context, reviewId, {
    questions: tfouQuestions
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ text }) => text),
    framework: 'none',
    elements: {},
    criteria: tfouCriteria.map(({ key, kind, label, text }) => ({
      code: key,
      kind,
      label,
      statement: text,
    })),
    periodFrom: null,
    periodTo: null,
    languages: [],
    countries: ['DK', 'FI', 'IS', 'NO', 'SE'],
    countriesNote: {
      en: 'Norway and the Nordic region; results came from Norway, Sweden and Denmark.',
      sv: 'Norge och Norden; resultaten kom från Norge, Sverige och Danmark.',
      nb: 'Norge og Norden; resultatene kom fra Norge, Sverige og Danmark.',
      nn: 'Noreg og Norden; resultata kom frå Noreg, Sverige og Danmark.',
    },
    notes: sentences(
      ...tfouProtocol.flatMap(({ label, text }) => [label, text]),
      same(tfouReview.searchTerms.join(', ')),
      includedNote,
    ),
  });
}

function loadSearches({ context, reviewId }: Loading): void {
  for (const { kind, name, column, note, hits, searchedOn } of tfouSources) {
    const grouping = sourceColumns.find(({ key }) => key === column)?.label ?? same(column);
    const known = { kind, source: name, hitsDeclared: hits, searchedOn };
    addSearchRun(context, reviewId, { ...known, grouping, ...(note && { notes: note }) });
  }
}

function seedPublication({ key, reference, lookedUp, countries, aim, source }: TfouPublication) {
  const notes = lookedUp ? [`Tittel, navn og utgiver er lest på ${lookedUp}`] : [];
  return {
    key,
    reference: notes.length > 0 ? { ...reference, notes } : reference,
    countries,
    aim,
    aimSource: sourceOf(source),
  };
}

/** @returns the factor groups, which are the themes of the findings. */
function loadCodes(loading: Loading, reports: Ids): Ids {
  const report = reports.of(tfouReport.key);
  const withSource = <T extends { source: Source }>(code: T) => ({
    ...code,
    source: sourceOf(code.source),
  });
  const factors = loadCodebook(loading, factorBook, factorCodes.map(withSource));
  const instruments = loadCodebook(loading, instrumentBook, [
    ...instrumentTypes.map(withSource),
    ...instrumentCodes.map(withSource),
  ]);
  for (const { key, source } of factorCodes)
    addCoding(loading.context, report, factors.of(key), placeOf(source));
  for (const { key, source } of instrumentCodes)
    addCoding(loading.context, report, instruments.of(key), placeOf(source));
  return factors;
}

function loadCases(loading: Loading, reportId: number): void {
  const { context, reviewId } = loading;
  const cases = idsFrom(
    municipalities.map(({ key, name: label, country }) => [
      key,
      addCase(context, reviewId, { reportId, key, label, country }),
    ]),
    'case',
  );
  const fill = (
    aspectId: number,
    key: CaseKey,
    cell: { text?: Words; number?: number },
    at: Source,
  ) =>
    setCell(context, aspectId, {
      caseId: cases.of(key),
      country: null,
      text: cell.text ?? {},
      number: cell.number ?? null,
      reportId,
      source: sourceOf(at),
    });
  for (const { key, label, readFrom } of tableAspects) {
    const source = 'Tabell 3-2';
    const aspectId = addAspect(context, reviewId, { scope: 'case', key, label, source });
    for (const row of municipalities) {
      const value = readFrom(row);
      const cell = typeof value === 'number' ? { number: value } : { text: same(value) };
      fill(aspectId, row.key, cell, row.source);
    }
  }
  for (const { key, label, table } of caseAspects) {
    const source = `Tabell ${table}`;
    const aspectId = addAspect(context, reviewId, { scope: 'case', key, label, source });
    for (const caseKey of caseKeys) {
      const items = caseCells.filter((cell) => cell.case === caseKey && cell.aspect === key);
      const [first] = items;
      if (!first) continue;
      fill(aspectId, caseKey, { text: listed(items.map(({ text }) => text)) }, first.source);
    }
  }
}

/**
 * A municipality speaks through the report, and so does a study of which only author and year are known: its
 * support is the report's, and the locator names it.
 */
function supportsOf(reports: Ids) {
  const known = new Set(included.map(({ key }) => key));
  const names = new Map<string, string>([
    ...municipalities.map(({ key, name }) => [key, name] as const),
    ...tfouStudies.map((study) => [study.key, `om ${citationOf(study)}`] as const),
  ]);
  return {
    of({ publication, stance, excerpt: { text, locator, page } }: FindingSupport) {
      const own = known.has(publication);
      const place = inNorwegian(locator);
      const excerpt = {
        reportId: reports.of(own ? publication : tfouReport.key),
        text,
        page: String(page),
        locator: own ? place : `${place}, ${names.get(publication)}`,
        citedIn: own && publication !== tfouReport.key ? document : '',
      };
      return { stance, excerpt };
    },
  };
}

function citationOf({ reference: { authors, othersOmitted, year } }: TfouPublication): string {
  const { names, more } = shortNames(authors, othersOmitted);
  return `${more ? `${names[0]} mfl.` : names.join(' og ')} (${year})`;
}

/** Where in the report a finding stands. */
function originOf({ origin, source }: TfouFinding): Words {
  const section = source.locator.replace(/ \(.*\)$/, '');
  const isTable = /^\d-\d$/.test(origin);
  const page = source.page === undefined ? '' : String(source.page);
  return {
    en: `${isTable ? `Table ${origin}; section` : 'Section'} ${section}, p. ${page} of ${document}.`,
    sv: `${isTable ? `Tabell ${origin}; avsnitt` : 'Avsnitt'} ${section}, s. ${page} i ${document}.`,
    nb: `${isTable ? `Tabell ${origin}; avsnitt` : 'Avsnitt'} ${section}, s. ${page} i ${document}.`,
    nn: `${isTable ? `Tabell ${origin}; avsnitt` : 'Avsnitt'} ${section}, s. ${page} i ${document}.`,
  };
}
