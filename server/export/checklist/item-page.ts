/** The page on which an owner says where one item of a checklist stands. */
import { type ItemAnswer, itemAnswers } from '../../../schema/checklists.ts';
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { type MessageKey, translate, translateDynamic } from '../../platform/i18n.ts';
import type { FilledChecklist, FilledItem } from './filled.ts';
import { checklistAddress, placesOf, wordsOf } from './page.ts';
import type { Statement } from './statements.ts';

export type Typed = { answer: string; place: string; comment: string };

type Shown = { item: FilledItem; history: readonly Statement[]; problems: Problem[] };

/** @param typed what was in a form that was refused; null at first. */
export function itemPage(filled: FilledChecklist, shown: Shown, typed: Typed | null) {
  const { review, list, locale } = filled;
  const { item, history, problems } = shown;
  const { topic } = wordsOf(filled, item);
  const { answer, place, comment } = typed ?? begun(filled, item);
  const base = checklistAddress(review);
  return {
    title: translate(locale, 'checklist.item_title', { number: item.number, item: topic }),
    list,
    back: `${base}?list=${list}#item-${item.number}`,
    action: `${base}/${list}/${item.number}`,
    json: `${base}/${list}/${item.number}.json`,
    proposed: item.proposed,
    ...placesOf(filled, item),
    answers: itemAnswers
      .filter((each) => each !== 'open' || item.said)
      .map((each) => ({
        answer: each,
        text: answerText(locale, each, 'checklist.take_back'),
        isChosen: each === answer,
      })),
    place,
    comment,
    hasNext: filled.items.at(-1)?.number !== item.number,
    history: history.map((each) => ({
      ...each,
      text: answerText(locale, each.answer, 'checklist.taken_back'),
    })),
    problems: { ...problemsByField(problems, ['answer', 'place', 'comment']) },
  };
}

const answerText = (locale: Locale, answer: ItemAnswer, open: MessageKey) =>
  translateDynamic(locale, answer === 'open' ? open : `checklist.standing.${answer}`);

/** A form begins with what holds, and what is proposed is there to be agreed with. */
function begun(filled: FilledChecklist, item: FilledItem): Typed {
  if (item.said) return item.said;
  const proposed = item.sections.join('; ') || wordsOf(filled, item).where;
  const answer = item.proposed === 'reported' ? 'reported' : '';
  return { answer, place: proposed, comment: '' };
}
