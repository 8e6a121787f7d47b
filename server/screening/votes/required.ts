/** How many people judge a publication: the review's number, a third for a share, everybody for a pilot. */
import type { Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';

type Pilot = { reportId: number; stage: Stage; people: string };
type Third = { reviewId: number; stage: Stage; share: number; shift: number };

/** @returns a function from a root report to the number, with what it needs read once for all of them. */
export function requiredBy(db: Db, rootIds: readonly number[]) {
  const pilots = statement(
    db,
    `select distinct root.root_id as reportId, pilot.stage as stage, pilot.people as people
    from report as root join pilot_report on pilot_report.report_id = root.id
    join pilot on pilot.id = pilot_report.pilot_id and pilot.opened_at is null
    where root.root_id in (select value from json_each(?))`,
  ).all(JSON.stringify(rootIds)) as Pilot[];
  const thirds = statement(
    db,
    `select review_id as reviewId, stage, third_share as share, review.report_id_shift as shift
    from stage_rule join review on review.id = stage_rule.review_id where third_share > 0`,
  ).all() as Third[];
  const inPilot = new Map(
    pilots.map((row) => [
      `${row.reportId} ${row.stage}`,
      (JSON.parse(row.people) as number[]).length,
    ]),
  );
  return (root: { id: number; reviewId: number }, stage: Stage, usual: number): number => {
    const everybody = inPilot.get(`${root.id} ${stage}`);
    if (everybody !== undefined) return Math.max(usual, everybody);
    const third = thirds.find((row) => row.reviewId === root.reviewId && row.stage === stage);
    const isThird =
      usual === 2 && third !== undefined && fractionOf(root.id - third.shift) < third.share;
    return isThird ? 3 : usual;
  };
}

/** A number from 0 to 1 that belongs to an id: the same for ever, and spread evenly. */
export function fractionOf(id: number): number {
  let hash = Math.imul(id ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
