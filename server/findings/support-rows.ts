/** What speaks for and against findings, as rows with the excerpt and the publication that they come from. */
import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { excerpt } from '../../schema/coding.ts';
import { type Stance, support } from '../../schema/findings.ts';
import { report } from '../../schema/records.ts';
import { countriesOf } from '../coding/desk/countries.ts';
import { publicationsByRoot } from '../coding/publications.ts';
import { groupBy, isOneOf } from '../coding/rows.ts';
import { type Db, statement } from '../db.ts';

/** By finding, in the order they were attached. What was removed, archived or withdrawn does not count. */
export function supportsOf(db: Db, findingIds: Iterable<number>): Map<number, SupportRow[]> {
  return groupBy(readSupports(db, findingIds), (row) => row.findingId);
}

function readSupports(db: Db, findingIds: Iterable<number>) {
  const rows = selectSupports(db, findingIds);
  const rootIds = new Set(rows.map((row) => row.rootId ?? row.reportId));
  const publications = publicationsByRoot(db, rootIds);
  const countries = countriesOf(db, rootIds);
  return rows.flatMap((row) => {
    const rootId = row.rootId ?? row.reportId;
    const found = publications.get(rootId);
    if (!found) return [];
    const publication = { ...found, countries: countries.get(rootId) ?? [] };
    return [{ ...row, rootId, publication }];
  });
}

export type SupportRow = ReturnType<typeof readSupports>[number];

const holds = and(
  isNull(support.removedAt),
  isNull(report.withdrawnAt),
  or(isNull(support.excerptId), and(isNotNull(excerpt.id), isNull(excerpt.archivedAt))),
);

/** The publications that speak for and against a finding, each once. */
export type Stances = { supportingIds: number[]; contradictingIds: number[] };

const stanceSql = `select s.finding_id, s.stance,
    json_group_array(coalesce(r.root_id, r.id) order by s.id)
  from json_each(?) asked
  join support s on s.finding_id = asked.value and s.removed_at is null
  join report r on r.id = s.report_id and r.withdrawn_at is null
  left join excerpt e on e.id = s.excerpt_id
  where s.excerpt_id is null or (e.id is not null and e.archived_at is null)
  group by s.finding_id, s.stance`;

/** The same by publication alone: thousands are counted without a row object for each. */
export function stancesOf(db: Db, findingIds: readonly number[]): Map<number, Stances> {
  const rows = statement(db, stanceSql).raw().all(JSON.stringify(findingIds)) as [
    ...[findingId: number, stance: Stance, rootIds: string],
  ][];
  const all = new Map<number, Stances>();
  for (const [findingId, stance, rootIds] of rows) {
    const own = all.get(findingId) ?? { supportingIds: [], contradictingIds: [] };
    const ids = [...new Set(JSON.parse(rootIds) as number[])];
    if (stance === 'supports') own.supportingIds = ids;
    else own.contradictingIds = ids;
    all.set(findingId, own);
  }
  return all;
}

function selectSupports(db: Db, findingIds: Iterable<number>) {
  return db
    .select({
      id: support.id,
      findingId: support.findingId,
      stance: support.stance,
      reportId: support.reportId,
      rootId: report.rootId,
      /** Null when the publication as a whole speaks. */
      excerpt: {
        id: excerpt.id,
        kind: excerpt.kind,
        text: excerpt.text,
        page: excerpt.page,
        locator: excerpt.locator,
        citedIn: excerpt.citedIn,
      },
    })
    .from(support)
    .innerJoin(report, eq(report.id, support.reportId))
    .leftJoin(excerpt, eq(excerpt.id, support.excerptId))
    .where(and(isOneOf(support.findingId, findingIds), holds))
    .orderBy(asc(support.findingId), asc(support.id))
    .all();
}
