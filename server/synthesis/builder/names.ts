/** The names of dimensions: which there are in a review, and what each is called. */
import type { FormField } from '../../../schema/extraction.ts';
import type { TableUnit } from '../../../schema/synthesis.ts';
import { flatten } from '../../coding/codebooks/tree.ts';
import { inWords, type MessageKey, translate } from '../../platform/i18n.ts';
import { cellsOf } from '../aspects.ts';
import type { Reader } from './reader.ts';

/** Dimensions that every review has. */
const plainDimensions = [
  'country',
  'welfare',
  'year',
  'source',
  'source_kind',
  'source_group',
  'design',
  'publication',
  'study',
  'case',
  'finding',
  'kind',
] as const;
/** What sources are sorted by themselves, whatever was found in them. */
export const sourceDimensions = ['source', 'source_kind', 'source_group'] as const;
export type SourceDimension = (typeof sourceDimensions)[number];

export type PlainDimension = (typeof plainDimensions)[number];

/** What only a listing can show: words that nothing can be counted by. */
const plainTexts = ['authors', 'title', 'aim'] as const;
export type PlainText = (typeof plainTexts)[number];

/** What is known of a search besides where it was made. */
const searchFacts = ['platform', 'date', 'hits', 'records'] as const;
export type SearchFact = (typeof searchFacts)[number];

export type DimensionName =
  | { kind: 'plain'; name: PlainDimension }
  | { kind: 'text'; name: PlainText }
  | { kind: 'search'; name: SearchFact }
  /** `level` 0 is every code; from 1 the codes that stand so deep, with everything below them. */
  | { kind: 'code'; book: string; level: number }
  | { kind: 'form'; form: string; field: string }
  | { kind: 'aspect'; key: string };

export const isOneOf = <T extends string>(list: readonly T[], name: string): name is T =>
  (list as readonly string[]).includes(name);

/** @returns null for a name that means nothing. */
export function parseName(written: string): DimensionName | null {
  if (isOneOf(plainDimensions, written)) return { kind: 'plain', name: written };
  if (isOneOf(plainTexts, written)) return { kind: 'text', name: written };
  const [kind, first = '', second = ''] = written.split(':');
  if (kind === 'search' && isOneOf(searchFacts, first)) return { kind, name: first };
  if (kind === 'aspect' && first !== '') return { kind, key: first };
  if (kind === 'form' && first !== '' && second !== '') return { kind, form: first, field: second };
  if (kind === 'code' && first !== '' && /^[0-6]$/.test(second))
    return { kind, book: first, level: Number(second) };
  return null;
}

export type NamedOption = { value: string; text: string };
export type OptionGroup = { label: string; options: NamedOption[] };

/** What rows, columns and segments can be chosen from. */
export function dimensionGroups(reader: Reader): OptionGroup[] {
  const { locale } = reader.request;
  const plain = plainDimensions.map((value) => ({ value, text: plainLabel(reader, value) }));
  const codes = reader.books().flatMap((book) => {
    const depth = Math.max(0, ...flatten(book.codes).map((line) => line.depth));
    const levels = depth > 1 ? [...Array(depth + 1).keys()] : [0];
    return levels.map((level) => ({
      value: `code:${book.key}:${level}`,
      text: codeLabel(reader, inWords(locale, book.label), level),
    }));
  });
  return filled([
    { label: translate(locale, 'built.group.facts'), options: plain },
    { label: translate(locale, 'built.group.codes'), options: codes },
    { label: translate(locale, 'built.group.forms'), options: fieldOptions(reader, isCountable) },
  ]);
}

/** What the columns of a listing can be chosen from. */
export function textGroups(reader: Reader): OptionGroup[] {
  const { db, review, locale } = reader.request;
  const texts = plainTexts.map((value) => ({
    value,
    text: translate(locale, `tables.column.${value}`),
  }));
  const aspects = cellsOf(db, review.id, 'case').aspects.map(({ key, label }) => ({
    value: `aspect:${key}`,
    text: inWords(locale, label),
  }));
  const searches = searchFacts.map((name) => ({
    value: `search:${name}`,
    text: translate(locale, `searches.${name}`),
  }));
  const others = fieldOptions(reader, (field) => !isCountable(field));
  return filled([
    { label: translate(locale, 'built.group.texts'), options: texts },
    { label: translate(locale, 'built.group.sources'), options: searches },
    { label: translate(locale, 'built.group.cases'), options: aspects },
    { label: translate(locale, 'built.group.answers'), options: others },
  ]);
}

const filled = (groups: OptionGroup[]) => groups.filter(({ options }) => options.length > 0);

/** Whether things can be sorted by what was answered: free text has as many values as there are answers. */
const isCountable = ({ kind }: FormField): boolean =>
  kind === 'choice' || kind === 'choices' || kind === 'code' || kind === 'country';

function fieldOptions(reader: Reader, fits: (field: FormField) => boolean): NamedOption[] {
  const { locale } = reader.request;
  return reader.forms().flatMap((form) =>
    form.fields.filter(fits).map((field) => ({
      value: `form:${form.key}:${field.key}`,
      text: fieldLabel(reader, inWords(locale, form.label), inWords(locale, field.label)),
    })),
  );
}

const plainLabel = ({ request }: Reader, name: PlainDimension) =>
  translate(request.locale, `built.dimension.${name}` as MessageKey);

function codeLabel({ request: { locale } }: Reader, book: string, level: number): string {
  if (level === 0) return book;
  return translate(locale, 'built.code_level', { book, level });
}

const fieldLabel = ({ request: { locale } }: Reader, form: string, field: string) =>
  translate(locale, 'built.field_of_form', { form, field });

export const unitLabel = ({ request: { locale } }: Reader, unit: TableUnit): string =>
  translate(locale, `built.unit.${unit}`);

/** What a dimension is called above its row or column; the name itself when it is gone. */
export function dimensionLabel(reader: Reader, written: string): string {
  const { locale } = reader.request;
  const parsed = parseName(written);
  if (!parsed) return written;
  if (parsed.kind === 'plain') return plainLabel(reader, parsed.name);
  if (parsed.kind === 'text') return translate(locale, `tables.column.${parsed.name}`);
  if (parsed.kind === 'search') return translate(locale, `searches.${parsed.name}`);
  if (parsed.kind === 'code') {
    const book = reader.books().find(({ key }) => key === parsed.book);
    return book ? inWords(locale, book.label) : written;
  }
  if (parsed.kind === 'form') {
    const form = reader.forms().find(({ key }) => key === parsed.form);
    const field = form?.fields.find(({ key }) => key === parsed.field);
    return field ? inWords(locale, field.label) : written;
  }
  const { db, review } = reader.request;
  const aspect = cellsOf(db, review.id, 'case').aspects.find(({ key }) => key === parsed.key);
  return aspect ? inWords(locale, aspect.label) : written;
}
