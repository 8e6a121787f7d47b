/** What the form that puts a case, an aspect or an indicator right may show. */
import { type Locale, locales } from '../../schema/columns.ts';
import type { requireCase } from '../coding/desk/cases.ts';
import { typedText } from '../coding/http.ts';
import { codingNav, type ReviewPlace } from '../coding/page.ts';
import type { Publication } from '../coding/publications.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { countryName, inWords, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { AspectRow } from './aspects.ts';
import { countryChoices, publicationChoices } from './entry-page.ts';
import type { IndicatorSeries } from './indicators.ts';
import { writeGrid } from './series-grid.ts';

type Refused = { problems: Problem[]; typed: unknown };
type Place = { review: ReviewPlace; id: number; seen: string };
type Kind = 'case' | 'aspect' | 'indicator';
const titles = {
  cases: 'cases.title',
  comparison: 'comparison.title',
  indicators: 'indicator.title',
} as const;
const parts = { case: 'cases', aspect: 'aspects', indicator: 'indicators' } as const;

/** @param now what holds, in words: shown when somebody else has saved meanwhile. */
function frame(
  locale: Locale,
  kind: Kind,
  { review, id, seen }: Place,
  about: { name: string; back: 'cases' | 'comparison' | 'indicators'; now: string[] },
  { problems, typed }: Refused,
) {
  const sent = typedText(typed, 'seen');
  return {
    title: translate(locale, `${kind}.change_title`, { name: about.name }),
    nav: codingNav(review.slug, about.back),
    back: {
      href: `/reviews/${review.slug}/coding/${about.back}`,
      label: translate(locale, titles[about.back]),
    },
    action: `/reviews/${review.slug}/coding/${parts[kind]}/${id}`,
    isCase: kind === 'case',
    isAspect: kind === 'aspect',
    isIndicator: kind === 'indicator',
    seen,
    now: sent !== '' && sent !== seen ? about.now : [],
    problems: problemsByField(problems, [
      ...['', 'label', 'reportId', 'country', 'source', 'unit', 'grid'],
    ]),
  };
}

export function changeCasePage(
  locale: Locale,
  place: Place,
  { row, publications }: { row: ReturnType<typeof requireCase>; publications: Publication[] },
  refused: Refused,
) {
  const own = (field: 'label' | 'country' | 'reportId') =>
    refused.typed ? typedText(refused.typed, field) : String(row[field]);
  const publication = publications.find(({ rootId }) => rootId === row.reportId)?.title ?? '';
  const now = [row.label, publication, countryName(locale, row.country)];
  return {
    ...frame(locale, 'case', place, { name: row.label, back: 'cases', now }, refused),
    form: {
      label: own('label'),
      publications: publicationChoices(locale, publications, own('reportId')),
      countries: countryChoices(locale, own('country')),
    },
  };
}

export function changeAspectPage(locale: Locale, place: Place, row: AspectRow, refused: Refused) {
  const name = inWords(locale, row.label);
  const back = row.scope === 'case' ? ('cases' as const) : ('comparison' as const);
  const now = [...Object.values(row.label), row.source];
  const { typed } = refused;
  return {
    ...frame(locale, 'aspect', place, { name, back, now }, refused),
    form: {
      label: wordsInput(locale, typed ? typedWords(typed, 'label') : row.label),
      source: typed ? typedText(typed, 'source') : row.source,
    },
  };
}

export function changeIndicatorPage(
  locale: Locale,
  place: Place,
  { row, publications }: { row: IndicatorSeries; publications: Publication[] },
  refused: Refused,
) {
  const { typed } = refused;
  const grid = writeGrid(row, locale, translate(locale, 'indicator.change'));
  const now = [...Object.values(row.label), ...Object.values(row.unit), row.source, grid];
  const name = inWords(locale, row.label);
  const language = typedText(typed, 'language') || locale;
  const chosen = typed ? typedText(typed, 'reportId') : String(row.rootId ?? '');
  return {
    ...frame(locale, 'indicator', place, { name, back: 'indicators', now }, refused),
    form: {
      label: wordsInput(locale, typed ? typedWords(typed, 'label') : row.label),
      unit: wordsInput(locale, typed ? typedWords(typed, 'unit') : row.unit),
      source: typed ? typedText(typed, 'source') : row.source,
      grid: typed ? typedText(typed, 'grid') : grid,
      languages: locales.map((code) => ({ code, isChosen: code === language })),
      publications: publicationChoices(locale, publications, chosen),
    },
  };
}
