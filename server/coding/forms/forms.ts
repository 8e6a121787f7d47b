/** Extraction forms: designed by the team, question by question; every change is a version, and answers stay. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Words } from '../../../schema/columns.ts';
import {
  extractionForm,
  extractionFormVersion,
  type FormField,
} from '../../../schema/extraction.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { placed } from '../codebooks/tree.ts';
import { cleanWords, keyFrom, requireWords } from '../rows.ts';

export type FieldInput = Omit<FormField, 'key' | 'options'> & { options: Words[] };

export function addForm(context: PersonalContext, reviewId: number, label: Words): number {
  return inTransaction(context, (tx) => {
    const words = requireWords(label, 'label');
    const of = eq(extractionForm.reviewId, reviewId);
    const taken = tx.db.select({ key: extractionForm.key }).from(extractionForm).where(of).all();
    const key = keyFrom(
      words,
      taken.map((row) => row.key),
    );
    const row = { reviewId, key, label: words, position: taken.length + 1 };
    const { id } = tx.db.insert(extractionForm).values(row).returning().get();
    audit(tx, {
      action: 'form.added',
      entity: 'extraction_form',
      entityId: id,
      reviewId,
      after: row,
    });
    return id;
  });
}

/** Takes a form out of use. What was answered on it stays in the database. */
export function archiveForm(context: PersonalContext, reviewId: number, formId: number): void {
  inTransaction(context, (tx) => {
    const { key } = requireForm(tx.db, reviewId, formId);
    const archived = { archivedAt: tx.at };
    tx.db.update(extractionForm).set(archived).where(eq(extractionForm.id, formId)).run();
    const about = { entity: 'extraction_form', entityId: formId, reviewId, before: { key } };
    audit(tx, { action: 'form.archived', ...about });
  });
}

/** Adds a question, or, with a key, changes one. @throws OPTIONS_REQUIRED, CODEBOOK_REQUIRED */
export function saveField(
  context: PersonalContext,
  reviewId: number,
  formId: number,
  input: FieldInput,
  key: string | null = null,
): void {
  changeFields(context, reviewId, formId, (fields) => {
    const old = fields.find((field) => field.key === key);
    if (key !== null && !old) throw notFound();
    const made = checked(
      input,
      old,
      fields.map((field) => field.key),
    );
    return old ? fields.map((field) => (field === old ? made : field)) : [...fields, made];
  });
}

export function removeField(
  context: PersonalContext,
  reviewId: number,
  formId: number,
  key: string,
) {
  changeFields(context, reviewId, formId, (fields) => fields.filter((field) => field.key !== key));
}

/** Puts a question at a place, counted from 1. */
export function moveField(
  context: PersonalContext,
  reviewId: number,
  formId: number,
  { key, position }: { key: string; position: number },
): void {
  changeFields(context, reviewId, formId, (fields) => {
    const at = fields.findIndex((field) => field.key === key);
    if (at < 0) throw notFound();
    const order = placed(
      fields.map((_, index) => index),
      at,
      position,
    );
    return order.flatMap((index) => fields[index] ?? []);
  });
}

function checked(input: FieldInput, old: FormField | undefined, taken: string[]): FormField {
  const label = requireWords(input.label, 'label');
  const needsOptions = ['choice', 'choices', 'table'].includes(input.kind);
  const options = needsOptions ? optionsFrom(input.options, old) : [];
  if (needsOptions && options.length === 0) throw new AppError('OPTIONS_REQUIRED', {}, 'options');
  if (input.kind === 'code' && input.codebookKey === '')
    throw new AppError('CODEBOOK_REQUIRED', {}, 'codebookKey');
  return {
    key: old?.key ?? keyFrom(label, taken),
    kind: input.kind,
    label,
    help: cleanWords(input.help),
    isRequired: input.isRequired,
    designs: input.designs,
    options,
    codebookKey: input.kind === 'code' ? input.codebookKey : '',
  };
}

/** An option keeps its key when its words are known, or when only the words at its place changed. */
function optionsFrom(options: readonly Words[], old: FormField | undefined): FormField['options'] {
  const kept = options.map(cleanWords).filter((words) => Object.keys(words).length > 0);
  const before = old?.options ?? [];
  const made: FormField['options'] = [];
  for (const [index, label] of kept.entries()) {
    const same = before.find((option) =>
      Object.entries(label).some(([locale, text]) => option.label[locale as keyof Words] === text),
    );
    const here = kept.length === before.length ? before[index] : undefined;
    const keys = made.map((option) => option.key);
    const known = [same?.key, here?.key].find((key) => key !== undefined && !keys.includes(key));
    made.push({ key: known ?? keyFrom(label, [...keys, ...before.map(({ key }) => key)]), label });
  }
  return made;
}

function changeFields(
  context: PersonalContext,
  reviewId: number,
  formId: number,
  change: (fields: FormField[]) => FormField[],
): void {
  inTransaction(context, (tx) => {
    requireForm(tx.db, reviewId, formId);
    const { fields: before, number } = fieldsOf(tx.db, formId);
    const fields = change(before);
    if (JSON.stringify(fields) === JSON.stringify(before)) return;
    const row = { formId, number: number + 1, fields, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(extractionFormVersion).values(row).returning().get();
    const entity = 'extraction_form_version';
    const after = { formId, number: row.number, fields };
    audit(tx, {
      action: 'form.changed',
      entity,
      entityId: id,
      reviewId,
      before: { fields: before },
      after,
    });
  });
}

/** The questions as they are now. */
export function fieldsOf(db: Db, formId: number): { number: number; fields: FormField[] } {
  const row = db
    .select({ number: extractionFormVersion.number, fields: extractionFormVersion.fields })
    .from(extractionFormVersion)
    .where(eq(extractionFormVersion.formId, formId))
    .orderBy(desc(extractionFormVersion.number))
    .limit(1)
    .get();
  return row ?? { number: 0, fields: [] };
}

export function formsOf(db: Db, reviewId: number) {
  const open = and(eq(extractionForm.reviewId, reviewId), isNull(extractionForm.archivedAt));
  const rows = db
    .select()
    .from(extractionForm)
    .where(open)
    .orderBy(asc(extractionForm.position), asc(extractionForm.id))
    .all();
  return rows.map((row) => ({ ...row, ...fieldsOf(db, row.id) }));
}

export type FormRow = ReturnType<typeof formsOf>[number];

/** @throws NOT_FOUND */
export function requireForm(db: Db, reviewId: number, formId: number): FormRow {
  const row = formsOf(db, reviewId).find((form) => form.id === formId);
  if (!row) throw notFound();
  return row;
}
