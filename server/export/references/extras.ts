/**
 * What the team settled about publications, as a RIS file carries it: where each stands at each stage, who settled it
 * and what they noted, its codes, and what earlier files brought with it. Answers that differed stay here: they belong
 * to those who gave them.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Extras } from '../../../import/reference.ts';
import { code, codebook } from '../../../schema/coding.ts';
import { record, report } from '../../../schema/records.ts';
import { criterion } from '../../../schema/reviews.ts';
import { standing } from '../../../schema/screening.ts';
import { codesOf } from '../../coding/desk/codings.ts';
import type { Db } from '../../db.ts';
import { extrasIn } from '../../records/imports/extras.ts';
import { codersOf, notesTakenOver, settledBy } from './extras-people.ts';

type Lists = Required<Extras>;
// SQLite takes a limited number of values in one statement.
const idsPerStatement = 500;

export function extrasOf(db: Db, rootIds: number[]): Map<number, Extras> {
  const found = new Map<number, Lists>();
  const of = (rootId: number): Lists => {
    const lists = found.get(rootId) ?? { decisions: [], notes: [], codes: [] };
    found.set(rootId, lists);
    return lists;
  };
  for (let at = 0; at < rootIds.length; at += idsPerStatement) {
    const part = rootIds.slice(at, at + idsPerStatement);
    const settled = settledBy(db, part);
    for (const row of decisions(db, part)) {
      const who = settled.get(`${row.reportId} ${row.stage}`);
      of(row.reportId).decisions.push({
        stage: row.stage,
        decision: row.state === 'passed' ? 'include' : 'exclude',
        ...(row.reason !== null && { reason: row.reason }),
        ...who?.said,
      });
      of(row.reportId).notes.push(...(who?.notes ?? []));
    }
    for (const { rootId, ...note } of notesTakenOver(db, part)) of(rootId).notes.push(note);
    for (const [rootId, codes] of codesNamed(db, part)) of(rootId).codes.push(...codes);
    for (const { rootId, extras } of broughtAlong(db, part)) merge(of(rootId), extras);
  }
  return found;
}

function decisions(db: Db, rootIds: number[]) {
  return db
    .select({
      reportId: standing.reportId,
      stage: standing.stage,
      state: standing.state,
      reason: criterion.code,
    })
    .from(standing)
    .leftJoin(criterion, eq(criterion.id, standing.criterionId))
    .where(
      and(inArray(standing.reportId, rootIds), inArray(standing.state, ['passed', 'excluded'])),
    )
    .orderBy(standing.reportId, sql`${standing.stage} = 'full_text'`)
    .all();
}

function codesNamed(db: Db, rootIds: number[]): Map<number, Lists['codes']> {
  const coded = codesOf(db, rootIds);
  const whose = codersOf(
    db,
    [...coded.values()].flatMap((rows) => rows.map((row) => row.codingId)),
  );
  const ids = new Set([...coded.values()].flatMap((rows) => rows.map((row) => row.codeId)));
  const rows = db
    .select({ id: code.id, code: code.key, codebook: codebook.key })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(inArray(code.id, [...ids]))
    .all();
  const names = new Map(rows.map(({ id, ...name }) => [id, name]));
  return new Map(
    [...coded].map(([rootId, codings]) => [
      rootId,
      codings.flatMap(({ codeId, codingId, locator }) => {
        const name = names.get(codeId);
        return name ? [{ ...name, ...(locator && { locator }), ...whose.get(codingId) }] : [];
      }),
    ]),
  );
}

/** What other installations, or this one before, had said. */
function broughtAlong(db: Db, rootIds: number[]) {
  return db
    .select({ rootId: report.rootId, unmapped: record.unmapped })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .where(inArray(report.rootId, rootIds))
    .all()
    .map(({ rootId, unmapped }) => ({ rootId: rootId ?? 0, extras: extrasIn(unmapped) }));
}

/** Adds what is not there already. What the team here has settled stands for what others had said of it. */
function merge(lists: Lists, brought: Required<Extras>): void {
  const stagesHere = new Set(lists.decisions.map(({ stage }) => stage));
  const codesHere = new Set(lists.codes.map(codeName));
  const notesHere = new Set(lists.notes.map(noteName));
  lists.decisions.push(...brought.decisions.filter(({ stage }) => !stagesHere.has(stage)));
  lists.codes.push(...brought.codes.filter((code) => !codesHere.has(codeName(code))));
  lists.notes.push(...brought.notes.filter((note) => !notesHere.has(noteName(note))));
}

const codeName = ({ code, codebook = '' }: Lists['codes'][number]) =>
  JSON.stringify([code, codebook]);
const noteName = ({ text, stage = '', by = '' }: Lists['notes'][number]) =>
  JSON.stringify([text, stage, by]);
