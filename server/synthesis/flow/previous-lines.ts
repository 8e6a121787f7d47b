/** Studies of the previous version as they are typed: one a line, `name; reports; the same study here`. */
import { and, eq } from 'drizzle-orm';
import { study } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import type { PreviousInput } from './previous.ts';

/** @throws WORDS_REQUIRED, INVALID_INPUT for what is not a number or names no study */
export function readPreviousLines(
  db: Db,
  reviewId: number,
  text: string,
  source: string,
): PreviousInput[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new AppError('WORDS_REQUIRED', {}, 'studies');
  return lines.map((line) => {
    const [label = '', count = '', here = ''] = line.split(';').map((part) => part.trim());
    const reports = count === '' ? 1 : Number(count);
    if (!Number.isInteger(reports) || reports < 1)
      throw new AppError('INVALID_INPUT', {}, 'studies');
    return { label, reports, source, studyId: here === '' ? null : studyNamed(db, reviewId, here) };
  });
}

function studyNamed(db: Db, reviewId: number, label: string): number {
  const own = and(eq(study.reviewId, reviewId), eq(study.label, label));
  const row = db.select({ id: study.id }).from(study).where(own).get();
  if (!row) throw new AppError('INVALID_INPUT', {}, 'studies');
  return row.id;
}
