/** Concept blocks as a form sends them: numbered rows, one term a line. */
import { z } from 'zod';
import { readWords } from '../platform/words-form.ts';
import type { BlockInput } from './blocks.ts';
import { termsFrom } from './query.ts';

export const BlocksForm = z.record(z.string().max(100), z.string().max(20_000));
export type BlocksForm = z.infer<typeof BlocksForm>;

const blocksMax = 50;

/** The rows in which something stands. */
export function blocksFrom(form: BlocksForm): BlockInput[] {
  return Array.from({ length: blocksMax }, (_, index) => `block_${index}`)
    .filter((name) => form[`${name}_terms`] !== undefined)
    .map((name) => {
      const id = Number(form[`${name}_id`]);
      return {
        ...(Number.isInteger(id) && id > 0 ? { id } : {}),
        label: readWords(form, `${name}_label`),
        terms: termsFrom(form[`${name}_terms`] ?? ''),
      };
    })
    .filter(({ label, terms }) => Object.keys(label).length > 0 || terms.length > 0);
}
