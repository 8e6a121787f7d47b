/** What the pages where forms are designed may show. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { type FormField, formFieldKinds, studyDesigns } from '../../../schema/extraction.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { typedWords, wordsInput } from '../../platform/words-form.ts';
import type { CodebookWithCodes } from '../codebooks/codebooks.ts';
import { typedText } from '../http.ts';
import { codingNav, type ReviewPlace } from '../page.ts';
import type { FormRow } from './forms.ts';

type Refused = { problems: Problem[]; typed: unknown };

export function formsPage(
  locale: Locale,
  review: ReviewPlace,
  found: FormRow[],
  { problems, typed }: Refused,
) {
  const path = `/reviews/${review.slug}/coding/forms`;
  return {
    title: translate(locale, 'forms.title'),
    nav: codingNav(review.slug, 'forms'),
    action: path,
    forms: found.map(({ id, label, fields }) => ({
      label,
      fieldCount: fields.length,
      href: `${path}/${id}`,
      answers: `${path}/${id}/answers`,
    })),
    form: { label: wordsInput(locale, typedWords(typed, 'label')) },
    problems: problemsByField(problems, ['', 'label']),
  };
}

export function formPage(
  locale: Locale,
  review: ReviewPlace,
  { form, books }: { form: FormRow; books: CodebookWithCodes[] },
  refused: Refused & { field: string | null },
) {
  const path = `/reviews/${review.slug}/coding/forms/${form.id}`;
  const isRefused = refused.problems.length > 0;
  const fieldForm = (field: FormField | null) => {
    const isOwn = isRefused && refused.field === (field?.key ?? null);
    return fieldModel(locale, books, field, isOwn ? refused : null);
  };
  return {
    title: inWords(locale, form.label),
    nav: codingNav(review.slug, 'forms'),
    path,
    back: `/reviews/${review.slug}/coding/forms`,
    version: form.number,
    fields: form.fields.map((field, index) => ({
      ...fieldForm(field),
      action: `${path}/fields/${field.key}`,
      shown: field.label,
      kindNow: field.kind,
      required: field.isRequired,
      position: index + 1,
      positionId: `position-${field.key}`,
    })),
    newField: { ...fieldForm(null), action: `${path}/fields` },
    problems: problemsByField(refused.problems, ['']),
  };
}

/** One question's own form: what was typed and refused, else what stands there, else nothing. */
function fieldModel(
  locale: Locale,
  books: CodebookWithCodes[],
  field: FormField | null,
  refused: Refused | null,
) {
  const typed = refused?.typed ?? null;
  const words = (name: string, own: Words) =>
    wordsInput(locale, typed === null ? own : typedWords(typed, name));
  const sent = (typed as { designs?: string | string[] } | null)?.designs ?? [];
  const chosen = typed === null ? (field?.designs ?? []) : [sent].flat();
  const kind = typed === null ? (field?.kind ?? 'text') : typedText(typed, 'kind');
  const book = typed === null ? (field?.codebookKey ?? '') : typedText(typed, 'codebookKey');
  const isRequired =
    typed === null ? (field?.isRequired ?? false) : typedText(typed, 'isRequired') !== '';
  return {
    id: field ? `field-${field.key}` : 'new-field',
    optionsId: field ? `options-${field.key}` : 'new-options',
    helpId: field ? `help-${field.key}` : 'new-help',
    isRefused: refused !== null,
    label: words('label', field?.label ?? {}),
    help: words('help', field?.help ?? {}),
    options: words('options', optionLines(field)),
    kinds: formFieldKinds.map((each) => ({ kind: each, isChosen: each === kind })),
    designs: studyDesigns.map((design) => ({ design, isChosen: chosen.includes(design) })),
    books: books.map(({ key, label }) => ({ key, label, isChosen: key === book })),
    isRequired,
    problems: problemsByField(refused?.problems ?? [], ['label', 'options', 'codebookKey', 'kind']),
  };
}

function optionLines(field: FormField | null): Words {
  const options = field?.options ?? [];
  return Object.fromEntries(
    locales
      .map(
        (locale) => [locale, options.map(({ label }) => label[locale] ?? '').join('\n')] as const,
      )
      .filter(([, text]) => text.trim() !== ''),
  );
}
