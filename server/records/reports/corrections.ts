/** A person corrects what a publication shows. Its records stay as the sources gave them. */
import { z } from 'zod';
import { type Reference, referenceTypes } from '../../../import/reference.ts';
import { correction } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { findReportAnywhere, refreshReport, shownReference } from './reports.ts';
import type { Field } from './shown.ts';

const Text = z.string().trim().min(1).max(100_000);
const Name = z.union([
  z.strictObject({
    family: Text,
    given: Text.optional(),
    particle: Text.optional(),
    suffix: Text.optional(),
  }),
  z.strictObject({ literal: Text }),
]);

/** The shape of each field; what may be corrected is exactly what a reference has. */
const shapes: Record<Field, z.ZodType> = {
  type: z.enum(referenceTypes),
  title: Text,
  translatedTitle: Text,
  authors: z.array(Name).max(5000),
  editors: z.array(Name).min(1).max(5000),
  year: z.int().min(1000).max(2200),
  date: Text,
  container: Text,
  volume: Text,
  issue: Text,
  pages: Text,
  edition: Text,
  series: Text,
  publisher: Text,
  place: Text,
  doi: z.string().regex(/^10\.\d{3,9}\/\S+$/),
  isbn: z.array(Text).min(1),
  issn: z.array(Text).min(1),
  urls: z.array(Text).min(1),
  abstract: Text,
  keywords: z.array(Text).min(1),
  language: Text,
  notes: z.array(Text).min(1),
  accession: Text,
  database: Text,
};
/** Every reference has these: they can be changed, not taken away. */
const required: readonly Field[] = ['type', 'title', 'authors'];

/**
 * @param value in the field's own shape; null takes the field away.
 * @throws CORRECTION_INVALID when the value is not of the field's shape.
 */
export function correctReport(
  context: Context,
  reportId: number,
  field: Field,
  value: Reference[Field] | null,
): void {
  inTransaction(context, (tx) => {
    const row = findReportAnywhere(tx.db, reportId);
    if (!row || row.withdrawnAt) throw notFound();
    const isAllowed =
      value === null ? !required.includes(field) : shapes[field].safeParse(value).success;
    if (!isAllowed) throw new AppError('CORRECTION_INVALID', {}, 'value');
    const rootId = row.rootId ?? row.id;
    const before = shownReference(tx.db, rootId).reference[field] ?? null;
    const personId = tx.actor?.personId ?? 0;
    tx.db.insert(correction).values({ reportId: rootId, field, value, personId, at: tx.at }).run();
    refreshReport(tx, rootId);
    enqueueIndex(tx, row.reviewId);
    audit(tx, {
      action: 'report.corrected',
      entity: 'report',
      entityId: rootId,
      reviewId: row.reviewId,
      before: { [field]: before },
      after: { [field]: value },
    });
  });
}
