/** What publications are sorted by: countries, years, sources, designs, codes, answers, the findings they support. */

import { studyDesigns } from '../../../schema/extraction.ts';
import { flatten } from '../../coding/codebooks/tree.ts';
import { codersOf } from '../../coding/coders/double-coding.ts';
import { heldAnswers } from '../../coding/forms/answers.ts';
import { collator, countryName, translate } from '../../platform/i18n.ts';
import { findingAddress } from '../addresses.ts';
import {
  baseTables,
  codeLinks,
  designLinks,
  importLinks,
  type Links,
  linksFrom,
  studyLabels,
} from './base.ts';
import { plain, worded } from './categories.ts';
import { type Category, type Dimension, fromLinks, single } from './dimension.ts';
import { type KeptTable, keptWhileUnchanged } from './kept.ts';
import { dimensionLabel, type PlainDimension, parseName, type SourceDimension } from './names.ts';
import { ranksOf, spotsIn } from './order.ts';
import type { Reader } from './reader.ts';
import { searchesByImport, sourcesBy } from './sources.ts';
import { arrangementOf, arrangements } from './welfare.ts';

/** @returns null when the review has no such dimension (any more). */
export function publicationDimension(reader: Reader, written: string): Dimension | null {
  const parsed = parseName(written);
  const label = dimensionLabel(reader, written);
  const named = (made: Made | null): Dimension | null => made && { name: written, label, ...made };
  if (parsed?.kind === 'plain') return named(byName(reader, parsed.name));
  if (parsed?.kind === 'code') return named(byCode(reader, parsed.book, parsed.level));
  if (parsed?.kind === 'form') return named(byAnswer(reader, parsed.form, parsed.field));
  return null;
}

type Made = Pick<Dimension, 'categories' | 'values' | 'isSorted'>;

const plainMakers: Record<PlainDimension, (reader: Reader) => Made> = {
  country: (reader) => byCountry(reader, reader.countries()),
  welfare: byArrangement,
  year: byYear,
  source: (reader) => bySource(reader, 'source'),
  source_kind: (reader) => bySource(reader, 'source_kind'),
  source_group: (reader) => bySource(reader, 'source_group'),
  design: byDesign,
  publication: byPublication,
  study: byStudy,
  case: byCase,
  finding: byFinding,
  kind: byKind,
};

/** What is read for a dimension that is long in large reviews and reads nothing else. */
const tablesRead: Partial<Record<PlainDimension, readonly KeptTable[]>> = {
  country: [...baseTables, 'country_link'],
  welfare: [...baseTables, 'country_link'],
  year: baseTables,
  design: [...baseTables, 'design_link'],
  study: [...baseTables, 'study'],
};

function byName(reader: Reader, name: PlainDimension): Made {
  const make = () => plainMakers[name](reader);
  const tables = tablesRead[name];
  if (!tables) return make();
  const { db, review, locale } = reader.request;
  return keptWhileUnchanged(db, tables, `by ${name} ${locale} ${review.id}`, make);
}

/** Links sorted into categories; those that name none of them are left out. */
function made({ base }: Reader, categories: readonly Category[], links: Links): Made {
  const places = new Map(categories.map(({ key }, at) => [key, [at]] as const));
  const { ids, placeOf } = base();
  const values = fromLinks(ids.length, links, placeOf, (value) => places.get(String(value)) ?? []);
  return { categories, values };
}

export function countryCategories({ request: { locale } }: Reader, codes: Iterable<string>) {
  const { compare } = collator(locale);
  return [...new Set(codes)]
    .map((code) => plain(code, countryName(locale, code)))
    .sort((one, other) => compare(one.label, other.label));
}

/** Only countries that an included publication is about. */
function byCountry(reader: Reader, links: Links): Made {
  const { placeOf } = reader.base();
  const used = links.filter(({ reports }) => reports.some((report) => placeOf(report) >= 0));
  const codes = used.map(({ value }) => String(value));
  return made(reader, countryCategories(reader, codes), used);
}

export function arrangementCategories({ request: { locale } }: Reader): Category[] {
  return arrangements.map((name) => plain(name, translate(locale, `welfare.${name}`)));
}

function byArrangement(reader: Reader): Made {
  const links = reader
    .countries()
    .map(({ value, reports }) => ({ value: arrangementOf(String(value)), reports }));
  return made(reader, arrangementCategories(reader), links);
}

function byYear({ base }: Reader): Made {
  const { years } = base();
  const known = [...new Set(years)].filter((year) => year !== 0).sort((one, other) => one - other);
  const places = new Map(known.map((year, at) => [year, at]));
  return {
    categories: known.map((year) => plain(String(year), String(year))),
    values: single(
      years.map((year) => places.get(year) ?? -1),
      known.length,
    ),
  };
}

function bySource(reader: Reader, name: SourceDimension): Made {
  const { db, review } = reader.request;
  const { categories, placeOf } = sourcesBy(reader, name);
  const places = [...searchesByImport(db, review.id)].flatMap(([id, run]) => {
    const place = placeOf.get(run);
    return place === undefined ? [] : [[id, [place]] as const];
  });
  const byImport = new Map<string | number, readonly number[]>(places);
  const key = `by source ${review.id} ${JSON.stringify(places)}`;
  const values = keptWhileUnchanged(db, [...baseTables, 'record'], key, () => {
    const { ids, placeOf: publicationOf } = reader.base();
    const links = importLinks(db, review.id);
    return fromLinks(ids.length, links, publicationOf, (id) => byImport.get(id) ?? []);
  });
  return { categories, values };
}

function byDesign(reader: Reader): Made {
  const { request, base } = reader;
  const categories = studyDesigns.map((design) =>
    plain(design, translate(request.locale, `design.${design}`)),
  );
  return made(reader, categories, designLinks(request.db, base()));
}

/** In the order of their names; which they are is read when a page shows them. */
function byPublication({ request, order, publications }: Reader): Made {
  const { db, review, locale } = request;
  const values = keptWhileUnchanged(db, baseTables, `each ${locale} ${review.id}`, () =>
    single(spotsIn(order()), order().length),
  );
  return { categories: publications.all(order()), values, isSorted: true };
}

function byStudy({ request, base }: Reader): Made {
  const { studyIds } = base();
  const labels = studyLabels(request.db, request.review.id);
  const used = [...new Set(studyIds)].filter((id) => id !== 0);
  const ranks = ranksOf(
    request.locale,
    used.map((id) => labels.get(id) ?? String(id)),
  );
  const order = [...used.keys()].sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
  const ids = order.map((at) => used[at] ?? 0);
  const places = new Map(ids.map((id, at) => [id, at]));
  return {
    categories: ids.map((id) => plain(String(id), labels.get(id) ?? String(id))),
    values: single(
      studyIds.map((id) => places.get(id) ?? -1),
      ids.length,
    ),
  };
}

function byCase(reader: Reader): Made {
  const cases = reader.cases();
  const categories = cases.map(({ key, label }) => plain(key, label));
  return made(reader, categories, linksFrom(cases.map((row) => [row.rootId, row.key] as const)));
}

function byFinding(reader: Reader): Made {
  const findings = reader.findings();
  const { slug } = reader.request.review;
  const categories = findings.map(({ id, key, statement }) => ({
    ...worded(reader, key, statement),
    href: findingAddress(slug, id),
  }));
  const pairs = findings.flatMap(({ key, supportingIds }) =>
    supportingIds.map((id) => [id, key] as const),
  );
  return made(reader, categories, linksFrom(pairs));
}

function byKind(reader: Reader): Made {
  const findings = reader.findings();
  const pairs = findings.flatMap(({ kind, supportingIds }) =>
    supportingIds.map((id) => [id, kind.key] as const),
  );
  return made(reader, kindCategories(reader), linksFrom(pairs));
}

export function kindCategories(reader: Reader): Category[] {
  const kinds = new Map(reader.findings().map(({ kind }) => [kind.key, kind.label]));
  return [...kinds].map(([key, label]) => worded(reader, key, label));
}

/** The codes that are categories at a level, and for each code of the book the categories that it counts for. */
export function codeCategories(reader: Reader, bookKey: string, level: number) {
  const book = reader.books().find(({ key }) => key === bookKey);
  if (!book) return null;
  const lines = flatten(book.codes);
  const hasBelow = new Set(lines.map(({ node }) => node.parentId));
  const isShown = ({ node, depth }: (typeof lines)[number]) =>
    level === 0 || depth === level || (depth < level && !hasBelow.has(node.id));
  const shown = lines.filter(isShown);
  const places = new Map(shown.map(({ node }, at) => [node.id, at] as const));
  const parents = new Map(lines.map(({ node }) => [node.id, node.parentId] as const));
  const categoriesOf = new Map(
    lines.map(({ node }) => {
      const own: number[] = [];
      for (let id: number | null = node.id; id !== null; id = parents.get(id) ?? null) {
        const place = places.get(id);
        if (place !== undefined) own.push(place);
      }
      return [node.id, own] as const;
    }),
  );
  const categories = shown.map(({ node }) => worded(reader, node.key, node.label));
  return { book, categories, categoriesOf };
}

const codingTables = [...baseTables, 'coding', 'excerpt', 'excerpt_code'] as const;

function byCode(reader: Reader, bookKey: string, level: number): Made | null {
  const found = codeCategories(reader, bookKey, level);
  if (!found) return null;
  const { db, review } = reader.request;
  // Where two code, only what they agreed on counts; excerpts are each coder's own.
  const isSingle = codersOf(db, review.id) === 1;
  const { ids, placeOf } = reader.base();
  const key = `codes ${isSingle} ${review.id} ${JSON.stringify([...found.categoriesOf])}`;
  const values = keptWhileUnchanged(db, codingTables, key, () =>
    fromLinks(
      ids.length,
      codeLinks(db, [...found.categoriesOf.keys()], isSingle),
      placeOf,
      (value) => found.categoriesOf.get(Number(value)) ?? [],
    ),
  );
  return { categories: found.categories, values };
}

function byAnswer(reader: Reader, formKey: string, fieldKey: string): Made | null {
  const { db, review } = reader.request;
  const form = reader.forms().find(({ key }) => key === formKey);
  const field = form?.fields.find(({ key }) => key === fieldKey);
  if (!form || !field) return null;
  const pairs: [number, string][] = [];
  for (const [rootId, answers] of heldAnswers(db, review.id, form, [...reader.base().ids]))
    for (const value of [answers.get(fieldKey)?.value ?? []].flat(2)) pairs.push([rootId, value]);
  const links = linksFrom(pairs);
  if (field.kind === 'country') return byCountry(reader, links);
  if (field.kind === 'code') {
    const book = codeCategories(reader, field.codebookKey, 0);
    return book && made(reader, book.categories, links);
  }
  if (field.options.length > 0 && field.kind !== 'table') {
    const categories = field.options.map(({ key, label }) => worded(reader, key, label));
    return made(reader, categories, links);
  }
  const values = [...new Set(pairs.map(([, value]) => value))];
  return made(
    reader,
    values.map((value) => plain(value, value)),
    links,
  );
}
