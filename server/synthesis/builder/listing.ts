/** A row for each thing, a column for each thing that is said of it. */
import { printName } from '../../../import/normalize/names.ts';
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { aimsOf } from '../../coding/desk/aims.ts';
import { heldAnswers } from '../../coding/forms/answers.ts';
import { type Publication, publicationsByRoot } from '../../coding/publications.ts';
import { dayText } from '../../platform/days.ts';
import { translate } from '../../platform/i18n.ts';
import { type SearchRun, searchRuns } from '../../searches/runs.ts';
import { cellsOf } from '../aspects.ts';
import {
  type Cell,
  type Column,
  type Item,
  listCell,
  numberCell,
  plainCell,
  shownRange,
  wordsCell,
} from '../tables/table.ts';
import type { BuiltGrid } from './built.ts';
import { type Category, type Dimension, placesOf } from './dimension.ts';
import { dimensionLabel, parseName, type SearchFact, unitLabel } from './names.ts';
import type { Reader } from './reader.ts';
import { type Things, thingsOf } from './things.ts';

/** What stands in one column: by thing, for display. Empty items mean that nothing is coded. */
type Said = { column: Column; cellOf: (thing: number) => Cell };

export function listing(reader: Reader, definition: TableDefinition): BuiltGrid {
  const { locale } = reader.request;
  const things = thingsOf(reader, definition.unit);
  const group = definition.rows === '' ? null : things.dimension(definition.rows);
  const all = linesOf(things, definition, group);
  const { from, to } = shownRange(reader.request, all.count);
  const lines = Array.from({ length: to - from }, (_, at) => all.line(from + at));
  const shownThings = [...new Set(lines.map(({ thing }) => thing))];
  const shownRoots = rootsBehind(reader, things, shownThings);
  const said = definition.columns.flatMap((name) => saidOf(reader, things, name, shownRoots) ?? []);
  const names = lines.map(({ thing }) => things.named(thing));
  const shown = (cell: Cell) =>
    cell.items.length > 0 ? cell : plainCell(translate(locale, 'built.not_coded'));
  const groupColumn: Column[] = group
    ? [{ key: 'group', label: dimensionLabel(reader, definition.rows), kind: 'text' }]
    : [];
  const groupLabel = (at: number | null) =>
    at === null
      ? translate(locale, 'built.none', { dimension: dimensionLabel(reader, definition.rows) })
      : (group?.categories.at(at)?.label ?? '');
  return {
    columns: [
      ...groupColumn,
      { key: 'name', label: unitLabel(reader, definition.unit), kind: 'text' },
      ...said.map(({ column }) => column),
    ],
    count: all.count,
    rows: lines.map(({ thing, group: at }, line) => ({
      id: names[line]?.key ?? '',
      ...(group && { group: at === null ? null : group.categories.at(at)?.key }),
      name: names[line]?.label ?? '',
      ...Object.fromEntries(
        said.map(({ column, cellOf }) => [column.key, machineOf(column, cellOf(thing))]),
      ),
    })),
    cells: lines.map(({ thing, group: at }, line) => [
      ...(group ? [plainCell(groupLabel(at))] : []),
      nameCell(names[line]),
      ...said.map(({ cellOf }) => shown(cellOf(thing))),
    ]),
    headerAt: groupColumn.length,
    totals: null,
    note: listingNote(reader, definition, things.size),
    sources: [],
  };
}

const nameCell = (name: Category | undefined): Cell =>
  listCell(name ? [{ text: name.label, language: name.language, href: name.href }] : []);

/** The publications behind what is shown: nothing is read of the others. */
function rootsBehind({ base }: Reader, things: Things, shown: readonly number[]): number[] {
  const { ids } = base();
  const places = new Set(shown.flatMap((thing) => things.publicationsOf(thing)));
  return [...places].map((place) => ids[place] ?? 0);
}

/** Null says that nothing is coded. */
function machineOf({ kind }: Column, { items, number }: Cell) {
  if (kind === 'list') return items.map(({ text }) => text);
  return number ?? (items.length > 0 ? items.map(({ text }) => text).join('\n') : null);
}

type Lines = { count: number; line: (at: number) => { thing: number; group: number | null } };

/** Things in their order; with groups, once in each group that they belong to, and last those without any. */
function linesOf(things: Things, { order }: TableDefinition, group: Dimension | null): Lines {
  const places = order === 'own' ? null : things.order();
  const thingAt = (at: number) => places?.[at] ?? at;
  if (!group) return { count: things.size, line: (at) => ({ thing: thingAt(at), group: null }) };
  const last = group.categories.length;
  const byGroup = Array.from({ length: last + 1 }, (): number[] => []);
  for (let at = 0; at < things.size; at += 1) {
    const among = placesOf(group.values, thingAt(at));
    for (const own of among.length > 0 ? among : [last]) byGroup[own]?.push(thingAt(at));
  }
  const groups = byGroup.flatMap((list, own) => list.map(() => own));
  const listed = byGroup.flat();
  const line = (at: number) => {
    const own = groups[at] ?? last;
    return { thing: listed[at] ?? 0, group: own === last ? null : own };
  };
  return { count: listed.length, line };
}

function listingNote({ request: { locale } }: Reader, definition: TableDefinition, count: number) {
  return [
    translate(locale, `built.listed.${definition.unit}`, { count }),
    ...(definition.rows === '' ? [] : [translate(locale, 'built.listed.groups')]),
    translate(locale, 'built.listed.empty'),
  ].join(' ');
}

/** @returns null for a column that the review has no longer. */
function saidOf(
  reader: Reader,
  things: Things,
  name: string,
  shownRoots: readonly number[],
): Said | null {
  const parsed = parseName(name);
  const label = dimensionLabel(reader, name);
  const column = (kind: Column['kind']): Column => ({ key: name, label, kind });
  if (parsed?.kind === 'text')
    return textSaid(reader, things, shownRoots, { column: column('text'), name: parsed.name });
  if (parsed?.kind === 'search') return searchSaid(reader, things, column, parsed.name);
  if (parsed?.kind === 'aspect') return aspectSaid(reader, things, column('text'), parsed.key);
  if (parsed?.kind === 'form') {
    const form = reader.forms().find(({ key }) => key === parsed.form);
    const kind = form?.fields.find(({ key }) => key === parsed.field)?.kind;
    if (kind === 'text' || kind === 'number' || kind === 'date' || kind === 'table')
      return answerSaid(reader, things, shownRoots, {
        column,
        formKey: parsed.form,
        key: parsed.field,
        kind,
      });
  }
  const dimension = things.dimension(name);
  if (!dimension) return null;
  if (name === 'year') return { column: column('number'), cellOf: yearCell };
  return { column: column('list'), cellOf: (thing) => listCell(itemsOf(dimension, thing)) };

  function yearCell(thing: number): Cell {
    const items = itemsOf(dimension as Dimension, thing);
    return items.length === 1 ? numberCell(Number(items[0]?.text)) : listCell(items);
  }
}

const itemsOf = ({ categories, values }: Dimension, thing: number): Item[] =>
  placesOf(values, thing)
    .toSorted((one, other) => one - other)
    .flatMap((at) => {
      const category = categories.at(at);
      return category
        ? [{ text: category.label, language: category.language, href: category.href }]
        : [];
    });

function textSaid(
  reader: Reader,
  { publicationsOf }: Things,
  shownRoots: readonly number[],
  { column, name }: { column: Column; name: 'authors' | 'title' | 'aim' },
): Said {
  const { ids } = reader.base();
  const { db, locale } = reader.request;
  const rootsOf = (thing: number) => publicationsOf(thing).map((at) => ids[at] ?? 0);
  if (name === 'aim') {
    const aims = aimsOf(db, shownRoots);
    const cellOf = (thing: number) =>
      listCell(rootsOf(thing).flatMap((id) => wordsCell(locale, aims.get(id)?.text ?? {}).items));
    return { column, cellOf };
  }
  const known = publicationsByRoot(db, shownRoots);
  const text = (publication: Publication) =>
    name === 'title' ? [publication.title] : publication.reference.authors.map(printName);
  const cellOf = (thing: number) => {
    const found = rootsOf(thing).flatMap((id) => known.get(id) ?? []);
    return listCell(
      found.flatMap(text).map((each) => ({ text: each, language: null, href: null })),
    );
  };
  return { column: { ...column, kind: name === 'authors' ? 'list' : 'text' }, cellOf };
}

/** What is logged of a search; of nothing but sources. */
function searchSaid(
  { request: { db, review, locale } }: Reader,
  things: Things,
  column: (kind: Column['kind']) => Column,
  name: SearchFact,
): Said | null {
  if (things.unit !== 'sources') return null;
  const runs = new Map(searchRuns(db, review.id).map((run) => [String(run.id), run] as const));
  const missing = plainCell(translate(locale, 'common.not_reported'));
  const said: Record<SearchFact, (run: SearchRun) => Cell> = {
    platform: ({ platform }) => plainCell(platform),
    date: ({ searchedOn }) => (searchedOn ? plainCell(dayText(locale, searchedOn)) : missing),
    hits: ({ hitsDeclared }) => (hitsDeclared === null ? missing : numberCell(hitsDeclared)),
    records: ({ records }) => numberCell(records),
  };
  const cellOf = (thing: number) => {
    const run = runs.get(things.named(thing).key);
    return run ? said[name](run) : missing;
  };
  return { column: column(name === 'hits' || name === 'records' ? 'number' : 'text'), cellOf };
}

/** An attribute of cases: of a case its own, of a publication what its cases have. */
function aspectSaid(reader: Reader, things: Things, column: Column, key: string): Said | null {
  const { db, review, locale } = reader.request;
  const { aspects, cells } = cellsOf(db, review.id, 'case');
  const aspect = aspects.find((row) => row.key === key);
  if (!aspect || things.unit !== 'cases') return null;
  const own = new Map(
    cells.filter((cell) => cell.aspectId === aspect.id).map((cell) => [cell.caseId, cell] as const),
  );
  const isNumeric = [...own.values()].every(({ number }) => number !== null);
  const cases = reader.cases();
  const cellOf = (thing: number) => {
    const cell = own.get(cases[thing]?.id ?? 0);
    if (!cell) return plainCell('');
    return cell.number === null ? wordsCell(locale, cell.text) : numberCell(cell.number);
  };
  return { column: { ...column, kind: isNumeric ? 'number' : 'text' }, cellOf };
}

type AnswerColumn = {
  column: (kind: Column['kind']) => Column;
  formKey: string;
  key: string;
  kind: 'text' | 'number' | 'date' | 'table';
};

/** What was answered, as it was answered; several publications of one study may say several things. */
function answerSaid(
  reader: Reader,
  things: Things,
  shownRoots: readonly number[],
  asked: AnswerColumn,
): Said | null {
  const form = reader.forms().find(({ key }) => key === asked.formKey);
  if (!form) return null;
  const { ids } = reader.base();
  const held = heldAnswers(reader.request.db, reader.request.review.id, form, shownRoots);
  const cellOf = (thing: number): Cell => {
    const values = things.publicationsOf(thing).flatMap((at) => {
      const value = held.get(ids[at] ?? 0)?.get(asked.key)?.value ?? null;
      return value === null ? [] : [textOf(value)];
    });
    const [only] = values;
    if (asked.kind === 'number' && values.length === 1) return numberCell(Number(only));
    return listCell(
      values.flatMap((text) =>
        text.split(/\r?\n/).map((line) => ({ text: line, language: null, href: null })),
      ),
    );
  };
  return { column: asked.column(asked.kind === 'number' ? 'number' : 'text'), cellOf };
}

/** A table as lines, its cells parted by bars. */
const textOf = (value: string | string[] | string[][]): string =>
  Array.isArray(value)
    ? value.map((row) => (Array.isArray(row) ? row.join(' | ') : row)).join('\n')
    : value;
