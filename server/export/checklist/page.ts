/** What the page and the files of a checklist hold. */
import { inWords, translate, translateDynamic } from '../../platform/i18n.ts';
import { plainCell } from '../../synthesis/tables/table.ts';
import { tableFormats } from '../tables/table-files.ts';
import { checklists, itemsOf } from './items.ts';
import type { FilledChecklist } from './routes.ts';

export function checklistPage(filled: FilledChecklist) {
  const { review, list, locale } = filled;
  const rows = rowsOf(filled);
  const base = `/reviews/${review.slug}/checklist`;
  return {
    title: translate(locale, 'checklist.title'),
    slug: review.slug,
    list,
    lists: checklists.map((each) => ({
      key: each,
      href: `${base}?list=${each}`,
      isCurrent: each === list,
    })),
    rows,
    stated: rows.filter((row) => row.isStated).length,
    total: rows.length,
    formats: tableFormats.map((format) => ({
      name: format.toUpperCase(),
      href: `${base}.${format}?list=${list}`,
    })),
  };
}

export function checklistGrid(filled: FilledChecklist) {
  const { review, list, locale } = filled;
  const t = (key: string) => translateDynamic(locale, key);
  const title = t(`checklist.list.${list}`);
  const name = inWords(locale, review.title);
  return {
    title,
    review: name,
    caption: `${title}: ${name}`,
    columns: [
      { key: 'number', label: '#', kind: 'text' as const },
      { key: 'item', label: t('checklist.item'), kind: 'text' as const },
      { key: 'where', label: t('checklist.where'), kind: 'text' as const },
      { key: 'report', label: t('checklist.in_report'), kind: 'text' as const },
    ],
    cells: rowsOf(filled).map((row) =>
      [String(row.number), row.topic, row.where, row.report].map((text) => plainCell(text)),
    ),
    headerAt: 1,
    totals: null,
    note: t('checklist.own_words'),
    sources: [t(`checklist.source.${list}`)],
  };
}

function rowsOf({ review, list, locale, answers, sections }: FilledChecklist) {
  const missing = translate(locale, 'checklist.not_stated');
  return itemsOf(list).map((topic, at) => {
    const answer = answers[topic];
    const said = sections[topic] ?? [];
    return {
      number: at + 1,
      topic: translateDynamic(locale, `checklist.topic.${topic}`),
      where: answer
        ? translateDynamic(locale, `checklist.place.${answer.place}`, { count: answer.count })
        : missing,
      href: answer ? `/reviews/${review.slug}${answer.path}` : null,
      report: said.length > 0 ? said.join('; ') : missing,
      isInReport: said.length > 0,
      isStated: answer !== undefined || said.length > 0,
    };
  });
}
