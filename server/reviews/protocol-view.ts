/** A protocol as it is read: its parts in the framework's order, criteria by kind. */
import type { Locale } from '../../schema/columns.ts';
import type { ProtocolContent } from '../../schema/reviews.ts';
import { periodText } from '../platform/days.ts';
import { collator, countryName } from '../platform/i18n.ts';
import { frameworkElements } from './frameworks.ts';

export function protocolView(locale: Locale, content: ProtocolContent) {
  const { framework, criteria, countries, countriesNote, notes } = content;
  const known = frameworkElements[framework];
  const others = Object.keys(content.elements).filter((key) => !known.includes(key));
  return {
    questions: content.questions,
    framework,
    hasFramework: framework !== 'none',
    elements: [...known, ...others].flatMap((key) => {
      const text = content.elements[key];
      return text ? [{ key, text }] : [];
    }),
    include: criteria.filter(({ kind }) => kind === 'include').map(withStatement),
    exclude: criteria.filter(({ kind }) => kind === 'exclude').map(withStatement),
    period: periodText(locale, content.periodFrom, content.periodTo),
    languages: content.languages,
    countries: countries.toSorted((one, other) =>
      collator(locale).compare(countryName(locale, one), countryName(locale, other)),
    ),
    countriesNote: Object.keys(countriesNote).length > 0 ? countriesNote : null,
    notes: Object.keys(notes).length > 0 ? notes : null,
  };
}

function withStatement({ code, label, statement }: ProtocolContent['criteria'][number]) {
  return { code, label, statement: Object.keys(statement).length > 0 ? statement : null };
}
