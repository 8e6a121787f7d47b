/** The protocol while it is being written: rows as typed, from a version or from a form, and back to content. */
import { z } from 'zod';
import type { Locale, Words } from '../../schema/columns.ts';
import {
  type CriterionKind,
  criterionKinds,
  type Framework,
  frameworks,
  type ProtocolContent,
} from '../../schema/reviews.ts';
import { Day } from '../platform/days.ts';
import { emptyAsNull } from '../platform/forms.ts';
import { readWords } from '../platform/words-form.ts';
import { frameworkElements } from './frameworks.ts';
import { countriesFrom, countriesText, languagesFrom, languagesText } from './places.ts';

/** Every input of the form by its name; rows are numbered, texts carry their language. */
export const ProtocolForm = z.record(z.string().max(100), z.string().max(20_000));
export type ProtocolForm = z.infer<typeof ProtocolForm>;

const rowsMax = 200;

export type CriterionRow = { code: string; kind: CriterionKind; label: Words; statement: Words };
export type ProtocolDraft = {
  /** The version that the writer began from. */
  basedOn: number;
  framework: Framework;
  questions: Words[];
  elements: Record<string, Words>;
  criteria: CriterionRow[];
  periodFrom: string;
  periodTo: string;
  languages: string;
  countries: string;
  countriesNote: Words;
  notes: Words;
  reason: string;
};

export function draftOf(locale: Locale, content: ProtocolContent, basedOn: number): ProtocolDraft {
  return {
    ...content,
    basedOn,
    periodFrom: content.periodFrom ?? '',
    periodTo: content.periodTo ?? '',
    languages: languagesText(locale, content.languages),
    countries: countriesText(locale, content.countries),
    reason: '',
  };
}

/** What was typed, blank rows left out. */
export function draftFrom(form: ProtocolForm): ProtocolDraft {
  const framework = z.enum(frameworks).catch('none').parse(form.framework);
  const elements = Object.values(frameworkElements).flat();
  return {
    basedOn: z.coerce.number().int().min(0).catch(0).parse(form.basedOn),
    framework,
    questions: rowsOf(form, 'question')
      .map((name) => readWords(form, name))
      .filter(isWritten),
    elements: Object.fromEntries(
      elements
        .map((key) => [key, readWords(form, `element_${key}`)] as const)
        .filter(([, text]) => isWritten(text)),
    ),
    criteria: rowsOf(form, 'criterion')
      .filter((name) => form[`${name}_remove`] === undefined)
      .map((name) => criterionFrom(form, name))
      .filter((row) => row.code !== '' || isWritten(row.label) || isWritten(row.statement)),
    periodFrom: form.periodFrom ?? '',
    periodTo: form.periodTo ?? '',
    languages: form.languages ?? '',
    countries: form.countries ?? '',
    countriesNote: readWords(form, 'countriesNote'),
    notes: readWords(form, 'notes'),
    reason: form.reason ?? '',
  };
}

function criterionFrom(form: ProtocolForm, name: string): CriterionRow {
  return {
    code: (form[`${name}_code`] ?? '').trim(),
    kind: z.enum(criterionKinds).catch('include').parse(form[`${name}_kind`]),
    label: readWords(form, `${name}_label`),
    statement: readWords(form, `${name}_statement`),
  };
}

/** `criterion_0`, `criterion_1`, ... as many as the form has. */
function rowsOf(form: ProtocolForm, prefix: string): string[] {
  const numbers = Object.keys(form).flatMap((name) => {
    const [head, number] = name.split('_');
    return head === prefix && number && /^\d{1,3}$/.test(number) ? [Number(number)] : [];
  });
  return [...new Set(numbers)]
    .filter((number) => number < rowsMax)
    .sort((one, other) => one - other)
    .map((number) => `${prefix}_${number}`);
}

const isWritten = (words: Words): boolean => Object.keys(words).length > 0;

const Period = z.object({ periodFrom: emptyAsNull(Day), periodTo: emptyAsNull(Day) });

/** @throws ZodError, LANGUAGE_UNKNOWN, COUNTRY_NAME_UNKNOWN for what was typed and cannot be understood. */
export function contentFrom(draft: ProtocolDraft): ProtocolContent {
  const { periodFrom, periodTo } = Period.parse(draft);
  const own = frameworkElements[draft.framework];
  return {
    questions: draft.questions,
    framework: draft.framework,
    elements: Object.fromEntries(
      Object.entries(draft.elements).filter(([key]) => own.includes(key)),
    ),
    criteria: draft.criteria,
    periodFrom: periodFrom ?? null,
    periodTo: periodTo ?? null,
    languages: languagesFrom(draft.languages),
    countries: countriesFrom(draft.countries).sort(),
    countriesNote: draft.countriesNote,
    notes: draft.notes,
  };
}
