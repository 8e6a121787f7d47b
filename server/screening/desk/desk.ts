/** What lies on a person's desk: the report to judge now, the criteria beside it, the way back. */
import { randomUUID } from 'node:crypto';
import type { Stage } from '../../../schema/screening.ts';
import type { Connection } from '../../db.ts';
import type { Problem } from '../../platform/forms.ts';
import { activeCriteria } from '../../reviews/criteria.ts';
import type { DeskData, Typed } from '../page.ts';
import { stageCounts } from '../progress.ts';
import { stateOf } from '../reports.ts';
import { conflictCount } from '../votes/conflicts.ts';
import { ownVote } from '../votes/votes.ts';
import { besideOf, deskRecord, lookOf } from './look.ts';
import {
  type Desk,
  lastPlace,
  nextReport,
  ownProgress,
  previousAnswer,
  reportForDesk,
} from './queue.ts';
import { settingsOf } from './settings.ts';

export type DeskAsked = {
  /** The report before the one to show; null goes on where the person was. */
  after: number | null;
  /** A certain report, to see or change one's answer to it. */
  reportId: number | null;
  typed: Typed | null;
  problems: Problem[];
};

export function deskOf(db: Connection, desk: Desk, asked: DeskAsked): DeskData {
  const after = asked.after ?? lastPlace(db, desk);
  const wanted = asked.reportId === null ? undefined : reportForDesk(db, desk, asked.reportId);
  // Past the end the queue begins again, with what was skipped.
  const report = wanted ?? nextReport(db, desk, after) ?? nextReport(db, desk) ?? null;
  const own = report ? ownVote(db, report.id, desk.stage, desk.personId) : undefined;
  const look = lookOf(db, desk);
  const beside = report && besideOf(db, desk.stage, [report.id])(report.id);
  return {
    report,
    record: report && beside && deskRecord(look, report, beside),
    look,
    keys: settingsOf(db, desk.personId).keys,
    personId: desk.personId,
    own: own ?? null,
    hasPassed: !!own && !!report && stateOf(db, report.id, desk.stage) === 'passed',
    typed: asked.typed,
    criteria: activeCriteria(db, desk.reviewId),
    progress: ownProgress(db, desk),
    total: report ? 1 : totalAt(db, desk.reviewId, desk.stage),
    conflicts: conflictCount(db, desk),
    after,
    next: own || !report ? after : report.id,
    undo: previousAnswer(db, desk, report?.id) ?? null,
    clientKey: randomUUID(),
    problems: asked.problems,
  };
}

/** Counted only when there is nothing to show, to say why. */
function totalAt(db: Connection, reviewId: number, stage: Stage): number {
  return stageCounts(db, reviewId, stage).total;
}
