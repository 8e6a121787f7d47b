/** What the pages of the flow, and its figure, may show. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { inWords, type MessageKey, translate, translateDynamic } from '../../platform/i18n.ts';
import { boxAddress, flowAddress, noteAddress } from '../addresses.ts';
import { type BoxId, isUpdated, phases } from './boxes.ts';
import { drawFigure, type FigureLine, type FigureWords } from './figure.ts';
import type { Flow, FlowBox, FlowPart } from './flow.ts';
import { opens } from './lists.ts';
import { figurePdf } from './pdf.ts';
import type { printsOf } from './prints.ts';
import type { Moment } from './replay.ts';
import { figureSvg } from './svg.ts';

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

type Beside = {
  moment: Moment | null;
  begins: string | null;
  prints: ReturnType<typeof printsOf>;
};

export function flowPage(flow: Flow, reader: FlowReader, { moment, begins, prints }: Beside) {
  const { locale, review, at = '' } = reader;
  const title = translate(locale, 'flow.title');
  return {
    title,
    slug: review.slug,
    template: flow.template,
    isProvisional: flow.isProvisional,
    isLegacy: flow.basis === 'included_list',
    withoutSource: flow.notes.find(({ key }) => key === 'without_source')?.count ?? 0,
    importsHref: reader.mayRead ? `/reviews/${review.slug}/records#imports` : null,
    disagreements: flow.boxes
      .filter((box) => box.status === 'disagrees')
      .map((box) => ({ box: boxLabel(locale, flow, box.id), ...numbersOf(box), note: box.note })),
    figure: flowFigure(flow, reader, { isStandalone: false, linkBase: '' }),
    groups: groupsOf(flow, reader),
    pending: flow.pending.map((row) => pendingLine(flow, reader, row)),
    checks: flow.checks.map((check) => ({
      ...check,
      box: check.box ?? '',
    })),
    sources: flow.sources.map((source) => ({
      ...source,
      kind: sourceBox(source.kind),
    })),
    hasRemoved: flow.sources.some((source) => source.automation + source.other > 0),
    matrix: overlapMatrix(flow),
    notes: flow.notes.map((note) => ({
      ...note,
      href: reader.mayRead ? noteAddress(review.slug, note.key, at) : null,
    })),
    withdrawn: flow.withdrawn.studies > 0 ? flow.withdrawn : null,
    at,
    seenAt: moment?.at ?? null,
    begins,
    query: at ? `?at=${encodeURIComponent(at)}` : '',
    prints: reader.mayRead ? prints : [],
    rowsHref: `${flowAddress(review.slug)}/`,
  };
}

/** How many reports each two searches have in common; nothing to show for one search. */
function overlapMatrix({ sources, overlaps }: Flow) {
  if (sources.length < 2) return null;
  const shared = new Map(overlaps.map((row) => [`${row.one} ${row.other}`, row.reports]));
  const between = (one: number, other: number) =>
    shared.get(`${Math.min(one, other)} ${Math.max(one, other)}`) ?? 0;
  return {
    columns: sources.map(({ source }, at) => ({ number: at + 1, source })),
    rows: sources.map((row, at) => ({
      number: at + 1,
      source: row.source,
      cells: sources.map((column) => ({
        reports: between(row.runId, column.runId),
        isOwn: row.runId === column.runId,
      })),
    })),
  };
}

const numbersOf = ({ derived, reported }: FlowBox) => ({
  derived: derived ?? 0,
  reported: reported ?? 0,
});

/** The kind of a source, in the words of the box that it feeds. */
function sourceBox(kind: string): string {
  const boxes: Record<string, string> = {
    database: 'I1',
    register: 'I2',
    website: 'O1',
    organisation: 'O2',
  };
  return boxes[kind] ?? 'O3';
}

export function boxLabel(locale: Locale, flow: Pick<Flow, 'template'>, box: BoxId): string {
  const isNew = isUpdated(flow.template) && publicBoxes.includes(box);
  return translateDynamic(locale, `flow.box.${box}${isNew ? '_new' : ''}`);
}

export const partLabel = (locale: Locale, { label, key }: Pick<FlowPart, 'label' | 'key'>) =>
  (label && inWords(locale, label)) || key;

function groupsOf(flow: Flow, reader: FlowReader) {
  return phases
    .map((phase) => ({
      phase,
      boxes: flow.boxes
        .filter((box) => box.phase === phase)
        .map((box) => tableRow(flow, reader, box)),
    }))
    .filter((group) => group.boxes.length > 0);
}

function tableRow(flow: Flow, { locale, review, mayRead, at }: FlowReader, box: FlowBox) {
  const href = (part?: string) =>
    mayOpen(box.id, mayRead) ? boxAddress(review.slug, box.id, { part, at }) : null;
  return {
    ...box,
    label: boxLabel(locale, flow, box.id),
    href: href(),
    hasDerived: box.derived !== null,
    hasReported: box.reported !== null,
    isSilent: box.derived === null && box.reported === null,
    parts: box.parts.map((part) => ({
      ...part,
      label: partLabel(locale, part),
      href: href(part.key),
      hasDerived: part.derived !== null,
      hasReported: part.reported !== null,
    })),
  };
}

function pendingLine(flow: Flow, reader: FlowReader, row: Flow['pending'][number]) {
  const { box, reason, count } = row;
  const isListed = !['unfinished_import', 'possible_duplicates', 'outside_template'].includes(
    reason,
  );
  const href = boxAddress(reader.review.slug, box, { pending: reason, at: reader.at });
  return {
    box: boxLabel(reader.locale, flow, box),
    reason,
    count,
    href: isListed && mayOpen(box, reader.mayRead) && reader.mayRead ? href : null,
  };
}

/** @param linkBase what stands before addresses: empty inside the site, null for a file without links. */
export function flowFigure(
  flow: Flow,
  reader: FlowReader,
  options: { isStandalone: boolean; linkBase: string | null; carriesFonts?: boolean },
): string {
  const { isStandalone, linkBase, carriesFonts = isStandalone } = options;
  const face = isStandalone ? 'file' : 'page';
  const figure = drawFigure(flow.template, figureWords(flow, reader, linkBase), face);
  return figureSvg(figure, { ...figureNames(flow, reader), isStandalone, carriesFonts });
}

/** The same layout as a page of PDF: text stays text, numbers stay links. */
export function flowFigurePdf(
  flow: Flow,
  reader: FlowReader,
  options: { linkBase: string | null; at: string },
): Promise<Buffer> {
  const figure = drawFigure(flow.template, figureWords(flow, reader, options.linkBase), 'file');
  return figurePdf(figure, { ...figureNames(flow, reader), at: options.at });
}

function figureNames(flow: Flow, { locale, review }: FlowReader) {
  const state = flow.isProvisional ? `${translate(locale, 'flow.provisional_because')} ` : '';
  const described = translate(locale, 'flow.figure_description', { boxes: flow.boxes.length });
  return {
    title: translate(locale, 'flow.title_of', { review: inWords(locale, review.title) }),
    description: state + described,
    language: locale,
  };
}

function figureWords(flow: Flow, reader: FlowReader, linkBase: string | null): FigureWords {
  const { locale } = reader;
  const suffix = isUpdated(flow.template) ? '_new' : '';
  const t = (key: MessageKey) => translate(locale, key);
  return {
    heading: {
      left: translateDynamic(locale, `flow.heading.left${suffix}`),
      right: translateDynamic(locale, `flow.heading.right${suffix}`),
      previous: t('flow.phase.previous'),
    },
    phases: {
      identification: t('flow.phase.identification'),
      screening: t('flow.phase.screening'),
      included: t('flow.phase.included'),
    },
    lead: { I: t('flow.lead.I'), X: t('flow.lead.X'), O: t('flow.lead.O') },
    lines: Object.fromEntries(
      flow.boxes.map((box) => [box.id, figureLines(flow, reader, box, linkBase)]),
    ),
    isPending: (id) => flow.boxes.some((box) => box.id === id && box.pending.length > 0),
  };
}

/** Long lists of sources and reasons stand in the table; the figure keeps to what can be read in a box. */
const partsMax = 12;

function figureLines(
  flow: Flow,
  reader: FlowReader,
  box: FlowBox,
  linkBase: string | null,
): FigureLine[] {
  const { locale, review, mayRead, at } = reader;
  const label = shortLabel(locale, flow, box.id);
  const href = (part?: string) =>
    linkBase !== null && mayOpen(box.id, mayRead) && box.derived !== null
      ? linkBase + boxAddress(review.slug, box.id, { part, at })
      : null;
  const parts = box.parts.slice(0, partsMax).map((part) => ({
    text: unbroken(partLine(locale, part)),
    href: part.derived === null ? null : href(part.key),
    isPart: true,
  }));
  const count = box.parts.length - parts.length;
  const more = { text: translate(locale, 'flow.line.more', { count }), href: null, isPart: true };
  return [
    { text: unbroken(boxLine(locale, label, box)), href: href(), isPart: false },
    ...parts,
    ...(count > 0 ? [more] : []),
  ];
}

/** A number is not parted from its n, nor a short remark in brackets in two. */
function unbroken(text: string): string {
  const whole = (words: string) => words.replaceAll(' ', '\u00a0');
  return text.replaceAll(/n = [\d\s.,]+|\([^()]{1,22}\)/g, whole);
}

function shortLabel(locale: Locale, flow: Flow, box: BoxId): string {
  const short = translateDynamic(locale, `flow.short.${box}`);
  return short === `flow.short.${box}` ? boxLabel(locale, flow, box) : short;
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

function partLine(locale: Locale, part: FlowPart): string {
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

/** What the JSON of a flow says: the same numbers, every text in all its languages. */
export function flowJson(flow: Flow) {
  return {
    template: flow.template,
    basis: flow.basis,
    isProvisional: flow.isProvisional,
    pending: flow.pending,
    boxes: flow.boxes.map((box) => ({
      ...box,
      label: Object.fromEntries(locales.map((locale) => [locale, boxLabel(locale, flow, box.id)])),
      parts: box.parts.map(({ key, label, derived, reported }) => ({
        key,
        label: label ?? key,
        derived,
        reported,
      })),
    })),
    checks: flow.checks,
    notes: flow.notes,
    sources: flow.sources,
    overlaps: flow.overlaps,
    withdrawn: flow.withdrawn,
  };
}
