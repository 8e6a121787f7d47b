/** How a stage was screened, told from its rules, its pilot, the order, the agreement and the decision to stop. */
import type { Locale } from '../../../schema/columns.ts';
import type { Stage } from '../../../schema/screening.ts';
import { tags, translate, translateDynamic, twoDecimals } from '../../platform/i18n.ts';
import { agreements, type PairAgreement } from '../../screening/agreement/pairs.ts';
import { orderMethods, type Sentence, stoppingMethods } from '../../screening/ranking/methods.ts';
import { pilotState } from '../../screening/rules/pilots.ts';
import { ruleOf } from '../../screening/rules/rules.ts';
import { numberCell, plainCell } from '../../synthesis/tables/table.ts';
import { type Block, plainGrid, say } from './blocks.ts';
import { type DeliveryRequest, listed } from './request.ts';

/** @param reviewers how many judge each publication at this stage. */
export function screeningNotes(request: DeliveryRequest, stage: Stage, reviewers: number): Block[] {
  return [
    ...ruleNotes(request, stage, reviewers),
    ...pilotNotes(request, stage),
    ...orderNotes(request, stage),
    ...agreementNotes(request, stage),
  ];
}

function ruleNotes({ db, review, locale }: DeliveryRequest, stage: Stage, reviewers: number) {
  const rule = ruleOf(db, review.id, stage);
  const hidden = [
    rule.hidesAuthors && translate(locale, 'method.hidden_authors'),
    rule.hidesSource && translate(locale, 'method.hidden_source'),
    rule.hidesYear && translate(locale, 'method.hidden_year'),
  ].filter((field) => field !== false);
  const lines = [
    ...(reviewers > 1
      ? [
          rule.thirdShare > 0 && translate(locale, 'method.third', { share: rule.thirdShare }),
          translate(locale, `method.settled_${rule.adjudicators}`, {
            sight: rule.blindAdjudication ? 'blind' : 'open',
          }),
        ]
      : []),
    hidden.length > 0 && translate(locale, 'method.hidden', { fields: listed(locale, hidden) }),
    rule.assignment !== 'everyone' && translate(locale, `method.shared_${rule.assignment}`),
  ];
  const text = lines.filter(Boolean).join(' ');
  return text === '' ? [] : [say(text)];
}

function pilotNotes({ db, review, locale }: DeliveryRequest, stage: Stage): Block[] {
  const pilot = pilotState(db, { reviewId: review.id, stage });
  if (!pilot) return [];
  const { size, people, threshold, kappa, openedReason } = pilot;
  const lines = [
    translate(locale, 'method.pilot', { size, people: people.length, threshold }),
    kappa !== null &&
      translate(locale, 'method.pilot_kappa', { kappa: twoDecimals(locale, kappa) }),
    openedReason && translate(locale, 'method.pilot_opened', { reason: openedReason }),
  ];
  return [say(lines.filter(Boolean).join(' '))];
}

/** Nothing is said of an order in which nobody has judged anything; a stop is about titles and abstracts. */
function orderNotes({ db, review, locale }: DeliveryRequest, stage: Stage): Block[] {
  const said = (sentences: Sentence[]) =>
    sentences.map(({ key, params }) => translateDynamic(locale, key, params)).join(' ');
  const texts = [
    said(orderMethods(db, review.id, stage)),
    stage === 'title_abstract' ? said(stoppingMethods(db, review.id)) : '',
  ];
  return texts.filter((text) => text !== '').map((text) => say(text));
}

/** Only whether a publication was kept: that is what both stages can say. */
function agreementNotes({ db, review, locale }: DeliveryRequest, stage: Stage): Block[] {
  const pairs = agreements(db, review.id).filter(
    (pair) => pair.stage === stage && pair.sample === 'all' && pair.scale === 'kept',
  );
  if (pairs.length === 0) return [];
  const stageName = translate(locale, `stage.${stage}`);
  const text = (key: 'pair' | 'percent' | 'kappa' | 'ac1') => ({
    key,
    label: translate(locale, `agreement.${key}`),
    kind: 'text' as const,
  });
  const columns = [
    text('pair'),
    { key: 'n', label: translate(locale, 'agreement.n'), kind: 'number' as const },
    text('percent'),
    text('kappa'),
    { key: 'pabak', label: 'PABAK', kind: 'text' as const },
    text('ac1'),
  ];
  return [
    say(translate(locale, 'method.agreement')),
    plainGrid(
      translate(locale, 'method.agreement_title', { stage: stageName }),
      columns,
      pairs.map((pair) => agreementRow(locale, pair)),
    ),
  ];
}

function agreementRow(locale: Locale, { people, n, percent, kappa, pabak, ac1 }: PairAgreement) {
  const shown = (estimate: PairAgreement['kappa']) => {
    if (!estimate) return plainCell(translate(locale, 'agreement.undefined'));
    const value = twoDecimals(locale, estimate.value);
    if (estimate.error === null) return plainCell(value);
    const [low = '', high = ''] = [estimate.low, estimate.high].map((number) =>
      twoDecimals(locale, number),
    );
    return plainCell(translate(locale, 'method.estimate', { value, low, high }));
  };
  const share = new Intl.NumberFormat(tags[locale], { style: 'percent' });
  return [
    plainCell(people.map(({ name }) => name).join(' – ')),
    numberCell(n),
    plainCell(percent === null ? '' : share.format(percent)),
    shown(kappa),
    shown(pabak),
    shown(ac1),
  ];
}
