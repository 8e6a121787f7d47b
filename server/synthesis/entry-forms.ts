/** What may be written about cases, aspects and indicators: for adding one and for putting one right. */
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { OptionalId } from '../coding/http.ts';
import { OptionalText, RequiredText } from '../platform/forms.ts';
import { wordsFields } from '../platform/words-form.ts';

const RequiredId = z.preprocess(
  (value) => value || undefined,
  z.coerce.number('problem.required').int(),
);
export const CaseForm = z.object({
  reportId: RequiredId,
  label: RequiredText(200),
  country: z.string('problem.required').min(2, 'problem.required').max(2),
});
export const AspectWords = z.object({ ...wordsFields('label', 300), source: OptionalText(500) });
export const IndicatorForm = z.object({
  ...wordsFields('label', 300),
  ...wordsFields('unit', 100),
  source: RequiredText(500),
  reportId: OptionalId,
  language: z.enum(locales),
  // Not trimmed: the tab before the first year is a cell.
  grid: z.string('problem.required').min(1, 'problem.required').max(20_000, 'problem.too_long'),
});
