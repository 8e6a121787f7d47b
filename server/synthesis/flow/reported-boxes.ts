/** What reports say of a flow's boxes and of their parts (`N2.databases`), by box. */
import type { Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { reportedNumbers } from '../reported.ts';
import { type BoxId, isBoxId } from './boxes.ts';

export type ReportedPart = { key: string; value: number | null; label: Words; source: string };
/** `value` is null where the report was read and gives no number, or gives only parts. */
export type Reported = {
  value: number | null;
  label: Words;
  source: string;
  parts: ReportedPart[];
};

/** @param until what was entered later is not known yet. */
export function reportedBoxes(db: Db, reviewId: number, until?: string): Map<BoxId, Reported> {
  const boxes = new Map<BoxId, Reported>();
  for (const { box: name, value, label, source } of reportedNumbers(db, reviewId, until)) {
    const [box = '', ...rest] = name.split('.');
    if (!isBoxId(box)) continue;
    const known = boxes.get(box) ?? { value: null, label: {}, source, parts: [] };
    const key = rest.join('.');
    if (key) known.parts.push({ key, value, label, source });
    else Object.assign(known, { value, label, source });
    boxes.set(box, known);
  }
  return boxes;
}
