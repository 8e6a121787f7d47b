/** What boxes and their parts are called, and what stands in them in words. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { inWords, type MessageKey, translate, translateDynamic } from '../../platform/i18n.ts';
import { type BoxId, isUpdated } from './boxes.ts';
import type { Flow, FlowBox, FlowPart } from './flow.ts';
import { opens } from './lists.ts';

export type FlowReader = {
  locale: Locale;
  review: { slug: string; title: Words };
  /** Everybody may see the counts; the lists, but for what is included, are for the review's people. */
  mayRead: boolean;
  /** The day that the flow is shown as it was at; none, or empty, for now. */
  at?: string;
};

const publicBoxes: readonly BoxId[] = ['N1', 'N2'];

export const mayOpen = (box: BoxId, mayRead: boolean): boolean =>
  opens(box) && (mayRead || publicBoxes.includes(box));

export function boxLabel(locale: Locale, flow: Pick<Flow, 'template'>, box: BoxId): string {
  const isNew = isUpdated(flow.template) && publicBoxes.includes(box);
  return translateDynamic(locale, `flow.box.${box}${isNew ? '_new' : ''}`);
}

export const partLabel = (locale: Locale, { label, key }: Pick<FlowPart, 'label' | 'key'>) =>
  (label && inWords(locale, label)) || key;

export function shortLabel(locale: Locale, flow: Flow, box: BoxId): string {
  const short = translateDynamic(locale, `flow.short.${box}`);
  return short === `flow.short.${box}` ? boxLabel(locale, flow, box) : short;
}

/** What no box has a place for, in sentences. */
export function flowNotes(locale: Locale, flow: Flow): string[] {
  const { notes, withdrawn, lists } = flow;
  const t = (key: MessageKey, params = {}) => translate(locale, key, params);
  return [
    ...notes.map(({ key, count }) => t(`flow.note.${key}`, { count })),
    ...(withdrawn.studies > 0 ? [t('flow.note_withdrawn', withdrawn)] : []),
    ...lists
      .filter(({ unmatched }) => unmatched > 0)
      .map(({ stage, fileName: file, declared, unmatched }) =>
        t(`flow.list_note.${stage}`, { file, declared, unmatched }),
      ),
    ...lists
      .filter(({ absent }) => absent > 0)
      .map(({ stage, fileName: file, declared, absent }) =>
        t(`flow.list_absent.${stage}`, { file, declared, absent }),
      ),
  ];
}

/** Words for a box: its number, what disagrees with it, what it waits for. */
export function boxLine(locale: Locale, label: string, box: FlowBox): string {
  const { derived: n, reported, status } = box;
  const pending = box.pending.reduce((sum, row) => sum + row.count, 0);
  const params = { label, n, reported, pending };
  if (status === 'provisional')
    return translate(locale, n === null ? 'flow.line.not_given' : 'flow.line.provisional', params);
  if (status === 'disagrees' || status === 'reported_only' || status === 'not_reported')
    return translate(locale, `flow.line.${status}`, params);
  return translate(locale, 'flow.line.counted', params);
}

export function partLine(locale: Locale, part: FlowPart): string {
  const { derived: n, reported } = part;
  const params = { label: partLabel(locale, part), n, reported };
  if (n === null)
    return translate(
      locale,
      reported === null ? 'flow.line.not_reported' : 'flow.line.reported_only',
      params,
    );
  const disagrees = reported !== null && reported !== n;
  return translate(locale, disagrees ? 'flow.line.disagrees' : 'flow.line.counted', params);
}
