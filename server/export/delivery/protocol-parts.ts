/** The parts that the protocol says: the questions, and what was to be included. */
import {
  countryName,
  inWords,
  languageName,
  translate,
  translateDynamic,
} from '../../platform/i18n.ts';
import { currentProtocol } from '../../reviews/protocol.ts';
import { plainCell, wordsCell } from '../../synthesis/tables/table.ts';
import { type Block, paragraphs, phraseOf, plainGrid, say } from './blocks.ts';
import { type DeliveryRequest, dayInWords, listed } from './request.ts';

export function questionBlocks({ db, review, locale }: DeliveryRequest): Block[] {
  const content = currentProtocol(db, review.id)?.content;
  if (!content || content.questions.length === 0)
    return [say(translate(locale, 'delivery.none_written'))];
  const count = content.questions.length;
  const elements = Object.entries(content.elements);
  const parts = plainGrid(
    translate(locale, 'delivery.framework', { framework: content.framework }),
    [
      { key: 'element', label: translate(locale, 'delivery.element'), kind: 'text' },
      { key: 'description', label: translate(locale, 'delivery.description'), kind: 'text' },
    ],
    elements.map(([key, text]) => [
      plainCell(translateDynamic(locale, `element.${key}`)),
      wordsCell(locale, text),
    ]),
  );
  return [
    say(translate(locale, 'delivery.questions_lead', { count })),
    { kind: 'bullets', items: content.questions.map((words) => phraseOf(locale, words)) },
    ...(elements.length > 0 ? [parts] : []),
  ];
}

export function criteriaBlocks({ db, review, locale }: DeliveryRequest): Block[] {
  const content = currentProtocol(db, review.id)?.content;
  if (!content) return [say(translate(locale, 'delivery.none_written'))];
  // The report's background says it already.
  const repeats = inWords(locale, content.notes) === inWords(locale, review.summary);
  const { criteria, periodFrom, periodTo, languages, countries } = content;
  const from = periodFrom ? dayInWords(locale, periodFrom) : '';
  const to = periodTo ? dayInWords(locale, periodTo) : '';
  const period =
    from && to
      ? translate(locale, 'delivery.period', { from, to })
      : from
        ? translate(locale, 'delivery.period_from', { from })
        : to && translate(locale, 'delivery.period_to', { to });
  const names = {
    languages: listed(
      locale,
      languages.map((code) => languageName(locale, code)),
    ),
    countries: listed(
      locale,
      countries.map((code) => countryName(locale, code)),
    ),
  };
  const lines = [
    period,
    names.languages && translate(locale, 'delivery.languages', { list: names.languages }),
    names.countries && translate(locale, 'delivery.countries', { list: names.countries }),
  ];
  const table = plainGrid(
    translate(locale, 'delivery.criteria_caption'),
    [
      { key: 'code', label: translate(locale, 'list.column.code'), kind: 'text' },
      { key: 'kind', label: translate(locale, 'list.column.kind'), kind: 'text' },
      { key: 'label', label: translate(locale, 'list.column.label'), kind: 'text' },
      { key: 'statement', label: translate(locale, 'list.column.statement'), kind: 'text' },
    ],
    criteria.map(({ code, kind, label, statement }) => [
      plainCell(code),
      plainCell(translate(locale, `delivery.criteria.${kind}`)),
      wordsCell(locale, label),
      wordsCell(locale, statement),
    ]),
  );
  return [
    ...lines.filter((line) => line !== '').map((line) => say(line)),
    ...paragraphs(locale, content.countriesNote),
    ...(repeats ? [] : paragraphs(locale, content.notes)),
    ...(criteria.length > 0 ? [table] : []),
  ];
}
