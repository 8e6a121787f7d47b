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

/** Many things have the same few categories: each combination of them is one list, and things name theirs. */
export type Values = {
  /** By thing: which list. */
  own: Int32Array;
  lists: number;
  /** The places of categories, each once. The first list is empty. */
  list: (at: number) => readonly number[];
};

export type Dimension = {
  name: string;
  label: string;
  categories: Categories;
  /** The categories stand in the order of their labels already: long lists are not sorted again. */
  isSorted?: boolean;
  values: Values;
};

const nothing: readonly number[] = [];

export const placesOf = ({ own, list }: Values, thing: number): readonly number[] =>
  list(own[thing] ?? 0);

/** Values by thing from links, with the categories that each of what is linked counts for. */
export function fromLinks(
  size: number,
  links: Links,
  placeOf: (id: number) => number,
  categoriesOf: (value: string | number) => readonly number[],
): Values {
  const shared = sharedLists();
  const own = new Int32Array(size);
  for (const { value, reports } of links) {
    const categories = categoriesOf(value);
    for (const report of reports) {
      const place = placeOf(report);
      if (place >= 0 && place < size)
        for (const category of categories) own[place] = shared.with(own[place] ?? 0, category);
    }
  }
  return shared.values(own);
}

/** One category for each thing, or none (-1). */
export const single = (categories: Int32Array, size: number): Values => ({
  own: categories.map((category) => category + 1),
  lists: size + 1,
  list: (at) => (at === 0 ? nothing : [at - 1]),
});

function sharedLists() {
  const lists: (readonly number[])[] = [nothing];
  /** By list and category: the list with that category too. */
  const longer: Map<number, number>[] = [new Map()];

  function added(at: number, category: number): number {
    const known = longer[at]?.get(category);
    if (known !== undefined) return known;
    const list = lists[at] ?? nothing;
    const made = list.includes(category) ? at : lists.length;
    longer[at]?.set(category, made);
    if (made === at) return at;
    lists.push([...list, category]);
    longer.push(new Map());
    return made;
  }

  return {
    with: added,
    values: (own: Int32Array): Values => ({
      own,
      lists: lists.length,
      list: (at) => lists[at] ?? nothing,
    }),
  };
}

/** What was gathered from values, and for which things. */
const known = new WeakMap<Values, { things: object; values: Values }>();

/**
 * The same dimension for things that stand on several publications: what any of them has, each once.
 * @param things the publications of each.
 */
export function gathered(dimension: Dimension, things: readonly (readonly number[])[]): Dimension {
  const before = known.get(dimension.values);
  if (before?.things === things) return { ...dimension, values: before.values };
  const shared = sharedLists();
  const own = Int32Array.from(things, (publications) =>
    publications.flatMap((place) => placesOf(dimension.values, place)).reduce(shared.with, 0),
  );
  const values = shared.values(own);
  known.set(dimension.values, { things, values });
  return { ...dimension, values };
}
