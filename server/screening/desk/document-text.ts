/** The texts of a publication's files, to be read beside the form where a browser shows no PDF, or the reader prefers it. */
import { eq } from 'drizzle-orm';
import { report } from '../../../schema/records.ts';
import { type Db, statement } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { reportOfReview } from '../reports.ts';

export type FileText = {
  id: number;
  name: string;
  pages: { page: number; label: string; text: string; isScanned: boolean }[];
};

/** @throws NOT_FOUND */
export function documentText(db: Db, reviewId: number, reportId: number) {
  const { rootId } = reportOfReview(db, reviewId, reportId);
  const row = db.select({ title: report.title }).from(report).where(eq(report.id, rootId)).get();
  if (!row) throw notFound();
  const files = new Map<number, FileText>();
  for (const { id, name, ...page } of statement(db, pagesSql).all(rootId) as PageRow[]) {
    const file = files.get(id) ?? { id, name, pages: [] };
    files.set(id, file);
    file.pages.push({ ...page, isScanned: page.isScanned === 1 });
  }
  return { id: rootId, title: row.title, files: [...files.values()] };
}

type PageRow = {
  id: number;
  name: string;
  page: number;
  label: string;
  text: string;
  isScanned: number;
};

const pagesSql = `
  select full_text.id as id, full_text.file_name as name, full_text_page.page as page,
    full_text_page.label as label, full_text_page.text as text,
    full_text_page.is_scanned as isScanned
  from report join full_text on full_text.report_id = report.id
  join full_text_page on full_text_page.full_text_id = full_text.id
  where report.root_id = ? and full_text.removed_at is null
  order by full_text.format = 'pdf' desc, full_text.id, full_text_page.page`;
