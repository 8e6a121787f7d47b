/** The figure of a flow for one reader: the layout filled with words, numbers and links. */
import { inWords, type MessageKey, translate, translateDynamic } from '../../platform/i18n.ts';
import { boxAddress } from '../addresses.ts';
import { isUpdated } from './boxes.ts';
import { drawFigure, type FigureLine, type FigureWords } from './figure.ts';
import type { Flow, FlowBox } from './flow.ts';
import { figurePdf } from './pdf.ts';
import { figureSvg } from './svg.ts';
import { boxLine, type FlowReader, flowNotes, mayOpen, partLine, shortLabel } from './words.ts';

type FigureOptions = {
  isStandalone: boolean;
  /** What stands before addresses: empty inside the site, null for a file without links. */
  linkBase: string | null;
  carriesFonts?: boolean;
  /** A page says below its figure what no box has a place for; a file that stands alone holds it. */
  hasNotes?: boolean;
};

export function flowFigure(flow: Flow, reader: FlowReader, options: FigureOptions): string {
  const { isStandalone, linkBase, carriesFonts = isStandalone, hasNotes = isStandalone } = options;
  const face = isStandalone ? 'file' : 'page';
  const words = figureWords(flow, reader, linkBase);
  const notes = hasNotes ? notesBelow(flow, reader) : [];
  const figure = drawFigure(flow.template, { ...words, notes }, face);
  return figureSvg(figure, { ...figureNames(flow, reader), isStandalone, carriesFonts });
}

/** The same layout as a page of PDF: text stays text, numbers stay links. */
export function flowFigurePdf(
  flow: Flow,
  reader: FlowReader,
  options: { linkBase: string | null; at: string },
): Promise<Buffer> {
  const words = figureWords(flow, reader, options.linkBase);
  const figure = drawFigure(flow.template, { ...words, notes: [] }, 'file');
  const notes = notesBelow(flow, reader);
  return figurePdf(figure, { ...figureNames(flow, reader), at: options.at, notes });
}

function notesBelow(flow: Flow, { locale }: FlowReader): string[] {
  const state = flow.isProvisional ? [translate(locale, 'flow.provisional_because')] : [];
  return [...state, ...flowNotes(locale, flow)];
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

function figureWords(
  flow: Flow,
  reader: FlowReader,
  linkBase: string | null,
): Omit<FigureWords, 'notes'> {
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
