/** Everything that is stored of what publications say: the pages of their files, and pages that people typed. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { documentPage, fullText, fullTextPage } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import type { Db } from '../db.ts';

export type StoredPage = {
  rootId: number;
  /** Null: typed by a person. */
  fullTextId: number | null;
  page: number;
  /** The number printed on it, when it differs. */
  label: string;
  text: string;
};

/** By publication: the files in the order they came, then what was typed; pages in their order. */
export function storedPages(db: Db, rootIds: Iterable<number>): Map<number, StoredPage[]> {
  const ids = JSON.stringify([...new Set(rootIds)]);
  const wanted = sql`${report.rootId} in (select value from json_each(${ids}))`;
  const read = db
    .select({
      rootId: report.rootId,
      fullTextId: fullTextPage.fullTextId,
      page: fullTextPage.page,
      label: fullTextPage.label,
      text: fullTextPage.text,
    })
    .from(fullTextPage)
    .innerJoin(fullText, eq(fullText.id, fullTextPage.fullTextId))
    .innerJoin(report, eq(report.id, fullText.reportId))
    .where(and(wanted, isNull(report.withdrawnAt), isNull(fullText.removedAt)))
    .orderBy(asc(fullTextPage.fullTextId), asc(fullTextPage.page))
    .all();
  const typed = db
    .select({ rootId: report.rootId, page: documentPage.page, text: documentPage.text })
    .from(documentPage)
    .innerJoin(report, eq(report.id, documentPage.reportId))
    .where(and(wanted, isNull(report.withdrawnAt)))
    .orderBy(asc(documentPage.reportId), asc(documentPage.page))
    .all()
    .map((row) => ({ ...row, fullTextId: null, label: '' }));
  const pages = new Map<number, StoredPage[]>();
  for (const row of [...read, ...typed]) {
    const rootId = row.rootId ?? 0;
    const own = pages.get(rootId) ?? [];
    own.push({ ...row, rootId });
    pages.set(rootId, own);
  }
  return pages;
}
