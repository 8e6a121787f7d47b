/** What the pages about attached files may show. */
import type { TextCandidate } from '../../import/texts/match.ts';
import type { Locale } from '../../schema/columns.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { type MessageKey, translate } from '../platform/i18n.ts';
import type { Progress } from '../platform/progress-events.ts';
import type { FileLine, readingOf } from './files.ts';
import { documentsPath } from './page.ts';

type Place = { locale: Locale; review: ReviewRow };

export function filesPage(
  place: Place,
  files: FileLine[],
  candidates: TextCandidate[],
  reading: Reading,
  problems: Problem[],
) {
  const { locale, review } = place;
  const path = documentsPath(review);
  const line = fileModel(place);
  const choices = publicationChoices(locale, candidates);
  const isOpen = (file: FileLine) => file.reportId === null && file.state === 'read';
  const named = (id: number | null) => choices.find((choice) => choice.id === id) ?? null;
  const toMatch = (file: FileLine) => ({
    ...line(file),
    proposed: named(file.proposedId),
    choices,
  });
  const matched = files.filter((file) => file.reportId !== null && file.state !== 'unreadable');
  return {
    title: translate(locale, 'documents.files'),
    path,
    form: `${path}/files`,
    isEmpty: files.length === 0,
    progress: reading ? readingProgress(locale, reading) : null,
    proposed: files.filter((file) => isOpen(file) && file.proposedId !== null).map(toMatch),
    unmatched: files.filter((file) => isOpen(file) && file.proposedId === null).map(toMatch),
    unreadable: files.filter((file) => file.state === 'unreadable').map(line),
    matched: matched.map((file) => ({ ...line(file), publication: named(file.rootId) })),
    problems: problemsByField(problems, ['', 'files', 'reportId']),
  };
}

export type Reading = ReturnType<typeof readingOf>;

/** What is told while files are read, on the page and in the stream of events. */
export function readingProgress(locale: Locale, reading: Reading): Progress {
  if (reading === null)
    return { isActive: false, percent: 100, text: translate(locale, 'documents.files_read') };
  const { waiting, total } = reading;
  const percent = Math.floor((100 * (total - waiting)) / total);
  const text = translate(locale, 'documents.files_progress', { read: total - waiting, total });
  return { isActive: true, percent, text };
}

/** A file as the partial `file-line` shows it. */
export function fileModel({ locale, review }: Place) {
  const path = documentsPath(review);
  return (file: FileLine) => ({
    id: file.id,
    selectId: `match-${file.id}`,
    name: file.fileName,
    original: `${path}/files/${file.id}/file`,
    action: `${path}/files/${file.id}`,
    facts: factsText(locale, file),
    isWaiting: file.state === 'waiting',
    problem: file.problem
      ? translate(locale, `full_text_problem.${file.problem}` as MessageKey)
      : null,
    scanned: file.scanned > 0 ? scannedText(locale, file) : null,
    reason: file.matchReason
      ? translate(locale, `full_text_match.${file.matchReason}` as MessageKey)
      : null,
    read:
      file.rootId !== null && file.state === 'read'
        ? `/reviews/${review.slug}/coding/reports/${file.rootId}/text?file=${file.id}`
        : null,
    statedTitle: file.facts.title,
    at: file.createdAt,
  });
}

function factsText(locale: Locale, file: FileLine): string {
  if (file.state !== 'read' || file.format === null) return '';
  const format = translate(locale, `full_text_format.${file.format}` as MessageKey);
  return translate(locale, 'documents.file_facts', { format, pages: file.pages });
}

function scannedText(locale: Locale, { scanned, pages }: FileLine): string {
  return scanned === pages
    ? translate(locale, 'documents.all_scanned')
    : translate(locale, 'documents.some_scanned', { scanned });
}

/** Each publication once, by author, year and title. */
function publicationChoices(locale: Locale, candidates: TextCandidate[]) {
  const byId = new Map<number, TextCandidate>();
  for (const row of candidates) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()].map(({ id, title, family, year }) => ({
    id,
    isChosen: false,
    label: [family || translate(locale, 'coding.no_author'), year ?? '', title]
      .filter((part) => part !== '')
      .join(' · '),
  }));
}

export function filesAsJson(files: FileLine[]) {
  return {
    files: files.map(({ id, fileName, fileBytes, fileHash, format, state, problem, ...file }) => ({
      id,
      fileName,
      fileBytes,
      fileHash,
      format,
      state,
      problem,
      publication: file.rootId,
      proposed: file.proposedId,
      reason: file.matchReason,
      pages: file.pages,
      scannedPages: file.scanned,
      facts: file.facts,
    })),
  };
}
