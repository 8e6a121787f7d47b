/** What a vote looks like on its way in, from a form or from the desk's script. */
import { z } from 'zod';
import { answers } from '../../../schema/screening.ts';
import { emptyAsNull, OneOrMany, OptionalText, Ticked } from '../../platform/forms.ts';

export const noteMax = 4000;
export const Id = z.coerce.number().int().positive();

export const VoteBody = z.object({
  reportId: Id,
  answer: z.enum(answers, 'problem.required'),
  criterionId: emptyAsNull(Id),
  note: OptionalText(noteMax),
  /** More reasons than the one that decides. */
  alsoIds: OneOrMany(Id),
  clientKey: emptyAsNull(z.string().max(64)),
  /** The person has seen what another answer takes back. */
  confirmed: Ticked,
});
