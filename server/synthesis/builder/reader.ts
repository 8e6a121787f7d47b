/** Everything that the dimensions of a page's tables read, each read once. */

import { type CodebookWithCodes, codebooksOf } from '../../coding/codebooks/codebooks.ts';
import { type CaseRow, casesOf } from '../../coding/desk/cases.ts';
import { type FormRow, formsOf } from '../../coding/forms/forms.ts';
import { publicationNames } from '../../coding/publications.ts';
import type { FindingWithThemes } from '../../findings/findings.ts';
import { publicationAddress } from '../addresses.ts';
import { publicationLabel } from '../tables/labels.ts';
import { findingsFor, type TableRequest } from '../tables/table.ts';
import { type Base, baseOf, baseTables, countryLinks, firstAuthors, type Links } from './base.ts';
import type { Categories, Category } from './dimension.ts';
import { keptWhileUnchanged } from './kept.ts';
import { once } from './once.ts';
import { placesByName } from './order.ts';

export type Reader = {
  request: TableRequest;
  base: () => Base;
  /** The places of publications by name and year. */
  order: () => Int32Array;
  /** How publications are called and where they lead; a name is read when it is asked for. */
  publications: { one: (place: number) => Category; all: (order: Int32Array) => Categories };
  countries: () => Links;
  books: () => CodebookWithCodes[];
  forms: () => FormRow[];
  findings: () => FindingWithThemes[];
  cases: () => CaseRow[];
};

export function readerFor(request: TableRequest): Reader {
  const { db, review } = request;
  const base = once(() => baseOf(db, review.id));
  return {
    request,
    base,
    order: once(() =>
      keptWhileUnchanged(db, baseTables, `order ${request.locale} ${review.id}`, () =>
        placesByName(request.locale, firstAuthors(db, review.id), base().years),
      ),
    ),
    publications: namedPublications(request, base),
    countries: once(() => countryLinks(db, base())),
    books: once(() => codebooksOf(db, review.id)),
    forms: once(() => formsOf(db, review.id)),
    findings: once(() => findingsFor(request)),
    cases: once(() => casesOf(db, review.id)),
  };
}

/** Of a long list in its order, names are read so many at a time: a page shows some hundred of 100,000. */
const namesAtOnce = 25;

function namedPublications({ db, review, locale }: TableRequest, base: () => Base) {
  const labels = new Map<number, string>();
  const asked = new Set<number>();

  function read(places: Iterable<number>): void {
    const { ids } = base();
    const missing = [...places].filter((place) => !labels.has(place));
    const found = publicationNames(
      db,
      missing.map((place) => ids[place] ?? 0),
    );
    for (const place of missing) {
      const publication = found.get(ids[place] ?? 0);
      labels.set(place, publication ? publicationLabel(locale, publication) : String(ids[place]));
    }
  }

  function category(place: number, others: () => Iterable<number>): Category {
    const id = base().ids[place] ?? 0;
    return {
      key: String(id),
      language: null,
      href: publicationAddress(review.slug, id),
      get label() {
        if (!labels.has(place)) read(others());
        return labels.get(place) ?? '';
      },
    };
  }

  return {
    /** Names that are asked for together are read together. */
    one(place: number): Category {
      asked.add(place);
      return category(place, () => {
        const wanted = [...asked];
        asked.clear();
        return wanted;
      });
    },
    /** Every place of an order; a name is read with those beside it. */
    all: (order: Int32Array): Categories => ({
      length: order.length,
      at(spot) {
        const from = spot - (spot % namesAtOnce);
        const place = order[spot];
        if (place === undefined) return undefined;
        return category(place, () => order.subarray(from, from + namesAtOnce));
      },
    }),
  };
}
