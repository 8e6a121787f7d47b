/** What the services of coding, findings and tables share: lists of ids, keys made from words, whose index to renew. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { foldNordic } from '../../import/normalize/text.ts';
import type { Words } from '../../schema/columns.ts';
import { locales } from '../../schema/columns.ts';
import { report } from '../../schema/records.ts';
import { review } from '../../schema/reviews.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import type { Context } from '../platform/context.ts';
import { enqueueIndex } from '../platform/jobs/jobs.ts';

/** Ids as one JSON value: a list of any length, where bound parameters would run out. */
export function isOneOf(column: SQLiteColumn | SQL, ids: Iterable<number>): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify([...ids])}))`;
}

/** Rows under the id that they belong to. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The texts that are not empty, trimmed. */
export function cleanWords(words: Words): Words {
  const kept = locales.map((locale) => [locale, words[locale]?.trim() ?? ''] as const);
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}

export const isEmptyWords = (words: Words): boolean => Object.keys(cleanWords(words)).length === 0;

/** @throws WORDS_REQUIRED beside the field when no language says anything. */
export function requireWords(words: Words, field: string): Words {
  const kept = cleanWords(words);
  if (Object.keys(kept).length === 0) throw new AppError('WORDS_REQUIRED', {}, field);
  return kept;
}

/** A short name for addresses and exports, made from the words of a label, with a number when it is taken. */
export function keyFrom(label: Words, taken: readonly string[]): string {
  const said = locales.map((locale) => label[locale]).find((text) => text) ?? '';
  const base = foldNordic(said).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '') || 'item';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** @throws KEY_TAKEN. */
export function requireFreeKey(key: string, taken: readonly string[]): string {
  if (taken.includes(key)) throw new AppError('KEY_TAKEN', { key }, 'key');
  return key;
}

/** A published review's index follows every change; an unpublished one has none. */
export function renewIndex(context: Context, reviewId: number): void {
  const row = context.db
    .select({ publishedAt: review.publishedAt })
    .from(review)
    .where(eq(review.id, reviewId))
    .get();
  if (row?.publishedAt) enqueueIndex(context, reviewId);
}

/** A report that people can attach something to, or "not found". */
export function requireReport(db: Db, reportId: number, reviewId?: number) {
  const ofReview = reviewId === undefined ? undefined : eq(report.reviewId, reviewId);
  const row = db
    .select({ id: report.id, reviewId: report.reviewId, rootId: report.rootId })
    .from(report)
    .where(and(eq(report.id, reportId), isNull(report.withdrawnAt), ofReview))
    .get();
  if (!row) throw notFound();
  return { ...row, rootId: row.rootId ?? row.id };
}
