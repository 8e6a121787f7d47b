/** A publication's text to read, page by page, with what has been marked in it; and excerpts made by marking. */
import type { Locale } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { type FileLine, filesOf } from '../../documents/files.ts';
import { type StoredPage, storedPages } from '../../documents/texts.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { requireReport } from '../rows.ts';
import { addExcerpt, type ExcerptRow } from './excerpts.ts';
import { findPage, readable, type Span, spansOf } from './quotations.ts';

/** Null: the pages that people typed. */
export type TextSource = { file: FileLine | null; pages: StoredPage[] };

/** What there is to read of a publication: each file that was read, then what was typed. */
export function textSources(db: Db, reviewId: number, rootId: number): TextSource[] {
  const pages = storedPages(db, [rootId]).get(rootId) ?? [];
  const files = filesOf(db, reviewId, rootId).toReversed();
  const read = files.map((file) => ({
    file,
    pages: pages.filter((page) => page.fullTextId === file.id),
  }));
  const typed = { file: null, pages: pages.filter((page) => page.fullTextId === null) };
  return [...read, typed].filter((source) => source.pages.length > 0);
}

/** A file that is no PDF or Word document has no pages of its own: its stretches are places, not pages. */
export const hasOwnPages = ({ file }: TextSource): boolean =>
  file === null || file.format === 'pdf' || file.format === 'docx';

export const printedNumber = ({ label, page }: StoredPage): string => label || String(page);

export type Segment = { text: string; excerptId: number | null };

/** A page as stretches, those that excerpts quote marked. Where two overlap, the one that begins first is marked. */
export function segmentsOf(page: StoredPage, excerpts: readonly ExcerptRow[]): Segment[] {
  const marks = excerpts
    .filter((row) => row.kind === 'quotation')
    .flatMap((row) => marksOf(page, row).map((span) => ({ ...span, excerptId: row.id })))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, excerptId } of marks) {
    if (from < at) continue;
    if (from > at) segments.push({ text: page.text.slice(at, from), excerptId: null });
    segments.push({ text: page.text.slice(from, to), excerptId });
    at = to;
  }
  if (at < page.text.length) segments.push({ text: page.text.slice(at), excerptId: null });
  return segments;
}

/** Where it was marked; else wherever it stands, if it stands here. */
function marksOf(page: StoredPage, row: ExcerptRow): Span[] {
  const { fullTextId, markedPage, markedFrom, markedTo } = row;
  const isMarked = markedFrom !== null && markedTo !== null && fullTextId === page.fullTextId;
  if (isMarked) return markedPage === page.page ? [{ from: markedFrom, to: markedTo }] : [];
  return spansOf(Object.values(row.text)[0] ?? '', page.text) ?? [];
}

export type MarkInput = {
  reportId: number;
  language: Locale;
  quotation: string;
  page: string;
  locator: string;
  codeIds: readonly number[];
  /** Where the reader marked it; without scripts nobody knows, and it is looked for on the page that was open. */
  at: { fullTextId: number | null; page: number; from: number | null; to: number | null } | null;
};

/** Makes an excerpt of what was marked, with its place in the text when it stands there. @throws WORDS_REQUIRED */
export function markExcerpt(context: PersonalContext, reviewId: number, input: MarkInput): number {
  return inTransaction(context, (tx) => {
    const { rootId } = requireReport(tx.db, input.reportId, reviewId);
    const quotation = readable(input.quotation);
    if (quotation === '') throw new AppError('WORDS_REQUIRED', {}, 'quotation');
    const pages = storedPages(tx.db, [rootId]).get(rootId) ?? [];
    return addExcerpt(tx, reviewId, {
      reportId: input.reportId,
      kind: 'quotation',
      text: { [input.language]: quotation },
      page: input.page,
      locator: input.locator,
      codeIds: input.codeIds,
      mark: markOf(pages, quotation, input.at),
    });
  });
}

function markOf(pages: StoredPage[], quotation: string, at: MarkInput['at']) {
  if (at === null || at.fullTextId === null) return null;
  const file = pages.filter((page) => page.fullTextId === at.fullTextId);
  const page = file.find((each) => each.page === at.page);
  if (!page) return null;
  const { fullTextId } = at;
  // What the page says between the marks must be what was quoted: a script may have got it wrong.
  if (at.from !== null && at.to !== null) {
    const span = { from: at.from, to: at.to };
    const says = spansOf(quotation, page.text.slice(span.from, span.to)) !== null;
    if (says) return { fullTextId, page: page.page, ...span };
  }
  const found = findPage(quotation, [page]) ?? findPage(quotation, file);
  const spans = found && spansOf(quotation, found.text);
  const [first] = spans ?? [];
  const last = spans?.at(-1);
  return found && first && last
    ? { fullTextId, page: found.page, from: first.from, to: last.to }
    : null;
}
