/** Looks for quotations in the stored text of documents, past line breaks, hyphenation, quotes and case. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { documentPage } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import type { Db } from '../db.ts';
import type { ExcerptRow } from './excerpts.ts';
import { groupBy, isOneOf } from './rows.ts';

export type PageText = { page: number; text: string };
export type Match =
  | { state: 'found'; page: number }
  | { state: 'not_found'; page: null }
  | { state: 'no_text'; page: null };

/** Where the writer left something out: `…`, `...`, `[...]`, `(…)`. */
const omission = /[[(]?\s*(?:\.\s?){3}\s*[\])]?|[[(]?\s*…\s*[\])]?/u;

/** The words alone: no case, quotes or punctuation, and words that a hyphen or a line's end divided made whole. */
export function comparable(text: string): string {
  const whole = text
    .normalize('NFKC')
    .replace(/\u00ad\s*/gu, '')
    .replace(/(?<=\p{L})[-\u2010\u2011]\s*[\r\n]\s*(?=\p{L})/gu, '')
    .replace(/(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu, '')
    .replace(/['\u2018\u2019\u02bc]/gu, '')
    .toLowerCase();
  return ` ${whole.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** The page that a quotation stands on, or begins on when it runs over to the next. */
export function findQuotation(quotation: string, pages: readonly PageText[]): Match {
  if (pages.length === 0) return { state: 'no_text', page: null };
  const parts = quotation
    .split(omission)
    .map(comparable)
    .filter((part) => part.trim() !== '');
  if (parts.length === 0) return { state: 'not_found', page: null };
  for (const { page, text } of pages)
    if (holds(comparable(text), parts)) return { state: 'found', page };
  for (const [index, { page, text }] of pages.entries()) {
    const next = pages[index + 1];
    if (next?.page === page + 1 && holds(comparable(`${text}\n${next.text}`), parts))
      return { state: 'found', page };
  }
  return { state: 'not_found', page: null };
}

/** Every part stands in the text, each after the one before. */
function holds(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length - 1;
  }
  return true;
}

/** What became of each quotation among the excerpts; restatements are nobody's words and are not looked for. */
export function matchExcerpts(db: Db, excerpts: readonly ExcerptRow[]): Map<number, Match> {
  const quotations = excerpts.filter((row) => row.kind === 'quotation');
  const texts = pagesOf(
    db,
    quotations.map((row) => row.rootId),
  );
  return new Map(
    quotations.map((row) => {
      const quotation = Object.values(row.text)[0] ?? '';
      return [row.id, findQuotation(quotation, texts.get(row.rootId) ?? [])];
    }),
  );
}

function pagesOf(db: Db, rootIds: Iterable<number>) {
  const rows = db
    .select({ rootId: report.rootId, page: documentPage.page, text: documentPage.text })
    .from(documentPage)
    .innerJoin(report, eq(report.id, documentPage.reportId))
    .where(and(isOneOf(report.rootId, rootIds), isNull(report.withdrawnAt)))
    .orderBy(asc(documentPage.reportId), asc(documentPage.page))
    .all();
  return groupBy(rows, (row) => row.rootId ?? 0);
}
