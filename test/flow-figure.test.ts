/** The figure of the flow: whatever stands in it, every line keeps to its box, in all templates and languages. */
import { expect, test } from 'vitest';
import { locales } from '../schema/columns.ts';
import { flowTemplates } from '../schema/reviews.ts';
import { textWidth } from '../server/platform/figures/fonts.ts';
import { flowFigure, flowFigurePdf } from '../server/synthesis/flow/drawn.ts';
import { type Flow, type FlowPart, flowOf } from '../server/synthesis/flow/flow.ts';
import { done, tell } from './flow-data.ts';
import { freshDatabase } from './helpers.ts';

const databases = [
  'Web of Science Core Collection: Social Sciences Citation Index and Arts & Humanities',
  'Applied Social Sciences Index and Abstracts (ASSIA)',
  ...['Scopus', 'PsycINFO', 'SwePub', 'Idunn', 'ERIC', 'Academic Search Ultimate (EBSCOhost)'],
];
const reasons = [
  'Studerar enbart samverkan mellan statliga myndigheter och inte mellan kommun och civilsamhälle',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  'Fel population',
];
const part = (key: string, reported: number | null): FlowPart => ({
  ...{ key, label: null, derived: 1_000_001, reported },
});

/** Seven digits everywhere, eight databases, reasons that do not end, numbers of a report that disagree. */
function crowded(flow: Flow): Flow {
  const boxes = flow.boxes.map((box) => ({
    ...box,
    derived: box.derived === null ? null : 7_654_321,
    ...(box.id === 'I1' && { parts: databases.map((key) => part(key, null)) }),
    ...(/^O?A2$/.test(box.id) && { parts: reasons.map((key) => part(key, 1_000_002)) }),
    ...(box.id === 'S1' && { reported: 2_000_000, status: 'disagrees' as const }),
  }));
  const counts = { declared: 1585, matched: 1160, repeats: 1, unmatched: 412, rejected: 0 };
  const list = { ...counts, absent: 12, answered: 12 };
  const fileName = 'records kept after the first round of screening, all nine searches.ris';
  return { ...flow, boxes, lists: [{ id: 1, stage: 'title_abstract', fileName, ...list }] };
}

const numbersIn = (tag: string) => (name: string) =>
  Number(new RegExp(`\\b${name}="([-\\d.]+)"`).exec(tag)?.[1] ?? 0);

/** Lines that end beyond the box, heading or sheet that they stand in. */
function beyond(svg: string): string[] {
  const sheet = numbersIn(/<svg [^>]*>/.exec(svg)?.[0] ?? '');
  let box = { right: 0, bottom: 0 };
  const found: string[] = [];
  for (const [tag, , , text = ''] of svg.matchAll(/<(rect|text) ([^>]*)(?:\/>|>([^<]*)<)/g)) {
    const n = numbersIn(tag);
    if (tag.startsWith('<rect')) {
      box = { right: n('x') + n('width'), bottom: n('y') + n('height') };
      continue;
    }
    if (tag.includes('rotate')) continue;
    const weight = n('font-weight') === 600 ? 'bold' : 'regular';
    const shown = text.replaceAll('&amp;', '&');
    const width = textWidth(shown, n('font-size'), { face: 'file', weight });
    // A note stands on the sheet itself, from its left edge.
    const limit = n('x') === 0 ? { right: sheet('width') - 16, bottom: sheet('height') - 16 } : box;
    if (n('x') + width > limit.right || n('y') > limit.bottom) found.push(shown);
  }
  return found;
}

test.each(
  flowTemplates.flatMap((template) => locales.map((locale) => [template, locale] as const)),
)(
  'every line of %s in %s keeps to its box, and every number is a link',
  async (flowTemplate, locale) => {
    const db = freshDatabase();
    const row = tell(
      db,
      [
        { found: [0, 1, 2], ...done, assessed: 'passed' },
        { found: [3, 0], ...done, assessed: 'excluded' },
        { found: [0], screened: 'unscreened', retrieval: 'none', assessed: 'unscreened' },
      ],
      { flowTemplate },
    );
    const flow = crowded(flowOf(db, row));
    const reader = { locale, review: row, mayRead: true };
    const linkBase = 'https://example.org';
    const svg = flowFigure(flow, reader, { isStandalone: true, linkBase });
    expect(beyond(svg)).toEqual([]);
    expect(svg).toContain('@font-face');
    expect(svg.replaceAll(/\s/g, '\u00a0')).toContain('412');
    for (const { id, derived } of flow.boxes.filter((box) => !/^[PT]/.test(box.id)))
      if (derived !== null) expect(svg, id).toContain(`${linkBase}/reviews/nature/flow/${id}`);
    const pdf = await flowFigurePdf(flow, reader, { linkBase, at: '2026-11-22T12:00:00.000Z' });
    // Five columns and long reasons are taller than wide: upright shows them larger.
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  },
);
