/** References that are typed into a review; `parks` is one whose like is easily made, the same or possibly the same. */
import type { Reference } from '../import/reference.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { importReferences } from '../server/records/imports/hand-entry.ts';

export const parks: Reference = {
  type: 'article-journal',
  title: 'Green parks and the loneliness of older adults in Nordic cities',
  authors: [{ family: 'Åström', given: 'Karin' }],
  year: 2019,
  container: 'Journal of Environmental Psychology',
  volume: '12',
  pages: '33-48',
};

/** @returns the reports that they make, in their order. */
export const typeIn = (by: PersonalContext, reviewId: number, references: Reference[]): number[] =>
  importReferences(by, { reviewId, searchRunId: null, label: 'Typed in', references });
