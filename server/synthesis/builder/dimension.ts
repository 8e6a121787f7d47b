/** What a dimension is: its categories in order, and which of them each thing of a table has. */
import type { Locale } from '../../../schema/columns.ts';
import type { Link } from './base.ts';

export type Category = {
  /** As addresses and machines name it. */
  key: string;
  label: string;
  /** The language of the label when it is another than the page's. */
  language: Locale | null;
  /** The page of what it stands for. */
  href: string | null;
};

export type Dimension = {
  name: string;
  label: string;
  categories: Category[];
  /** By thing: the places of its categories, each once. A thing without any has an empty list. */
  values: (readonly number[])[];
};

const nothing: readonly number[] = [];

/** Values by thing from links, with the categories that the links name. */
export function fromLinks(
  size: number,
  links: Iterable<Link>,
  placeOf: (id: number) => number | undefined,
  categoriesOf: (value: string | number) => readonly number[],
): (readonly number[])[] {
  const values = new Array<readonly number[]>(size).fill(nothing);
  for (const [id, value] of links) {
    const place = placeOf(id);
    if (place === undefined) continue;
    for (const category of categoriesOf(value)) {
      const own = values[place] ?? nothing;
      if (own.length === 0) values[place] = [category];
      else if (!own.includes(category)) (own as number[]).push(category);
    }
  }
  return values;
}

/** One value for each thing, or none. */
export const single = (
  list: readonly unknown[],
  categoryOf: (value: never) => number | undefined,
) => {
  const ones: (readonly number[])[] = [];
  return list.map((value) => {
    const category = categoryOf(value as never);
    if (category === undefined) return nothing;
    ones[category] ??= [category];
    return ones[category];
  });
};

/** The same dimension for things that stand on several publications: what any of them has, each once. */
export function gathered(dimension: Dimension, publicationsOf: (readonly number[])[]): Dimension {
  const values = publicationsOf.map((publications) => {
    if (publications.length === 1) return dimension.values[publications[0] ?? -1] ?? nothing;
    const all = new Set(publications.flatMap((place) => dimension.values[place] ?? nothing));
    return all.size === 0 ? nothing : [...all];
  });
  return { ...dimension, values };
}
