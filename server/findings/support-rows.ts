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

const stanceSql = `select s.finding_id, s.stance, json_group_array(s.report_id order by s.id)
  from json_each(?) asked
  join support s on s.finding_id = asked.value and s.removed_at is null
  left join excerpt e on e.id = s.excerpt_id
  where s.excerpt_id is null or (e.id is not null and e.archived_at is null)
  group by s.finding_id, s.stance`;

/** The same by publication alone: thousands are counted without a row object, or a look at the publication, for each. */
export function stancesOf(db: Db, findingIds: readonly number[]): Map<number, Stances> {
  const rows = statement(db, stanceSql).raw().all(JSON.stringify(findingIds)) as [
    ...[findingId: number, stance: Stance, reportIds: string],
  ][];
  const read = rows.map(([findingId, stance, reportIds]) => ({
    ...{ findingId, stance },
    reportIds: JSON.parse(reportIds) as number[],
  }));
  const rootOf = rootsOf(db, new Set(read.flatMap(({ reportIds }) => reportIds)));
  const all = new Map<number, Stances>();
  for (const { findingId, stance, reportIds } of read) {
    const ids = [...new Set(reportIds.map(rootOf))].filter((id) => id !== null);
    if (ids.length === 0) continue;
    const own = all.get(findingId) ?? { supportingIds: [], contradictingIds: [] };
    if (stance === 'supports') own.supportingIds = ids;
    else own.contradictingIds = ids;
    all.set(findingId, own);
  }
  return all;
}

/** Of more reports than these, those of a review that do not stand for themselves are read from an index. */
const lookedUpMax = 500;
const otherSql = (which: string) => `select id, iif(withdrawn_at is null, root_id, null)
  from report where ${which} and (withdrawn_at is not null or root_id <> id)`;
const otherOfReview = otherSql('review_id = (select review_id from report where id = ?)');
const otherOfThese = otherSql('id in (select value from json_each(?))');

/** @returns for each report of a review the publication that it is; null when it was withdrawn. */
function rootsOf(db: Db, reportIds: ReadonlySet<number>): (id: number) => number | null {
  const ids = [...reportIds];
  const rows =
    ids.length > lookedUpMax
      ? statement(db, otherOfReview).raw().all(ids[0])
      : statement(db, otherOfThese).raw().all(JSON.stringify(ids));
  const others = new Map(rows as [number, number | null][]);
  return (id) => others.get(id) ?? (others.has(id) ? null : id);
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
