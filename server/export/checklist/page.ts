/** What the page and the files of a checklist hold. */
import { checklists } from '../../../schema/checklists.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { inWords, translate, translateDynamic } from '../../platform/i18n.ts';
import { plainCell } from '../../synthesis/tables/table.ts';
import { type FilledChecklist, type FilledItem, ownChecklist } from './filled.ts';

export function checklistPage(filled: FilledChecklist) {
  const { review, list, locale, items } = filled;
  const base = `/reviews/${review.slug}/checklist`;
  const is2020 = list !== 'prisma-scr' || ownChecklist(review) === 'prisma-2020';
  return {
    title: translate(locale, 'checklist.title'),
    slug: review.slug,
    list,
    lists: checklists
      .filter((each) => is2020 || each !== 'prisma-2020-abstract')
      .map((each) => ({
        key: each,
        href: `${base}?list=${each}`,
        isCurrent: each === list,
      })),
    rows: items.map((item) => ({
      ...wordsOf(filled, item),
      number: item.number,
      standing: item.standing,
      sections: item.sections,
      href: item.answer ? `/reviews/${review.slug}${item.answer.path}` : null,
    })),
    counts: countsOf(items),
    files: fileLinks(`${base}?list=${list}`),
  };
}

function countsOf(items: readonly FilledItem[]) {
  const having = (standing: FilledItem['standing']) =>
    items.filter((item) => item.standing === standing).length;
  return {
    reported: having('reported'),
    judge: having('judge'),
    not_reported: having('not_reported'),
    not_applicable: 0,
    total: items.length,
  };
}

export function checklistGrid(filled: FilledChecklist) {
  const { review, list, locale, items } = filled;
  const t = (key: string) => translateDynamic(locale, key);
  const title = t(`checklist.list.${list}`);
  const name = inWords(locale, review.title);
  const column = (key: string, label: string) => ({ key, label, kind: 'text' as const });
  return {
    title,
    review: name,
    caption: `${title}: ${name}`,
    columns: [
      column('number', '#'),
      column('item', t('checklist.item')),
      column('standing', t('checklist.standing')),
      column('report', t('checklist.in_report')),
      column('where', t('checklist.in_review')),
    ],
    cells: items.map((item) => {
      const { topic, where } = wordsOf(filled, item);
      const standing = t(`checklist.standing.${item.standing}`);
      const texts = [item.number, topic, standing, item.sections.join('; '), where];
      return texts.map((text) => plainCell(text));
    }),
    headerAt: 1,
    totals: null,
    note: t('checklist.own_words'),
    sources: [t(`checklist.source.${list}`)],
  };
}

const wordsOf = ({ locale }: FilledChecklist, { topic, answer }: FilledItem) => ({
  topic: translateDynamic(locale, `checklist.topic.${topic}`),
  where: answer
    ? translateDynamic(locale, `checklist.place.${answer.place}`, { count: answer.count })
    : '',
});
