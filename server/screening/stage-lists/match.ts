/** Finds the reports of a review that the records of a list are, by the evidence that duplicates are found by. */
import { compareFacts, type Verdict } from '../../../import/duplicates/compare.ts';
import { type Facts, factsOf } from '../../../import/duplicates/facts.ts';
import { contentHash, contentKey, numericKeys } from '../../../import/duplicates/keys.ts';
import type { Reference } from '../../../import/reference.ts';
import { type Db, driverOf } from '../../db.ts';
import { identical } from '../../records/duplicates/matching.ts';
import { createKeyIndex } from '../../records/duplicates/report-keys.ts';

export type Match = {
  /** The root that the record was found to be; null when nothing is certain. */
  rootId: number | null;
  /** The likeliest one where nothing is certain: a hint for a person, never a decision. */
  nearestId: number | null;
  verdict: Verdict | null;
};

/** Reads only. One for a run over many records: facts of reports are worked out once. */
export function createListMatcher(db: Db, reviewId: number): (reference: Reference) => Match {
  const driver = driverOf(db);
  const keyIndex = createKeyIndex(db, reviewId);
  keyIndex.prepare();
  const ofReport = driver.prepare(
    `select report.root_id as rootId, record.reference as reference from report
      join record on record.report_id = report.id
      where report.id = ? and report.withdrawn_at is null`,
  );
  const withContent = driver.prepare(
    `select report.root_id as rootId from record join report on report.id = record.report_id
      where record.report_id = ? and record.content_hash = ? and report.withdrawn_at is null`,
  );
  /** Said in the very same words, however few they are. */
  const sameAs = (reference: Reference) => {
    if (reference.title === '') return undefined;
    const hash = contentHash(reference);
    return keyIndex
      .withKey(contentKey(hash))
      .flatMap((id) => withContent.all(id, hash) as { rootId: number }[])
      .map(({ rootId }) => rootId)
      .sort((a, b) => a - b)[0];
  };
  const known = new Map<number, { rootId: number; facts: Facts } | null>();
  const look = (id: number) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const row = ofReport.get(id) as { rootId: number; reference: string } | undefined;
    const facts = row
      ? { rootId: row.rootId, facts: factsOf(JSON.parse(row.reference) as Reference) }
      : null;
    known.set(id, facts);
    return facts;
  };
  return (reference) => {
    const same = sameAs(reference);
    if (same !== undefined) return { rootId: same, nearestId: null, verdict: identical };
    const own = factsOf(reference);
    const ids = new Set(numericKeys(own).flatMap((key) => keyIndex.withKey(key)));
    const alike = [...ids]
      .sort((a, b) => a - b)
      .flatMap((id) => {
        const other = look(id);
        const verdict = other && compareFacts(other.facts, own);
        return verdict && verdict.verdict !== 'different'
          ? [{ rootId: other.rootId, verdict }]
          : [];
      });
    return bestOf(alike);
  };
}

/** What is certain wins; of several, the likeliest, then the earliest. What is only possible is a hint. */
function bestOf(alike: { rootId: number; verdict: Verdict }[]): Match {
  const best = (wanted: Verdict['verdict']) =>
    alike
      .filter(({ verdict }) => verdict.verdict === wanted)
      .sort((a, b) => b.verdict.score - a.verdict.score || a.rootId - b.rootId)[0];
  const certain = best('certain');
  if (certain) return { rootId: certain.rootId, nearestId: null, verdict: certain.verdict };
  const possible = best('possible');
  return {
    rootId: null,
    nearestId: possible?.rootId ?? null,
    verdict: possible?.verdict ?? null,
  };
}
