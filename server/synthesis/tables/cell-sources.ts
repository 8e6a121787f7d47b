/** Where the words of a cell come from: the publication that says so, for its readers to open. */
import { publicationNames } from '../../coding/publications.ts';
import type { cellsOf } from '../aspects.ts';
import { baseOf } from '../builder/base.ts';
import { publicationItem } from './labels.ts';
import type { Item, TableRequest } from './table.ts';

export type Stored = ReturnType<typeof cellsOf>['cells'][number];

/** By cell its publication, if that is included: others have no page for those outside the review. */
export function cellSources(
  request: TableRequest,
  cells: readonly Stored[],
): (cell: Stored) => Item | null {
  const { placeOf } = baseOf(request.db, request.review.id);
  const roots = cells.flatMap(({ rootId }) =>
    rootId !== null && placeOf(rootId) >= 0 ? [rootId] : [],
  );
  const known = publicationNames(request.db, roots);
  return ({ rootId }) => {
    const publication = rootId === null ? undefined : known.get(rootId);
    return publication ? publicationItem(request, publication) : null;
  };
}
