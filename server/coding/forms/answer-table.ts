/** The answers of a form as a table: a row for each included publication, a column for each question. */
import type { Locale } from '../../../schema/columns.ts';
import type { AnswerValue, FormField } from '../../../schema/extraction.ts';
import type { Db } from '../../db.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { codingNav, publicationLine, type ReviewPlace } from '../page.ts';
import { includedPublications } from '../publications.ts';
import { answerText, booksOf } from './answer-page.ts';
import { askedOf, designsOf, heldAnswers } from './answers.ts';
import { type FormRow, requireForm } from './forms.ts';

export function answerTable(db: Db, reviewId: number, formId: number) {
  const form = requireForm(db, reviewId, formId);
  const publications = includedPublications(db, reviewId);
  const ids = publications.map((row) => row.rootId);
  const [held, designs] = [heldAnswers(db, reviewId, form, ids), designsOf(db, ids)];
  return {
    form: form as FormRow,
    books: booksOf(db, reviewId),
    rows: publications.map((publication) => {
      const design = designs.get(publication.rootId) ?? null;
      const answers = held.get(publication.rootId) ?? new Map();
      const asked = new Set(askedOf(form.fields, design).map(({ key }) => key));
      const isComplete = form.fields.every(
        ({ key, isRequired }) => !isRequired || !asked.has(key) || answers.get(key)?.value != null,
      );
      return { publication, design, answers, asked, isComplete };
    }),
  };
}

export type AnswerTable = ReturnType<typeof answerTable>;

export function answersPage(
  locale: Locale,
  review: ReviewPlace,
  { form, books, rows }: AnswerTable,
) {
  const path = `/reviews/${review.slug}/coding/forms/${form.id}`;
  return {
    title: translate(locale, 'forms.answers_of', { name: inWords(locale, form.label) }),
    nav: codingNav(review.slug, 'forms'),
    path,
    files: fileLinks(`${path}/answers`),
    complete: rows.filter((row) => row.isComplete).length,
    total: rows.length,
    fields: form.fields.map(({ label }) => ({ label })),
    rows: rows.map(({ publication, answers, asked, design }) => ({
      label: publicationLine(locale, review.slug, publication).label,
      href: `${path}/reports/${publication.rootId}`,
      design,
      cells: form.fields.map((field) => {
        const answer = answers.get(field.key);
        return {
          text: answerText(locale, books, field, answer?.value ?? null),
          isAsked: asked.has(field.key),
          isMissing: field.isRequired && asked.has(field.key),
        };
      }),
    })),
  };
}

export function answersAsJson({ form, rows }: AnswerTable) {
  return {
    form: { key: form.key, label: form.label, version: form.number, fields: form.fields },
    publications: rows.map(({ publication, design, answers, isComplete }) => ({
      id: publication.rootId,
      title: publication.title,
      year: publication.year,
      design,
      isComplete,
      answers: Object.fromEntries(
        [...answers].map(([key, { value, locator, excerptIds }]) => [
          key,
          { value, locator, excerptIds },
        ]),
      ),
    })),
  };
}

/** For programs: keys rather than words, so that the same answers are the same bytes in every language. */
export function answersAsCsv({ form, rows }: AnswerTable): string {
  const head = ['id', 'title', 'year', 'design', ...form.fields.map(({ key }) => key)];
  const lines = rows.map(({ publication, design, answers }) => [
    String(publication.rootId),
    publication.title,
    String(publication.year ?? ''),
    design ?? '',
    ...form.fields.map((field) => plainAnswer(field, answers.get(field.key)?.value ?? null)),
  ]);
  return `\ufeff${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function plainAnswer(field: FormField, value: AnswerValue): string {
  if (value === null || typeof value === 'string') return value ?? '';
  if (field.kind === 'table') return (value as string[][]).map((row) => row.join(' | ')).join('\n');
  return (value as string[]).join(' | ');
}

/** What a spreadsheet would run as a formula gets an apostrophe; a negative number is a number. */
function csvCell(text: string): string {
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
