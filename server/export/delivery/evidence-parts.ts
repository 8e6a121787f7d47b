/** The parts that the evidence says: the flow, the findings, the searches as they were run. */
import { confidenceNotes } from '../../appraisal/notes.ts';
import { summaryOfFindings } from '../../appraisal/summary.ts';
import { publicationsByRoot } from '../../coding/publications.ts';
import { type FindingWithThemes, findingsOf } from '../../findings/findings.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { searchRuns } from '../../searches/runs.ts';
import { flowFigure } from '../../synthesis/flow/drawn.ts';
import { flowOf } from '../../synthesis/flow/flow.ts';
import { boxLabel, flowNotes } from '../../synthesis/flow/words.ts';
import { publicationLabel, sortedByLabel } from '../../synthesis/tables/labels.ts';
import { numberCell, plainCell } from '../../synthesis/tables/table.ts';
import { summaryGrid } from '../tables/appraisal-grids.ts';
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
  const { db, review, locale, isPublic } = request;
  const findings = findingsOf(db, review.id, { onlyFinal: isPublic });
  if (findings.length === 0) return [say(translate(locale, 'tables.findings.empty'))];
  const ids = findings.map(({ id }) => id);
  const asked = { db, reviewId: review.id, locale };
  const notes = confidenceNotes(asked, ids);
  const kinds = [...new Map(findings.map(({ kind }) => [kind.id, kind])).values()];
  const blocks = kinds.flatMap((kind) => [
    heading(2, inWords(locale, kind.label)),
    ...findings
      .filter((finding) => finding.kind.id === kind.id)
      .flatMap((finding) => [
        ...oneFinding(request, finding),
        ...(notes.get(finding.id) ?? []).map((line) => say(line, 'note')),
      ]),
  ]);
  return [...blocks, ...summaryBlocks(request)];
}

/** The Summary of Qualitative Findings, once somebody has judged a finding. */
function summaryBlocks({ db, review, locale, isPublic }: DeliveryRequest): Block[] {
  const rows = summaryOfFindings(db, review.id, { isPublic });
  const judged = rows.filter(({ confidence }) => confidence !== null);
  if (judged.length === 0) return [];
  const grid = summaryGrid(locale, review, judged);
  return [heading(2, grid.title), { kind: 'table', grid }];
}

function oneFinding({ db, locale }: DeliveryRequest, finding: FindingWithThemes): Block[] {
  const names = (ids: number[]) => {
    const known = publicationsByRoot(db, ids);
    const labels = sortedByLabel(
      locale,
      ids.flatMap((id) => known.get(id) ?? []),
    );
    return labels.map((each) => publicationLabel(locale, each)).join('; ');
  };
  const { text, language } = phraseOf(locale, finding.statement);
  const state = finding.state === 'draft' ? ` (${translate(locale, 'delivery.draft')})` : '';
  const lead = { text: `${finding.number}. ${text}${state}`, language };
  const themes = finding.themes.map(({ label }) => inWords(locale, label)).join('; ');
  const lines = [
    finding.supportingIds.length > 0 &&
      translate(locale, 'delivery.supported_by', { publications: names(finding.supportingIds) }),
    finding.contradictingIds.length > 0 &&
      translate(locale, 'delivery.contradicted_by', {
        publications: names(finding.contradictingIds),
      }),
    themes && translate(locale, 'delivery.themes', { themes }),
  ];
  return [
    { kind: 'text', phrase: lead, style: 'lead' },
    ...paragraphs(locale, finding.explanation),
    ...lines.flatMap((line) => (line ? [say(line, 'note')] : [])),
  ];
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
