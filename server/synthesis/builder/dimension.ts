/** What a dimension is: its categories in order, and which of them each thing of a table has. */
import type { Locale } from '../../../schema/columns.ts';
import type { Links } from './base.ts';

export type Category = {
  /** As addresses and machines name it. */
  key: string;
  label: string;
  /** The language of the label when it is another than the page's. */
  language: Locale | null;
  /** The page of what it stands for. */
  href: string | null;
};

/** A list of them, or what makes one of a long list when it is asked for. */
export type Categories = {
  readonly length: number;
  at(place: number): Category | undefined;
};

export type Dimension = {
  name: string;
  label: string;
  categories: Categories;
  /** The categories stand in the order of their labels already: long lists are not sorted again. */
  isSorted?: boolean;
  /** By thing: the places of its categories, each once. A thing without any has an empty list. */
  values: readonly (readonly number[])[];
};

const nothing: readonly number[] = [];

/** Values by thing from links, with the categories that the links name. */
export function fromLinks(
  size: number,
  { reports, values }: Links,
  placeOf: (id: number) => number,
  categoriesOf: (value: string | number) => readonly number[],
): (readonly number[])[] {
  const lists = sharedLists();
  const own = new Int32Array(size);
  for (let at = 0; at < reports.length; at += 1) {
    const place = placeOf(reports[at] ?? 0);
    const held = own[place];
    if (held === undefined) continue;
    let list = held;
    for (const category of categoriesOf(values[at] ?? '')) list = lists.with(list, category);
    own[place] = list;
  }
  return Array.from(own, lists.list);
}

/** Many things have the same few categories: each combination is one list. */
function sharedLists() {
  const lists: (readonly number[])[] = [nothing];
  /** By list and category: the list with that category too. */
  const longer: Map<number, number>[] = [new Map()];
  return {
    list: (at: number) => lists[at] ?? nothing,
    with(at: number, category: number): number {
      const known = longer[at]?.get(category);
      if (known !== undefined) return known;
      const list = lists[at] ?? nothing;
      const made = list.includes(category) ? at : lists.length;
      longer[at]?.set(category, made);
      if (made === at) return at;
      lists.push([...list, category]);
      longer.push(new Map());
      return made;
    },
  };
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
export function gathered(
  dimension: Dimension,
  size: number,
  publicationsOf: (thing: number) => readonly number[],
): Dimension {
  const lists = sharedLists();
  const values = Array.from({ length: size }, (_, thing) => {
    const publications = publicationsOf(thing);
    if (publications.length === 1) return dimension.values[publications[0] ?? -1] ?? nothing;
    let list = 0;
    for (const place of publications)
      for (const category of dimension.values[place] ?? nothing) list = lists.with(list, category);
    return lists.list(list);
  });
  return { ...dimension, values };
}
