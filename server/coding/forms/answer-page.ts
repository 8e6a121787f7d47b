/** What the page where a form is answered for one publication may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type AnswerValue, type FormField, studyDesigns } from '../../../schema/extraction.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { collator, countryName, inWords, translate } from '../../platform/i18n.ts';
import { type ArchivedCodes, archivedCodesOf, archivedLabel } from '../codebooks/archived-codes.ts';
import { type CodebookWithCodes, codebooksOf } from '../codebooks/codebooks.ts';
import { flatten } from '../codebooks/tree.ts';
import { codersOf, pairingOf } from '../coders/double-coding.ts';
import { countryCodes } from '../desk/countries.ts';
import { excerptsOf } from '../excerpts/excerpts.ts';
import { codingNav, placeText, publicationLine, type ReviewPlace } from '../page.ts';
import { publicationsByRoot } from '../publications.ts';
import { requireReport } from '../rows.ts';
import { answersFor, answersOf, askedOf, designsOf } from './answers.ts';
import { requireForm } from './forms.ts';

/** The codes that can be chosen, and those that were chosen once and are out of use. */
export type Books = { inUse: CodebookWithCodes[]; archived: ArchivedCodes };

export const booksOf = (db: Db, reviewId: number): Books => ({
  inUse: codebooksOf(db, reviewId),
  archived: archivedCodesOf(db, reviewId),
});

type Asked = { formId: number; reportId: number; personId: number };

export function answerRead(db: Db, reviewId: number, { formId, reportId, personId }: Asked) {
  const form = requireForm(db, reviewId, formId);
  const { rootId } = requireReport(db, reportId, reviewId);
  const publication = publicationsByRoot(db, [rootId]).get(rootId);
  if (!publication) throw notFound();
  const pairing = codersOf(db, reviewId) === 2 ? pairingOf(db, rootId) : null;
  const design = designsOf(db, [rootId]).get(rootId) ?? null;
  const own = answersFor(db, reviewId, formId, rootId, personId);
  return {
    form,
    publication,
    design,
    fields: askedOf(form.fields, design),
    own,
    // Side by side only when both are done.
    beside: pairing?.isOpen
      ? answersOf(db, formId, [rootId]).filter((row) => !row.isConsensus)
      : [],
    pairing,
    books: booksOf(db, reviewId),
    excerpts: excerptsOf(db, [rootId], personId).get(rootId) ?? [],
  };
}

type Read = ReturnType<typeof answerRead>;
type Refused = { problems: Problem[]; typed: Record<string, unknown> | null };

export function answerPage(locale: Locale, review: ReviewPlace, read: Read, refused: Refused) {
  const { form, publication, own } = read;
  const path = `/reviews/${review.slug}/coding/forms/${form.id}`;
  const missing = read.fields.filter((field) => field.isRequired && !own.get(field.key)?.value);
  return {
    title: inWords(locale, form.label),
    nav: codingNav(review.slug, 'forms'),
    action: `${path}/reports/${publication.rootId}`,
    answers: `${path}/answers`,
    publication: {
      label: publicationLine(locale, review.slug, publication).label,
      desk: `/reviews/${review.slug}/coding/reports/${publication.rootId}`,
    },
    designs: studyDesigns.map((design) => ({ design, isChosen: design === read.design })),
    isAgreeing: read.pairing?.isOpen ?? false,
    isAlone: read.pairing !== null && !read.pairing.isOpen,
    missing: missing.map(({ label }) => ({ label })),
    fields: read.fields.map((field) => questionModel(locale, read, field, refused)),
    problems: problemsByField(refused.problems, ['']),
  };
}

function questionModel(locale: Locale, read: Read, field: FormField, { problems, typed }: Refused) {
  const { key, kind } = field;
  const answer = read.own.get(key);
  const sent = (name: string) => [typed?.[`${name}.${key}`] ?? []].flat().map(String);
  const values = typed === null ? valuesOf(answer?.value ?? null) : sent('value');
  const excerptIds = typed === null ? (answer?.excerptIds ?? []) : sent('excerpts').map(Number);
  return {
    key,
    id: `question-${key}`,
    label: field.label,
    help: field.help,
    hasHelp: Object.keys(field.help).length > 0,
    isRequired: field.isRequired,
    isLong: kind === 'text' || kind === 'table',
    isLine: kind === 'number' || kind === 'date',
    isList: kind === 'choice' || kind === 'code' || kind === 'country',
    isBoxes: kind === 'choices',
    columns:
      kind === 'table' ? field.options.map(({ label }) => inWords(locale, label)).join(' | ') : '',
    hint: kind === 'date' ? translate(locale, 'forms.date_help') : '',
    value: values[0] ?? '',
    choices: choicesOf(locale, read.books, field, values).map((choice) => ({
      ...choice,
      isChosen: values.includes(choice.value),
    })),
    locator: typed === null ? (answer?.locator ?? '') : (sent('locator')[0] ?? ''),
    excerpts: read.excerpts.map((row) => ({
      id: row.id,
      text: row.text,
      place: placeText(locale, row),
      isChosen: excerptIds.includes(row.id),
    })),
    beside: read.beside
      .filter((row) => row.fieldKey === key)
      .map((row) => ({
        name: read.pairing?.coders.find(({ personId }) => personId === row.personId)?.name ?? '',
        text: answerText(locale, read.books, field, row.value),
      })),
    problem: problems.find((problem) => problem.field === key)?.message ?? null,
  };
}

function valuesOf(value: AnswerValue): string[] {
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  const [first] = value;
  if (Array.isArray(first)) return [(value as string[][]).map((row) => row.join(' | ')).join('\n')];
  return value as string[];
}

/** @param chosen what was answered: a code that has been archived since is still a choice there. */
function choicesOf(locale: Locale, books: Books, field: FormField, chosen: readonly string[]) {
  if (field.kind === 'country')
    return countryCodes
      .map((value) => ({ value, label: countryName(locale, value) }))
      .sort((one, other) => collator(locale).compare(one.label, other.label));
  if (field.kind === 'code') {
    const { codebookKey } = field;
    const book = books.inUse.find(({ key }) => key === codebookKey);
    const inUse = flatten(book?.codes ?? []).map(({ node, depth }) => ({
      value: node.key,
      label: `${'– '.repeat(depth - 1)}${inWords(locale, node.label)}`,
    }));
    const archived = chosen.flatMap((key) => {
      const label = archivedLabel(locale, books.archived, { codebookKey, key });
      return label === null ? [] : [{ value: key, label }];
    });
    return [...inUse, ...archived];
  }
  if (field.kind === 'table') return [];
  return field.options.map(({ key, label }) => ({ value: key, label: inWords(locale, label) }));
}

/** An answer in words. */
export function answerText(
  locale: Locale,
  books: Books,
  field: FormField,
  value: AnswerValue,
): string {
  if (value === null) return '';
  if (field.kind === 'table') return valuesOf(value)[0] ?? '';
  if (field.kind === 'country' && typeof value === 'string') return countryName(locale, value);
  if (field.kind === 'text' || field.kind === 'number' || field.kind === 'date')
    return String(value);
  const values = valuesOf(value);
  const choices = choicesOf(locale, books, field, values);
  return values
    .map(
      (key) => choices.find((choice) => choice.value === key)?.label.replace(/^(?:– )+/, '') ?? key,
    )
    .join('; ');
}
