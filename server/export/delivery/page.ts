/** What the page of the written report may show. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { type DeliveryPart, deliveryPartKinds } from '../../../schema/deliveries.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { languageName, translate } from '../../platform/i18n.ts';
import { percentOf } from '../../platform/jobs/jobs.ts';
import { jobProblem } from '../../platform/jobs/problem.ts';
import type { Progress } from '../../platform/progress-events.ts';
import type { TableChoice } from '../../synthesis/builder/any-table.ts';
import { styleOptions } from '../references/references-page.ts';
import type { Delivery } from './deliveries.ts';
import { isUnderWay, type MadeReport } from './made.ts';
import { headingOf } from './report.ts';

const partFields = ['heading', 'text'] as const;

export function deliveryPage(
  place: { locale: Locale; slug: string; mayOwn: boolean; tables: readonly TableChoice[] },
  delivery: Delivery,
  made: { latest: MadeReport[]; ready: (MadeReport & { isCurrent: boolean })[] },
  problems: Problem[],
) {
  const { locale, slug, mayOwn, tables } = place;
  const progress = reportProgress(locale, made.latest);
  const { parts } = delivery;
  return {
    title: translate(locale, 'delivery.title'),
    slug,
    mayOwn,
    languages: locales.map((value) => ({
      value,
      text: languageLabel(locale, value),
      isCurrent: value === locale,
    })),
    page: `/reviews/${slug}/word-report`,
    progress: progress.isActive ? progress : null,
    failed: failedIn(locale, made.latest, mayOwn),
    ready: made.ready.map(({ job, asked, isCurrent }) => ({
      href: `/reviews/${slug}/report.docx?lang=${asked.locale}`,
      language: languageName(locale, asked.locale),
      at: job.createdAt,
      isCurrent,
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

/** As it stands alone; within a sentence a language is written as its language writes it. */
const languageLabel = (locale: Locale, of: Locale): string =>
  translate(locale, `references.language.${of}`);

/** Of the report that is being made, and after it the next one. */
export function reportProgress(locale: Locale, latest: readonly MadeReport[]): Progress {
  const first = latest.filter(isUnderWay).at(-1);
  if (!first) return { isActive: false, percent: 100, text: translate(locale, 'delivery.made') };
  const percent = percentOf(first.job);
  const language = languageName(locale, first.asked.locale);
  const isWaiting = first.job.state === 'queued';
  const key = isWaiting ? 'delivery.waiting' : 'delivery.making';
  return { isActive: true, percent, text: translate(locale, key, { language, percent }) };
}

/** Languages whose last report could not be made. What the machine said is not for everybody. */
function failedIn(locale: Locale, latest: readonly MadeReport[], mayOwn: boolean) {
  const lasts = locales.flatMap((each) => latest.find(({ asked }) => asked.locale === each) ?? []);
  return lasts.flatMap(({ job, asked }) => {
    const problem = jobProblem(locale, job);
    if (!problem) return [];
    const { text, detail } = problem;
    const language = languageName(locale, asked.locale);
    return [{ language, text, detail: mayOwn ? detail : null }];
  });
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
    from: translate(locale, `delivery.from.${part.kind}`),
    suggested,
    isFirst: at === 0,
    isLast: at === count - 1,
    table: part.kind === 'table' ? tableOptions(tables, part.table) : null,
    fields: partFields.flatMap((field) =>
      locales.map((language) => ({
        name: `${field}.${language}`,
        id: `part-${at}-${field}-${language}`,
        label: `${translate(locale, `delivery.${field}`)} (${languageLabel(locale, language)})`,
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
