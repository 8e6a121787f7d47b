/** What a table counts or lists: publications, studies, findings or cases, each with the dimensions it is sorted by. */
import type { TableUnit } from '../../../schema/synthesis.ts';
import { collator } from '../../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../addresses.ts';
import { baseTables, firstAuthors, linksFrom, studyLabels } from './base.ts';
import { plain, worded } from './categories.ts';
import { type Category, type Dimension, fromLinks, gathered, single } from './dimension.ts';
import { keptWhileUnchanged } from './kept.ts';
import { dimensionLabel, isOneOf, parseName, sourceDimensions } from './names.ts';
import { once } from './once.ts';
import { placesByName } from './order.ts';
import {
  arrangementCategories,
  codeCategories,
  countryCategories,
  kindCategories,
  publicationDimension,
} from './publication-dimensions.ts';
import type { Reader } from './reader.ts';
import { foundBy, sourcesBy, sourcesOf } from './sources.ts';
import { arrangementOf } from './welfare.ts';

export type Things = {
  unit: TableUnit;
  size: number;
  /** By thing: the places of the publications behind it. */
  publicationsOf: (thing: number) => readonly number[];
  dimension: (name: string) => Dimension | null;
  /** What a thing is called, and where it leads. */
  named: (thing: number) => Category;
  /** Every thing in the order of their names. */
  order: () => Int32Array;
};

const unknown: Category = { key: '', label: '', language: null, href: null };

export function thingsOf(reader: Reader, unit: TableUnit): Things {
  const makers = {
    publications: publicationThings,
    studies: studyThings,
    findings: findingThings,
    cases: caseThings,
    sources: sourceThings,
  };
  return makers[unit](reader);
}

const publicationThings = (reader: Reader): Things => ({
  unit: 'publications',
  size: reader.base().ids.length,
  publicationsOf: (thing) => [thing],
  dimension: (name) => publicationDimension(reader, name),
  named: reader.publications.one,
  order: reader.order,
});

/** A publication that belongs to no study stands for one of its own. */
function studyThings(reader: Reader): Things {
  const { db, review, locale } = reader.request;
  const { studyIds } = reader.base();
  const groups = keptWhileUnchanged(db, baseTables, `studies of ${review.id}`, () =>
    studiesOf(reader.base().studyIds),
  );
  const labels = once(() => studyLabels(db, review.id));
  const labelOf = (thing: number): string | undefined =>
    labels().get(studyIds[groups[thing]?.[0] ?? -1] ?? 0) || undefined;
  const order = once(() =>
    keptWhileUnchanged(db, [...baseTables, 'study'], `study order ${locale} ${review.id}`, () => {
      const authors = firstAuthors(db, review.id);
      const names = groups.map((own, thing) => labelOf(thing) ?? authors[own[0] ?? 0] ?? '');
      return placesByName(locale, names, []);
    }),
  );
  return {
    unit: 'studies',
    size: groups.length,
    publicationsOf: (thing) => groups[thing] ?? [],
    dimension: (name) => {
      const found = publicationDimension(reader, name);
      return found && gathered(found, groups);
    },
    named(thing) {
      const [first = 0] = groups[thing] ?? [];
      const label = labelOf(thing);
      const publication = reader.publications.one(first);
      if (!label) return publication;
      return { ...plainPart(publication), key: `study-${studyIds[first]}`, label };
    },
    order,
  };
}

/** What is known of a publication without reading it. */
const plainPart = ({ language, href }: Category) => ({ language, href });

function studiesOf(studyIds: Int32Array): number[][] {
  const groups: number[][] = [];
  const known = new Map<number, number[]>();
  for (const [place, studyId] of studyIds.entries()) {
    const group = known.get(studyId);
    if (group) {
      group.push(place);
      continue;
    }
    const made = [place];
    groups.push(made);
    if (studyId !== 0) known.set(studyId, made);
  }
  return groups;
}

function orderByLabel({ request: { locale } }: Reader, all: readonly Category[]): Int32Array {
  const { compare } = collator(locale);
  const labels = all.map(({ label }) => label);
  const places = Int32Array.from(labels.keys());
  return places.sort((one, other) => compare(labels[one] ?? '', labels[other] ?? ''));
}

function findingThings(reader: Reader): Things {
  const findings = reader.findings();
  const { placeOf } = reader.base();
  const behind = findings.map(({ supportingIds }) =>
    supportingIds.map(placeOf).filter((place) => place >= 0),
  );
  const all = findings.map(({ id, key, statement }) => ({
    ...worded(reader, key, statement),
    href: findingAddress(reader.request.review.slug, id),
  }));
  return {
    unit: 'findings',
    size: findings.length,
    publicationsOf: (thing) => behind[thing] ?? [],
    dimension(name) {
      const parsed = parseName(name);
      const label = dimensionLabel(reader, name);
      if (parsed?.kind === 'plain' && parsed.name === 'finding')
        return { name, label, categories: all, values: eachItsOwn(findings.length) };
      if (parsed?.kind === 'plain' && parsed.name === 'kind') return findingKinds(reader, label);
      if (parsed?.kind === 'code') return themes(reader, parsed.book, parsed.level, name);
      const found = publicationDimension(reader, name);
      return found && gathered(found, behind);
    },
    named: (thing) => all[thing] ?? unknown,
    order: once(() => orderByLabel(reader, all)),
  };
}

const eachItsOwn = (size: number) =>
  single(
    Int32Array.from({ length: size }, (_, at) => at),
    size,
  );

function findingKinds(reader: Reader, label: string): Dimension {
  const categories = kindCategories(reader);
  const places = new Map(categories.map(({ key }, at) => [key, at]));
  const own = Int32Array.from(reader.findings(), ({ kind }) => places.get(kind.key) ?? -1);
  return { name: 'kind', label, categories, values: single(own, categories.length) };
}

/** A finding has codes of its own: its themes. */
function themes(reader: Reader, book: string, level: number, name: string): Dimension | null {
  const found = codeCategories(reader, book, level);
  if (!found) return null;
  const pairs = reader
    .findings()
    .flatMap(({ themes: own }, at) => own.map((theme): [number, number] => [at, theme.codeId]));
  const values = fromLinks(
    reader.findings().length,
    linksFrom(pairs),
    (at) => at,
    (codeId) => found.categoriesOf.get(Number(codeId)) ?? [],
  );
  return { name, label: dimensionLabel(reader, name), categories: found.categories, values };
}

function caseThings(reader: Reader): Things {
  const cases = reader.cases();
  const { placeOf } = reader.base();
  const behind = cases.map(({ rootId }) => [placeOf(rootId)].filter((place) => place >= 0));
  const all = cases.map((row) => ({
    key: row.key,
    label: row.label,
    language: null,
    href: publicationAddress(reader.request.review.slug, row.rootId),
  }));
  return {
    unit: 'cases',
    size: cases.length,
    publicationsOf: (thing) => behind[thing] ?? [],
    dimension(name) {
      const label = dimensionLabel(reader, name);
      if (name === 'case')
        return { name, label, categories: all, values: eachItsOwn(cases.length) };
      if (name === 'country' || name === 'welfare') return caseCountries(reader, name, label);
      const found = publicationDimension(reader, name);
      return found && gathered(found, behind);
    },
    named: (thing) => all[thing] ?? unknown,
    order: once(() => orderByLabel(reader, all)),
  };
}

/** A case lies in one country, whatever else its publication is about. */
function caseCountries(reader: Reader, name: 'country' | 'welfare', label: string): Dimension {
  const countries = reader.cases().map(({ country }) => country);
  const isCountry = name === 'country';
  const categories = isCountry
    ? countryCategories(reader, countries)
    : arrangementCategories(reader);
  const keyOf = (country: string) => (isCountry ? country : arrangementOf(country));
  const at = new Map(categories.map(({ key }, place) => [key, place]));
  const own = Int32Array.from(countries, (country) => at.get(keyOf(country)) ?? -1);
  return { name, label, categories, values: single(own, categories.length) };
}

function sourceThings(reader: Reader): Things {
  const { request } = reader;
  const sources = sourcesOf(request.db, request.review.id);
  const all = sources.map(({ id, source }) => plain(String(id), source));
  const behind = once(() => {
    const found = foundBy(reader);
    return sources.map(({ id }) => found.get(id) ?? []);
  });
  return {
    unit: 'sources',
    size: sources.length,
    publicationsOf: (thing) => behind()[thing] ?? [],
    dimension(name) {
      if (!isOneOf(sourceDimensions, name)) {
        const found = publicationDimension(reader, name);
        return found && gathered(found, behind());
      }
      const { categories, placeOf } = sourcesBy(reader, name);
      const own = Int32Array.from(sources, ({ id }) => placeOf.get(id) ?? -1);
      const label = dimensionLabel(reader, name);
      return { name, label, categories, values: single(own, categories.length) };
    },
    named: (thing) => all[thing] ?? unknown,
    order: once(() => orderByLabel(reader, all)),
  };
}
