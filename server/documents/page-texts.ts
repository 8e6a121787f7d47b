/** What the pages of a full text say, so that quotations can be looked for in them. */
import { and, asc, eq } from 'drizzle-orm';
import { documentPage } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';

/** Writes down what a page says, in place of what was there. An empty text takes the page away. @throws NOT_FOUND */
export function setPageText(context: Context, reportId: number, page: number, text: string): void {
  inTransaction(context, (tx) => {
    const of = tx.db
      .select({ reviewId: report.reviewId })
      .from(report)
      .where(eq(report.id, reportId))
      .get();
    if (!of) throw notFound();
    const here = and(eq(documentPage.reportId, reportId), eq(documentPage.page, page));
    const before = tx.db.select().from(documentPage).where(here).get();
    if ((before?.text ?? '') === text) return;
    if (text === '') tx.db.delete(documentPage).where(here).run();
    else
      tx.db
        .insert(documentPage)
        .values({ reportId, page, text })
        .onConflictDoUpdate({
          target: [documentPage.reportId, documentPage.page],
          set: { text },
        })
        .run();
    audit(tx, {
      action: 'page_text.saved',
      entity: 'report',
      entityId: reportId,
      reviewId: of.reviewId,
      before: before ? { page, text: before.text } : null,
      after: { page, text },
    });
  });
}

/** The pages of a publication, those of its duplicates too. */
export function pageTexts(db: Db, rootId: number) {
  return db
    .select({ reportId: documentPage.reportId, page: documentPage.page, text: documentPage.text })
    .from(documentPage)
    .innerJoin(report, eq(report.id, documentPage.reportId))
    .where(eq(report.rootId, rootId))
    .orderBy(asc(documentPage.page), asc(documentPage.reportId))
    .all();
}
