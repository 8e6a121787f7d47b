/** What the page and the files of a checklist hold. */
import { checklists } from '../../../schema/checklists.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { inWords, translate, translateDynamic } from '../../platform/i18n.ts';
import { plainCell } from '../../synthesis/tables/table.ts';
import { dayInWords } from '../delivery/request.ts';
import { type FilledChecklist, type FilledItem, ownChecklist } from './filled.ts';

export const checklistAddress = ({ slug }: { slug: string }) => `/reviews/${slug}/checklist`;

/** @param mayState whether the reader may say where items stand. */
export function checklistPage(filled: FilledChecklist, mayState: boolean) {
  const { review, list, locale, items } = filled;
  const base = checklistAddress(review);
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
      ...placesOf(filled, item),
      topic: wordsOf(filled, item).topic,
      number: item.number,
      standing: item.standing,
      color: colors[item.standing],
      said: item.said,
      proposed: item.proposed,
      sayHref: mayState ? `${base}/${list}/${item.number}` : null,
    })),
    mayState,
    counts: countsOf(items),
    files: fileLinks(`${base}?list=${list}`),
  };
}

const colors: Record<FilledItem['standing'], string> = {
  reported: 'success',
  judge: 'warning',
  not_applicable: 'neutral',
  not_reported: 'neutral',
};

function countsOf(items: readonly FilledItem[]) {
  const having = (standing: FilledItem['standing']) =>
    items.filter((item) => item.standing === standing).length;
  return {
    reported: having('reported'),
    judge: having('judge'),
    not_reported: having('not_reported'),
    not_applicable: having('not_applicable'),
    total: items.length,
  };
}

export function checklistGrid(filled: FilledChecklist) {
  const { review, list, locale, items } = filled;
  const t = (key: string) => translateDynamic(locale, key);
  const title = t(`checklist.list.${list}`);
  const name = inWords(locale, review.title);
  const isStated = items.some(({ said }) => said);
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
      ...(isStated
        ? [
            column('comment', t('checklist.comment')),
            column('said', t('checklist.said')),
            column('proposed', t('checklist.proposed')),
          ]
        : []),
    ],
    cells: items.map((item) => {
      const texts = [item.number, ...placedTexts(filled, item)];
      return (isStated ? [...texts, ...saidTexts(filled, item)] : texts).map((text) =>
        plainCell(text),
      );
    }),
    headerAt: 1,
    totals: null,
    note: t('checklist.own_words'),
    sources: [t(`checklist.source.${list}`)],
  };
}

/** What holds of an item: where a person has named a place, that one. */
function placedTexts(filled: FilledChecklist, item: FilledItem): string[] {
  const { topic, where } = wordsOf(filled, item);
  const standing = translateDynamic(filled.locale, `checklist.standing.${item.standing}`);
  return item.said
    ? [topic, standing, item.said.place, '']
    : [topic, standing, item.sections.join('; '), where];
}

/** What a person says beside it, who and when, and what the rows propose. */
function saidTexts(filled: FilledChecklist, item: FilledItem): string[] {
  const { said, sections, proposed } = item;
  if (!said) return ['', '', ''];
  const { locale } = filled;
  const places = [...sections, wordsOf(filled, item).where].filter(Boolean).join('; ');
  const standing = translateDynamic(locale, `checklist.standing.${proposed}`);
  const by = [said.name, dayInWords(locale, said.at.slice(0, 10))].filter(Boolean).join(', ');
  return [said.comment, by, places ? `${standing} (${places})` : standing];
}

/** Where the rows say that an item stands. */
export const placesOf = (filled: FilledChecklist, item: FilledItem) => ({
  sections: item.sections,
  where: wordsOf(filled, item).where,
  href: item.answer ? `/reviews/${filled.review.slug}${item.answer.path}` : null,
});

export const wordsOf = ({ locale }: FilledChecklist, { topic, answer }: FilledItem) => ({
  topic: translateDynamic(locale, `checklist.topic.${topic}`),
  where: answer
    ? translateDynamic(locale, `checklist.place.${answer.place}`, { count: answer.count })
    : '',
});
