/** The references of the screening exercise, by where they come from. */
import { archivePublication } from '../copro/archive-publication.ts';
import { citedByAytar, untitledByAytar } from './cited-by-aytar.ts';
import { citedBySolbjor, solbjorItself, untitledBySolbjor } from './cited-by-solbjor.ts';
import { citedByWorkday, undatedByWorkday } from './cited-by-workday.ts';
import { lookedUp1 } from './looked-up-1.ts';
import { lookedUp2 } from './looked-up-2.ts';
import { lookedUp3 } from './looked-up-3.ts';
import type { ExerciseReference } from './reference.ts';

/** Listed by Aytar (2022) too; the archive page says more of it. */
const andfossen: ExerciseReference = {
  key: archivePublication.key,
  reference: archivePublication.reference,
  citedBy: 'hinn-archive',
  lookedUp: null,
  source: archivePublication.source,
};

/** Cited by one of the five documents, with title and year. */
export const citedReferences: ExerciseReference[] = [
  ...citedByAytar,
  andfossen,
  ...citedBySolbjor,
  ...citedByWorkday,
];

/** Cited by none of the five: these make the pile as mixed as a real search. */
export const furtherReferences: ExerciseReference[] = [
  solbjorItself,
  ...lookedUp1,
  ...lookedUp2,
  ...lookedUp3,
];

/** What the exercise screens: each with a title and a year. */
export const exerciseReferences: ExerciseReference[] = [...citedReferences, ...furtherReferences];

/** Cited, but without a title or without a year: kept, and not part of the exercise. */
export const incompleteReferences: ExerciseReference[] = [
  ...untitledByAytar,
  ...untitledBySolbjor,
  ...undatedByWorkday,
];
