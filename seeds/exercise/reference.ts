/** A reference of the screening exercise: what a reviewer screens, and where it was read. */
import type { Reference } from '../../import/reference.ts';
import type { DocumentKey, Source } from '../tfou-2012/source.ts';

/**
 * None of the five documents carries its reference list in the stored text: what they cite is known from tables,
 * slides and citations in the text. `lookedUp` is the public page where facts were read that the document lacks.
 */
export type ExerciseReference = {
  key: string;
  reference: Reference;
  citedBy: DocumentKey;
  lookedUp: string | null;
  source: Source | null;
};
