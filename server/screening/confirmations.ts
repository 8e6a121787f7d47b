/** The page that says what an act will do before it is done: an answer to what has gone on, an act on many. */
import type { Reference } from '../../import/reference.ts';
import type { Answer } from '../../schema/screening.ts';
import { type MessageKey, translate } from '../platform/i18n.ts';
import { showLine } from './desk/show.ts';
import { type Place, placeModel } from './page.ts';
import type { Consequences } from './votes/consequences.ts';

export type Confirmation = {
  title: string;
  lead: string;
  facts: { label: string; value: string }[];
  rows: { id: number; reference: Reference }[];
  more: number;
  consequences: Consequences | null;
  action: string;
  hidden: { name: string; value: string }[];
  submit: string;
  cancel: string;
  isChanged: boolean;
};

export function confirmPage(place: Place, conflicts: number, data: Confirmation) {
  const { locale } = place;
  const { consequences } = data;
  const attached = Object.entries(consequences?.attached ?? {}).filter(([, count]) => count > 0);
  return {
    ...placeModel(place, conflicts),
    title: data.title,
    lead: data.lead,
    facts: data.facts,
    rows: data.rows.map(showLine),
    more: data.more,
    moves: (consequences?.moves ?? []).map(({ from, to, count }) => ({ from, to, count })),
    attached: attached.map(([kind, count]) =>
      translate(locale, `screening.attached_${kind}` as MessageKey, { count }),
    ),
    form: { action: data.action, hidden: data.hidden, submit: data.submit },
    cancel: data.cancel,
    isChanged: data.isChanged,
  };
}

/** A changed mind about one publication. */
export type Mind = {
  answer: Answer;
  /** The form as it was sent: sent again with the consent. */
  fields: object;
  action: string;
  cancel: string;
  consequences: Consequences;
  rows: Confirmation['rows'];
};

export function mindConfirmation({ locale }: Place, mind: Mind): Confirmation {
  const { action, cancel, consequences, rows } = mind;
  const answer = translate(locale, `answered.${mind.answer}`);
  const pairs = Object.entries(mind.fields)
    .filter(([name]) => name !== 'confirmed')
    .flatMap(([name, value]) =>
      [value].flat().map((each) => ({ name, value: String(each ?? '') })),
    );
  return {
    title: translate(locale, 'screening.confirm_mind'),
    lead: translate(locale, 'screening.confirm_mind_lead', { answer }),
    ...{ facts: [], rows, more: 0, consequences, action, cancel, isChanged: false },
    hidden: [...pairs, { name: 'confirmed', value: 'on' }],
    submit: translate(locale, 'screening.confirm_mind_do'),
  };
}
