/**
 * One person kept one record of a publication and excluded another, before the two turned out to be one: neither
 * answer counts, and the person is asked again. What they say once the records are together settles it; should the
 * records come apart, each answer is where it was.
 */
import type { Answer, Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';

/** Who is undecided about which publication, as `clashKey` names it. */
export type Clashes = ReadonlySet<string>;

type Place = { rootId: number; stage: Stage; personId: number };
export const clashKey = ({ rootId, stage, personId }: Place) => `${rootId} ${stage} ${personId}`;

export type DatedVote = { reportId: number; answer: Answer; at: string };
export type DatedLink = { keptId: number; duplicateId: number; decidedAt: string };

export type Given = Place & { reportId: number; answer: Answer };

/** Among these votes, which are all that count on their publications. Few look as if there were any. */
export function clashesIn(db: Db, votes: readonly Given[]): Clashes {
  const mixed = new Map<string, Place>();
  const first = new Map<string, Given>();
  for (const vote of votes) {
    const name = clashKey(vote);
    const known = first.get(name);
    if (!known) first.set(name, vote);
    else if (known.reportId !== vote.reportId || mixed.has(name)) mixed.set(name, vote);
  }
  return settled(db, [...mixed.values()]);
}

/** Among all of a review at a stage. */
export function clashesAt(db: Db, place: { reviewId: number; stage: Stage }): Clashes {
  const { reviewId, stage } = place;
  return settled(db, statement(db, stageSql).all({ reviewId, stage }) as Place[]);
}

type Said = DatedVote & { rootId: number; personId: number };

/**
 * The same among votes that were chosen in another way, as things were at a moment: none cast or taken back since.
 * @param votes at one stage, in their order.
 */
export function withoutClashes<V extends Said>(db: Db, votes: readonly V[], at: string): V[] {
  const byPlace = new Map<string, V[]>();
  for (const vote of votes) {
    const name = `${vote.rootId} ${vote.personId}`;
    const known = byPlace.get(name);
    if (known) known.push(vote);
    else byPlace.set(name, [vote]);
  }
  return [...byPlace.values()].flatMap((said) => (isOpen(db, said, at) ? [] : said));
}

/** Few people have judged several records of one publication: links are read for those alone. */
function isOpen(db: Db, said: readonly Said[], at: string): boolean {
  const [first] = said;
  if (!first || said.every(({ reportId }) => reportId === first.reportId)) return false;
  const links = statement(db, linksAtSql).all({ rootId: first.rootId, at }) as DatedLink[];
  return isClash(said, links);
}

function settled(db: Db, mixed: Place[]): Clashes {
  const open = mixed.filter((place) => {
    const votes = statement(db, votesSql).all(place) as DatedVote[];
    const links = statement(db, linksSql).all({ rootId: place.rootId }) as DatedLink[];
    return isClash(votes, links);
  });
  return new Set(open.map(clashKey));
}

/**
 * Goes through what happened in its order: an answer holds for all records that were one by then, and two that came
 * together with opposite answers leave none.
 * @param votes one person's at one stage on the records of one publication, in their order.
 */
export function isClash(votes: readonly DatedVote[], links: readonly DatedLink[]): boolean {
  const groups = new Map<number, { members: number[]; said: 'keep' | 'exclude' | 'both' | null }>();
  const groupOf = (id: number) => {
    const known = groups.get(id) ?? { members: [id], said: null };
    groups.set(id, known);
    return known;
  };
  const rest = [...votes];
  const sayUntil = (at: string | null) => {
    for (let next = rest[0]; next && (at === null || next.at <= at); next = rest[0]) {
      groupOf(next.reportId).said = next.answer === 'exclude' ? 'exclude' : 'keep';
      rest.shift();
    }
  };
  const inTime = [...links].sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1));
  for (const { keptId, duplicateId, decidedAt } of inTime) {
    sayUntil(decidedAt);
    const [one, other] = [groupOf(keptId), groupOf(duplicateId)];
    if (one === other) continue;
    if (other.said !== null && one.said !== other.said)
      one.said = one.said === null ? other.said : 'both';
    for (const id of other.members) groups.set(id, one);
    one.members.push(...other.members);
  }
  sayUntil(null);
  return votes.some(({ reportId }) => groupOf(reportId).said === 'both');
}

const counts = 'not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)';

/** Few clusters have such votes; then nothing more is read. */
const stageSql = `
  select report.root_id as rootId, vote.stage as stage, vote.person_id as personId
  from report join vote on vote.report_id = report.id
  where report.root_id in
  (select duplicate.root_id from duplicate_link join report as duplicate
    on duplicate.id = duplicate_link.duplicate_id
    where duplicate_link.review_id = $reviewId and duplicate_link.undone_at is null)
  and vote.stage = $stage and ${counts}
  group by report.root_id, vote.person_id
  having count(distinct vote.report_id) > 1
    and min(vote.answer = 'exclude') <> max(vote.answer = 'exclude')`;

const votesSql = `
  select vote.report_id as reportId, vote.answer as answer, vote.at as at
  from report join vote on vote.report_id = report.id
  where report.root_id = $rootId and vote.stage = $stage and vote.person_id = $personId and ${counts}
  order by vote.id`;

const linkedSql = (which: string) => `
  select kept_id as keptId, duplicate_id as duplicateId, decided_at as decidedAt
  from duplicate_link join report on report.id = duplicate_link.duplicate_id
  where report.root_id = $rootId and ${which}
  order by duplicate_link.id`;
const linksSql = linkedSql('duplicate_link.undone_at is null');
const linksAtSql = linkedSql(`duplicate_link.decided_at <= $at
  and (duplicate_link.undone_at is null or duplicate_link.undone_at > $at)`);
