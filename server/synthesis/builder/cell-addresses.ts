/** Where the pages of tables put together are, and the lists behind their cells. */
import type { TableDefinition } from '../../../schema/synthesis.ts';
import type { TableRequest } from '../tables/table.ts';
import { type CellPlace, definitionQuery } from './definition.ts';

/** The address of the page with what a cell counts. */
export type CellAddress = (place: CellPlace) => string;

export const tablesAddress = (slug: string) => `/reviews/${slug}/tables`;
export const savedAddress = (slug: string, key: string) => `${tablesAddress(slug)}/saved/${key}`;

export const placeQuery = (place: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(place).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );

export const savedCells =
  ({ review }: TableRequest, key: string): CellAddress =>
  (place) =>
    `${savedAddress(review.slug, key)}/cells?${placeQuery(place)}`;

export const previewCells =
  ({ review }: TableRequest, definition: TableDefinition): CellAddress =>
  (place) =>
    `${tablesAddress(review.slug)}/cells?${definitionQuery(definition)}&${placeQuery(place)}`;
