/** What people took out of publications with a form: every answer stays, the latest holds; agreed ones go before. */
import { and, asc, desc, eq } from 'drizzle-orm';
import {
  type AnswerValue,
  designLink,
  extractionAnswer,
  type FormField,
  type StudyDesign,
} from '../../../schema/extraction.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { findCodebook } from '../codebooks/codebooks.ts';
import { mergedKeys } from '../codebooks/merged-keys.ts';
import { flatten } from '../codebooks/tree.ts';
import { codersOf, pairingOf } from '../coders/double-coding.ts';
import { countryCodes } from '../desk/countries.ts';
import { requireExcerpt } from '../excerpts/excerpts.ts';
import { isOneOf, requireReport } from '../rows.ts';
import { type FormRow, fieldsOf, requireForm } from './forms.ts';

export type Answer = {
  rootId: number;
  fieldKey: string;
  value: AnswerValue;
  locator: string;
  excerptIds: number[];
  isConsensus: boolean;
  personId: number;
};
export type AnswerInput = {
  value: string | string[];
  locator: string;
  excerptIds: readonly number[];
};

/** The design of each of these publications, where somebody has said it. */
export function designsOf(db: Db, rootIds: Iterable<number>): Map<number, StudyDesign> {
  const rows = db
    .select({ rootId: report.rootId, design: designLink.design })
    .from(designLink)
    .innerJoin(report, eq(report.id, designLink.reportId))
    .where(isOneOf(report.rootId, rootIds))
    .orderBy(asc(designLink.id))
    .all();
  return new Map(rows.map((row) => [row.rootId ?? 0, row.design]));
}

export function setDesign(context: PersonalContext, reportId: number, design: StudyDesign): void {
  inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    const before = designsOf(tx.db, [rootId]).get(rootId) ?? null;
    if (before === design) return;
    const row = { reportId, design, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(designLink).values(row).returning().get();
    const about = { entity: 'design_link', entityId: id, reviewId };
    audit(tx, {
      action: 'design.set',
      ...about,
      before: { design: before },
      after: { reportId, design },
    });
  });
}

/** The questions that a publication of a design is asked: those of every design, and those of its own. */
export const askedOf = (fields: readonly FormField[], design: StudyDesign | null): FormField[] =>
  fields.filter(
    ({ designs }) => designs.length === 0 || (design !== null && designs.includes(design)),
  );

/**
 * Saves what was answered, a row for each answer that is another than before. Where two code, each answers alone
 * until both are done; from then on what is saved is what they agree on.
 */
export function saveAnswers(
  context: PersonalContext,
  reviewId: number,
  about: { formId: number; reportId: number },
  inputs: ReadonlyMap<string, AnswerInput>,
): void {
  inTransaction(context, (tx) => {
    const { formId, reportId } = about;
    const form = requireForm(tx.db, reviewId, formId);
    const { rootId } = requireReport(tx.db, reportId, reviewId);
    const isConsensus = codersOf(tx.db, reviewId) === 2 && pairingOf(tx.db, rootId).isOpen;
    const { personId } = tx.actor;
    const held = answersFor(tx.db, reviewId, formId, rootId, personId);
    const changed: { fieldKey: string; value: AnswerValue }[] = [];
    for (const field of form.fields) {
      const input = inputs.get(field.key);
      if (!input) continue;
      const had = held.get(field.key);
      const value = parsedValue(tx.db, reviewId, field, input.value, had?.value ?? null);
      const excerptIds = [...new Set(input.excerptIds)];
      for (const id of excerptIds) requireExcerpt(tx.db, id, reviewId, personId);
      const locator = input.locator.trim();
      const said = { value, locator, excerptIds };
      const before = had && { value: had.value, locator: had.locator, excerptIds: had.excerptIds };
      if (
        JSON.stringify(before ?? { value: null, locator: '', excerptIds: [] }) ===
        JSON.stringify(said)
      )
        if (!isConsensus || had?.isConsensus) continue;
      const row = { formId, version: form.number, fieldKey: field.key, reportId, ...said };
      tx.db
        .insert(extractionAnswer)
        .values({ ...row, isConsensus, personId, at: tx.at })
        .run();
      changed.push({ fieldKey: field.key, value });
    }
    if (changed.length === 0) return;
    // What a blind coder says stays out of the log until both are done.
    const isBlind = codersOf(tx.db, reviewId) === 2 && !isConsensus;
    const after = { reportId, isConsensus, answers: isBlind ? changed.length : changed };
    const of = { entity: 'extraction_form', entityId: formId, reviewId };
    audit(tx, { action: 'form.answered', ...of, after });
  });
}

/** @throws ANSWER_INVALID beside the question. */
function parsedValue(
  db: Db,
  reviewId: number,
  field: FormField,
  sent: string | string[],
  had: AnswerValue,
): AnswerValue {
  const all = [sent]
    .flat()
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [text = ''] = all;
  if (all.length === 0) return null;
  const refuse = () => new AppError('ANSWER_INVALID', {}, field.key);
  const among = (keys: readonly string[], values: readonly string[]) => {
    if (values.some((value) => !keys.includes(value))) throw refuse();
  };
  if (field.kind === 'number') {
    const number = text
      .replace(/[\s\u00a0]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-');
    if (!/^-?\d+(?:\.\d+)?$/.test(number)) throw refuse();
    return number;
  }
  if (
    field.kind === 'date' &&
    !/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)
  )
    throw refuse();
  if (field.kind === 'country') among(countryCodes, [text]);
  if (field.kind === 'choice')
    among(
      field.options.map(({ key }) => key),
      [text],
    );
  // What was answered already is no new choice: its code may have been archived since.
  if (field.kind === 'code' && text !== had) {
    const { codes } = findCodebook(db, reviewId, field.codebookKey);
    among(
      flatten(codes).map(({ node }) => node.key),
      [text],
    );
  }
  if (field.kind === 'choices') {
    among(
      field.options.map(({ key }) => key),
      all,
    );
    return field.options.map(({ key }) => key).filter((key) => all.includes(key));
  }
  return field.kind === 'table' ? tableOf(field, text) : text;
}

/** A line for each row, with tabs or bars between the cells; as many cells as there are columns. */
function tableOf(field: FormField, text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim());
      if (cells.length > field.options.length) throw new AppError('ANSWER_INVALID', {}, field.key);
      return field.options.map((_, index) => cells[index] ?? '');
    });
}

/**
 * The latest of each person on each question, and the latest that was agreed on. A code that was merged since is the
 * one that it went into; the row itself says what was answered.
 */
export function answersOf(db: Db, formId: number, rootIds: Iterable<number>): Answer[] {
  const rows = db
    .select({
      rootId: report.rootId,
      fieldKey: extractionAnswer.fieldKey,
      value: extractionAnswer.value,
      locator: extractionAnswer.locator,
      excerptIds: extractionAnswer.excerptIds,
      isConsensus: extractionAnswer.isConsensus,
      personId: extractionAnswer.personId,
    })
    .from(extractionAnswer)
    .innerJoin(report, eq(report.id, extractionAnswer.reportId))
    .where(and(eq(extractionAnswer.formId, formId), isOneOf(report.rootId, rootIds)))
    .orderBy(desc(extractionAnswer.id))
    .all();
  const latest = new Map<string, Answer>();
  const merged = mergedKeys(db, formId, fieldsOf(db, formId).fields);
  for (const row of rows) {
    const of = row.isConsensus ? 'all' : row.personId;
    const key = `${row.rootId} ${row.fieldKey} ${of}`;
    if (latest.has(key)) continue;
    const went =
      typeof row.value === 'string' ? merged.get(row.fieldKey)?.get(row.value) : undefined;
    latest.set(key, { ...row, value: went ?? row.value, rootId: row.rootId ?? 0 });
  }
  return [...latest.values()];
}

/** What one person finds in the form: the answers that hold; while two code alone, their own. */
export function answersFor(
  db: Db,
  reviewId: number,
  formId: number,
  rootId: number,
  personId: number,
): Map<string, Answer> {
  const rows = answersOf(db, formId, [rootId]);
  const isDouble = codersOf(db, reviewId) === 2;
  const seen = rows.filter((row) => row.isConsensus || !isDouble || row.personId === personId);
  // Oldest first, what was agreed on last: the later one holds.
  const order = seen
    .toReversed()
    .toSorted((one, other) => Number(one.isConsensus) - Number(other.isConsensus));
  return new Map(order.map((row) => [row.fieldKey, row]));
}

/** By publication and question, what holds for the review: in a review of two coders, what they agreed on. */
export function heldAnswers(db: Db, reviewId: number, form: FormRow, rootIds: readonly number[]) {
  const isDouble = codersOf(db, reviewId) === 2;
  const held = new Map<number, Map<string, Answer>>();
  const rows = answersOf(db, form.id, rootIds).filter((row) => row.isConsensus || !isDouble);
  const order = rows
    .toReversed()
    .toSorted((one, other) => Number(one.isConsensus) - Number(other.isConsensus));
  for (const row of order) {
    const own = held.get(row.rootId) ?? new Map<string, Answer>();
    held.set(row.rootId, own.set(row.fieldKey, row));
  }
  return held;
}
