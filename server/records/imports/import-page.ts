/** What the page of one import may show: its account, and a report for every piece. */
import type { Locale } from '../../../schema/columns.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import type { JobRow } from '../../platform/jobs/jobs.ts';
import { jobProblem } from '../../platform/jobs/problem.ts';
import type { SearchRun } from '../../searches/runs.ts';
import {
  authorsLine,
  formatName,
  formatOptions,
  importLine,
  type Place,
  pagerOf,
  runOptions,
} from '../page.ts';
import type { Accounting, Outcome, piecesPage } from './accounting.ts';
import { broughtCounts, isExtraTag } from './extras.ts';
import { type ImportRow, type importWithRun, isBeingUndone } from './imports.ts';
import type { Loss } from './losses.ts';
import { importProgress } from './progress.ts';
import { mayBeUndone } from './undo.ts';

type ImportFound = NonNullable<ReturnType<typeof importWithRun>>;
type PieceRow = ReturnType<typeof piecesPage>[number];

/** Pieces on one page of the report. */
export const piecesPerPage = 100;

export function importPage(
  place: Place,
  data: {
    found: ImportFound;
    accounting: Accounting;
    job: JobRow | undefined;
    losses: Loss[];
    runs: SearchRun[];
    pieces: PieceRow[];
    query: { outcome: Outcome | null; page: number };
  },
) {
  const { locale, slug, mayReview } = place;
  const { found, accounting, query } = data;
  const row = found.import;
  const path = `/reviews/${slug}/imports/${row.id}`;
  const { isActive } = importProgress(locale, row, data.job);
  const listed = listedCount(accounting, query.outcome);
  const narrowed = query.outcome ? `&outcome=${query.outcome}` : '';
  return {
    title: translate(locale, 'import.batch_title', { name: row.fileName }),
    slug,
    path,
    mayReview,
    ...importLine(slug, found),
    runId: found.runId,
    runs:
      mayReview && row.undoneAt === null && data.runs.length > 0
        ? runOptions(locale, data.runs, String(found.runId ?? ''))
        : null,
    createdBy: found.createdBy,
    format: row.format && formatName(locale, row.format),
    encoding: row.encoding ?? null,
    hasFile: row.fileHash !== null,
    archive: row.archiveName,
    awaitsColumns: row.awaitsColumns,
    tags: row.unmappedTags.filter(({ tag }) => !isExtraTag(tag)),
    brought: row.state === 'done' && mayReview ? broughtOrNone(row.unmappedTags) : null,
    hasNothingNew: row.state === 'done' && accounting.fresh === 0 && accounting.linked > 0,
    progress: isActive ? importProgress(locale, row, data.job) : null,
    leave: translate(locale, isBeingUndone(row) ? 'import.undo_leave' : 'import.leave'),
    undoStopped: isBeingUndone(row) && data.job ? jobProblem(locale, data.job) : null,
    failure: row.state === 'failed' ? failureOf(locale, row) : null,
    isUndone: row.state === 'undone',
    account: accountModel(accounting),
    hits: row.state === 'done' ? hitsText(locale, found.runId, accounting) : null,
    outcome: query.outcome,
    pieces: data.pieces.map((piece) => pieceModel(place, path, piece)),
    pager: pagerOf(
      query.page,
      Math.max(1, Math.ceil(listed / piecesPerPage)),
      (page) => `${path}?page=${page}${narrowed}`,
    ),
    undo: mayReview && mayBeUndone(row, data.job) ? undoModel(place, data.losses) : null,
    formats: formatOptions(locale, row.format),
  };
}

/** Nothing to say where nothing came along. */
function broughtOrNone(tags: ImportRow['unmappedTags']) {
  const counts = broughtCounts(tags);
  return counts.all > 0 ? counts : null;
}

function failureOf(locale: Locale, row: ImportRow) {
  const { code, params } = row.problem ?? { code: 'IMPORT_FAILED', params: {} };
  return {
    text: translateDynamic(locale, `import_problem.${code}`, params),
    mayReadAgain: code === 'FORMAT_UNKNOWN' || code === 'IMPORT_FAILED',
  };
}

function accountModel(accounting: Accounting) {
  const { declared, difference } = accounting;
  return {
    ...accounting,
    isKnown: declared !== null,
    balances: difference === 0,
    differs: difference !== null && difference !== 0 ? Math.abs(difference) : null,
  };
}

/** How many rows the report has for an outcome. */
function listedCount(accounting: Accounting, outcome: Outcome | null): number {
  if (outcome) return accounting[outcome];
  return accounting.parsed + accounting.duplicates + accounting.rejected;
}

function hitsText(locale: Locale, runId: number | null, accounting: Accounting): string | null {
  const { hitsDeclared: hits, hitsDifference } = accounting;
  if (runId === null) return null;
  if (hits === null || hitsDifference === null)
    return translate(locale, 'import.hits_not_declared');
  if (hitsDifference === 0) return translate(locale, 'import.hits_agree', { hits });
  const key = hitsDifference > 0 ? 'import.hits_fewer' : 'import.hits_more';
  return translate(locale, key, { hits, difference: Math.abs(hitsDifference) });
}

function pieceModel({ locale, slug, mayReview }: Place, path: string, piece: PieceRow) {
  const { position, lineFrom, lineTo, record, rejected, mended } = piece;
  const outcome = outcomeOf(piece);
  const reference = record?.reference;
  const line = reference ? [authorsLine(locale, reference), reference.year].filter(Boolean) : [];
  return {
    position,
    lineFrom,
    lineTo,
    isOneLine: lineFrom === lineTo,
    outcome,
    color: outcomeColors[outcome],
    href: record ? `/reviews/${slug}/reports/${record.rootId}` : null,
    title: reference ? reference.title || translate(locale, 'records.no_title') : null,
    source: line.join(' '),
    problem: rejected ? problemText(locale, rejected.problem) : null,
    mended: mended ? mendedText(locale, mended) : null,
    mendHref: mayReview && rejected && !mended ? `${path}/rejected/${rejected.id}` : null,
    notices: (record?.notices ?? []).map((notice) => problemText(locale, notice)),
    unmapped: record?.unmapped ?? [],
    raw: rejected?.raw ?? record?.raw ?? '',
  };
}

type Problem = { code: string; params: Record<string, string | number> };

function problemText(locale: Locale, { code, params }: Problem): string {
  return translateDynamic(locale, `piece_problem.${code}`, params);
}

function mendedText(locale: Locale, { records, by }: NonNullable<PieceRow['mended']>): string {
  const name = by ?? translate(locale, 'report.somebody');
  return translate(locale, 'import.mended_by', { records, name });
}

function outcomeOf({ record, mended }: PieceRow): Outcome {
  if (!record) return mended ? 'mended' : 'rejected';
  if (record.repeatsInFile) return 'duplicates';
  return record.rootId === record.reportId ? 'fresh' : 'linked';
}

const outcomeColors: Record<Outcome, string> = {
  parsed: 'neutral',
  fresh: 'success',
  linked: 'neutral',
  duplicates: 'neutral',
  rejected: 'danger',
  mended: 'info',
  noticed: 'neutral',
};

/** Publications named for each kind of loss, before "and others". */
const namedMax = 20;

function undoModel({ locale, slug }: Place, losses: Loss[]) {
  return {
    losses: losses.map(({ kind, count, reportIds }) => ({
      text: translateDynamic(locale, `import_loss.${kind}`, { count }),
      reports: reportIds.slice(0, namedMax).map((id) => ({
        href: `/reviews/${slug}/reports/${id}`,
        text: translate(locale, 'report.number', { id }),
      })),
    })),
  };
}
