/** What the pages of the flow may show. */
import { locales } from '../../../schema/columns.ts';
import { gridLinks } from '../../platform/file-formats.ts';
import { translate } from '../../platform/i18n.ts';
import { boxAddress, flowAddress, noteAddress } from '../addresses.ts';
import { phases } from './boxes.ts';
import { flowFigure } from './drawn.ts';
import type { Flow, FlowBox } from './flow.ts';
import type { printsOf } from './prints.ts';
import type { Moment } from './replay.ts';
import { boxLabel, type FlowReader, flowNotes, mayOpen, partLabel } from './words.ts';

type Beside = {
  moment: Moment | null;
  begins: string | null;
  prints: ReturnType<typeof printsOf>;
};

export function flowPage(flow: Flow, reader: FlowReader, { moment, begins, prints }: Beside) {
  const { locale, review, at = '' } = reader;
  const title = translate(locale, 'flow.title');
  const isLegacy = flow.basis === 'included_list';
  const without = flow.notes.find(({ key }) => key === 'without_source')?.count ?? 0;
  const withoutSource = isLegacy ? 0 : without;
  const query = at ? `?at=${encodeURIComponent(at)}` : '';
  const filesOf = (name: string) => gridLinks(`${flowAddress(review.slug)}/${name}${query}`);
  return {
    title,
    slug: review.slug,
    template: flow.template,
    isProvisional: flow.isProvisional,
    isLegacy,
    isFinal: !flow.isProvisional && !isLegacy && withoutSource === 0,
    withoutSource,
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
    hasNotes: flowNotes(locale, flow).length > 0,
    lists: flow.lists.map((list) => ({
      ...list,
      href: reader.mayRead ? `${flowAddress(review.slug)}/basis/lists/${list.id}` : null,
    })),
    at,
    seenAt: moment?.at ?? null,
    begins,
    files: {
      numbers: filesOf('numbers'),
      sources: filesOf('sources'),
      overlaps: filesOf('overlaps'),
    },
    query,
    prints: reader.mayRead ? prints : [],
    rowsHref: `${flowAddress(review.slug)}/`,
  };
}

/** How many reports each two searches have in common; nothing to show for one search. */
export function overlapMatrix({ sources, overlaps }: Flow) {
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

type SourceBox = 'I1' | 'I2' | 'O1' | 'O2' | 'O3';

/** The kind of a source, in the words of the box that it feeds. */
export function sourceBox(kind: string): SourceBox {
  const boxes: Record<string, SourceBox> = {
    database: 'I1',
    register: 'I2',
    website: 'O1',
    organisation: 'O2',
  };
  return boxes[kind] ?? 'O3';
}

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
    lists: flow.lists,
  };
}
