/** What the page of the written report may show. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { type DeliveryPart, deliveryPartKinds } from '../../../schema/deliveries.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate } from '../../platform/i18n.ts';
import type { TableChoice } from '../../synthesis/builder/any-table.ts';
import { styleOptions } from '../references-page.ts';
import type { Delivery } from './deliveries.ts';
import { headingOf } from './report.ts';

const partFields = ['heading', 'text'] as const;

export function deliveryPage(
  place: { locale: Locale; slug: string; mayOwn: boolean; tables: readonly TableChoice[] },
  delivery: Delivery,
  problems: Problem[],
) {
  const { locale, slug, mayOwn, tables } = place;
  const { parts } = delivery;
  return {
    title: translate(locale, 'delivery.title'),
    slug,
    mayOwn,
    languages: locales.map((value) => ({
      value,
      text: translate(locale, `references.language.${value}`),
      isCurrent: value === locale,
    })),
    parts: parts.map((part, at) => shownPart({ locale, tables }, part, at, parts.length)),
    kinds: deliveryPartKinds.map((value) => ({
      value,
      text: translate(locale, `delivery.part.${value}`),
      isCurrent: value === 'text',
    })),
    tables: tableOptions(tables, tables[0]?.name ?? ''),
    styles: styleOptions(delivery.citationStyle),
    template: delivery.templateFileHash ? delivery.templateName : null,
    problems: problemsByField(problems, ['', 'style', 'template']),
  };
}

const tableOptions = (tables: readonly TableChoice[], current: string) =>
  tables.map(({ name, title }) => ({ value: name, text: title, isCurrent: name === current }));

type Naming = { locale: Locale; tables: readonly TableChoice[] };

function shownPart({ locale, tables }: Naming, part: DeliveryPart, at: number, count: number) {
  const shown = headingOf({ locale, tables }, part);
  const suggested = headingOf({ locale, tables }, { ...part, heading: {} });
  return {
    at,
    place: at + 1,
    kind: part.kind,
    shown,
    suggested,
    isFirst: at === 0,
    isLast: at === count - 1,
    table: part.kind === 'table' ? tableOptions(tables, part.table) : null,
    fields: partFields.flatMap((field) =>
      locales.map((language) => ({
        name: `${field}.${language}`,
        id: `part-${at}-${field}-${language}`,
        label: `${translate(locale, `delivery.${field}`)} (${translate(locale, `references.language.${language}`)})`,
        value: part[field][language] ?? '',
        languageCode: language,
        isLong: field === 'text',
      })),
    ),
  };
}

/** `heading.sv`, `text.nb`, ... of a form, tidied. */
export function wordsIn(body: Record<string, string>, field: 'heading' | 'text'): Words {
  const said = locales.map(
    (locale) => [locale, (body[`${field}.${locale}`] ?? '').trim()] as const,
  );
  return Object.fromEntries(said.filter(([, text]) => text !== '')) as Words;
}
