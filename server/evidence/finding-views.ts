/** A finding as readers see it: the statement, and everything that speaks for it and against it. */
import type { ShortNames } from '../../import/normalize/names.ts';
import { type Confidence, confidenceOf } from '../appraisal/confidence.ts';
import { includedPublications } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf, findingWithSupport } from '../findings/findings.ts';
import type { SupportRow } from '../findings/support-rows.ts';
import type { ReviewRow } from '../platform/guards.ts';

/** All that one publication says about a finding, on one side. */
export type Witness = {
  publicationId: number;
  /** False for one that has not passed full text: it is named, and has no page. */
  isIncluded: boolean;
  authors: ShortNames;
  year: number | null;
  title: string;
  countries: string[];
  excerpts: NonNullable<SupportRow['excerpt']>[];
};

export type FindingView = {
  finding: FindingWithThemes;
  supports: Witness[];
  contradicts: Witness[];
  countries: string[];
  /** Null until people have judged it. */
  confidence: Confidence | null;
  /** The findings of the same kind before and after it, among those that are final. */
  previous: FindingWithThemes | null;
  next: FindingWithThemes | null;
  /** Its place among those. */
  place: { number: number; of: number } | null;
};

/** @param key its id, or the name it has in its review. Whether a draft may be seen is the caller's question. */
export function findingView(db: Db, review: ReviewRow, key: string): FindingView | null {
  const all = findingsOf(db, review.id, { onlyFinal: false });
  const named = all.find((row) => String(row.id) === key) ?? all.find((row) => row.key === key);
  const found = named ? findingWithSupport(db, named.id) : null;
  if (!found) return null;
  const { supports, contradicts, ...finding } = found;
  const included = new Set(includedPublications(db, review.id).map((row) => row.rootId));
  const sisters = all.filter((row) => row.state === 'final' && row.kind.id === finding.kind.id);
  const at = sisters.findIndex((row) => row.id === finding.id);
  const countries = [...supports, ...contradicts].flatMap((row) => row.publication.countries);
  return {
    finding,
    supports: witnesses(supports, included),
    contradicts: witnesses(contradicts, included),
    countries: [...new Set(countries)].sort(),
    confidence: confidenceOf(db, review.id, [finding.id]).get(finding.id) ?? null,
    previous: at > 0 ? (sisters[at - 1] ?? null) : null,
    next: at === -1 ? null : (sisters[at + 1] ?? null),
    place: at === -1 ? null : { number: at + 1, of: sisters.length },
  };
}

function witnesses(rows: SupportRow[], included: ReadonlySet<number>): Witness[] {
  const byPublication = new Map<number, Witness>();
  for (const { rootId, publication, excerpt } of rows) {
    const { authors, year, title, countries } = publication;
    const isIncluded = included.has(rootId);
    const fresh = {
      publicationId: rootId,
      isIncluded,
      authors,
      year,
      title,
      countries,
      excerpts: [],
    };
    const witness: Witness = byPublication.get(rootId) ?? fresh;
    if (excerpt) witness.excerpts.push(excerpt);
    byPublication.set(rootId, witness);
  }
  return [...byPublication.values()];
}
