/** The references of the screening exercise: what the five documents cite, each under the document that gives it. */
import { archivePublication } from '../copro/archive-publication.ts';
import type { DocumentKey } from '../tfou-2012/source.ts';
import { citedByAytar } from './cited-by-aytar.ts';
import { citedBySolbjor } from './cited-by-solbjor.ts';
import { citedByWorkday, undatedByWorkday } from './cited-by-workday.ts';
import type { ExerciseReference } from './reference.ts';

const onTheArchivePage: ExerciseReference = {
  key: archivePublication.key,
  reference: archivePublication.reference,
  citedBy: 'hinn-archive',
  lookedUp: null,
  source: archivePublication.source,
};

export type CitingDocument = { document: DocumentKey; references: ExerciseReference[] };

/** What is screened: every cited work with a title; author and year alone are nothing to screen by. A work that two documents give stands under both. */
export const citingDocuments: CitingDocument[] = [
  { document: 'hinn-archive', references: [onTheArchivePage] },
  { document: 'project-bank', references: [] },
  { document: 'aytar-2022', references: citedByAytar },
  { document: 'solbjor-2012', references: citedBySolbjor },
  { document: 'workday-2025', references: [...citedByWorkday, ...undatedByWorkday] },
];
