/** Who says it and on which page: what a finding's line in a list shows of what stands behind it. */
import type { ShortNames } from '../../import/normalize/names.ts';
import type { Stance } from '../../schema/findings.ts';
import { groupBy } from '../coding/rows.ts';
import type { SupportRow } from '../findings/support-rows.ts';

export type Source = {
  publicationId: number;
  /** Null when the publication as a whole speaks. */
  excerptId: number | null;
  stance: Stance;
  authors: ShortNames;
  year: number | null;
  page: string;
  locator: string;
};

/** So many of each side are named in a list; the finding's own page has all of them. */
const sourcesShown = 3;

/** One place of each publication, the first that was attached; those with a place before those without. */
export function sourcesOf(rows: SupportRow[]): Source[] {
  const placed = rows.toSorted((one, other) => Number(!one.excerpt) - Number(!other.excerpt));
  const ofSide = (stance: Stance) => {
    const ofStance = placed.filter((row) => row.stance === stance);
    const byPublication = groupBy(ofStance, (row) => row.rootId).values();
    return [...byPublication].flatMap((places) => places.slice(0, 1)).slice(0, sourcesShown);
  };
  return [...ofSide('supports'), ...ofSide('contradicts')].map(sourceOf);
}

const sourceOf = ({ rootId, excerpt, stance, publication }: SupportRow): Source => ({
  publicationId: rootId,
  excerptId: excerpt?.id ?? null,
  stance,
  authors: publication.authors,
  year: publication.year,
  page: excerpt?.page ?? '',
  locator: excerpt?.locator ?? '',
});
