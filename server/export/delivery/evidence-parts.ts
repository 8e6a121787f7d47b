/** The parts that the evidence says: the flow, the findings, the searches as they were run. */
import type { Locale } from '../../../schema/columns.ts';
import { confidenceNotes } from '../../appraisal/notes.ts';
import { summaryOfFindings } from '../../appraisal/summary.ts';
import { groupBy } from '../../coding/rows.ts';
import { kindHeading } from '../../findings/kinds.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { searchRuns } from '../../searches/runs.ts';
import { flowFigure } from '../../synthesis/flow/drawn.ts';
import { flowOf } from '../../synthesis/flow/flow.ts';
import { boxLabel, flowNotes } from '../../synthesis/flow/words.ts';
import { numberCell, plainCell } from '../../synthesis/tables/table.ts';
import { profileGrid, summaryGrid } from '../tables/appraisal-grids.ts';
import { type FindingEvidence, findingEvidence, type Witness } from '../tables/finding-evidence.ts';
import { evidenceGrid, evidenceMark, pageText } from '../tables/finding-grids.ts';
import { type Block, heading, paragraphs, phraseOf, plainGrid, say } from './blocks.ts';
import { figureBlock } from './figure-parts.ts';
import { type DeliveryRequest, dayInWords } from './request.ts';

export async function flowBlocks({ db, review, locale }: DeliveryRequest): Promise<Block[]> {
  const flow = flowOf(db, review);
  const reader = { locale, review, mayRead: true };
  const svg = flowFigure(flow, reader, { isStandalone: true, linkBase: null, hasNotes: false });
  const label = (box: (typeof flow.boxes)[number]) => boxLabel(locale, flow, box.id);
  const shown = flow.boxes.filter(({ derived, reported }) => derived !== null || reported !== null);
  const title = translate(locale, 'flow.title');
  const alt = shown.map((box) => `${label(box)}: ${box.derived ?? box.reported}`).join('; ');
  const hasReported = shown.some(({ reported }) => reported !== null);
  const number = (key: 'counted' | 'reported') => ({
    key,
    label: translate(locale, `delivery.flow_${key}`),
    kind: 'number' as const,
  });
  return [
    say(translate(locale, 'delivery.flow_lead', { reported: hasReported ? 'yes' : 'no' })),
    ...(flow.isProvisional ? [say(translate(locale, 'delivery.flow_provisional'))] : []),
    await figureBlock(svg, title, `${title}. ${alt}`),
    plainGrid(
      title,
      [
        { key: 'box', label: translate(locale, 'delivery.flow_box'), kind: 'text' },
        number('counted'),
        ...(hasReported ? [number('reported')] : []),
      ],
      shown.map((box) => [
        plainCell(label(box)),
        numberCell(box.derived),
        ...(hasReported ? [numberCell(box.reported)] : []),
      ]),
    ),
    ...flowNotes(locale, flow).map((note) => say(note, 'note')),
  ];
}

export function findingBlocks(request: DeliveryRequest): Block[] {
  const { db, review, locale } = request;
  const rows = findingEvidence(request);
  if (rows.length === 0) return [say(translate(locale, 'tables.findings.empty'))];
  const ids = rows.map(({ finding }) => finding.id);
  const notes = confidenceNotes({ db, reviewId: review.id, locale }, ids);
  const blocks = [...groupBy(rows, ({ finding }) => finding.kind.id).values()].flatMap((ofKind) => [
    ...ofKind
      .slice(0, 1)
      .map(({ finding }) => heading(2, kindHeading(locale, finding.kind, ofKind.length))),
    ...ofKind.flatMap((row) => [
      ...oneFinding(request, row),
      ...(notes.get(row.finding.id) ?? []).map((line) => say(line, 'note')),
    ]),
  ]);
  return [...evidenceLead(request, rows), ...blocks, ...summaryBlocks(request)];
}

function evidenceLead({ locale }: DeliveryRequest, rows: FindingEvidence[]): Block[] {
  const first = rows.flatMap(({ witnesses }) => witnesses)[0];
  if (!first) return [];
  const example = evidenceMark(locale, first);
  const appendix = translate(locale, 'delivery.evidence_appendix');
  return [say(translate(locale, 'delivery.evidence_lead', { example, appendix }))];
}

/** Every excerpt behind the findings, at the end of a report that tells them: no claim without what it rests on. */
export function evidenceBlocks(request: DeliveryRequest): Block[] {
  const rows = findingEvidence(request);
  if (rows.every(({ witnesses }) => witnesses.length === 0)) return [];
  return [
    heading(1, translate(request.locale, 'delivery.evidence_appendix')),
    { kind: 'table', grid: evidenceGrid(request, rows) },
  ];
}

/** The Summary of Qualitative Findings and their Evidence Profile, once somebody has judged a finding. */
function summaryBlocks({ db, review, locale, isPublic }: DeliveryRequest): Block[] {
  const rows = summaryOfFindings(db, review.id, { isPublic });
  const judged = rows.filter(({ confidence }) => confidence !== null);
  if (judged.length === 0) return [];
  return [summaryGrid, profileGrid].flatMap((gridOf): Block[] => {
    const grid = gridOf(locale, review, judged);
    return [heading(2, grid.title), { kind: 'table', grid }];
  });
}

function oneFinding({ review, locale }: DeliveryRequest, row: FindingEvidence): Block[] {
  const { finding, witnesses } = row;
  const { text, language } = phraseOf(locale, finding.statement);
  const state = finding.state === 'draft' ? ` (${translate(locale, 'delivery.draft')})` : '';
  const lead = { text: `${finding.number}. ${text}${state}`, language };
  const themes = finding.themes.map(({ label }) => inWords(locale, label)).join('; ');
  const named = (stance: Witness['stance']) =>
    witnessNames(
      locale,
      witnesses.filter((witness) => witness.stance === stance),
    );
  const [supporting, contradicting] = [named('supports'), named('contradicts')];
  const lines = [
    supporting && translate(locale, 'delivery.supported_by', { publications: supporting }),
    contradicting && translate(locale, 'delivery.contradicted_by', { publications: contradicting }),
    themes && translate(locale, 'delivery.themes', { themes }),
  ];
  // Of a review taken over from a report, what is beside a finding says where in that report it stands.
  const style = review.flowBasis === 'included_list' ? 'note' : 'body';
  return [
    { kind: 'text', phrase: lead, style: 'lead' },
    ...paragraphs(locale, finding.explanation, style),
    ...lines.flatMap((line) => (line ? [say(line, 'note')] : [])),
  ];
}

/** "Berg 2020 (p. 3, E1; p. 7, E2); Ås 2021 (E3)": each publication once, with its pages and its rows in the appendix. */
function witnessNames(locale: Locale, witnesses: Witness[]): string {
  const place = (witness: Witness) => {
    const mark = evidenceMark(locale, witness);
    const page = pageText(locale, witness.excerpt?.page ?? '');
    return page ? translate(locale, 'delivery.witness_place', { place: page, mark }) : mark;
  };
  return [...groupBy(witnesses, ({ rootId }) => rootId).values()]
    .map((own) =>
      translate(locale, 'delivery.witness', {
        publication: own[0]?.name ?? '',
        places: own.map(place).join('; '),
      }),
    )
    .join('; ');
}

export function searchBlocks({ db, review, locale }: DeliveryRequest): Block[] {
  const missing = translate(locale, 'delivery.not_reported');
  const isLegacy = review.flowBasis === 'included_list';
  const runs = searchRuns(db, review.id);
  if (runs.length === 0) return [say(translate(locale, 'delivery.no_searches'))];
  return runs.flatMap((run) => [
    heading(2, run.platform ? `${run.source} (${run.platform})` : run.source),
    say(
      translate(locale, isLegacy ? 'delivery.search_reported' : 'delivery.search_facts', {
        date: run.searchedOn ? dayInWords(locale, run.searchedOn) : missing,
        hits: run.hitsDeclared === null ? missing : String(run.hitsDeclared),
        records: run.records,
      }),
    ),
    ...(run.limits ? [say(translate(locale, 'delivery.limits', { limits: run.limits }))] : []),
    ...(run.query
      ? run.query.split(/\r?\n/).map((line) => say(line, 'search'))
      : [say(translate(locale, 'delivery.query_missing'), 'note')]),
    ...paragraphs(locale, run.notes),
  ]);
}
