/** The publications that a ranking orders, with what is read of them. */
import { createHash } from 'node:crypto';
import { type Db, statement } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { idShiftOf } from '../id-shift.ts';
import type { Place } from './answers.ts';
import type { Text } from './words.ts';

export type Pool = { ids: number[]; texts: Text[]; hash: string };

/** In the order of their ids. What came after a given report is left out. */
export function poolOf(db: Db, place: Place, lastReportId = Number.MAX_SAFE_INTEGER): Pool {
  const sql = place.stage === 'full_text' ? `${poolSql} ${passedSql}` : poolSql;
  const rows = statement(db, `${sql} order by report.id`).all({
    reviewId: place.reviewId,
    lastReportId,
  }) as ({ id: number } & Text)[];
  const hash = createHash('sha256');
  const shift = idShiftOf(db, place.reviewId);
  for (const { id, title, abstract } of rows) hash.update(`${id - shift}\n${title}\n${abstract}\n`);
  return {
    ids: rows.map((row) => row.id),
    texts: rows,
    hash: hash.digest('hex'),
  };
}

const poolSql = `select report.id, report.title,
    coalesce(json_extract(report.reference, '$.abstract'), '') as abstract
  from report where report.review_id = @reviewId and report.root_id = report.id
    and report.withdrawn_at is null and report.id <= @lastReportId`;
const passedSql = `and exists (select 1 from standing where standing.report_id = report.id
    and standing.stage = 'title_abstract' and standing.state = 'passed')`;

/** What a review says it looks for, in all its languages: its questions, its elements, what it includes. */
export function wantedWords(db: Db, reviewId: number): string {
  const row = statement(db, protocolSql).get({ reviewId }) as { content: string } | undefined;
  const terms = statement(db, termsSql).all({ reviewId }) as { text: string }[];
  const texts = terms.map(({ text }) => text);
  if (row) collectTexts(JSON.parse(row.content), texts);
  return texts.join('\n');
}

const protocolSql = `select content from protocol_version where review_id = @reviewId
  order by number desc limit 1`;
const termsSql = `select text from screening_term where review_id = @reviewId and kind = 'include'
  and person_id is null and removed_at is null order by id`;

type Said = Record<string, string>;
type Content = {
  questions: Said[];
  elements: Record<string, Said>;
  criteria: { kind: string; label: Said; statement: Said }[];
};

function collectTexts({ questions, elements, criteria }: Content, into: string[]): void {
  const included = criteria.filter(({ kind }) => kind === 'include');
  const all = [
    ...questions,
    ...Object.values(elements),
    ...included.flatMap((each) => [each.label, each.statement]),
  ];
  for (const words of all) into.push(...Object.values(words));
}

/** One publication of a review, as a ranking reads it. @throws NOT_FOUND */
export function reportForWhy(db: Db, reviewId: number, reportId: number): { id: number } & Text {
  const row = statement(db, oneSql).get({ reviewId, reportId });
  if (!row) throw notFound();
  return row as { id: number } & Text;
}

const oneSql = `select report.id, report.title,
    coalesce(json_extract(report.reference, '$.abstract'), '') as abstract
  from report where report.id = @reportId and report.review_id = @reviewId
    and report.root_id = report.id and report.withdrawn_at is null`;
