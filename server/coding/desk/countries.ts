/** Which countries a publication is about: many, each counted once, the publication once in a total. */
import { and, eq, isNull } from 'drizzle-orm';
import isoCountries from 'i18n-iso-countries';
import { countryLink } from '../../../schema/coding.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { groupBy, isOneOf, renewIndex, requireReport } from '../rows.ts';

/** ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] = Object.keys(isoCountries.getAlpha2Codes()).sort();
const known = new Set(countryCodes);

/** @throws COUNTRY_UNKNOWN. @returns the codes in capitals, each once, sorted. */
export function requireCountries(codes: readonly string[], field = 'countries'): string[] {
  const wanted = [...new Set(codes.map((code) => code.trim().toUpperCase()))].sort();
  const unknown = wanted.find((code) => !known.has(code));
  if (unknown !== undefined) throw new AppError('COUNTRY_UNKNOWN', { name: unknown }, field);
  return wanted;
}

/**
 * Says which countries a publication is about: exactly these. Links made on its duplicates count as its own, so
 * they are taken away here too when they are not among them.
 */
export function setCountries(
  context: PersonalContext,
  reportId: number,
  codes: readonly string[],
): void {
  inTransaction(context, (tx) => {
    const { reviewId, rootId } = requireReport(tx.db, reportId);
    const wanted = requireCountries(codes);
    const links = openLinks(tx.db, [rootId]);
    const before = [...new Set(links.map((link) => link.country))].sort();
    if (before.join() === wanted.join()) return;
    const { personId } = tx.actor;
    for (const link of links.filter(({ country }) => !wanted.includes(country)))
      tx.db
        .update(countryLink)
        .set({ removedAt: tx.at, removedBy: personId })
        .where(eq(countryLink.id, link.id))
        .run();
    for (const country of wanted.filter((code) => !before.includes(code)))
      tx.db.insert(countryLink).values({ reportId, country, personId, createdAt: tx.at }).run();
    audit(tx, {
      action: 'countries.changed',
      entity: 'report',
      entityId: reportId,
      reviewId,
      before,
      after: wanted,
    });
    renewIndex(tx, reviewId);
  });
}

/** Countries by publication, each once, sorted by code. A publication without any is not in the map. */
export function countriesOf(db: Db, rootIds: Iterable<number>): Map<number, string[]> {
  const byRoot = groupBy(openLinks(db, rootIds), (link) => link.rootId);
  return new Map(
    [...byRoot].map(([rootId, links]) => [
      rootId,
      [...new Set(links.map((link) => link.country))].sort(),
    ]),
  );
}

function openLinks(db: Db, rootIds: Iterable<number>) {
  const rows = db
    .select({ id: countryLink.id, country: countryLink.country, rootId: report.rootId })
    .from(countryLink)
    .innerJoin(report, eq(report.id, countryLink.reportId))
    .where(
      and(
        isOneOf(report.rootId, rootIds),
        isNull(countryLink.removedAt),
        isNull(report.withdrawnAt),
      ),
    )
    .all();
  return rows.map((row) => ({ ...row, rootId: row.rootId ?? 0 }));
}
