/** What the pages of tables that were put together may show. */
import type { Locale, Words } from '../../../schema/columns.ts';
import {
  cellKinds,
  rowOrders,
  type TableDefinition,
  tableShapes,
  tableUnits,
} from '../../../schema/synthesis.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { typedWords, wordsInput } from '../../platform/words-form.ts';
import { gridPage, pagedGrid, pagerOf, rowsPerPage } from '../tables/page.ts';
import type { SummaryTable, TableRequest } from '../tables/table.ts';
import { savedAddress, tablesAddress } from './cell-addresses.ts';
import type { CellRows } from './cell-rows.ts';
import { definitionQuery } from './definition.ts';
import type { GapMap } from './gap-map.ts';
import { dimensionGroups, type OptionGroup, textGroups } from './names.ts';
import type { PresetGroup } from './presets.ts';
import type { Reader } from './reader.ts';
import type { SavedTable } from './saved.ts';

export function savedPage(
  request: TableRequest,
  { table, map, saved }: { table: SummaryTable; map: GapMap | null; saved: SavedTable },
  { page, mayReview }: { page: number; mayReview: boolean },
) {
  const path = savedAddress(request.review.slug, saved.key);
  return {
    ...pagedGrid(request, table, page),
    map,
    figures: map ? figureFiles(path, request.locale) : [],
    manage: mayReview ? { path, edit: `${path}/edit`, isPublic: saved.isPublic } : null,
  };
}

const figureFiles = (path: string, locale: Locale) =>
  ['SVG', 'PNG', 'PDF'].map((name) => ({
    name,
    href: `${path}.${name.toLowerCase()}?lang=${locale}`,
  }));

type FormState = {
  definition: TableDefinition;
  title: Words;
  note: Words;
  /** Null for a table that is not kept yet. */
  saved: SavedTable | null;
};

export function builderPage(
  reader: Reader,
  state: FormState,
  preview: { table: SummaryTable; map: GapMap | null } | null,
  { problems, typed }: { problems: Problem[]; typed: unknown },
) {
  const { request } = reader;
  const { locale, review } = request;
  const { definition, saved } = state;
  const path = saved
    ? `${savedAddress(review.slug, saved.key)}/edit`
    : `${tablesAddress(review.slug)}/new`;
  const words = (name: 'title' | 'note') =>
    wordsInput(locale, typed ? typedWords(typed, name) : state[name]);
  return {
    title: saved
      ? translate(locale, 'built.edit', { title: inWords(locale, saved.title) })
      : translate(locale, 'built.new'),
    all: tablesAddress(review.slug),
    path,
    shapes: tableShapes.map((shape) => ({
      shape,
      isCurrent: shape === definition.shape,
      href: `${path}?${definitionQuery({ ...definition, shape })}`,
    })),
    shape: definition.shape,
    isListing: definition.shape === 'listing',
    isCrossing: definition.shape === 'crossing',
    words: { title: words('title'), note: words('note') },
    ...choicesOf(reader, definition),
    problems: problemsByField(problems, ['', 'title', 'note', 'rows', 'columns', 'segment']),
    preview: preview && {
      ...gridPage(request, preview.table),
      map: preview.map,
      pager: pagerOf('', 1, 1),
    },
  };
}

/** A preview is for looking at: the first rows of a long table are enough. */
export const previewRows = 40;

function choicesOf(reader: Reader, definition: TableDefinition) {
  const { locale } = reader.request;
  const dimensions = dimensionGroups(reader);
  const chosen = (groups: OptionGroup[], values: string[]) =>
    groups.map(({ label, options }) => ({
      label,
      options: options.map((option) => ({ ...option, isCurrent: values.includes(option.value) })),
    }));
  const options = <T extends string>(list: readonly T[], current: T, words: (value: T) => string) =>
    list.map((value) => ({ value, text: words(value), isCurrent: value === current }));
  return {
    units: options(tableUnits, definition.unit, (unit) => translate(locale, `built.unit.${unit}`)),
    rowGroups: chosen(dimensions, [definition.rows]),
    columnGroups: chosen(dimensions, definition.columns),
    boxGroups: chosen([...textGroups(reader), ...dimensions], definition.columns),
    segmentGroups: chosen(dimensions, [definition.segment]),
    cells: options(cellKinds, definition.cells, (kind) => translate(locale, `built.cells.${kind}`)),
    orders: options(rowOrders, definition.order, (order) =>
      translate(locale, `built.order.${order}`),
    ),
    showsEmpty: definition.showsEmpty,
    showsNone: definition.showsNone,
  };
}

/** The list of tables kept, and of those to begin from. */
export function savedList(
  request: TableRequest,
  saved: SavedTable[],
  groups: PresetGroup[] | null,
) {
  const { locale, review } = request;
  const base = tablesAddress(review.slug);
  return {
    saved: saved.map(({ key, title, definition, isPublic }) => ({
      title,
      shape: definition.shape,
      isPublic,
      href: savedAddress(review.slug, key),
    })),
    mayBuild: groups !== null,
    build: `${base}/new`,
    charts: `/reviews/${review.slug}/charts`,
    presets: (groups ?? []).map(({ about, presets }) => ({
      about,
      options: presets.map(({ title, definition }) => {
        const query = definitionQuery(definition);
        for (const [code, text] of Object.entries(title)) query.set(`title_${code}`, text);
        return { title: inWords(locale, title), href: `${base}/new?${query}` };
      }),
    })),
  };
}

export function cellPage(
  { locale }: TableRequest,
  cell: CellRows,
  { back, title, page, base }: { back: string; title: string; page: number; base: string },
) {
  const pages = Math.max(1, Math.ceil(cell.count / rowsPerPage));
  return {
    title: cell.place.join(' \u00b7 '),
    lead: translate(locale, 'built.cell_lead', { count: cell.count, unit: cell.unit }),
    table: title,
    back,
    rows: cell.rows,
    files: fileLinks(base),
    pager: pagerOf(base, Math.min(page, pages), pages),
  };
}
