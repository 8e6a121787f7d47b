/** What a table counts or lists: publications, studies, findings or cases, each with the dimensions it is sorted by. */
import type { TableUnit } from '../../../schema/synthesis.ts';
import { collator } from '../../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../addresses.ts';
import { studyLabels } from './base.ts';
import { type Category, type Dimension, fromLinks, gathered } from './dimension.ts';
import { dimensionLabel, parseName } from './names.ts';
import { ranksOf } from './order.ts';
import {
  arrangementCategories,
  codeCategories,
  countryCategories,
  kindCategories,
  publicationDimension,
  worded,
} from './publication-dimensions.ts';
import { once, type Reader } from './reader.ts';
import { arrangementOf } from './welfare.ts';

export type Things = {
  unit: TableUnit;
  size: number;
  /** By thing: the places of the publications behind it. */
  publicationsOf: (thing: number) => readonly number[];
  dimension: (name: string) => Dimension | null;
  /** What a thing is called, and where it leads. */
  named: (thing: number) => Category;
  /** The same things in the order of their names. */
  ordered: (things: readonly number[]) => number[];
};

const unknown: Category = { key: '', label: '', language: null, href: null };

export function thingsOf(reader: Reader, unit: TableUnit): Things {
  const makers = {
    publications: publicationThings,
    studies: studyThings,
    findings: findingThings,
    cases: caseThings,
  };
  return makers[unit](reader);
}

function publicationThings(reader: Reader): Things {
  const spots = once(() => spotsOf(reader.order()));
  return {
    unit: 'publications',
    size: reader.base().ids.length,
    publicationsOf: (thing) => [thing],
    dimension: (name) => publicationDimension(reader, name),
    named: reader.publications.one,
    ordered: (things) => byRank(things, spots()),
  };
}

/** Where each place stands in an order. */
function spotsOf(order: Int32Array): Int32Array {
  const spots = new Int32Array(order.length);
  for (const [spot, place] of order.entries()) spots[place] = spot;
  return spots;
}

const byRank = (things: readonly number[], ranks: Int32Array): number[] =>
  things.toSorted((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0) || one - other);

/** A publication that belongs to no study stands for one of its own. */
function studyThings(reader: Reader): Things {
  const { studyIds } = reader.base();
  const groups = studiesOf(studyIds);
  const labels = once(() => studyLabels(reader.request.db, reader.request.review.id));
  const publicationsOf = (thing: number) => groups[thing] ?? [];
  const labelOf = (thing: number): string | undefined =>
    labels().get(studyIds[groups[thing]?.[0] ?? -1] ?? 0) || undefined;
  const ranks = once(() => {
    const { firstAuthors } = reader.base();
    const names = groups.map((own, thing) => labelOf(thing) ?? firstAuthors[own[0] ?? 0] ?? '');
    return ranksOf(reader.request.locale, names);
  });
  return {
    unit: 'studies',
    size: groups.length,
    publicationsOf,
    dimension: (name) => {
      const found = publicationDimension(reader, name);
      return found && gathered(found, groups.length, publicationsOf);
    },
    named(thing) {
      const [first = 0] = publicationsOf(thing);
      const label = labelOf(thing);
      const publication = reader.publications.one(first);
      if (!label) return publication;
      return { ...plainPart(publication), key: `study-${studyIds[first]}`, label };
    },
    ordered: (things) => byRank(things, ranks()),
  };
}

/** What is known of a publication without reading it. */
const plainPart = ({ language, href }: Category) => ({ language, href });

function studiesOf(studyIds: readonly (number | null)[]): number[][] {
  const groups: number[][] = [];
  const known = new Map<number, number[]>();
  for (const [place, studyId] of studyIds.entries()) {
    const group = studyId === null ? undefined : known.get(studyId);
    if (group) {
      group.push(place);
      continue;
    }
    const made = [place];
    groups.push(made);
    if (studyId !== null) known.set(studyId, made);
  }
  return groups;
}

function byLabel({ request: { locale } }: Reader, named: (thing: number) => Category) {
  const { compare } = collator(locale);
  return (things: readonly number[]) =>
    things.toSorted((one, other) => compare(named(one).label, named(other).label));
}

function findingThings(reader: Reader): Things {
  const findings = reader.findings();
  const { placeOf } = reader.base();
  const behind = findings.map(({ supportingIds }) =>
    supportingIds.map(placeOf).filter((place) => place >= 0),
  );
  const publicationsOf = (thing: number) => behind[thing] ?? [];
  const all = findings.map(({ id, key, statement }) => ({
    ...worded(reader, key, statement),
    href: findingAddress(reader.request.review.slug, id),
  }));
  const named = (thing: number) => all[thing] ?? unknown;
  return {
    unit: 'findings',
    size: findings.length,
    publicationsOf,
    dimension(name) {
      const parsed = parseName(name);
      const label = dimensionLabel(reader, name);
      if (parsed?.kind === 'plain' && parsed.name === 'finding')
        return { name, label, categories: all, values: findings.map((_, at) => [at]) };
      if (parsed?.kind === 'plain' && parsed.name === 'kind') return findingKinds(reader, label);
      if (parsed?.kind === 'code') return themes(reader, parsed.book, parsed.level, name);
      const found = publicationDimension(reader, name);
      return found && gathered(found, findings.length, publicationsOf);
    },
    named,
    ordered: byLabel(reader, named),
  };
}

function findingKinds(reader: Reader, label: string): Dimension {
  const categories = kindCategories(reader);
  const places = new Map(categories.map(({ key }, at) => [key, at]));
  const values = reader.findings().map(({ kind }) => [places.get(kind.key) ?? 0]);
  return { name: 'kind', label, categories, values };
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
    { reports: pairs.map(([at]) => at), values: pairs.map(([, codeId]) => codeId) },
    (at) => at,
    (codeId) => found.categoriesOf.get(Number(codeId)) ?? [],
  );
  return { name, label: dimensionLabel(reader, name), categories: found.categories, values };
}

function caseThings(reader: Reader): Things {
  const cases = reader.cases();
  const { placeOf } = reader.base();
  const publicationsOf = (thing: number) =>
    [placeOf(cases[thing]?.rootId ?? 0)].filter((place) => place >= 0);
  const all = cases.map((row) => ({
    key: row.key,
    label: row.label,
    language: null,
    href: publicationAddress(reader.request.review.slug, row.rootId),
  }));
  const named = (thing: number) => all[thing] ?? unknown;
  return {
    unit: 'cases',
    size: cases.length,
    publicationsOf,
    dimension(name) {
      const label = dimensionLabel(reader, name);
      if (name === 'case')
        return { name, label, categories: all, values: cases.map((_, at) => [at]) };
      if (name === 'country' || name === 'welfare') return caseCountries(reader, name, label);
      const found = publicationDimension(reader, name);
      return found && gathered(found, cases.length, publicationsOf);
    },
    named,
    ordered: byLabel(reader, named),
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
  const values = countries.map((country) => {
    const place = at.get(keyOf(country));
    return place === undefined ? [] : [place];
  });
  return { name, label, categories, values };
}
