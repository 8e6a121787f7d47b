/** What a table counts or lists: publications, studies, findings or cases, each with the dimensions it is sorted by. */
import type { TableUnit } from '../../../schema/synthesis.ts';
import { publicationsByRoot } from '../../coding/publications.ts';
import { findingAddress, publicationAddress } from '../addresses.ts';
import { publicationLabel } from '../tables/labels.ts';
import { studyLabels } from './base.ts';
import { type Category, type Dimension, fromLinks, gathered } from './dimension.ts';
import { dimensionLabel, parseName } from './names.ts';
import {
  arrangementCategories,
  codeCategories,
  countryCategories,
  kindCategories,
  publicationDimension,
  worded,
} from './publication-dimensions.ts';
import type { Reader } from './reader.ts';
import { arrangementOf } from './welfare.ts';

export type Things = {
  unit: TableUnit;
  size: number;
  /** By thing: the places of the publications behind it. */
  publicationsOf: (readonly number[])[];
  dimension: (name: string) => Dimension | null;
  /** What these things are called, and where they lead; in the order asked for. */
  named: (places: readonly number[]) => Category[];
};

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
  const { ids } = reader.base();
  return {
    unit: 'publications',
    size: ids.length,
    publicationsOf: ids.map((_, place) => [place]),
    dimension: (name) => publicationDimension(reader, name),
    named: (places) => publicationNames(reader, places),
  };
}

function publicationNames({ request, base }: Reader, places: readonly number[]): Category[] {
  const { ids } = base();
  const { db, review, locale } = request;
  const wanted = places.map((place) => ids[place] ?? 0);
  const known = publicationsByRoot(db, wanted);
  return wanted.map((id) => {
    const publication = known.get(id);
    return {
      key: String(id),
      label: publication ? publicationLabel(locale, publication) : String(id),
      language: null,
      href: publicationAddress(review.slug, id),
    };
  });
}

/** A publication that belongs to no study stands for one of its own. */
function studyThings(reader: Reader): Things {
  const { studyIds } = reader.base();
  const groups = new Map<string, number[]>();
  for (const [place, studyId] of studyIds.entries()) {
    const key = studyId === null ? `p${place}` : `s${studyId}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  const publicationsOf = [...groups.values()];
  return {
    unit: 'studies',
    size: publicationsOf.length,
    publicationsOf,
    dimension: (name) => {
      const found = publicationDimension(reader, name);
      return found && gathered(found, publicationsOf);
    },
    named(places) {
      const labels = studyLabels(reader.request.db, reader.request.review.id);
      const firsts = places.map((place) => publicationsOf[place]?.[0] ?? 0);
      return publicationNames(reader, firsts).map((category, index) => {
        const studyId = studyIds[firsts[index] ?? 0];
        const label = studyId ? labels.get(studyId) : undefined;
        return label ? { ...category, key: `study-${studyId}`, label } : category;
      });
    },
  };
}

function findingThings(reader: Reader): Things {
  const findings = reader.findings();
  const { placeOf } = reader.base();
  const publicationsOf = findings.map(({ supportingIds }) =>
    supportingIds.flatMap((id) => placeOf.get(id) ?? []),
  );
  const all = (): Category[] =>
    findings.map(({ id, key, statement }) => ({
      ...worded(reader, key, statement),
      href: findingAddress(reader.request.review.slug, id),
    }));
  return {
    unit: 'findings',
    size: findings.length,
    publicationsOf,
    dimension(name) {
      const parsed = parseName(name);
      const label = dimensionLabel(reader, name);
      if (parsed?.kind === 'plain' && parsed.name === 'finding')
        return { name, label, categories: all(), values: findings.map((_, at) => [at]) };
      if (parsed?.kind === 'plain' && parsed.name === 'kind') return findingKinds(reader, label);
      if (parsed?.kind === 'code') return themes(reader, parsed.book, parsed.level, name);
      const found = publicationDimension(reader, name);
      return found && gathered(found, publicationsOf);
    },
    named(places) {
      const names = all();
      return places.flatMap((place) => names[place] ?? []);
    },
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
  const links = reader
    .findings()
    .flatMap(({ themes: own }, at) => own.map((theme): [number, number] => [at, theme.codeId]));
  const values = fromLinks(
    reader.findings().length,
    links,
    (at) => at,
    (codeId) => found.categoriesOf.get(Number(codeId)) ?? [],
  );
  return { name, label: dimensionLabel(reader, name), categories: found.categories, values };
}

function caseThings(reader: Reader): Things {
  const cases = reader.cases();
  const { placeOf } = reader.base();
  const publicationsOf = cases.map(({ rootId }) => {
    const place = placeOf.get(rootId);
    return place === undefined ? [] : [place];
  });
  const named = cases.map((row) => ({
    key: row.key,
    label: row.label,
    language: null,
    href: publicationAddress(reader.request.review.slug, row.rootId),
  }));
  return {
    unit: 'cases',
    size: cases.length,
    publicationsOf,
    dimension(name) {
      const label = dimensionLabel(reader, name);
      if (name === 'case')
        return { name, label, categories: named, values: cases.map((_, at) => [at]) };
      if (name === 'country' || name === 'welfare') return caseCountries(reader, name, label);
      const found = publicationDimension(reader, name);
      return found && gathered(found, publicationsOf);
    },
    named: (places) => places.flatMap((place) => named[place] ?? []),
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
