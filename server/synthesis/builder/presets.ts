/** Tables that most reviews need, made from what a review has: to begin from, or to keep as they are. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import type { TableDefinition, TableUnit } from '../../../schema/synthesis.ts';
import { inWords, type MessageKey, translate } from '../../platform/i18n.ts';
import { type SearchRun, searchRuns } from '../../searches/runs.ts';
import { cellsOf } from '../aspects.ts';
import type { SearchFact } from './names.ts';
import type { Reader } from './reader.ts';

export type Preset = { key: string; title: Words; definition: TableDefinition };
/** Those about the same: what is listed or counted, or the codes of one codebook. */
export type PresetGroup = { about: Words; presets: Preset[] };

export const presetsOf = (reader: Reader): Preset[] =>
  presetGroups(reader).flatMap(({ presets }) => presets);

export function presetGroups(reader: Reader): PresetGroup[] {
  const books = reader.books().filter(({ codeCount }) => codeCount > 0);
  const columns = ['publication', 'country', ...caseAspects(reader)];
  const cases = reader.cases().length > 0 ? [preset('cases', listing('cases', columns))] : [];
  const groups = [
    group('publications', [
      preset('characteristics', {
        ...listing('publications', ['authors', 'year', 'title', 'country', 'design', 'aim']),
        order: 'label',
      }),
      preset('country_year', crossing('publications', 'country', 'year')),
      preset('country_design', crossing('studies', 'country', 'design')),
    ]),
    group('findings', [
      preset('welfare_kind', crossing('publications', 'welfare', 'kind')),
      preset('finding_country', {
        ...crossing('publications', 'finding', 'country'),
        cells: 'list',
      }),
      preset('publication_kind', crossing('findings', 'publication', 'kind')),
    ]),
    group('cases', cases),
    group('sources', sourcePresets(reader)),
    ...books.map(({ key, label }) => ({ about: label, presets: bookPresets(key, label) })),
  ];
  return groups.filter(({ presets }) => presets.length > 0);
}

type GroupName = 'publications' | 'findings' | 'cases' | 'sources';
const group = (name: GroupName, presets: Preset[]): PresetGroup => ({
  about: inEach((locale) => translate(locale, `built.preset_group.${name}`)),
  presets,
});

const inEach = (say: (locale: Locale) => string): Words =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)]));

/** As the reports of reviews print what was searched, with what is known of any search. */
function sourcePresets({ request: { db, review } }: Reader): Preset[] {
  const runs = searchRuns(db, review.id);
  if (runs.length === 0) return [];
  const isKnown = (holds: (run: SearchRun) => boolean, name: SearchFact) =>
    runs.some(holds) ? [`search:${name}`] : [];
  // The kind is always known: a list without any column would be no table yet.
  const columns = [
    'source_kind',
    ...isKnown((run) => run.platform !== '', 'platform'),
    ...isKnown((run) => run.searchedOn !== null, 'date'),
    ...isKnown((run) => run.hitsDeclared !== null, 'hits'),
    ...isKnown((run) => run.imports > 0, 'records'),
  ];
  return [preset('sources', { ...listing('sources', columns), rows: 'source_group' })];
}

function caseAspects({ request: { db, review } }: Reader): string[] {
  return cellsOf(db, review.id, 'case').aspects.map(({ key }) => `aspect:${key}`);
}

function bookPresets(book: string, label: Words): Preset[] {
  const code = `code:${book}:0`;
  const map: TableDefinition = {
    ...crossing('publications', code, 'country'),
    shape: 'map',
    showsEmpty: true,
  };
  const named = (name: string, definition: TableDefinition): Preset => ({
    ...preset(name, definition, label),
    key: `${name}-${book}`,
  });
  return [
    named('code_map', map),
    named('code_kind', { ...crossing('findings', code, 'kind'), showsEmpty: false }),
    named('code_findings', { ...crossing('findings', code, 'kind'), cells: 'list' }),
    named('code_publication', { ...crossing('publications', 'publication', code), cells: 'mark' }),
  ];
}

function preset(key: string, definition: TableDefinition, book: Words = {}): Preset {
  const title = inEach((locale) =>
    translate(locale, `built.preset.${key}` as MessageKey, { book: inWords(locale, book) }),
  );
  return { key, title, definition };
}

const crossing = (unit: TableUnit, rows: string, column: string): TableDefinition => ({
  shape: 'crossing',
  unit,
  rows,
  columns: [column],
  segment: '',
  cells: 'count',
  order: 'own',
  showsEmpty: false,
  showsNone: true,
});

const listing = (unit: TableUnit, columns: string[]): TableDefinition => ({
  ...crossing(unit, '', ''),
  shape: 'listing',
  columns,
});
